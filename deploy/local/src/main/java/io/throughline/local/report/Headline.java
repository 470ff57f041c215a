package io.throughline.local.report;

import java.util.List;

/**
 * A KPI of the first page, with what a published survey found when it asked for it by questionnaire.
 *
 * @param kpi id with its variant, as {@code GET /v1/kpis} takes it
 * @param label in words
 * @param form how its value is written
 * @param published the surveys' figure, a reference that is never mixed into the live one; empty where there is none
 */
public record Headline(String kpi, String label, Form form, String published) {

    /** How a value is written. */
    public enum Form {
        /** 0..1, written in percent with numerator and denominator. */
        SHARE,
        /** A plain number with its count. */
        MEAN,
        /** How many times as large: a relative risk. */
        TIMES
    }

    /** In the order of the report. */
    public static final List<Headline> ALL = List.of(
            new Headline(
                    "fcr.gross:w7d",
                    "Solved at first contact (FCR, 7 days)",
                    Form.SHARE,
                    "HKACE 2018: 90 % of customers expect it"),
            new Headline("resolution.rate", "Issues solved", Form.SHARE, ""),
            new Headline("contacts.per-resolution", "Contacts per solved issue", Form.MEAN, ""),
            new Headline("csat.mean", "Satisfaction (CSAT, 1 to 5)", Form.MEAN, ""),
            new Headline("csat.top2", "Satisfied (4 or 5)", Form.SHARE, ""),
            new Headline(
                    "switch.forced:strict",
                    "Forced channel switches, proven",
                    Form.SHARE,
                    "COPC 2022: 60 % of multi-channel customers were forced"),
            new Headline("switch.forced:low", "  lower bound (undetermined not forced)", Form.SHARE, ""),
            new Headline("switch.forced:high", "  upper bound (undetermined forced)", Form.SHARE, ""),
            new Headline(
                    "risk.forced:crude",
                    "Risk of dissatisfaction when forced",
                    Form.TIMES,
                    "COPC 2022: \"1.5 times\" more (a ratio of 1.5 or 2.5)"));
}
