package org.gatescope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Trace;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByHandTest {
    private static final Offset<Double> EXACT = Offset.offset(0.0);

    /** The recurrence and its adjoint, written out by hand with integers alone. */
    @ParameterizedTest
    @CsvSource({"rnn-relu, 2, 4", "rnn-identity, 2, 4", "rnn-relu, 1, 1", "rnn-identity, 1, 1", "rnn-relu, 3, 3"})
    void whatComesOutIsWhatIntegersGive(String cell, int units, int steps) {
        Session session = session(cell, units, steps, 1);
        Map<String, Matrix> weights = session.numbers().parameters();
        long[][] wx = integers(Objects.requireNonNull(weights.get("0.forward.Wx.h")));
        long[][] wh = integers(Objects.requireNonNull(weights.get("0.forward.Wh.h")));
        long[][] b = integers(Objects.requireNonNull(weights.get("0.forward.b.h")));
        long[][] w = integers(Objects.requireNonNull(weights.get("dense.W")));
        long[][] x = integers(session.numbers().input());
        long target = integers(session.objective().orElseThrow().targets())[0][0];
        boolean isCut = cell.equals("rnn-relu");
        long[][] a = new long[steps][units];
        long[][] h = new long[steps + 1][units];
        for (int t = 0; t < steps; t++) {
            for (int j = 0; j < units; j++) {
                long sum = b[0][j];
                for (int i = 0; i < x[t].length; i++) {
                    sum += x[t][i] * wx[i][j];
                }
                for (int i = 0; i < units; i++) {
                    sum += h[t][i] * wh[i][j];
                }
                a[t][j] = sum;
                h[t + 1][j] = isCut ? Math.max(0, sum) : sum;
            }
        }
        long y = 0;
        for (int j = 0; j < units; j++) {
            y += h[steps][j] * w[j][0];
        }
        long slope = 2 * (y - target);
        long[][] back = new long[steps][units];
        long[][] ofWh = new long[units][units];
        long[] arriving = new long[units];
        for (int t = steps - 1; t >= 0; t--) {
            long[] through = new long[units];
            for (int j = 0; j < units; j++) {
                back[t][j] = arriving[j] + (t == steps - 1 ? slope * w[j][0] : 0);
                through[j] = isCut && a[t][j] < 0 ? 0 : back[t][j];
            }
            arriving = new long[units];
            for (int i = 0; i < units; i++) {
                for (int j = 0; j < units; j++) {
                    ofWh[i][j] += h[t][i] * through[j];
                    arriving[i] += through[j] * wh[i][j];
                }
            }
        }
        Run run = Run.of(session);
        Trace trace = run.trace().part("0.forward");
        Matrix made = Objects.requireNonNull(run.trace().parameterGradients().get("0.forward.Wh.h"));
        for (int j = 0; j < units; j++) {
            for (int t = 0; t < steps; t++) {
                assertThat(trace.value("h'").at(t, 0, j)).isCloseTo(h[t + 1][j], EXACT);
                assertThat(trace.gradient("h'").at(t, 0, j)).isCloseTo(back[t][j], EXACT);
                assertThat(Math.abs(a[t][j])).isLessThanOrEqualTo(20);
                assertThat(Math.abs(back[t][j])).isLessThanOrEqualTo(20);
            }
            for (int i = 0; i < units; i++) {
                assertThat(made.get(i, j)).isCloseTo(ofWh[i][j], EXACT);
            }
        }
        assertThat(slope).isNotZero();
    }

    @Test
    void eachCopyHasOtherNumbersAndTheSameOnesAgain() {
        Set<Map<String, Matrix>> seen = new HashSet<>();
        for (int copy = 1; copy <= 30; copy++) {
            Session session = session("rnn-relu", 2, 4, copy);
            assertThat(session("rnn-relu", 2, 4, copy)).isEqualTo(session);
            seen.add(session.numbers().parameters());
        }
        assertThat(seen).hasSize(30);
    }

    @Test
    void cellsThatMakeNoIntegersHaveNone() {
        for (String cell : new String[] {"lstm", "gru", "rnn-tanh", "min-gru"}) {
            assertThat(new ByHand(BuiltInCells.cell(cell), 2, 4).session("none", 1, 1))
                    .isEmpty();
        }
    }

    @Test
    void aTypedCellWithGatesThatAreLinesCanBeComputed() {
        Cell gated = Cell.parse("""
                state h
                z  = relu(x @ Wx.z + b.z)
                n  = x @ Wx.n + h @ Wh.n
                h' = (1 - z) * h + z * n
                """);
        assertThat(new ByHand(gated, 2, 3).session("gated", 1, 1)).isPresent();
    }

    private static Session session(String cell, int units, int steps, int copy) {
        return new ByHand(BuiltInCells.cell(cell), units, steps)
                .session("by hand", 7, copy)
                .orElseThrow();
    }

    private static long[][] integers(Matrix table) {
        long[][] whole = new long[table.rows()][table.columns()];
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < table.columns(); j++) {
                whole[i][j] = Math.round(table.get(i, j));
                assertThat(table.get(i, j)).isCloseTo(whole[i][j], EXACT);
            }
        }
        return whole;
    }
}
