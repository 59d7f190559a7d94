package org.gatescope.ui.words;

import org.gatescope.cell.Formula;
import org.gatescope.cell.Notation;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;

/** What people call a part of a network. Layers are counted from 1. */
public final class PartWords {
    private static final Texts TEXTS = Texts.of(PartWords.class);

    private PartWords() {}

    /** {@code layer 2 ←}; the arrow where a layer reads both ways. */
    public static String brief(Session session, String key) {
        if (key.equals(ReadOut.KEY)) {
            return TEXTS.get("part.read-out");
        }
        if (key.equals(Embedding.KEY)) {
            return TEXTS.get("part.input");
        }
        return session.part(key).map(PartWords::brief).orElse(key);
    }

    /** {@code W_xi} for a parameter or state by its full name; where there are several parts with the layer before it. */
    public static String parameter(Session session, String name) {
        return parameter(session.network(), name);
    }

    /** What it means that a cell declares a parameter as fixed. */
    public static String fixedTip() {
        return TEXTS.get("fixed.tip");
    }

    /** What the parameter of a full name belongs to: {@code layer 2 ←}; empty for the only layer there is. */
    public static String owner(Session session, String name) {
        String key = FullName.of(name).part();
        Network network = session.network();
        return network.parts().stream()
                .filter(part -> part.key().equals(key) || part.parameterKey().equals(key))
                .findFirst()
                .map(part -> network.parts().size() == 1 ? "" : brief(part))
                .orElseGet(() -> brief(session, key));
    }

    /** The same for a network that is in no session yet. */
    public static String parameter(Network network, String name) {
        for (Part part : network.parts()) {
            if (FullName.isIn(name, part.key()) || FullName.isIn(name, part.parameterKey())) {
                String own = NamesOfParts.plain(network, name);
                return network.parts().size() == 1 ? own : brief(part) + " " + own;
            }
        }
        return own(name);
    }

    /** Of the read-out and the embedding: {@code read-out W}. */
    public static String own(String name) {
        if (FullName.isIn(name, ReadOut.KEY)) {
            return TEXTS.get(
                    "parameter.read-out", Notation.plain(FullName.of(name).local()));
        }
        return FullName.isIn(name, Embedding.KEY)
                ? TEXTS.get(
                        "parameter.embedding", Notation.plain(FullName.of(name).local()))
                : name;
    }

    private static String brief(Part part) {
        String text = TEXTS.get("part.layer", part.index() + 1);
        return part.layer().directions().isBidirectional() ? text + " " + arrow(part) : text;
    }

    /** A symbol with its layer, as papers have it: h⁽²⁾, of the reverse direction h⁽²⁾←. */
    public static Formula marked(Formula symbol, Session session, String key) {
        return session.part(key)
                .map(part -> "(" + (part.index() + 1) + ")"
                        + (part.layer().directions().isBidirectional() ? arrow(part) : ""))
                .<Formula>map(mark ->
                        new Formula.Script(symbol, Formula.EMPTY, new Formula.Symbol(mark, Formula.Style.NUMBER)))
                .orElse(symbol);
    }

    /** ← of a part that reads backward in time, → of one that reads forward. */
    public static String arrow(Part part) {
        return part.reversed() ? "←" : "→";
    }
}
