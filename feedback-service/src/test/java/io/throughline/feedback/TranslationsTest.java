package io.throughline.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.throughline.testkit.stack.StackResource;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page translates what reports say in English: there is no sentence of a report without its translation. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "feedback"))
class TranslationsTest {

    private static final Set<String> SENTENCES =
            Set.of("question", "title", "noValue", "survey", "finding", "caution", "reasons");
    /** What of a sentence is not the same each time, as the page has it. */
    private static final Pattern VARIABLE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z|\\d+(?:\\.\\d+)?");

    /** Of a tenant without data, so that every figure says why it has no value. */
    @Test
    void everySentenceOfAReportIsTranslated() throws IOException {
        var said = new TreeSet<String>();
        for (var report : get("/v1/reports")) {
            sentences(get("/v1/reports/" + report.path("report").asText()), said::add);
        }

        assertThat(said).hasSizeGreaterThan(100);
        var translated = MessagesTest.readFile("texts.zh-Hant");
        assertThat(said)
                .filteredOn(text -> !translated.containsKey(text)
                        && !translated.containsKey(VARIABLE.matcher(text).replaceAll("{}")))
                .isEmpty();
    }

    private static void sentences(JsonNode node, Consumer<String> said) {
        if (node.isArray()) {
            node.forEach(item -> sentences(item, said));
        }
        node.properties().forEach(field -> {
            if (SENTENCES.contains(field.getKey())) {
                texts(field.getValue(), said);
            } else {
                sentences(field.getValue(), said);
            }
        });
    }

    private static void texts(JsonNode value, Consumer<String> said) {
        if (value.isTextual()) {
            said.accept(value.asText());
        }
        value.forEach(item -> texts(item, said));
    }

    private static JsonNode get(String path) throws IOException {
        var answer = given().header("Authorization", "Bearer page-reads").get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return new ObjectMapper().readTree(answer.asString());
    }
}
