package io.throughline.testkit.journey;

import io.throughline.contracts.journey.Cause;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.Evidence;
import io.throughline.contracts.journey.Evidence.Strength;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A channel switch between the last two contacts of a sample journey. */
public final class SampleSwitch {

    private final Verdict verdict;
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private Verdict eventVerdict;
    private @Nullable Cause cause;
    private double probability = 1;
    private @Nullable Boolean customerSaid;

    private record Item(String name, Strength strength) {}

    private SampleSwitch(Verdict verdict) {
        this.verdict = verdict;
        this.eventVerdict = verdict;
    }

    public static SampleSwitch judged(Verdict verdict) {
        return new SampleSwitch(verdict);
    }

    public SampleSwitch because(@Nullable Cause why) {
        cause = why;
        return this;
    }

    public SampleSwitch probability(double value) {
        probability = value;
        return this;
    }

    /** The customer's own answer, and what events alone would say. */
    public SampleSwitch customerSaid(@Nullable Boolean forced, Verdict byEvents) {
        customerSaid = forced;
        eventVerdict = byEvents;
        return this;
    }

    public SampleSwitch evidence(Evidence... all) {
        evidence.addAll(List.of(all));
        return this;
    }

    /** Evidence of the first contact, by its item: {@code F6}, {@code V2} … */
    public SampleSwitch item(String name, Strength strength) {
        items.add(new Item(name, strength));
        return this;
    }

    ChannelSwitch build(SampleJourney journey, JourneyContact from, JourneyContact to) {
        var all = new ArrayList<>(evidence);
        for (var item : items) {
            all.add(new Evidence(from.source(), "e-" + all.size(), item.name, item.strength, from.startedAt(), null));
        }
        return new ChannelSwitch(
                journey.tenant(),
                "s_" + to.contactId(),
                journey.journeyId(),
                journey.customerId(),
                from.ref(),
                to.ref(),
                from.channel(),
                to.channel(),
                to.startedAt(),
                verdict,
                cause,
                null,
                probability,
                all,
                "default-1",
                customerSaid,
                eventVerdict,
                false,
                journey.intent(),
                from.market(),
                journey.revision(),
                List.of());
    }
}
