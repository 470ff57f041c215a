package io.throughline.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * An event of a type that this version does not know. It is kept and counted, never an error. Only the general context
 * is kept of its data: nobody here can say whether another field holds personal data.
 *
 * @param type the full type name, as sent
 */
public record UnknownData(@JsonIgnore @Nullable String type, @JsonUnwrapped ContactContext context)
        implements EventData {

    public UnknownData {
        context = context == null ? ContactContext.EMPTY : context;
    }

    @Override
    public UnknownData withContext(ContactContext other) {
        return new UnknownData(type, other);
    }

    UnknownData named(String typeName) {
        return new UnknownData(typeName, context);
    }
}
