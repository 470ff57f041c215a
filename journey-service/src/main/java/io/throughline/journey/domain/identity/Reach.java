package io.throughline.journey.domain.identity;

/**
 * With whom an identifier may be linked, by how many others it was seen with. More neighbours only ever narrow it, so
 * it does not matter in which order they came.
 */
public enum Reach {
    /** With anybody. */
    ALL,
    /** Not with weak identifiers: it was seen with so many of them that they say nothing. */
    FIRM,
    /** With nobody: a switchboard, a kiosk, a value that stands for "not known". */
    NONE;

    /** An identifier seen with more different strong or medium identifiers than this links nobody. */
    static final int MOST_FIRM_NEIGHBOURS = 25;

    /** One seen with more different weak identifiers than this is not linked by them: work per event stays bounded. */
    static final int MOST_WEAK_NEIGHBOURS = 250;

    /**
     * The reach by the numbers of neighbours.
     *
     * @param firm different strong or medium identifiers it was seen with or linked to
     * @param weak different weak ones
     */
    public static Reach of(int firm, int weak) {
        if (firm > MOST_FIRM_NEIGHBOURS) {
            return NONE;
        }
        return weak > MOST_WEAK_NEIGHBOURS ? FIRM : ALL;
    }

    /** Whether an identifier of this reach may be linked with the other. */
    public boolean admits(IdentifierToken other) {
        return switch (this) {
            case ALL -> true;
            case FIRM -> !other.isWeak();
            case NONE -> false;
        };
    }

    /** The narrower of both. */
    public Reach narrower(Reach other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
