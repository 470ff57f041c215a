/** The questions of the published surveys, answered from the stream, with the surveys' figures beside as reference. */
package io.throughline.feedback.report;
