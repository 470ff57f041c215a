/** Which moves between channels are switches, and who made them: forced-switch evidence, one named rule each. */
package io.throughline.journey.domain.verdict;
