package io.throughline.contracts.event;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How a transfer was made. */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum TransferKind {
    WARM,
    BLIND,
    QUEUE,
    EXTERNAL
}
