package io.throughline.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.throughline.intake.identifiers.Succession;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/**
 * The successions of tokens that Kafka has. What is forgotten is sent again and changes nothing; what was not acknowledged
 * is not in here, so that it cannot get lost.
 */
@ApplicationScoped
class AnnouncedSuccessions {

    private static final int REMEMBERED = 50_000;

    private final Cache<Succession, Boolean> announced =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    boolean contains(Succession succession) {
        return announced.getIfPresent(succession) != null;
    }

    void add(Collection<Succession> successions) {
        successions.forEach(succession -> announced.put(succession, true));
    }
}
