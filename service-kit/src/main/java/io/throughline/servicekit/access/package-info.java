/** Who may call: bearer tokens kept as hashes in a file, their tenant and scopes. */
@NullMarked
package io.throughline.servicekit.access;

import org.jspecify.annotations.NullMarked;
