package io.throughline.feedback.domain.cell;

import io.throughline.contracts.kpi.Kpi;
import io.throughline.contracts.kpi.Kpi.State;
import io.throughline.contracts.kpi.KpiRevision;
import io.throughline.feedback.domain.kpi.Estimate;
import io.throughline.feedback.domain.kpi.KpiRule;
import io.throughline.feedback.domain.kpi.Sums;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One KPI's way from what was told of it to what is so. */
final class Restatement {

    private final Place place;
    private final KpiRule rule;
    private final Figure figure;
    private final SortedMap<String, Long> movers;
    private final int minimumCases;
    private final Sums sums;
    private final Instant maturesAt;
    /** Null where there is none, and where nothing moved: then it is not needed, and costs most of all this. */
    private final @Nullable Estimate estimate;

    private final @Nullable State state;

    Restatement(Place place, KpiRule rule, Figure figure, Moves moves, Instant clock, int minimumCases) {
        this.place = place;
        this.rule = rule;
        this.figure = figure;
        this.minimumCases = minimumCases;
        movers = moves.movers(rule.id());
        sums = figure.sums().plus(moves.change(rule.id()));
        maturesAt = place.end().toInstant().plus(rule.maturesAfter());
        State byTime = clock.isBefore(maturesAt) ? State.PROVISIONAL : State.MATURED;
        if (sums.equals(figure.told())) {
            state = figure.toldState() == null ? null : byTime;
            estimate = state == figure.toldState() ? null : rule.formula().of(sums);
        } else {
            estimate = rule.formula().of(sums);
            state = estimate == null ? null : byTime;
        }
    }

    /** Whether anything is different from what was told. */
    boolean isNews() {
        return moved() || state != figure.toldState();
    }

    /** When the state will change by itself; null when it will not. */
    @Nullable
    Instant maturesLaterAt() {
        return state == State.PROVISIONAL ? maturesAt : null;
    }

    /** The figure once it has been told. */
    Figure after() {
        return new Figure(sums, state, isNews() ? figure.revision() + 1 : figure.revision());
    }

    Announcement announcement() {
        boolean correction = moved() && figure.toldState() != null;
        return new Announcement(
                place.key().recordKey(rule.id()),
                value(),
                entry(),
                correction,
                correction && figure.toldState() == State.MATURED);
    }

    private boolean moved() {
        return !toTell().equals(figure.told());
    }

    /** Sums that make no value are told as nothing, so that the ledger sums to what is published. */
    private Sums toTell() {
        return state == null ? Sums.ZERO : sums;
    }

    private @Nullable Kpi value() {
        if (estimate == null || state == null) {
            return null;
        }
        return new Kpi(
                place.key().tenant(),
                rule.id().name(),
                rule.id().variant(),
                place.key().size().code(),
                place.key().zone().getId(),
                place.start(),
                place.end(),
                place.key().dimensions(),
                estimate.value(),
                rule.formula().numerator(sums),
                sums.denominator(),
                estimate.interval(),
                state,
                estimate.cases() < minimumCases,
                maturesAt,
                figure.revision() + 1,
                place.asOf());
    }

    private KpiRevision entry() {
        Estimate old = rule.formula().of(figure.told());
        return new KpiRevision(
                place.key().tenant(),
                rule.id().name(),
                rule.id().variant(),
                place.key().size().code(),
                place.key().zone().getId(),
                place.start(),
                place.end(),
                place.key().dimensions(),
                old == null ? null : old.value(),
                estimate == null ? null : estimate.value(),
                rule.formula().numerator(toTell()).subtract(rule.formula().numerator(figure.told())),
                toTell().denominator() - figure.told().denominator(),
                moved() ? cause() : "matured",
                moved() ? List.copyOf(movers.keySet()) : List.of(),
                figure.revision() + 1);
    }

    private String cause() {
        if (movers.size() >= Moves.MOVERS) {
            return Moves.MOVERS + " journeys or more";
        }
        if (movers.size() > 1) {
            return movers.size() + " journeys";
        }
        long revision = movers.firstEntry().getValue();
        return "journey " + movers.firstKey() + (revision == 0 ? " withdrawn" : " revision " + revision);
    }
}
