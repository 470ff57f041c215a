package io.throughline.journey.rules;

import io.throughline.journey.domain.rules.JudgingRules;
import io.throughline.journey.domain.rules.RuleVersions;
import io.throughline.journey.domain.rules.StitchingRules;
import io.throughline.journey.domain.rules.SwitchWindows;
import io.throughline.journey.domain.rules.TenantRules;
import io.throughline.journey.domain.rules.WaitingRules;
import io.throughline.servicekit.settings.Section;
import io.throughline.servicekit.settings.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads section {@code versions} of a rules file (docs/rules.md). A version says what it changes: all else is as in the
 * version before it, and before the first as in the defaults. A list that a version names replaces the whole list.
 */
public final class VersionsReader {

    private VersionsReader() {}

    /** The versions of a file; the defaults hold until the first one begins. */
    public static RuleVersions read(Section file) {
        var versions = new ArrayList<RuleVersions.Version>();
        versions.add(new RuleVersions.Version(Instant.MIN, TenantRules.defaults()));
        var names = new HashSet<>(List.of(TenantRules.defaults().version()));
        var catalogue = Catalogue.STANDARD;
        for (var section : file.require("versions", "a list of versions")
                .map(Value::sections)
                .orElse(List.of())) {
            catalogue = Catalogue.read(section, catalogue);
            var before = versions.getLast();
            var rules = rules(section, before.rules(), catalogue);
            var from = from(section, versions.size() == 1, before.from());
            boolean isNamed = !rules.version().isEmpty();
            if (isNamed && !names.add(rules.version())) {
                section.problemOfName(
                        "version", "another version has this name", "Give each version a name of its own.");
            } else if (isNamed && from != null) {
                if (from.equals(Instant.MIN)) {
                    versions.clear();
                }
                versions.add(new RuleVersions.Version(from, rules));
            }
        }
        return new RuleVersions(versions);
    }

    private static @Nullable Instant from(Section section, boolean first, Instant before) {
        if (section.get("from").isEmpty() && first) {
            return Instant.MIN;
        }
        section.require("from", "since when it holds, e.g. 2026-07-01T00:00:00+08:00");
        var from = Kinds.moment(section, "from");
        if (from != null && !from.isAfter(before)) {
            section.problemOfName(
                    "from",
                    "it is not later than the version before",
                    "List versions in the order in which they begin.");
            return null;
        }
        return from;
    }

    private static TenantRules rules(Section section, TenantRules before, Catalogue catalogue) {
        var name = section.require("version", "its name, as verdicts give it, e.g. \"2026-07\"")
                .flatMap(Value::text)
                .orElse("");
        return new TenantRules(
                name,
                Objects.requireNonNull(Kinds.zone(section, "zone", before.zone())),
                catalogue.channels(),
                part(section, "stitching", before.stitching(), VersionsReader::stitching),
                part(section, "waiting", before.waiting(), VersionsReader::waiting),
                part(section, "replies", before.replies(), (part, old) -> PromiseReader.replies(part, old, catalogue)),
                part(section, "windows", before.windows(), VersionsReader::windows),
                part(section, "judging", before.judging(), VersionsReader::judging),
                list(
                        section,
                        "openingHours",
                        before.openingHours(),
                        part -> Optional.of(ScheduleReader.read(part, catalogue))),
                list(
                        section,
                        "serviceLevels",
                        before.serviceLevels(),
                        part -> PromiseReader.serviceLevel(part, catalogue)),
                list(
                        section,
                        "notServiceable",
                        before.notServiceable(),
                        part -> PromiseReader.notServiceable(part, catalogue)));
    }

    private static StitchingRules stitching(Section section, StitchingRules before) {
        return new StitchingRules(
                Kinds.duration(section, "gap", before.gap()),
                Kinds.duration(section, "reopening", before.reopening()),
                Kinds.duration(section, "reconnect", before.reconnect()));
    }

    private static WaitingRules waiting(Section section, WaitingRules before) {
        return new WaitingRules(
                Kinds.seconds(section, "shortAbandon", before.shortAbandon()),
                Kinds.seconds(section, "longWait", before.longWait()));
    }

    private static SwitchWindows windows(Section section, SwitchWindows before) {
        return new SwitchWindows(
                Kinds.duration(section, "live", before.live()),
                Kinds.duration(section, "asynchronous", before.asynchronous()),
                Kinds.duration(section, "instructed", before.instructed()));
    }

    private static JudgingRules judging(Section section, JudgingRules before) {
        return new JudgingRules(
                Kinds.count(section, "authenticationAttempts", before.authenticationAttempts()),
                Kinds.count(section, "habitJourneys", before.habitJourneys()),
                Kinds.probability(section, "twoSupporting", before.twoSupporting()),
                Kinds.probability(section, "oneSupporting", before.oneSupporting()),
                Kinds.probability(section, "choiceOnly", before.choiceOnly()),
                Kinds.probability(section, "forcedFrom", before.forcedFrom()));
    }

    private static <T> T part(Section version, String name, T before, BiFunction<Section, T, T> reader) {
        return version.get(name)
                .flatMap(Value::section)
                .map(section -> reader.apply(section, before))
                .orElse(before);
    }

    private static <T> List<T> list(
            Section version, String name, List<T> before, Function<Section, Optional<T>> reader) {
        return version.get(name)
                .map(value -> value.sections().stream()
                        .map(reader)
                        .flatMap(Optional::stream)
                        .toList())
                .orElse(before);
    }
}
