/** The CloudEvents HTTP binding, as far as callers and platforms share it. */
package io.throughline.intake.cloudevents;
