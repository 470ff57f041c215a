/** How contract records are written and read. */
package io.throughline.contracts.json;
