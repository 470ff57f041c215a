package io.throughline.journey.api;

import io.throughline.contracts.journey.Journey;
import io.throughline.journey.readmodel.JourneyReadModel.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answered part of a list of journeys.
 *
 * @param journeys newest first
 * @param next the {@code cursor} of the next part; null when this is the last
 */
public record JourneyList(List<Journey> journeys, @Nullable String next) {

    static JourneyList of(Page page) {
        return new JourneyList(page.journeys(), Cursor.write(page.next()));
    }
}
