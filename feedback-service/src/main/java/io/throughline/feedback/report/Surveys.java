package io.throughline.feedback.report;

import org.jspecify.annotations.Nullable;

/** The published surveys, and their figures as references. */
final class Surveys {

    private static final String COPC = "COPC and a partner, 2022";
    private static final String HKACE = "HKACE, Hong Kong, 2018 (500 customers, 358 staff)";
    private static final String MOXTRA = "Moxtra, 2021 (1,000 consumers, 200 leaders)";
    private static final String INFOBIP = "Infobip, 2021 (2,760 professionals, nine Asian markets)";
    private static final String ZOOM = "Zoom's maturity model of customer experience (HKET, 2023)";

    private Surveys() {}

    static Reference copc(String finding, @Nullable Double value, @Nullable String caution) {
        return new Reference(COPC, finding, value, caution);
    }

    static Reference hkace(String finding, @Nullable Double value, @Nullable String caution) {
        return new Reference(HKACE, finding, value, caution);
    }

    static Reference moxtra(String finding, @Nullable Double value, @Nullable String caution) {
        return new Reference(MOXTRA, finding, value, caution);
    }

    static Reference infobip(String finding, @Nullable Double value, @Nullable String caution) {
        return new Reference(INFOBIP, finding, value, caution);
    }

    static Reference zoom(String finding) {
        return new Reference(ZOOM, finding, null, null);
    }
}
