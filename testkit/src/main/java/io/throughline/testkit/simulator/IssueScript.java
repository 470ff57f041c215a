package io.throughline.testkit.simulator;

import io.throughline.contracts.event.CaseData;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Direction;
import io.throughline.contracts.event.Initiation;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.event.Party;
import io.throughline.contracts.event.TransferKind;
import io.throughline.contracts.journey.Cause;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One issue while it is written: its present time, its contacts, and the truth about it. */
final class IssueScript {

    /** Share of the issues for which the first person opens a case. */
    private static final double CASES = 0.2;
    /** Share of the issues solved by the contact that ends them. */
    private static final double SOLVED = 0.87;

    private final Persona persona;
    private final String intent;
    private final String entryChannel;
    private final boolean onlyIssue;
    private final Chance chance;
    private final int firstNumber;
    private final List<ContactEvent> events = new ArrayList<>();
    private final List<ContactRef> contacts = new ArrayList<>();
    private final List<PlantedSwitch> switches = new ArrayList<>();
    private final boolean wantsCase;
    private Instant now;
    private int contactNumber;
    private int customerContacts;
    private @Nullable String caseId;
    private boolean resolved;
    private boolean solvedAtFirstContact;
    private @Nullable Integer csat;

    /**
     * @param onlyIssue whether the customer has no other one: then a contact may keep back what it is about
     * @param firstNumber number of its first contact among the customer's
     */
    IssueScript(
            Persona persona,
            String intent,
            String entryChannel,
            Instant start,
            boolean onlyIssue,
            int firstNumber,
            Chance chance) {
        this.persona = persona;
        this.intent = intent;
        this.entryChannel = entryChannel;
        this.now = start;
        this.onlyIssue = onlyIssue;
        this.firstNumber = firstNumber;
        this.contactNumber = firstNumber;
        this.chance = chance;
        this.wantsCase = chance.yes(CASES);
    }

    Persona persona() {
        return persona;
    }

    String intent() {
        return intent;
    }

    Chance chance() {
        return chance;
    }

    Instant now() {
        return now;
    }

    @Nullable
    String caseId() {
        return caseId;
    }

    String queue() {
        return Company.queue(intent);
    }

    String agent() {
        return String.format(Locale.ROOT, "agent-%03d", chance.between(1, 140));
    }

    List<ContactEvent> events() {
        return events;
    }

    int contactsWritten() {
        return contactNumber - firstNumber;
    }

