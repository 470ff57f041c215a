package io.throughline.journey.stream.message;

/** What the stages tell each other. A new kind stands behind the others of its stage: kinds are written by their place. */
public sealed interface StageMessage permits ContactMessage, IdentityMessage, CaseMessage, CustomerMessage {}
