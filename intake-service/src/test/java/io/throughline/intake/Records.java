package io.throughline.intake;

import io.throughline.intake.Candidates.UnreadableBody;
import io.throughline.intake.identifiers.Pseudonymiser;
import io.throughline.intake.keys.MasterKeys;
import io.throughline.intake.publish.OutgoingRecord;
import io.throughline.servicekit.rules.IdentifierRules;
import java.time.Instant;
import java.util.List;

/** All that intake does with candidates but to write them, without a service around it. */
public final class Records {

    private static final MasterKeys KEYS = MasterKeys.parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

    private final EventReader reader;

    public Records() {
        var pseudonymiser = new Pseudonymiser(KEYS, tenant -> IdentifierRules.NONE);
        reader = new EventReader(
                pseudonymiser, new RecordWriter(new MaskedInput(pseudonymiser)), new AnnouncedSuccessions());
    }

    /** The records that the candidates become, refusals among them. */
    public List<OutgoingRecord> of(Origin origin, Candidates candidates, Instant now) {
        try {
            return reader.read(origin, candidates, now).records();
        } catch (UnreadableBody e) {
            return reader.readOne(origin, e.body(), now).records();
        }
    }
}
