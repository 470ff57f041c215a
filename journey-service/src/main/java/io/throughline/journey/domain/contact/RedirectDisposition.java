package io.throughline.journey.domain.contact;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The wrap-up code by which agents record that they sent the customer to another channel: {@code REDIRECTED_TO_PHONE}. */
public final class RedirectDisposition {

    private static final String PREFIX = "redirected_to_";

    private RedirectDisposition() {}

    /** The channel that a wrap-up code names; null for any other code. */
    public static @Nullable String channel(String disposition) {
        String code = disposition.strip().toLowerCase(Locale.ROOT);
        return code.startsWith(PREFIX) && code.length() > PREFIX.length() ? code.substring(PREFIX.length()) : null;
    }
}
