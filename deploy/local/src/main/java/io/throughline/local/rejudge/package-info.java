/** What {@code rejudge} does: ask what other rules would change, tell it, install them. */
package io.throughline.local.rejudge;
