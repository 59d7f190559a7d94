package org.gatescope.format.code;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gatescope.engine.Network.Part;
import org.gatescope.session.Phase;

/**
 * What a line of a program stands for: a statement, or an adjoint line, of a step.
 *
 * @param parts keys of those that it is computed for, as a {@link org.gatescope.session.Schedule} has them: of all layers
 *              with the cell whose class the line stands in; none for the whole phase
 * @param line  place among the statements, or the adjoint lines, of a step; {@link #WHOLE} for all of them
 */
public record CodeLink(Phase phase, List<String> parts, int line) {
    /** A line that computes a whole step. */
    public static final int WHOLE = -1;

    /** Letters that no text of a program has: {@link Comments} takes them out of what a session says. */
    private static final char OPEN = '\uE000';

    private static final char CLOSE = '\uE001';
    static final Pattern MARKS = Pattern.compile(OPEN + "([^" + CLOSE + "\n]*)" + CLOSE);

    public CodeLink {
        parts = List.copyOf(parts);
    }

    /** The link of a cell's statement. */
    static List<CodeLink> forward(List<Part> parts, CellLines.Line line) {
        return of(Phase.FORWARD, parts, line);
    }

    /** The link of a cell's adjoint line; none of what only sets zeros. */
    static List<CodeLink> backward(List<Part> parts, CellLines.Line line) {
        return of(Phase.BACKWARD, parts, line);
    }

    private static List<CodeLink> of(Phase phase, List<Part> parts, CellLines.Line line) {
        return line.place() == CellLines.NOWHERE ? List.of() : List.of(of(phase, parts, line.place()));
    }

    /** The link of a line, or of all, of a step of some parts. */
    static CodeLink of(Phase phase, List<Part> parts, int line) {
        return new CodeLink(phase, parts.stream().map(Part::key).toList(), line);
    }

    /** Lines of a program, each with marks at its end that {@link LinkedText} reads and takes away. */
    static List<String> marked(List<String> lines, List<CodeLink> links) {
        StringBuilder marks = new StringBuilder();
        links.forEach(link -> marks.append(link.mark()));
        return lines.stream().map(line -> line + marks).toList();
    }

    /** {@code forward layer1,layer2 3}; {@code *} for the whole of a step, nothing behind the phase for all of that. */
    String mark() {
        String place = line == WHOLE ? "*" : String.valueOf(line);
        String of = parts.isEmpty() ? "" : " " + String.join(",", parts) + " " + place;
        return mark(phase.name().toLowerCase(Locale.ROOT) + of);
    }

    /** As a template has it. */
    static String mark(String words) {
        return OPEN + words + CLOSE;
    }

    static CodeLink read(MatchResult mark) {
        String[] words = mark.group(1).split(" ");
        Phase phase = Phase.valueOf(words[0].toUpperCase(Locale.ROOT));
        if (words.length == 1) {
            return new CodeLink(phase, List.of(), WHOLE);
        }
        return new CodeLink(
                phase, List.of(words[1].split(",")), words[2].equals("*") ? WHOLE : Integer.parseInt(words[2]));
    }
}
