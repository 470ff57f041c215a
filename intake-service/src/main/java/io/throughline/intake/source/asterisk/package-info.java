/** What Asterisk says of a call: queue log, channel event log (CEL), manager interface (AMI). Pure functions. */
package io.throughline.intake.source.asterisk;
