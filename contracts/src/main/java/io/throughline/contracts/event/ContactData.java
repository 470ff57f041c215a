package io.throughline.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened in a contact; the event's subject is the contact. A component that is null is not known. */
public sealed interface ContactData extends EventData {

    /** The contact begins. */
    record Started(@JsonUnwrapped ContactContext context) implements ContactData {
        public Started {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public Started withContext(ContactContext other) {
            return new Started(other);
        }
    }

    /**
     * It waits for a person in {@code context.queue}.
     *
     * @param estimatedWaitSeconds the wait told to the customer, in seconds
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Queued(@JsonUnwrapped ContactContext context, @Nullable Double estimatedWaitSeconds) implements ContactData {
        public Queued {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public Queued withContext(ContactContext other) {
            return new Queued(other, estimatedWaitSeconds);
        }
    }

    /**
     * Somebody or something serves it.
     *
     * @param by {@code human} or {@code bot}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answered(@JsonUnwrapped ContactContext context, @Nullable Party by) implements ContactData {
        public Answered {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public Answered withContext(ContactContext other) {
            return new Answered(other, by);
        }
    }

    /**
     * One turn in a chat or an asynchronous contact; the text is never sent.
     *
     * @param from {@code customer}, {@code agent} or {@code bot}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Message(@JsonUnwrapped ContactContext context, @Nullable Party from) implements ContactData {
        public Message {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public Message withContext(ContactContext other) {
            return new Message(other, from);
        }
    }

    /**
     * Who it is became known within the contact, by {@code context.identifiers}.
     *
     * @param authenticated whether the customer proved it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Identified(@JsonUnwrapped ContactContext context, @Nullable Boolean authenticated) implements ContactData {
        public Identified {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public Identified withContext(ContactContext other) {
            return new Identified(other, authenticated);
        }
    }

    /**
     * The customer could not prove who they are.
     *
     * @param method e.g. {@code otp}
     * @param attempts failed attempts so far, at least 1
     * @param locked whether no further attempt is allowed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AuthenticationFailed(
            @JsonUnwrapped ContactContext context,
            @Nullable String method,
            @Nullable Integer attempts,
            @Nullable Boolean locked)
            implements ContactData {
        public AuthenticationFailed {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public AuthenticationFailed withContext(ContactContext other) {
            return new AuthenticationFailed(other, method, attempts, locked);
        }
    }

    /**
     * What the customer wants became known: {@code context.intent}.
     *
     * @param confidence 0..1
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IntentDetected(@JsonUnwrapped ContactContext context, @Nullable Double confidence) implements ContactData {
        public IntentDetected {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public IntentDetected withContext(ContactContext other) {
            return new IntentDetected(other, confidence);
        }
    }

    /**
     * Bot, IVR, site or app could not go on.
     *
     * @param reason why
     * @param step where in the flow
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SelfServiceFailed(
            @JsonUnwrapped ContactContext context, @Nullable FailureReason reason, @Nullable String step)
            implements ContactData {
        public SelfServiceFailed {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public SelfServiceFailed withContext(ContactContext other) {
            return new SelfServiceFailed(other, reason, step);
        }
    }

    /**
     * The business told the customer to use another channel.
     *
     * @param toChannel channel code
     * @param by {@code agent}, {@code bot}, {@code ivr}, {@code site} or {@code policy}
     * @param reason in the platform's words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Redirected(
            @JsonUnwrapped ContactContext context,
            @Nullable String toChannel,
            @Nullable Party by,
            @Nullable String reason)
            implements ContactData {
        public Redirected {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public Redirected withContext(ContactContext other) {
            return new Redirected(other, toChannel, by, reason);
        }
    }

    /**
     * The business gave a choice of channels. One option is no choice.
     *
     * @param options channel codes offered, the present one included where staying was one
     * @param chosen the channel code chosen
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SwitchOffered(@JsonUnwrapped ContactContext context, List<String> options, @Nullable String chosen)
            implements ContactData {
        public SwitchOffered {
            context = context == null ? ContactContext.EMPTY : context;
            options = options == null ? List.of() : List.copyOf(options);
        }

        @Override
        public SwitchOffered withContext(ContactContext other) {
            return new SwitchOffered(other, options, chosen);
        }
    }

    /**
     * The customer asked for another channel.
     *
     * @param toChannel channel code
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SwitchRequested(@JsonUnwrapped ContactContext context, @Nullable String toChannel) implements ContactData {
        public SwitchRequested {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public SwitchRequested withContext(ContactContext other) {
            return new SwitchRequested(other, toChannel);
        }
    }

    /**
     * The channel could not be had.
     *
     * @param reason why
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Unavailable(@JsonUnwrapped ContactContext context, @Nullable UnavailableReason reason)
            implements ContactData {
        public Unavailable {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public Unavailable withContext(ContactContext other) {
            return new Unavailable(other, reason);
        }
    }

    /**
     * A rule needs another channel: a branch visit, paper, a signature.
     *
     * @param toChannel channel code
     * @param policy which rule
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PolicyRequires(@JsonUnwrapped ContactContext context, @Nullable String toChannel, @Nullable String policy)
            implements ContactData {
        public PolicyRequires {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public PolicyRequires withContext(ContactContext other) {
            return new PolicyRequires(other, toChannel, policy);
        }
    }

    /**
     * A callback was offered.
     *
     * @param by {@code customer} or {@code system}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CallbackOffered(@JsonUnwrapped ContactContext context, @Nullable Party by) implements ContactData {
        public CallbackOffered {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public CallbackOffered withContext(ContactContext other) {
            return new CallbackOffered(other, by);
        }
    }

    /**
     * A callback was asked for by the customer, or arranged by the system.
     *
     * @param by {@code customer} or {@code system}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CallbackRequested(@JsonUnwrapped ContactContext context, @Nullable Party by) implements ContactData {
        public CallbackRequested {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public CallbackRequested withContext(ContactContext other) {
            return new CallbackRequested(other, by);
        }
    }

    /**
     * The contact was handed on.
     *
     * @param toContactId contact id of the same source
     * @param toChannel channel code
     * @param toQueue queue
     * @param by {@code agent}, {@code bot}, {@code system} or {@code customer}
     * @param kind how
     * @param reason free; {@code capability}, {@code language} or {@code permission} for what the first could not do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Transferred(
            @JsonUnwrapped ContactContext context,
            @Nullable String toContactId,
            @Nullable String toChannel,
            @Nullable String toQueue,
            @Nullable Party by,
            @Nullable TransferKind kind,
            @Nullable String reason)
            implements ContactData {
        public Transferred {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public Transferred withContext(ContactContext other) {
            return new Transferred(other, toContactId, toChannel, toQueue, by, kind, reason);
        }
    }

    /**
     * Nobody replied in time.
     *
     * @param sla which promise
     * @param dueAt when the reply was due
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SlaBreached(@JsonUnwrapped ContactContext context, @Nullable Sla sla, @Nullable Instant dueAt)
            implements ContactData {
        public SlaBreached {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public SlaBreached withContext(ContactContext other) {
            return new SlaBreached(other, sla, dueAt);
        }
    }

    /**
     * The customer left before being served.
     *
     * @param waitSeconds how long they had waited, at least 0
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Abandoned(@JsonUnwrapped ContactContext context, @Nullable Double waitSeconds) implements ContactData {
        public Abandoned {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public Abandoned withContext(ContactContext other) {
            return new Abandoned(other, waitSeconds);
        }
    }

    /**
     * The contact ended by a fault or a timer.
     *
     * @param reason which
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Dropped(@JsonUnwrapped ContactContext context, @Nullable DropReason reason) implements ContactData {
        public Dropped {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public Dropped withContext(ContactContext other) {
            return new Dropped(other, reason);
        }
    }

    /**
     * The contact is over.
     *
     * @param endedBy {@code customer}, {@code agent}, {@code bot} or {@code system}
     * @param outcome null is the same as unknown
     * @param disposition the tenant's own wrap-up code
     * @param durations in seconds
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ended(
            @JsonUnwrapped ContactContext context,
            @Nullable Party endedBy,
            @Nullable Outcome outcome,
            @Nullable String disposition,
            @Nullable Durations durations)
            implements ContactData {
        public Ended {
            context = context == null ? ContactContext.EMPTY : context;
        }

        @Override
        public Ended withContext(ContactContext other) {
            return new Ended(other, endedBy, outcome, disposition, durations);
        }
    }
}
