package io.throughline.contracts.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The issue's own life. The case id is {@code context.caseId}, or the event's subject where that is absent; the intent
 * is {@code context.intent}.
 */
public sealed interface CaseData extends EventData {

    /** The issue was opened. */
    record Opened(@JsonUnwrapped ContactContext context) implements CaseData {
        public Opened {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public Opened withContext(ContactContext other) {
            return new Opened(other);
        }
    }

    /** The business holds the issue for solved. */
    record Resolved(@JsonUnwrapped ContactContext context) implements CaseData {
        public Resolved {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public Resolved withContext(ContactContext other) {
            return new Resolved(other);
        }
    }

    /** A solved issue came up again. */
    record Reopened(@JsonUnwrapped ContactContext context) implements CaseData {
        public Reopened {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public Reopened withContext(ContactContext other) {
            return new Reopened(other);
        }
    }

    /** The issue is closed for good. */
    record Closed(@JsonUnwrapped ContactContext context) implements CaseData {
        public Closed {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public Closed withContext(ContactContext other) {
            return new Closed(other);
        }
    }
}
