/** No tenant slows another: how much each may send, and how much of it may wait at once. */
package io.throughline.intake.limits;
