package org.gatescope.ui.inspect;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression.Name;
import org.gatescope.engine.Network.Part;
import org.gatescope.explain.Explanation;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;

/** What is marked while a number is open: its sources, and where those stand that only pass a number on. */
final class Highlights {
    /** More marks than these tell nothing. */
    private static final int MOST = 2000;
    /** Following each costs an explanation. */
    private static final int MOST_FOLLOWED = 64;

    private Highlights() {}

    static Set<NumberId> of(Run run, Explanation why) {
        List<NumberId> sources = why.sources();
        Set<NumberId> lit = new LinkedHashSet<>(sources.subList(0, Math.min(MOST, sources.size())));
        for (NumberId source : sources.subList(0, Math.min(MOST_FOLLOWED, sources.size()))) {
            Explanation.of(run, source)
                    .filter(Explanation::passesOn)
                    .ifPresent(passing -> lit.addAll(passing.sources()));
        }
        if (why.id() instanceof OfStep at) {
            run.session().part(at.part()).ifPresent(part -> {
                for (NumberId source : List.copyOf(lit)) {
                    asInput(run.session(), part, source).ifPresent(lit::add);
                }
            });
        }
        return Set.copyOf(lit);
    }

    /** What a part reads has a lane of its own there: its x. */
    private static Optional<NumberId> asInput(Session session, Part reader, NumberId source) {
        if (session.numbers().dropout().of(reader.index()).isPresent()) {
            return Optional.empty(); // it reads another number
        }
        if (source instanceof Given(TableId.Input(int sequence), int step, int column)) {
            boolean isRead =
                    reader.index() == 0 && session.network().embedding().isEmpty();
            return Optional.of(x(reader, step, sequence, column)).filter(x -> isRead);
        }
        if (!(source instanceof OfStep from)) {
            return Optional.empty();
        }
        return session.part(from.part())
                .filter(below -> below.index() + 1 == reader.index())
                .filter(below -> from.node()
                        .equals(new Name(Cell.after(below.layer().cell().output()))))
                .map(below ->
                        x(reader, from.step(), from.row(), below.layer().column(below.reversed(), from.column())));
    }

    private static NumberId x(Part reader, int step, int sequence, int column) {
        return new OfStep(reader.key(), Cell.INPUT, step, sequence, column);
    }
}
