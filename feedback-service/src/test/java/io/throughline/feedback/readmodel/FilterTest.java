package io.throughline.feedback.readmodel;

import static io.throughline.feedback.domain.kpi.Dimension.CHANNEL;
import static io.throughline.feedback.domain.kpi.Dimension.MARKET;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.feedback.domain.kpi.Dimension;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FilterTest {

    private static final Filter PHONE_OR_CHAT = filter(Map.of(CHANNEL, Set.of("phone", "chat")));

    @Test
    void letsThroughWhatBothDo() {
        assertThat(PHONE_OR_CHAT.and(filter(Map.of(MARKET, Set.of("HK")))))
                .isEqualTo(filter(Map.of(CHANNEL, Set.of("phone", "chat"), MARKET, Set.of("HK"))));
        assertThat(PHONE_OR_CHAT.and(filter(Map.of(CHANNEL, Set.of("chat", "email")))))
                .isEqualTo(filter(Map.of(CHANNEL, Set.of("chat"))));
        assertThat(PHONE_OR_CHAT.and(filter(Map.of(CHANNEL, Set.of("email")))))
                .isEqualTo(filter(Map.of(CHANNEL, Set.of())));
        assertThat(PHONE_OR_CHAT.and(filter(Map.of()))).isEqualTo(PHONE_OR_CHAT);
    }

    private static Filter filter(Map<Dimension, Set<String>> allowed) {
        return new Filter(new TreeMap<>(allowed));
    }
}
