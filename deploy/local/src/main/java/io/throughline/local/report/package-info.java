/** Headline KPIs beside published figures. */
package io.throughline.local.report;
