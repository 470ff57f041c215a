package io.throughline.servicekit.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private record Shop(String name, List<Integer> numbers, Optional<String> note) {}

    @Test
    void readsWhatStandsThere() {
        var shop = read(
                """
                shop:
                  name: 0000000000
                  numbers: [1, 2]
                """);
        assertThat(shop).isEqualTo(new Shop("0000000000", List.of(1, 2), Optional.empty()));
    }

    @Test
    void findsEveryProblemAtOnceWithItsPlace() {
        assertThatThrownBy(
                        () -> read(
                                """
                        shop:
                          numbers: [1, two]
                          nmae: x
                        shops: 3
                        """))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        """
                        shop.yaml:2:3: shop.name: this is missing. Add 'name:' with a name.
                        shop.yaml:2:16: shop.numbers[1]: 'two' cannot be read. Write a whole number.
                        shop.yaml:3:3: shop.nmae: this name is not known here. Known are name, note, numbers.
                        shop.yaml:4:1: shops: this name is not known here. Known are shop.""");
    }

    @Test
    void tellsWhereTextIsNoYaml() {
        assertThat(problem("shop:\n  name: \"x\n").line()).isBetween(2, 3);
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        assertThat(problem("shop:\n  name: a\n  name: b\n"))
                .isEqualTo(new SettingsProblem(
                        "shop.yaml", 3, 3, "shop.name", "this stands here a second time", "Keep one of the two."));
    }

    @Test
    void refusesAliasesSecondDocumentsAndEmptiness() {
        assertThat(problem("shop: &s {name: a}\nother: *s\n").reason()).contains("aliases");
        assertThat(problem("shop: {name: a}\n---\nshop: {name: b}\n").reason()).contains("second document");
        assertThat(problem("# nothing\n").reason()).contains("empty");
    }

    @Test
    void refusesAnotherKindOfValue() {
        assertThat(problem("shop:\n  name: [a]\n").reason()).isEqualTo("this is no single value");
        assertThat(problem("shop:\n  name:\n").reason()).isEqualTo("there is no value");
        assertThat(problem("shop: x\n").reason()).isEqualTo("this is no section");
        assertThat(problem("- x\n").reason()).isEqualTo("this is no section");
        assertThat(problem("shop: {name: a, numbers: 1}\n").reason()).isEqualTo("this is no list");
    }

    @Test
    void whatIsWrongWithANameThatIsNotThereIsToldWhereTheSectionBegins() {
        assertThatThrownBy(() -> Settings.read("shop.yaml", "shop: {name: a}\n", file -> {
                    var shop = file.require("shop", "a shop").flatMap(Value::section);
                    shop.ifPresent(section -> section.get("name"));
                    shop.ifPresent(section -> section.problemOfName("note", "another has it", "Change it."));
                    return shop;
                }))
                .hasMessage("shop.yaml:1:7: shop.note: another has it. Change it.");
    }

    private static SettingsProblem problem(String text) {
        try {
            read(text);
        } catch (SettingsException e) {
            return e.problems().getFirst();
        }
        throw new AssertionError("no problem was found");
    }

    private static Shop read(String text) {
        return Settings.read("shop.yaml", text, file -> {
            var shop = file.require("shop", "a shop").flatMap(Value::section);
            var name =
                    shop.flatMap(section -> section.require("name", "a name")).flatMap(Value::text);
            var numbers = shop.flatMap(section -> section.get("numbers")).map(Value::list).orElse(List.of()).stream()
                    .flatMap(value -> value.as(Integer::valueOf, "a whole number").stream())
                    .toList();
            var note = shop.flatMap(section -> section.get("note")).flatMap(Value::text);
            return new Shop(name.orElse(""), numbers, note);
        });
    }
}
