package io.throughline.routing.domain;

import io.throughline.contracts.routing.RoutingDecision.Option;
import io.throughline.contracts.routing.RoutingDecision.Reason;
import java.util.List;

/** What the router answers. */
public sealed interface Recommendation {

    /** Every channel considered, best first. */
    List<Option> options();

    /** Why, most important first; never empty. */
    List<Reason> reasons();

    /** The first of the options is likely to be best. */
    record Recommended(List<Option> options, List<Reason> reasons) implements Recommendation {
        public Recommended {
            options = List.copyOf(options);
            reasons = List.copyOf(reasons);
        }

        /** The channel code. */
        public String channel() {
            return options.getFirst().channel();
        }
    }

    /** Every channel already failed the customer, or there is none to choose from. A person must think of something. */
    record NoGoodChannel(List<Option> options, List<Reason> reasons) implements Recommendation {
        public NoGoodChannel {
            options = List.copyOf(options);
            reasons = List.copyOf(reasons);
        }
    }

    /** Neither survey nor measurement tells the channels apart, and where the customer is, is not known. */
    record NotEnoughEvidence(List<Option> options, List<Reason> reasons) implements Recommendation {
        public NotEnoughEvidence {
            options = List.copyOf(options);
            reasons = List.copyOf(reasons);
        }
    }
}
