package org.gatescope.lesson;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gatescope.engine.Matrix;

/** Parameters as the resources keep them: a line each, its name and its numbers row by row, to the last bit. */
final class ParameterText {
    private ParameterText() {}

    /**
     * Reads a resource of this package.
     *
     * @param sizes rows and columns by full name
     * @throws IllegalStateException if the resource does not fit them
     */
    static Map<String, Matrix> ofResource(String resource, Map<String, int[]> sizes) {
        InputStream stream = Objects.requireNonNull(ParameterText.class.getResourceAsStream(resource), resource);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            Map<String, Matrix> parameters = new LinkedHashMap<>();
            for (String line : lines.lines().toList()) {
                String[] words = line.split(" ");
                int[] size = Objects.requireNonNull(sizes.get(words[0]), words[0]);
                parameters.put(words[0], matrix(words, size[0], size[1]));
            }
            if (!parameters.keySet().equals(sizes.keySet())) {
                throw new IllegalStateException(resource + ": " + parameters.keySet() + ", not " + sizes.keySet());
            }
            return parameters;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Matrix matrix(String[] words, int rows, int columns) {
        if (words.length != 1 + rows * columns) {
            throw new IllegalStateException(words[0] + ": " + (words.length - 1) + " numbers");
        }
        double[] numbers =
                Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray();
        double[][] values = new double[rows][columns];
        for (int i = 0; i < numbers.length; i++) {
            values[i / columns][i % columns] = numbers[i];
        }
        return Matrix.of(values, columns);
    }

    /** By name, so that the same parameters are the same text. */
    static String of(Map<String, Matrix> parameters) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(parameters).forEach((name, matrix) -> {
            text.append(name);
            for (double[] row : matrix.toArray()) {
                Arrays.stream(row).forEach(value -> text.append(' ').append(value));
            }
            text.append('\n');
        });
        return text.toString();
    }
}
