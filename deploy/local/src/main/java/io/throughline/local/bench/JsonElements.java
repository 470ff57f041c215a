package io.throughline.local.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a JSON array into its elements, by braces and quotes alone. */
final class JsonElements {

    private JsonElements() {}

    /** The objects of an array, each as it stands. */
    static List<byte[]> of(byte[] array) {
        var elements = new ArrayList<byte[]>();
        int depth = 0;
        int start = 0;
        boolean inText = false;
        for (int i = 0; i < array.length; i++) {
            byte b = array[i];
            if (inText) {
                if (b == '\\') {
                    i++;
                } else if (b == '"') {
                    inText = false;
                }
            } else if (b == '"') {
                inText = true;
            } else if (b == '{') {
                if (depth++ == 0) {
                    start = i;
                }
            } else if (b == '}' && --depth == 0) {
                elements.add(Arrays.copyOfRange(array, start, i + 1));
            }
        }
        return elements;
    }
}
