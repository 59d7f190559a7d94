package org.gatescope.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A cell's text as it was read, line by line, with nothing checked but the form of each line.
 *
 * @param declarations of states and parameters
 * @param sizes        lines {@code size P = 2}
 */
record CellText(
        List<SourceLine> lines, List<Declaration> declarations, List<SizeDeclaration> sizes, List<Equation> equations) {
    /** Longer texts are refused unread. */
    private static final int MOST_CHARACTERS = 4_000_000;
    /** More equations than this are refused, and more declared names. */
    private static final int MOST_EQUATIONS = 500;

    /** What a line of declarations begins with. */
    enum Keyword {
        STATE,
        PARAM,
        FIXED
    }

    /**
     * A name where it is declared.
     *
     * @param shape as it is written, {@code (H, R)}: one name or two, or 1; empty where nothing is said
     * @param start what a parameter starts with, where it says so
     */
    record Declaration(
            Keyword keyword,
            String name,
            List<Token> shape,
            Optional<StartDeclaration> start,
            SourceLine line,
            int column) {
        CellException error(String key, Object... arguments) {
            return new CellException(line, column, key, arguments);
        }
    }

    /** @param column where it is written */
    record StartDeclaration(ParameterStart start, int column) {}

    /** A size's name and its number where it is declared. */
    record SizeDeclaration(Token name, Token number, SourceLine line) {}

    static CellText read(String source) {
        if (source.length() > MOST_CHARACTERS) {
            throw new CellException(new SourceLine(1, ""), 1, "text.long", MOST_CHARACTERS);
        }
        List<SourceLine> lines = SourceLine.split(source);
        CellText text = new CellText(lines, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        lines.forEach(text::add);
        return text;
    }

    private void add(SourceLine line) {
        Parser parser = new Parser(line);
        if (parser.isBlank()) {
            return;
        }
        if (equations.size() == MOST_EQUATIONS || declarations.size() + sizes.size() > MOST_EQUATIONS) {
            throw new CellException(line, 1, "lines.many", MOST_EQUATIONS);
        }
        if (parser.isStateLine()) {
            declarations.addAll(parser.declared(Keyword.STATE));
        } else if (parser.isDeclaring("param")) {
            declarations.addAll(parser.declared(Keyword.PARAM));
        } else if (parser.isDeclaring("fixed")) {
            declarations.addAll(parser.declared(Keyword.FIXED));
        } else if (parser.isDeclaring("size")) {
            sizes.addAll(parser.sizes());
        } else {
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

    List<Declaration> stateDeclarations() {
        return declarations.stream()
                .filter(declaration -> declaration.keyword() == Keyword.STATE)
                .toList();
    }

    /** Of {@code param} and {@code fixed}. */
    List<Declaration> parameterDeclarations() {
        return declarations.stream()
                .filter(declaration -> declaration.keyword() != Keyword.STATE)
                .toList();
    }

    List<String> states() {
        return stateDeclarations().stream().map(Declaration::name).toList();
    }
}
