/** Platforms plug in here as they are. How to add one: docs/adapters.md. */
package io.throughline.intake.webhook;
