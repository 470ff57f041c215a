package io.throughline.servicekit.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Reads a YAML file of settings that people write: every problem is found at once and names file, line, column, field
 * and remedy, and a key that nobody asked for is a problem.
 */
public final class Settings {

    private final String file;
    private final List<SettingsProblem> problems = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();

    private Settings(String file) {
        this.file = file;
    }

    /**
     * What a reader makes of a file's text.
     *
     * @param file name that problems give
     * @param reader asks the file's outermost section for all that it may say; where a value is wrong it gets none
     * @throws SettingsException when anything is wrong; the reader's result is not used then
     */
    public static <T> T read(String file, String text, Function<Section, T> reader) {
        var settings = new Settings(file);
        var root = new Value(settings, "", YamlTree.read(file, text));
        var section = root.section();
        if (section.isEmpty()) {
            throw settings.failure();
        }
        var result = reader.apply(section.get());
        settings.sections.forEach(Section::reportUnknown);
        if (!settings.problems.isEmpty()) {
            throw settings.failure();
        }
        return result;
    }

    void add(Section section) {
        sections.add(section);
    }

    void problem(Node.Place place, String field, String reason, String remedy) {
        problems.add(new SettingsProblem(file, place.line(), place.column(), field, reason, remedy));
    }

    private SettingsException failure() {
        problems.sort(Comparator.comparingInt(SettingsProblem::line).thenComparingInt(SettingsProblem::column));
        return new SettingsException(problems);
    }
}
