package org.gatescope.cell;

import java.util.ArrayList;
import java.util.List;

/** A cell's text as it was read, line by line, with nothing checked but the form of each line. */
record CellText(List<SourceLine> lines, List<Declaration> declarations, List<Equation> equations) {
    /** Longer texts are refused unread. */
    private static final int MOST_CHARACTERS = 4_000_000;
    /** More equations than this are refused. */
    private static final int MOST_EQUATIONS = 500;

    /** A state's name where it is declared. */
    record Declaration(String state, SourceLine line, int column) {}

    static CellText read(String source) {
        if (source.length() > MOST_CHARACTERS) {
            throw new CellException(new SourceLine(1, ""), 1, "text.long", MOST_CHARACTERS);
        }
        List<SourceLine> lines = SourceLine.split(source);
        CellText text = new CellText(lines, new ArrayList<>(), new ArrayList<>());
        lines.forEach(text::add);
        return text;
    }

    private void add(SourceLine line) {
        Parser parser = new Parser(line);
        if (parser.isStateLine()) {
            for (Token name : parser.stateLine()) {
                declarations.add(new Declaration(name.text(), line, name.column()));
            }
        } else if (!parser.isBlank()) {
            if (equations.size() == MOST_EQUATIONS) {
                throw new CellException(line, 1, "lines.many", MOST_EQUATIONS);
            }
            equations.add(parser.equation());
        }
    }

    /** The first comment, or the empty string. */
    String title() {
        return lines.stream()
                .map(line -> line.text().strip())
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+", "").strip())
                .findFirst()
                .orElse("");
    }

    List<String> states() {
        return declarations.stream().map(Declaration::state).toList();
    }
}
