package io.throughline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.contracts.journey.Cause;
import io.throughline.contracts.journey.Change;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of the page: the same keys in both languages, and a text for everything that the page can say. */
class MessagesTest {

    private static final Path APP = Path.of("src/main/resources/web/app/_page");
    private static final Pattern KEY = Pattern.compile("\\bt\\(\\s*'([^']+)'");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    private final Map<String, String> english = read("en");
    private final Map<String, String> chinese = read("zh-Hant");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        assertThat(english).allSatisfy((key, text) -> assertThat(text).isNotBlank());
        assertThat(chinese).allSatisfy((key, text) -> assertThat(text).isNotBlank());
    }

    @Test
    void bothLanguagesSayTheSameValues() {
        assertThat(english)
                .allSatisfy((key, text) ->
                        assertThat(placeholders(chinese.get(key))).as(key).isEqualTo(placeholders(text)));
    }

    @Test
    void everyKeyOfThePageHasAText() {
        assertThat(english.keySet()).containsAll(keysOfThePage());
    }

    @Test
    void everyVerdictCauseStatusAndReasonHasAText() {
        assertThat(english.keySet())
                .containsAll(keys("verdict", Verdict.values()))
                .containsAll(keys("cause", Cause.values()))
                .containsAll(keys("status", Journey.Status.values()))
                .containsAll(keys("because", Change.Because.values()));
    }

    /** As the explanations of journeys call them. In a table nobody needs to be told that the unknown is a channel. */
    @Test
    void channelsAndIntentsHaveTheNamesOfTheCatalogue() {
        var names = ResourceBundle.getBundle("io.throughline.contracts.catalogue.names", Locale.ENGLISH);

        assertThat(names.keySet())
                .filteredOn(key -> !key.equals("channel.unknown"))
                .allSatisfy(key -> assertThat(english.get(key)).as(key).isEqualTo(names.getString(key)));
    }

    private static Iterable<String> keys(String catalogue, Enum<?>[] words) {
        return Arrays.stream(words).map(word -> catalogue + "." + word.name()).toList();
    }

    private static TreeSet<String> keysOfThePage() {
        try (Stream<Path> files = Files.walk(APP)) {
            return files.filter(file -> file.toString().endsWith(".ts"))
                    .flatMap(file -> KEY.matcher(text(file)).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TreeSet<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The page's own texts, and the words of codes. */
    private static Map<String, String> read(String language) {
        var all = new TreeMap<>(readFile(language));
        all.putAll(readFile("words." + language));
        return all;
    }

    static Map<String, String> readFile(String name) {
        try {
            return new ObjectMapper()
                    .readValue(APP.resolve("messages").resolve(name + ".json").toFile(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
