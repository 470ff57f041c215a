package io.throughline.contracts.schema;

import com.github.victools.jsonschema.generator.FieldScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the records' comments say of their fields, so that a schema says the same. */
final class RecordComments {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@\\w+ ([^}]*)}");

    private static final Map<Path, String> TEXTS = new HashMap<>();

    private RecordComments() {}

    static Optional<String> of(FieldScope field) {
        Class<?> declaring = field.getDeclaringType().getErasedType();
        Class<?> file = declaring;
        while (file.getEnclosingClass() != null) {
            file = file.getEnclosingClass();
        }
        Path source = SOURCES.resolve(file.getName().replace('.', '/') + ".java");
        return declaring.isRecord()
                ? comment(source, declaring.getSimpleName(), field.getDeclaredName())
                : Optional.empty();
    }

    private static Optional<String> comment(Path source, String record, String field) {
        String text = read(source);
        int declaration = text.indexOf("record " + record + "(");
        int begin = text.lastIndexOf("/**", declaration);
        int end = text.lastIndexOf("*/", declaration);
        // The comment must be the record's own: nothing but annotations and words stands between.
        if (begin < 0 || end < begin || text.substring(end, declaration).contains(";")) {
            return Optional.empty();
        }
        var pattern = Pattern.compile("@param " + field + "\\s+(.*?)(?=\\n\\s*\\*\\s*@|$)", Pattern.DOTALL);
        var found = pattern.matcher(text.substring(begin, end).stripTrailing());
        return found.find() ? Optional.of(plain(found.group(1))) : Optional.empty();
    }

    private static String plain(String comment) {
        String oneLine = comment.replaceAll("\\n\\s*\\*\\s*", " ");
        return INLINE_TAG.matcher(oneLine).replaceAll("$1").strip();
    }

    private static String read(Path source) {
        return TEXTS.computeIfAbsent(source, RecordComments::load);
    }

    private static String load(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
