package io.throughline.local.backfill.mapping;

/** What is wrong with the content of a row; it is reported and the import goes on, so it has no stack trace. */
final class CellProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    CellProblem(String reason, String remedy) {
        super(reason, null, false, false);
        this.remedy = remedy;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    String remedy() {
        return remedy;
    }
}
