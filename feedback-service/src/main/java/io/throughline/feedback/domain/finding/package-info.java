/** What reports look at beyond KPIs: pure functions of a journey. */
package io.throughline.feedback.domain.finding;
