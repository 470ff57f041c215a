/** The files of the tenants' rules: found, read with their identifier part, and read again when they change. */
@NullMarked
package io.throughline.servicekit.rules;

import org.jspecify.annotations.NullMarked;
