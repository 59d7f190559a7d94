package org.gatescope.session;

import java.util.List;
import org.gatescope.cell.PlayedLine;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.engine.mistakes.Mistakes;

/** The lines of a network's parts, mistakes included: what a {@link Schedule} plays, as it is read. */
public final class PartLines {
    private PartLines() {}

    /** One step's lines of a part, in the order in which they are played; none where it has no such pass. */
    public static List<PlayedLine> of(Session session, Phase phase, String part) {
        return switch (part) {
            case Embedding.KEY ->
                session.network().embedding().isPresent() ? ofEmbedding(phase) : List.<PlayedLine>of();
            case ReadOut.KEY ->
                session.objective()
                        .map(objective ->
                                ofReadOut(phase, session.network().readOut().orElseThrow(), objective.loss()))
                        .orElse(List.of());
            case Schedule.TOTAL ->
                session.objective().isPresent() && phase == Phase.LOSS
                        ? PlayedLine.forward(ReadOutEquations.total())
                        : List.<PlayedLine>of();
            default ->
                session.part(part).map(layer -> ofCell(session, phase, layer)).orElse(List.of());
        };
    }

    private static List<PlayedLine> ofCell(Session session, Phase phase, Part part) {
        return switch (phase) {
            case FORWARD -> PlayedLine.forward(part.layer().cell());
            case LOSS -> List.of();
            case BACKWARD ->
                PlayedLine.backward(Mistakes.adjoints(
                        part.layer().cell(), session.mistakes().mistakes()));
        };
    }

    private static List<PlayedLine> ofEmbedding(Phase phase) {
        return switch (phase) {
            case FORWARD -> PlayedLine.forward(Embedding.statements());
            case LOSS -> List.of();
            case BACKWARD -> PlayedLine.backward(Embedding.adjoints());
        };
    }

    private static List<PlayedLine> ofReadOut(Phase phase, ReadOut readOut, Loss loss) {
        return switch (phase) {
            case FORWARD -> List.of();
            case LOSS -> PlayedLine.forward(ReadOutEquations.statements(readOut, loss));
            case BACKWARD -> PlayedLine.backward(ReadOutEquations.adjoints(readOut, loss));
        };
    }
}
