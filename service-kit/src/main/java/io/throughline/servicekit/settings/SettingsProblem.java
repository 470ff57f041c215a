package io.throughline.servicekit.settings;

/**
 * What is wrong with one place of a settings file.
 *
 * @param file name of the file
 * @param line from 1
 * @param column from 1
 * @param field path to the value, e.g. {@code versions[0].stitching.gap}; empty for the file itself
 * @param reason what is wrong
 * @param remedy what to write instead
 */
public record SettingsProblem(String file, int line, int column, String field, String reason, String remedy) {

    /** One line for people: {@code acme.yaml:12:10: versions[0].stitching.gap: … . …}. */
    public String sentence() {
        return "%s:%d:%d: %s%s. %s".formatted(file, line, column, field.isEmpty() ? "" : field + ": ", reason, remedy);
    }
}
