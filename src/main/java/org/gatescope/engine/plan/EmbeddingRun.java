package org.gatescope.engine.plan;

import java.util.Arrays;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.plan.Recurrence.Filling;
import org.gatescope.engine.program.Buffers;
import org.gatescope.engine.program.Lookup;
import org.gatescope.engine.program.Slot;

/** The embedding, compiled: tokens to rows of its table, and the gradients back. */
final class EmbeddingRun {
    private final Lookup lookup;
    private final Slot tokens;
    private final Slot table;
    private final Slot embedded;
    private final Slot tableGradient;

    /** @param rows T · N @param tokens V */
    EmbeddingRun(int rows, int tokens, int width, Buffers buffers) {
        this.lookup = new Lookup(rows, tokens, width);
        this.tokens = buffers.table(rows, tokens);
        this.table = buffers.table(tokens, width);
        this.embedded = buffers.table(rows, width);
        this.tableGradient = buffers.table(tokens, width);
    }

    /** @return what the lowest layer reads, (T·N, width) */
    double[] forward(Filling input, Matrix rowsOfTokens) {
        input.into(tokens.values());
        rowsOfTokens.copyTo(table.values(), 0, lookup.width());
        Arrays.fill(embedded.values(), 0);
        lookup.forward(tokens.values(), table.values(), embedded.values());
        return embedded.values();
    }

    /**
     * @param signalGradient with respect to what the lowest layer read
     * @param inputGradient  with respect to the tokens, overwritten
     */
    Matrix backward(double[] signalGradient, double[] inputGradient) {
        Arrays.fill(tableGradient.values(), 0);
        lookup.tableGradient(tokens.values(), signalGradient, tableGradient.values());
        lookup.inputGradient(signalGradient, table.values(), inputGradient);
        return Matrix.copyOf(tableGradient.values(), 0, lookup.width(), lookup.tokens(), lookup.width());
    }
}
