package org.gatescope.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Operation;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.engine.mistakes.Mistakes;

/** Collects the passes of a run from its input to its loss; back they go in the opposite order. */
final class Passes {
    private final int steps;
    private final List<Pass> forward = new ArrayList<>();
    private final List<Pass> backward = new ArrayList<>();

    /** @param steps T */
    Passes(int steps) {
        this.steps = steps;
    }

    void addEmbedding() {
        forward.add(new Pass(Phase.FORWARD, Embedding.KEY, Operation.forward(Embedding.statements()), 0, steps, false));
        backward.add(new Pass(Phase.BACKWARD, Embedding.KEY, Operation.backward(Embedding.adjoints()), 0, steps, true));
    }

    void addLayer(Part part, Set<Mistake> mistakes) {
        Cell cell = part.layer().cell();
        List<Operation> back = Operation.backward(Mistakes.adjoints(cell, mistakes));
        forward.add(new Pass(Phase.FORWARD, part.key(), Operation.forward(cell), 0, steps, part.reversed()));
        backward.add(new Pass(Phase.BACKWARD, part.key(), back, 0, steps, !part.reversed()));
    }

    /** What is read out of the last step alone has one. */
    void addReadOut(ReadOut readOut, Loss loss) {
        int count = readOut.everyStep() ? steps : Math.min(1, steps);
        int first = steps - count;
        List<Operation> there = Operation.forward(ReadOutEquations.statements(readOut, loss));
        List<Operation> total = Operation.forward(ReadOutEquations.total());
        List<Operation> back = Operation.backward(ReadOutEquations.adjoints(readOut, loss));
        forward.add(new Pass(Phase.LOSS, ReadOut.KEY, there, first, count, false));
        forward.add(new Pass(Phase.LOSS, Pass.TOTAL, total, Math.max(0, steps - 1), 1, false));
        backward.add(new Pass(Phase.BACKWARD, ReadOut.KEY, back, first, count, true));
    }

    List<Pass> inOrder() {
        List<Pass> all = new ArrayList<>(forward);
        all.addAll(backward.reversed());
        return List.copyOf(all);
    }
}