    void add(ContactEvent event) {
        events.add(event);
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    void passes(Duration least, Duration most) {
        passes(chance.between(least, most));
    }

    /** It becomes an hour after closing on the present day. */
    void becomesEvening() {
        now = Company.thatEvening(now, chance);
    }

    /** A channel the customer may turn to from this one. */
    String elsewhere(ContactScript from) {
        return Preferences.nextChannel(from.channel(), chance);
    }

    /** Where this issue begins. */
    String entryChannel() {
        return entryChannel;
    }

    /** The first contact, on the channel where this issue begins. */
    ContactScript enters() {
        return begins(entryChannel);
    }

    /** The customer comes, as soon as the channel is open. */
    ContactScript begins(String channel) {
        now = Company.whenOpen(channel, now, chance);
        return beginsNow(channel);
    }

    /** The customer comes, open or not. */
    ContactScript beginsNow(String channel) {
        customerContacts++;
        var contact = begins(channel, Direction.INBOUND, Initiation.CUSTOMER, null, null);
        contacts.add(contact.ref());
        return contact;
    }

    /** The customer comes and leaves before it is a contact: the truth has none. */
    ContactScript comesByMistake(String channel) {
        now = Company.whenOpen(channel, now, chance);
        return begins(channel, Direction.INBOUND, Initiation.CUSTOMER, null, null);
    }

    /** The business comes to the customer, perhaps beside a contact that goes on. */
    ContactScript reachesOut(String channel, @Nullable ContactScript beside) {
        var contact = begins(channel, Direction.OUTBOUND, Initiation.OUTBOUND, null, beside);
        contacts.add(contact.ref());
        return contact;
    }

    /** The customer comes again within minutes of a drop, or is called back: still the same contact. */
    ContactScript goesOn(String channel, Initiation initiation, ContactScript previous) {
        var linked = initiation == Initiation.CALLBACK ? previous : null;
        var contact = begins(channel, Direction.INBOUND, initiation, linked, null);
        contacts.add(contact.ref());
        return contact;
    }

    /** An agent ends a contact by handing it on as another contact of the same platform. */
    ContactScript transfers(ContactScript from, String toChannel) {
        var next = new ContactRef(from.ref().source(), contactId(contactNumber + 1));
        from.isTransferredTo(next, toChannel, chance.yes(0.5) ? TransferKind.WARM : TransferKind.BLIND);
        from.ends(Party.AGENT, Outcome.UNRESOLVED);
        passes(Duration.ofSeconds(1), Duration.ofSeconds(4));
        if (!toChannel.equals(from.channel())) {
            customerContacts++;
        }
        var contact = begins(toChannel, Direction.INBOUND, Initiation.TRANSFER, from, null);
        contacts.add(contact.ref());
        return contact;
    }

    private ContactScript begins(
            String channel,
            Direction direction,
            Initiation initiation,
            @Nullable ContactScript previous,
            @Nullable ContactScript related) {
        var ref = new ContactRef(Company.source(channel), contactId(++contactNumber));
        var contact = new ContactScript(this, channel, ref, direction);
        boolean silent = onlyIssue && chance.yes(0.1);
        var context = Contexts.beginning(
                persona,
                channel,
                persona.seenAtStart(channel, chance),
                direction,
                initiation,
                silent ? null : intent,
                caseId,
                previous == null ? null : previous.ref().contactId(),
                related == null ? null : related.ref().contactId());
        contact.tell(new ContactData.Started(context));
        if (!silent) {
            contact.intentIsKnown();
        }
        return contact;
    }

    /** The truth: the business made this switch, which an event of the first contact proves. */
    void forced(ContactScript from, ContactScript to, Verdict verdict, Cause cause) {
        switched(from, to, verdict, cause, true);
    }

    /** The truth: the business made this switch, though no single event proves it. */
    void forcedByHints(ContactScript from, ContactScript to, Cause cause) {
        switched(from, to, Verdict.FORCED, cause, false);
    }

    /** The truth: the business did not make this switch, or nobody knows. */
    void notForced(ContactScript from, ContactScript to, Verdict verdict) {
        switched(from, to, verdict, null, false);
    }

    private void switched(
            ContactScript from, ContactScript to, Verdict verdict, @Nullable Cause cause, boolean proven) {
        switches.add(new PlantedSwitch(from.ref(), to.ref(), from.channel(), to.channel(), verdict, cause, proven));
    }

    /** The contact is served and ends the issue, mostly solved. */
    void settles(ContactScript last) {
        concludes(last.isServed(), chance.yes(SOLVED));
    }

    /** The contact, which was served, ends the issue. */
    void concludes(ContactScript last, boolean solved) {
        concludes(last, solved, last);
    }

    /** The contact ends the issue; another may be the one that the customer is asked about. */
    void concludes(ContactScript last, boolean solved, ContactScript rated) {
        var by = Company.staffed(last.channel()) && chance.yes(0.5) ? Party.AGENT : Party.CUSTOMER;
        last.ends(by, solved ? Outcome.RESOLVED : Outcome.UNRESOLVED);
        resolved = solved;
        solvedAtFirstContact = solved && customerContacts == 1 && last.inbound();
        passes(Duration.ofSeconds(20), Duration.ofMinutes(2));
        if (solved && caseId != null) {
            tellCase(new CaseData.Resolved(Contexts.about(intent, caseId)), "resolved");
        }
        boolean forced = switches.stream().anyMatch(PlantedSwitch::forced);
        csat = Satisfaction.ask(rated, this, solved, customerContacts, forced);
    }

    /** A solved issue comes up again. */
    void reopens() {
        if (caseId != null) {
            tellCase(new CaseData.Reopened(Contexts.about(intent, caseId)), "reopened");
        }
    }

    /** The first person who serves the customer may open a case. */
    void opensCaseOnce() {
        if (wantsCase && caseId == null) {
            caseId = "case-" + contactId(firstNumber + 1);
            tellCase(new CaseData.Opened(Contexts.about(intent, caseId)), "opened");
        }
    }

    PlantedIssue planted(String story) {
        return new PlantedIssue(
                story,
                persona.customerId(),
                intent,
                contacts,
                resolved,
                solvedAtFirstContact,
                customerContacts,
                switches,
                csat);
    }

    private void tellCase(CaseData data, String what) {
        String id = caseId + "." + what;
        add(new ContactEvent("", Company.CRM, id, String.valueOf(caseId), now, null, null, data));
    }

    private String contactId(int number) {
        return String.format(Locale.ROOT, "hk%06d-%02d", persona.number(), number);
    }
}
