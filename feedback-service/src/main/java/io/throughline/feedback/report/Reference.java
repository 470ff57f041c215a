package io.throughline.feedback.report;

import org.jspecify.annotations.Nullable;

/**
 * What a survey published. It is shown beside the live figure and never mixed into it.
 *
 * @param survey who asked, and when
 * @param finding in words
 * @param value as a share or ratio; null where the finding is no single number
 * @param caution what makes it hard to compare; null where nothing is known
 */
public record Reference(String survey, String finding, @Nullable Double value, @Nullable String caution) {}
