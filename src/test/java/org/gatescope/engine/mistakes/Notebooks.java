package org.gatescope.engine.mistakes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.gatescope.engine.Matrix;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures of oracle/notebooks.json. */
final class Notebooks {
    private Notebooks() {}

    static Matrix matrix(JsonNode rows) {
        double[][] values = new double[rows.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = row(rows.get(i));
        }
        return Matrix.of(values);
    }

    static double[] row(JsonNode numbers) {
        double[] row = new double[numbers.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = numbers.get(i).asDouble();
        }
        return row;
    }

    static JsonNode read() {
        try (InputStream in = Notebooks.class.getResourceAsStream("/oracle/notebooks.json")) {
            return new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
