package io.throughline.feedback.report;

import io.throughline.feedback.domain.finding.FindingKind;
import io.throughline.feedback.readmodel.MeasureQuestion.By;
import io.throughline.feedback.readmodel.MeasureQuestion.Measure;
import io.throughline.feedback.readmodel.MeasureQuestion.OfFinding;
import io.throughline.feedback.readmodel.MeasureQuestion.OfKpi;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A section that is asked for.
 *
 * @param by into which parts the cases fall
 * @param whole label of the whole; null where there is one whole
 * @param part label of the part; null where there is one part
 * @param nothing why there is no value when there is no case
 * @param references by the labels of the figure that they stand beside
 */
record Asked(
        String name,
        String title,
        Section.Unit unit,
        Measure measure,
        By by,
        @Nullable String whole,
        @Nullable String part,
        String nothing,
        Map<Map<String, String>, Reference> references) {

    /** What a title says where younger contacts are left out. */
    static final String OVER = ", of contacts whose 7 days are over";

    /** One figure. */
    static Asked one(String name, String title, Section.Unit unit, Measure measure, String nothing) {
        return new Asked(name, title, unit, measure, By.SAID, null, null, nothing, Map.of());
    }

    /** The same under another name, divided in a way that its title says. */
    Asked named(String other, String how) {
        return new Asked(other, title + ", " + how, unit, measure, by, whole, part, nothing, references);
    }

    /** One figure for each part. */
    Asked parts(String label) {
        return new Asked(name, title, unit, measure, by, whole, label, nothing, references);
    }

    /** One figure for each part within each whole. */
    Asked parts(String wholeLabel, String partLabel) {
        return new Asked(name, title, unit, measure, by, wholeLabel, partLabel, nothing, references);
    }

    /** One figure for each value of a dimension, or each part of the day. */
    Asked by(By other, String label) {
        return new Asked(name, title, unit, measure, other, whole, label, nothing, references);
    }

    /** One figure over all parts of all wholes. */
    Asked altogether() {
        return new Asked(name, title, unit, measure, By.ALL, null, null, nothing, references);
    }

    /** With a survey's figure beside the live one of these labels. */
    Asked beside(Map<String, String> labels, Reference reference) {
        var more = new HashMap<>(references);
        more.put(labels, reference);
        return new Asked(name, title, unit, measure, by, whole, part, nothing, more);
    }

    /** The labels of a figure. */
    SortedMap<String, String> labels(String wholeValue, String partValue) {
        var labels = new TreeMap<String, String>();
        if (whole != null) {
            labels.put(whole, wholeValue);
        }
        if (part != null) {
            labels.put(part, partValue);
        }
        return labels;
    }

    static Measure finding(FindingKind kind) {
        return new OfFinding(kind);
    }

    static Measure kpi(String id) {
        return new OfKpi(ReportSpan.rule(id));
    }
}
