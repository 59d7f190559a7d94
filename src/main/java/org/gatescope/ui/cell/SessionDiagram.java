package org.gatescope.ui.cell;

import java.util.List;
import java.util.Set;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Cell;
import org.gatescope.cell.PlayedLine;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Loss;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.picture.diagram.Equations;
import org.gatescope.picture.diagram.PartDiagram;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.PartLines;
import org.gatescope.session.Phase;
import org.gatescope.session.Session;

/** The diagram of a part of a session's network. */
public final class SessionDiagram {
    private SessionDiagram() {}

    /**
     * Without nodes where the part has no equations.
     *
     * @param part key of a layer's direction, of the read-out, or of the embedding
     */
    public static PartDiagram of(Session session, String part) {
        Phase phase = part.equals(ReadOut.KEY) ? Phase.LOSS : Phase.FORWARD;
        return PartDiagram.of(part, equations(session, part), phase, adjoints(session, part));
    }

    private static Equations equations(Session session, String part) {
        if (part.equals(ReadOut.KEY) && session.objective().isPresent()) {
            ReadOut readOut = session.network().readOut().orElseThrow();
            Loss loss = session.objective().orElseThrow().loss();
            return new Equations(
                    ReadOutEquations.statements(readOut, loss),
                    List.of(ReadOutEquations.INPUT, ReadOutEquations.TARGET),
                    List.of(ReadOutEquations.LOSS),
                    readOut.parameters(),
                    NamesOfParts.of(session, part));
        }
        if (part.equals(Embedding.KEY) && session.network().embedding().isPresent()) {
            return new Equations(
                    Embedding.statements(),
                    List.of(Embedding.TOKEN),
                    List.of(Cell.INPUT),
                    Set.of(Embedding.E),
                    NamesOfParts.of(session, part));
        }
        return session.part(part)
                .map(layer -> Equations.of(layer.layer().cell(), NamesOfParts.of(layer)))
                .orElse(Equations.NONE);
    }

    private static List<Adjoint> adjoints(Session session, String part) {
        return PartLines.of(session, Phase.BACKWARD, part).stream()
                .filter(PlayedLine.Backward.class::isInstance)
                .map(line -> ((PlayedLine.Backward) line).line())
                .toList();
    }
}
