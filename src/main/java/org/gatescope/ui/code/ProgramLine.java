package org.gatescope.ui.code;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.format.code.CodeLink;
import org.gatescope.format.code.SessionCode;
import org.gatescope.session.Phase;

/**
 * A line of a program as it is shown.
 *
 * @param number    from 1
 * @param isInBlock whether a comment over several lines goes on before it
 * @param phases    of what it stands for, the one first that a click goes to; none where it stands for nothing
 */
record ProgramLine(int number, String text, Lexicon lexicon, boolean isInBlock, List<Phase> phases) {
    ProgramLine {
        phases = List.copyOf(phases);
    }

    static List<ProgramLine> of(SessionCode code, Lexicon lexicon) {
        List<ProgramLine> lines = new ArrayList<>();
        boolean isInBlock = false;
        for (String line : code.text().stripTrailing().split("\n", -1)) {
            List<Phase> phases = code.links().getOrDefault(lines.size(), List.of()).stream()
                    .map(CodeLink::phase)
                    .toList();
            lines.add(new ProgramLine(lines.size() + 1, line, lexicon, isInBlock, phases));
            isInBlock = lexicon.goesOn(line, isInBlock);
        }
        return lines;
    }

    boolean isLinked() {
        return !phases.isEmpty();
    }

    List<Lexicon.Piece> pieces() {
        return lexicon.pieces(text, isInBlock);
    }
}
