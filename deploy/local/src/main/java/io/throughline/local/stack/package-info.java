/** Starting, watching and stopping the processes of a local stack. */
package io.throughline.local.stack;
