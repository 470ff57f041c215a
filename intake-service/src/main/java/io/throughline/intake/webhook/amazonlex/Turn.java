package io.throughline.intake.webhook.amazonlex;

import io.throughline.intake.webhook.Message;
import org.jspecify.annotations.Nullable;

/**
 * What the bot understood.
 *
 * @param confidence 0 to 1; null where Lex does not say
 * @param failed whether the intent could not be fulfilled
 */
record Turn(String intent, @Nullable Double confidence, boolean failed) {

    /** The turn of an event of V2 ({@code sessionState}) or V1 ({@code currentIntent}); null where it is neither. */
    static @Nullable Turn of(Message message) {
        Message second = message.object("sessionState").object("intent");
        Message first = message.object("currentIntent");
        String name = second.text("name") != null ? second.text("name") : first.text("name");
        if (name == null) {
            return null;
        }
        boolean failed = second.word("state").equals("failed")
                || first.word("fulfillmentState").equals("failed")
                || message.word("dialogState").equals("failed");
        return new Turn(name, confidence(message, first, name), failed);
    }

    /** V2 has it among the interpretations; as an object with {@code score} where sentiment is on. */
    private static @Nullable Double confidence(Message message, Message first, String name) {
        for (Message interpretation : message.objects("interpretations")) {
            if (name.equals(interpretation.object("intent").text("name"))) {
                Double score = interpretation.number("nluConfidence");
                return within(
                        score != null
                                ? score
                                : interpretation.object("nluConfidence").number("score"));
            }
        }
        Double score = first.number("nluIntentConfidenceScore");
        return within(
                score != null ? score : first.object("nluIntentConfidence").number("score"));
    }

    private static @Nullable Double within(@Nullable Double score) {
        return score != null && score >= 0 && score <= 1 ? score : null;
    }
}
