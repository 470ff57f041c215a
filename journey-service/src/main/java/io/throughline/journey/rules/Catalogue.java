package io.throughline.journey.rules;

import io.throughline.contracts.catalogue.Channel;
import io.throughline.contracts.catalogue.Channel.Group;
import io.throughline.contracts.catalogue.Channel.Timing;
import io.throughline.contracts.catalogue.ChannelCatalogue;
import io.throughline.contracts.catalogue.Intents;
import io.throughline.servicekit.settings.Section;
import io.throughline.servicekit.settings.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The channels and intents that a version of the rules can speak of: the standard ones and the tenant's own. */
record Catalogue(ChannelCatalogue channels, Set<String> intents) {

    static final Catalogue STANDARD = new Catalogue(ChannelCatalogue.standard(), Set.copyOf(Intents.STANDARD));

    /** The catalogue of a version; what it does not say is as in the version before. */
    static Catalogue read(Section version, Catalogue before) {
        var channels = version.get("channels").map(Catalogue::channels).orElse(before.channels());
        var intents = version.get("intents").map(Catalogue::intents).orElse(before.intents());
        return new Catalogue(channels, intents);
    }

    /** A channel's code that must be known: an event may bring any code, but in rules an unknown one is a slip. */
    @Nullable
    String channel(Section section) {
        return section.get("channel").map(this::channel).orElse(null);
    }

    @Nullable
    String channel(Value value) {
        var code = value.text().orElse(null);
        if (code != null && !channels.codes().contains(code)) {
            value.problem(
                    "no channel has the code '" + code + "'",
                    "one of " + String.join(", ", channels.codes()) + ", or add it under 'channels'");
            return null;
        }
        return code;
    }

    @Nullable
    String intent(Section section) {
        var value = section.get("intent");
        var code = value.flatMap(Value::text).orElse(null);
        if (code != null && !intents.contains(code)) {
            value.get()
                    .problem(
                            "no intent has the code '" + code + "'",
                            "one of " + String.join(", ", new TreeSet<>(intents)) + ", or add it under 'intents'");
        }
        return code;
    }

    private static ChannelCatalogue channels(Value list) {
        var own = new ArrayList<Channel>();
        for (var section : list.sections()) {
            var code = section.require("code", "the code that events use").flatMap(Value::text);
            var group = section.require("group", "what it is, e.g. messaging")
                    .flatMap(value -> Kinds.word(value, Group.class));
            var timing =
                    section.require("timing", "live or asynchronous").flatMap(value -> Kinds.word(value, Timing.class));
            boolean selfService = Kinds.truth(section, "selfService");
            if (code.isPresent() && group.isPresent() && timing.isPresent()) {
                own.add(new Channel(code.get(), group.get(), selfService, timing.get()));
            }
        }
        return new ChannelCatalogue(own);
    }

    private static Set<String> intents(Value list) {
        var all = new HashSet<>(Intents.STANDARD);
        List<Value> own = list.list();
        own.forEach(value -> value.text().ifPresent(all::add));
        return Set.copyOf(all);
    }
}
