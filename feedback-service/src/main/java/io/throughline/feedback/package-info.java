/** KPIs that are right, that show their working, and that answer the surveys' questions live. */
package io.throughline.feedback;
