/** What was refused: listed, looked at, mended and sent again. */
package io.throughline.intake.rejected;
