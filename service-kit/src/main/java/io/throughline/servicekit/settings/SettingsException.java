package io.throughline.servicekit.settings;

import java.util.List;
import java.util.stream.Collectors;

/** A settings file that says something wrong: nothing of it is used. The message has a line for each problem. */
public final class SettingsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<SettingsProblem> problems;

    /** @param problems at least one */
    public SettingsException(List<SettingsProblem> problems) {
        super(problems.stream().map(SettingsProblem::sentence).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** In the order of the file. */
    public List<SettingsProblem> problems() {
        return problems;
    }
}
