package io.throughline.servicekit.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class WithoutMessagesTest {

    @Test
    void keepsClassesAndPlacesAndDropsMessages() {
        var cause = new NumberFormatException("For input string: +85223456789");
        var error = new IllegalStateException("cannot handle +85223456789", cause);

        var printed = printed(WithoutMessages.of(error));

        assertThat(printed)
                .startsWith("java.lang.IllegalStateException")
                .contains("Caused by: java.lang.NumberFormatException", "WithoutMessagesTest.keepsClasses")
                .doesNotContain("85223456789");
    }

    @Test
    void chainOfCausesThatLoopsComesToAnEnd() {
        var first = new IllegalStateException();
        var second = new IllegalStateException(first);
        first.initCause(second);

        assertThat(printed(WithoutMessages.of(first)).split("Caused by", -1)).hasSize(11);
    }

    private static String printed(Throwable error) {
        var text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
