/** The commands, one a class. */
package io.throughline.local.command;
