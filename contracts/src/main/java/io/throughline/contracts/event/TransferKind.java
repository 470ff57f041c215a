package io.throughline.contracts.event;

import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.throughline.contracts.json.LowerCase;

/** How a transfer was made. */
@EnumNaming(LowerCase.class)
public enum TransferKind {
    WARM,
    BLIND,
    QUEUE,
    EXTERNAL
}
