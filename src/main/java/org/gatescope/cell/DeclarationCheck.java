package org.gatescope.cell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatescope.cell.CellText.Declaration;
import org.gatescope.cell.CellText.Keyword;
import org.gatescope.cell.CellText.SizeDeclaration;
import org.gatescope.cell.Token.Kind;
import org.gatescope.text.Numerals;

/** Reads the sizes that a cell declares, and refuses shapes that name others. */
final class DeclarationCheck {
    /** Larger sizes are refused. */
    static final int LARGEST = 1_000_000;

    private DeclarationCheck() {}

    /** @throws CellException at the first size or shape that cannot be */
    static Declarations of(CellText text) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        boolean square = false;
        for (SizeDeclaration size : text.sizes()) {
            if (isSquare(size)) {
                square = true;
            } else {
                sizes.put(size.name().text(), number(size));
            }
        }
        for (Declaration declaration : text.declarations()) {
            check(declaration, sizes.keySet());
        }
        Set<String> fixed = text.declarations().stream()
                .filter(declaration -> declaration.keyword() == Keyword.FIXED)
                .map(Declaration::name)
                .collect(Collectors.toUnmodifiableSet());
        return new Declarations(sizes, square, fixed, starts(text));
    }

    private static Map<String, ParameterStart> starts(CellText text) {
        Map<String, ParameterStart> starts = new LinkedHashMap<>();
        for (Declaration declaration : text.parameterDeclarations()) {
            declaration.start().ifPresent(start -> starts.put(declaration.name(), start.start()));
        }
        return starts;
    }

    /** @throws CellException where a matrix starts with the signs of units */
    static void checkStarts(CellText text, Map<String, Shape> shapes) {
        for (Declaration declaration : text.parameterDeclarations()) {
            boolean isMatrix = !Objects.requireNonNull(shapes.get(declaration.name()), declaration.name())
                    .rows()
                    .equals(Extent.ONE);
            if (isMatrix
                    && declaration.start().isPresent()
                    && declaration.start().get().start() instanceof ParameterStart.Signs) {
                throw new CellException(
                        declaration.line(), declaration.start().get().column(), "start.matrix", declaration.name());
            }
        }
    }

    /** {@code size D = H} */
    private static boolean isSquare(SizeDeclaration size) {
        return size.name().text().equals(Extent.D.name())
                && size.number().text().equals(Extent.H.name());
    }

    private static int number(SizeDeclaration size) {
        String name = size.name().text();
        String reason = name.equals(Extent.H.name())
                ? "size.hidden"
                : name.equals(Extent.D.name()) ? "size.inputs" : name.equals(Extent.N.name()) ? "size.batch" : "";
        if (!reason.isEmpty()) {
            throw new CellException(size.line(), size.name().column(), reason);
        }
        Token number = size.number();
        if (number.kind() == Kind.NAME) {
            throw new CellException(size.line(), number.column(), "size.named", name, number.text());
        }
        boolean isThere = number.text().matches("\\d{1,9}");
        int value = isThere ? Integer.parseInt(number.text()) : 0;
        if (value < 1 || value > LARGEST) {
            throw new CellException(
                    size.line(), number.column(), "size.range", name, Numerals.grouped(LARGEST), number.text());
        }
        return value;
    }

    private static void check(Declaration declaration, Set<String> sizes) {
        List<Token> shape = declaration.shape();
        boolean isState = declaration.keyword() == Keyword.STATE;
        if (shape.size() > (isState ? 1 : 2)) {
            throw at(declaration, shape.getLast(), isState ? "shape.of.state" : "shape.of.parameter");
        }
        for (Token size : shape) {
            String text = size.text();
            if (size.kind() == Kind.NUMBER) {
                boolean isOneNumber = text.equals("1") && shape.size() == 1 && !isState;
                if (!isOneNumber) {
                    throw at(declaration, size, "shape.number", text);
                }
            } else if (text.equals(Extent.N.name())) {
                throw at(declaration, size, "shape.batch");
            } else if (isState && text.equals(Extent.D.name())) {
                throw at(declaration, size, "shape.of.state.inputs");
            } else if (!isKnown(text, sizes)) {
                throw at(declaration, size, "size.unknown", text);
            }
        }
    }

    private static boolean isKnown(String size, Set<String> declared) {
        return size.equals(Extent.H.name()) || size.equals(Extent.D.name()) || declared.contains(size);
    }

    private static CellException at(Declaration declaration, Token token, String key, Object... arguments) {
        return new CellException(declaration.line(), token.column(), key, arguments);
    }

    /** A text with a 1 for each size that it declares. */
    static String withoutSizes(String source) {
        String text = source;
        for (SizeDeclaration size : CellText.read(source).sizes()) {
            text = size.number().kind() == Kind.NUMBER
                    ? withSize(text, size.name().text(), 1)
                    : text;
        }
        return text;
    }

    /** A text with another number for one of its sizes. @throws IllegalArgumentException if it declares none of that name */
    static String withSize(String source, String name, int number) {
        CellText text = CellText.read(source);
        SizeDeclaration declared = text.sizes().stream()
                .filter(size -> size.name().text().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no size " + name));
        String line = declared.line().text();
        int start = SourceLine.start(source, declared.line().number())
                + line.offsetByCodePoints(0, declared.number().column() - 1);
        return source.substring(0, start)
                + number
                + source.substring(start + declared.number().text().length());
    }
}
