package io.throughline.local.backfill.mapping;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read, where that is not as usual.
 *
 * @param delimiter between the columns of a CSV file; the comma unless told otherwise
 * @param encoding of a CSV file; UTF-8 unless told otherwise
 * @param sheet of an Excel file; null: its first
 */
public record FileFormat(char delimiter, Charset encoding, @Nullable String sheet) {

    public static final FileFormat USUAL = new FileFormat(',', StandardCharsets.UTF_8, null);

    private static final List<String> SETTINGS = List.of("delimiter", "encoding", "sheet");

    static FileFormat read(YamlNode node) {
        var entries = node.entries(SETTINGS);
        @Nullable YamlNode delimiter = entries.get("delimiter");
        @Nullable YamlNode encoding = entries.get("encoding");
        @Nullable YamlNode sheet = entries.get("sheet");
        return new FileFormat(
                delimiter == null ? USUAL.delimiter() : delimiter(delimiter),
                encoding == null ? USUAL.encoding() : charset(encoding),
                sheet == null ? null : sheet.text());
    }

    private static char delimiter(YamlNode node) {
        var text = node.text();
        if (text.equals("tab")) {
            return '\t';
        }
        if (text.length() != 1) {
            throw node.problem("'delimiter' is one character, or the word tab");
        }
        return text.charAt(0);
    }

    private static Charset charset(YamlNode node) {
        try {
            return Charset.forName(node.text());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw node.problem("'" + node.text() + "' is no encoding that is known here; write utf-8 or windows-1252");
        }
    }
}
