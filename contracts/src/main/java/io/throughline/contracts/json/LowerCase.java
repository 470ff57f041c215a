package io.throughline.contracts.json;

import com.fasterxml.jackson.databind.EnumNamingStrategy;
import java.util.Locale;

/**
 * The words of an enumeration as the contract writes them: {@code NO_RESULT} is {@code no_result}. Jackson's own
 * snake-case strategy has no public constructor, without which the OpenAPI scanner stops the build.
 */
public final class LowerCase implements EnumNamingStrategy {

    @Override
    public String convertEnumToExternalName(String constant) {
        return constant.toLowerCase(Locale.ROOT);
    }
}
