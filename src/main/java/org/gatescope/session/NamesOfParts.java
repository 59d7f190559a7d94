package org.gatescope.session;

import java.util.List;
import java.util.Map;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Notation;
import org.gatescope.cell.ShownNames;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOutEquations;

/** The names of a network's parts in the notation that is shown. */
public final class NamesOfParts {
    private static final List<String> OF_STEP = List.of(
            ReadOutEquations.INPUT,
            ReadOutEquations.LOGITS,
            ReadOutEquations.OUTPUT,
            ReadOutEquations.TARGET,
            ReadOutEquations.WEIGHT,
            ReadOutEquations.LOSS,
            Embedding.TOKEN,
            Cell.INPUT);

    private NamesOfParts() {}

    /** @param part a layer's direction, the read-out or the embedding, by its key or that of its parameters */
    public static ShownNames of(Network network, String part) {
        return network.parts().stream()
                .filter(own -> own.key().equals(part) || own.parameterKey().equals(part))
                .findFirst()
                .map(NamesOfParts::of)
                .orElseGet(() -> ofOther(network));
    }

    /** The same for a session's network. */
    public static ShownNames of(Session session, String part) {
        return of(session.network(), part);
    }

    /** Of a layer's direction. */
    public static ShownNames of(Part part) {
        return ShownNames.of(part.layer().cell(), part.reversed());
    }

    /** What is read out is called h there, and as the top layer calls it if that is its name. */
    private static ShownNames ofOther(Network network) {
        Cell top = network.layers().getLast().cell();
        ShownNames names = ShownNames.of(top, false);
        String read = ReadOutEquations.INPUT;
        return ShownNames.ofStep(OF_STEP, top.output().equals(read) ? Map.of(read, names.of(read)) : Map.of());
    }

    /** A parameter or a state by its full name, as a symbol. */
    public static Formula symbol(Session session, String fullName) {
        FullName name = FullName.of(fullName);
        return of(session, name.part()).symbol(name.local());
    }

    /** The same in a line of text. */
    public static String plain(Network network, String fullName) {
        FullName name = FullName.of(fullName);
        return Notation.plain(of(network, name.part()).of(name.local()));
    }
}
