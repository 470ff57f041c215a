package io.throughline.intake.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Changes inputs as senders and attackers do: in the tree of a JSON document, and in its bytes. */
final class Mutations {

    private static final JsonMapper JSON = new JsonMapper();

    private final Random random;
    private final List<Supplier<Object>> values;

    Mutations(Random random) {
        this.random = random;
        this.values = List.of(
                () -> null,
                () -> "",
                () -> " ",
                () -> true,
                () -> 0,
                () -> -1,
                () -> Long.MAX_VALUE,
                () -> new BigInteger("9".repeat(400)),
                () -> Double.MAX_VALUE,
                () -> 1e-300,
                List::of,
                Map::of,
                () -> new ArrayList<>(Arrays.asList(null, null)),
                () -> "\u0000",
                () -> "\ud83d",
                () -> "x".repeat(random.nextInt(10_000)),
                () -> "顧".repeat(random.nextInt(600)),
                () -> "1970-01-01T00:00:00Z",
                () -> "+1000000000-12-31T23:59:59Z",
                () -> "9999-12-31T23:59:59+18:00",
                () -> "2026-11-01T09:30:00+08:00",
                () -> Long.toString(random.nextLong()),
                () -> "+852 2345 6789",
                () -> "ann@example.com",
                () -> "{{liquid}}",
                () -> "null",
                () -> "%zz%00",
                this::nested);
    }

    /** Another input made of one: a few changes, of the tree where it is JSON. */
    byte[] of(byte[] input) {
        byte[] changed = input;
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            changed = random.nextInt(4) == 0 ? bytes(changed) : tree(changed);
        }
        return changed;
    }

    private byte[] tree(byte[] input) {
        try {
            Object tree = JSON.readValue(input, Object.class);
            return JSON.writeValueAsBytes(change(tree, 0));
        } catch (JsonProcessingException e) {
            return bytes(input);
        } catch (IOException e) {
            return bytes(input);
        }
    }

    private Object change(Object tree, int depth) {
        if (random.nextInt(6) == 0 || depth > 30) {
            return values.get(random.nextInt(values.size())).get();
        }
        return switch (tree) {
            case Map<?, ?> map when !map.isEmpty() -> changeField(new LinkedHashMap<Object, Object>(map), depth);
            case List<?> list when !list.isEmpty() -> changeItem(new ArrayList<Object>(list), depth);
            case null, default -> values.get(random.nextInt(values.size())).get();
        };
    }

    private Object changeField(Map<Object, Object> map, int depth) {
        var names = new ArrayList<>(map.keySet());
        var name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(8)) {
            case 0 -> map.remove(name);
            case 1 -> map.put(String.valueOf(name).toUpperCase(java.util.Locale.ROOT), map.remove(name));
            case 2 ->
                map.put(
                        "unexpected" + random.nextInt(5),
                        values.get(random.nextInt(values.size())).get());
            case 3 -> map.put(name, map.get(names.get(random.nextInt(names.size()))));
            default -> map.put(name, change(map.get(name), depth + 1));
        }
        return map;
    }

    private Object changeItem(List<Object> list, int depth) {
        int index = random.nextInt(list.size());
        switch (random.nextInt(5)) {
            case 0 -> list.remove(index);
            case 1 -> {
                var item = list.get(index);
                int copies = random.nextInt(80);
                for (int i = 0; i < copies; i++) {
                    list.add(item);
                }
            }
            default -> list.set(index, change(list.get(index), depth + 1));
        }
        return list;
    }

    private byte[] bytes(byte[] input) {
        var out = new ByteArrayOutputStream();
        int at = input.length == 0 ? 0 : random.nextInt(input.length);
        int length = Math.min(input.length - at, random.nextInt(40));
        out.write(input, 0, at);
        switch (random.nextInt(5)) {
            case 0 -> {
                // A part is missing, or the rest.
            }
            case 1 -> {
                out.write(input, at, length);
                out.write(input, at, length);
            }
            case 2 -> out.write(random.nextInt(256));
            case 3 -> out.writeBytes(SPECIAL[random.nextInt(SPECIAL.length)].getBytes(StandardCharsets.UTF_8));
            default -> {
                return out.toByteArray();
            }
        }
        out.write(input, at + length, input.length - at - length);
        return out.toByteArray();
    }

    private static final String[] SPECIAL = {
        "\"",
        "\\",
        "\\u0000",
        "\\ud800",
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "null",
        "1e999999999",
        "-",
        "\u0000",
        "&",
        "=",
        "%",
        "\ufeff",
        "\n",
        "NaN"
    };

    private Object nested() {
        Object value = "deep";
        int depth = random.nextInt(1_500);
        for (int i = 0; i < depth; i++) {
            value = random.nextBoolean() ? List.of(value) : Map.of("a", value);
        }
        // Jackson writes no more than a thousand levels.
        return depth > 900 ? "[".repeat(depth) : value;
    }
}
