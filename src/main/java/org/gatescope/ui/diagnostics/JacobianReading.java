package org.gatescope.ui.diagnostics;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.gatescope.cell.Convention;
import org.gatescope.engine.Matrix;
import org.gatescope.picture.chart.JacobianPicture.Pair;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a map of Jacobians says of two steps.
 *
 * @param norms ‖∂h[t]/∂h[k]‖ in row t and column k, (T, T); 0 where h[t] does not depend on h[k]
 * @param state whose norms they are
 */
record JacobianReading(Matrix norms, String state, Pair pair) {
    private static final Texts TEXTS = Texts.of(JacobianReading.class);
    /** Single factors that are written out. */
    private static final int MOST_FACTORS = 12;

    String norm() {
        double norm = norms.get(pair.later(), pair.earlier());
        return TEXTS.get(
                "jacobian.reading",
                state,
                Convention.counted(pair.later()),
                Convention.counted(pair.earlier()),
                Numerals.rounded(norm, 3));
    }

    /** The single steps between the two: ‖∂h[i]/∂h[i−1]‖, from the earlier to the later one; empty where there is one alone. */
    String factors() {
        int direction = Integer.signum(pair.later() - pair.earlier());
        int count = Math.abs(pair.later() - pair.earlier());
        List<Double> single = IntStream.rangeClosed(1, count)
                .mapToObj(i -> norms.get(pair.earlier() + i * direction, pair.earlier() + (i - 1) * direction))
                .toList();
        if (single.size() < 2) {
            return "";
        }
        String written = single.stream()
                .limit(MOST_FACTORS)
                .map(factor -> Numerals.rounded(factor, 2))
                .collect(Collectors.joining(" · "));
        double product = single.stream().mapToDouble(Double::doubleValue).reduce(1, (a, b) -> a * b);
        return TEXTS.get(
                "jacobian.factors",
                single.size() > MOST_FACTORS ? written + " · …" : written,
                Numerals.rounded(product, 2));
    }

    /**
     * Where an arrow key leads, as far as one step depends on the other there; from the last step where none is chosen.
     *
     * @return null for another key
     */
    static @Nullable Pair moved(Matrix norms, @Nullable Pair chosen, KeyCode key) {
        int last = norms.rows() - 1;
        Pair from = chosen == null ? new Pair(last, last) : chosen;
        Pair to = switch (key) {
            case UP -> new Pair(Math.max(0, from.later() - 1), from.earlier());
            case DOWN -> new Pair(Math.min(last, from.later() + 1), from.earlier());
            case LEFT -> new Pair(from.later(), Math.max(0, from.earlier() - 1));
            case RIGHT -> new Pair(from.later(), Math.min(last, from.earlier() + 1));
            default -> null;
        };
        return to == null || norms.get(to.later(), to.earlier()) != 0 ? to : from;
    }
}
