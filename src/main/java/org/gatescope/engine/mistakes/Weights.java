package org.gatescope.engine.mistakes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.gatescope.engine.Matrix;

/** A layer's parameters, which a backward pass may change. Tied directions share them. */
final class Weights {
    private final Map<String, DMatrixRMaj> inForwardPass = new LinkedHashMap<>();
    private final Map<String, DMatrixRMaj> now = new LinkedHashMap<>();

    Weights(Map<String, Matrix> parameters) {
        parameters.forEach((name, table) -> {
            inForwardPass.put(name, Tables.copy(table));
            now.put(name, Tables.copy(table));
        });
    }

    boolean has(String name) {
        return now.containsKey(name);
    }

    DMatrixRMaj now(String name) {
        return Objects.requireNonNull(now.get(name), name);
    }

    DMatrixRMaj inForwardPass(String name) {
        return Objects.requireNonNull(inForwardPass.get(name), name);
    }

    /** {@code W -= factor * gradient}. */
    void descend(String name, DMatrixRMaj gradient, double factor) {
        now.put(name, Evaluation.both(now(name), gradient, (w, g) -> w - factor * g));
    }

    Map<String, Matrix> tables() {
        Map<String, Matrix> tables = new LinkedHashMap<>();
        now.forEach((name, table) -> tables.put(name, Tables.copy(table)));
        return tables;
    }
}
