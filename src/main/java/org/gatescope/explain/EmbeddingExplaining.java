package org.gatescope.explain;

import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Embedding;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.Session;

/** Numbers of the embedding. */
final class EmbeddingExplaining extends NodeExplaining {
    EmbeddingExplaining(Explaining all, OfStep at) {
        super(all, at);
    }

    @Override
    List<Assignment> statements() {
        return Embedding.statements();
    }

    @Override
    List<Adjoint> adjoints() {
        return Embedding.adjoints();
    }

    @Override
    Optional<Explanation> special(String name) {
        Session session = all().run().session();
        boolean isHeld = session.mask().isHeld(at().row(), at().step());
        Remark why = Remark.notComputed(session, at().row(), at().step());
        if (name.equals(Cell.gradient(Cell.INPUT))) {
            return Optional.of(isHeld ? nothing(why) : readers());
        }
        boolean isOfSequence = name.equals(Cell.INPUT) || name.equals(Embedding.TOKEN);
        return isOfSequence && isHeld ? Optional.of(nothing(why)) : Optional.empty();
    }

    /** Each direction of the lowest layer hands its own down, and what is carried past that layer comes beside it. */
    private Explanation readers() {
        List<Group> groups = new MadeOutputs(all()).arriving(-1, at().step(), at().row(), at().column(), List.of());
        return made(new OuterFunction.Sum(), groups, List.of());
    }
}
