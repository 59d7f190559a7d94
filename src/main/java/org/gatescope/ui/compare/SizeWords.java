package org.gatescope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gatescope.cell.Notation;
import org.gatescope.cell.QuantityName;
import org.gatescope.explain.Comparison;
import org.gatescope.explain.Comparison.QuantityOfPart;
import org.gatescope.explain.Comparison.Sizes;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.words.PartWords;

/** How far two runs can be put beside each other, and what only one of them has. */
final class SizeWords {
    private static final Texts TEXTS = Texts.of(SizeWords.class);

    private SizeWords() {}

    /** A line for each thing in which they are unlike; none for runs of one make. */
    static List<String> of(Session one, Session other, String name, Comparison found) {
        List<String> lines = new ArrayList<>();
        if (!found.steps().areEqual()) {
            lines.add(sizes("steps", found.steps(), ""));
        }
        if (!found.sequences().areEqual()) {
            lines.add(sizes("sequences", found.sequences(), ""));
        }
        found.units().forEach((part, sizes) -> lines.add(sizes("units", sizes, PartWords.brief(one, part))));
        String ours = names(one, found.onlyOne());
        String theirs = names(other, found.onlyOther());
        if (!ours.isEmpty()) {
            lines.add(TEXTS.get("only.this", ours));
        }
        if (!theirs.isEmpty()) {
            lines.add(TEXTS.get("only.other", theirs, name));
        }
        return lines;
    }

    private static String sizes(String key, Sizes sizes, String part) {
        int both = Math.min(sizes.one(), sizes.other());
        return TEXTS.get(key, sizes.one(), sizes.other(), both, part);
    }

    private static String names(Session session, List<QuantityOfPart> quantities) {
        boolean isOneOfMany = session.network().parts().size() > 1;
        return quantities.stream()
                .filter(of -> !QuantityName.isPreActivation(of.quantity())) // which go with what they lead to
                .map(of ->
                        Notation.expression(NamesOfParts.of(session, of.part()).of(of.quantity()))
                                + (isOneOfMany ? " " + PartWords.brief(session, of.part()) : ""))
                .collect(Collectors.joining(", "));
    }
}
