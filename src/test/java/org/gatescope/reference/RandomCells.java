package org.gatescope.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatescope.cell.Extent;

/**
 * Cells that nobody would think of: every operator and function, products within products, parameters used again,
 * matrix expressions right of {@code @}, states after the step, lines of either width. Arguments are kept where
 * functions are tame, so that central differences tell the truth.
 */
public final class RandomCells {
    /** How tightly a piece of text holds together, as in the language's grammar. */
    private enum Level {
        SUM,
        PRODUCT,
        UNARY,
        POWER,
        ATOM
    }

    /** @param plain true for plain numbers */
    private record Piece(String text, Level level, boolean plain) {
        static Piece name(String name) {
            return new Piece(name, Level.ATOM, false);
        }
    }

    /** A matrix parameter by the sizes it is meant to have. */
    private record Matrix(String name, Extent rows, Extent columns) {}

    /** A vector parameter, or a quantity. */
    private record Sized(String name, Extent width) {}

    private static final List<String> STATES = List.of("h", "c", "s_2", "θ", "隠れ", "c̃");
    private static final List<String> LINES = List.of("a", "f", "gate.in", "é", "𝑓", "state1", "q_2", "α", "x2");
    private static final List<String> BOUNDED = List.of(
            "sigmoid",
            "tanh",
            "softsign",
            "sin",
            "cos",
            "hard_sigmoid",
            "sign",
            "step",
            "hard_sigmoid_slope",
            "atan",
            "gelu_slope");
    private static final List<String> GROWING = List.of("relu", "softplus", "abs", "identity", "silu", "gelu", "elu");

    private static final Extent P = new Extent("P");

    private final Random random;
    private final Random definitions;
    /** Whether sizes and parameters are declared. */
    private final boolean declares;

    private final List<Sized> quantities = new ArrayList<>();
    private final List<Sized> vectors = new ArrayList<>();
    private final List<Matrix> matrices = new ArrayList<>();
    private final Set<String> numbers = new LinkedHashSet<>();
    private final StringBuilder text = new StringBuilder();

    private RandomCells(long seed) {
        random = new Random(seed * 7919 + 17);
        definitions = new Random(seed * 6271 + 5);
        declares = seed % 3 == 2;
    }

    /** The text of a cell, the same one for the same seed. */
    public static String text(long seed) {
        return new RandomCells(seed).write();
    }

    private String write() {
        List<String> states = shuffled(STATES).subList(0, 1 + random.nextInt(3));
        List<String> lines = new ArrayList<>(shuffled(LINES).subList(0, random.nextInt(5)));
        quantities.add(new Sized("x", Extent.D));
        states.forEach(state -> quantities.add(new Sized(state, declares && random.nextBoolean() ? P : Extent.H)));
        boolean statesLast = random.nextInt(5) == 0;
        if (!statesLast) {
            text.append("state ")
                    .append(states.stream().map(this::declared).collect(Collectors.joining(", ")))
                    .append('\n');
        }
        List<String> targets = new ArrayList<>(lines);
        states.forEach(state -> targets.add(random.nextInt(targets.size() + 1), state + "'"));
        for (String target : targets) {
            if (target.endsWith("'")) {
                Extent width = width(target.substring(0, target.length() - 1));
                line(target, width, stateUpdate(width));
            } else {
                Extent width = random.nextInt(4) == 0 ? Extent.D : units();
                line(target, width, freeLine(width));
            }
        }
        if (statesLast) {
            states.forEach(
                    state -> text.append("state ").append(declared(state)).append(" # at the end\n"));
        }
        if (declares) {
            List<String> used = numbers.stream().filter(this::isUsed).toList();
            text.append("size P = ").append(1 + random.nextInt(3)).append("\nsize Q = 2 # for nothing\n");
            used.forEach(name -> text.append("param ")
                    .append(name)
                    .append("(1)")
                    .append(start())
                    .append('\n'));
            matrices.stream()
                    .filter(matrix -> random.nextBoolean() && isUsed(matrix.name()))
                    .forEach(matrix -> text.append("fixed ")
                            .append(matrix.name())
                            .append('(')
                            .append(matrix.rows())
                            .append(", ")
                            .append(matrix.columns())
                            .append(')')
                            .append(start())
                            .append('\n'));
        }
        return text.toString();
    }

    private String start() {
        return random.nextBoolean() ? "" : " = " + (random.nextInt(9) - 4) + " / 8";
    }

    /** Not all that is thought of is written. */
    private boolean isUsed(String name) {
        return Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "(?![\\w.'])", Pattern.UNICODE_CHARACTER_CLASS)
                .matcher(text)
                .find();
    }

    private String declared(String state) {
        Extent width = width(state);
        return width == P || declares && random.nextBoolean() ? state + "(" + width + ")" : state;
    }

    private Extent width(String state) {
        return quantities.stream()
                .filter(known -> known.name().equals(state))
                .findFirst()
                .orElseThrow()
                .width();
    }

    private Extent units() {
        return declares && random.nextBoolean() ? P : Extent.H;
    }

    private List<String> shuffled(List<String> names) {
        List<String> shuffled = new ArrayList<>(names);
        java.util.Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private void line(String target, Extent width, Piece right) {
        text.append(target).append(space()).append('=').append(space()).append(right.text());
        text.append(random.nextInt(6) == 0 ? " # why" : "").append('\n');
        quantities.add(new Sized(target, width));
    }

    private Piece freeLine(Extent width) {
        return switch (random.nextInt(8)) {
            case 0 -> value(width, 2);
            case 1 -> quantitiesOf(width).isEmpty() ? vector(width) : Piece.name(oneOf(quantitiesOf(width)));
            case 2 -> constant();
            case 3 -> binary(Level.SUM, vector(width), "+", call(boundedFunction(), vector(width)));
            default -> bounded(width, 4);
        };
    }

    /** Bounded, so that no state runs away. */
    private Piece stateUpdate(Extent width) {
        Piece inner = value(width, 4);
        return switch (random.nextInt(4)) {
            case 0 -> {
                Piece kept = binary(Level.PRODUCT, call("sigmoid", inner), "*", state(width));
                yield binary(Level.SUM, kept, "+", bounded(width, 3));
            }
            case 1 -> binary(Level.PRODUCT, bounded(width, 2), "*", bounded(width, 3));
            default -> call(random.nextBoolean() ? "tanh" : "sigmoid", inner);
        };
    }

    /** Of the two hard sigmoids, either. */
    private String boundedFunction() {
        String drawn = oneOf(BOUNDED);
        return drawn.startsWith("hard_sigmoid") && definitions.nextBoolean()
                ? drawn.replace("hard_sigmoid", "hard_sigmoid_6")
                : drawn;
    }

    private Piece bounded(Extent width, int depth) {
        return call(random.nextInt(3) == 0 ? boundedFunction() : "tanh", value(width, depth));
    }

    private Piece state(Extent width) {
        return Piece.name(oneOf(quantitiesOf(width)));
    }

    /** A value of each sequence, or a vector that stands for one. */
    private Piece value(Extent width, int depth) {
        if (depth == 0) {
            return leaf(width);
        }
        return switch (random.nextInt(15)) {
            case 14 -> combined(width, depth - 1);
            case 0, 1 -> binary(Level.SUM, value(width, depth - 1), oneOf(List.of("+", "-")), value(width, depth - 1));
            case 2, 3 -> binary(Level.PRODUCT, value(width, depth - 1), "*", bounded(width, depth - 1));
            case 4 -> binary(Level.PRODUCT, value(width, depth - 1), "/", atLeastOne(width, depth - 1));
            case 5 -> negated(value(width, depth - 1));
            case 6 -> power(width, depth);
            case 7 -> call(oneOf(GROWING), value(width, depth - 1));
            case 8 -> call("exp", bounded(width, depth - 1));
            case 9 -> call(oneOf(List.of("log", "sqrt", "log1p")), atLeastOne(width, depth - 1));
            case 10 -> bounded(width, depth - 1);
            case 11, 12 -> product(width, depth);
            default -> leaf(width);
        };
    }

    private Piece combined(Extent width, int depth) {
        Piece a = value(width, depth);
        Piece b = value(width, depth);
        Piece c = random.nextBoolean() ? constant() : vector(width);
        return switch (random.nextInt(5)) {
            case 0 -> call("max", a, b);
            case 1 -> call("min", a, b);
            case 2 -> call("clip", a, negated(c), c);
            case 3 -> call("leaky_relu", a, c);
            default -> {
                String sign = oneOf(List.of("<", "<=", ">", ">=", "==", "!="));
                Piece asked =
                        new Piece(a.text() + space() + sign + space() + b.text(), Level.SUM, a.plain() && b.plain());
                yield call("where", asked, value(width, depth), c);
            }
        };
    }

    private Piece product(Extent width, int depth) {
        Extent inner = random.nextInt(3) == 0 ? Extent.D : units();
        Piece left = value(inner, depth - 1);
        return binary(Level.PRODUCT, left.plain() ? vector(inner) : left, "@", matrix(inner, width, random.nextInt(3)));
    }

    private Piece power(Extent width, int depth) {
        return switch (random.nextInt(6)) {
            case 0 -> raised(bounded(width, depth - 1), "2");
            case 1 -> raised(bounded(width, depth - 1), "3");
            case 2 -> raised(atLeastOne(width, depth - 1), "-0.5");
            case 3 -> raised(atLeastOne(width, depth - 1), "(1 / 2)");
            case 4 -> raised(value(width, depth - 1), oneOf(List.of("1", "0", "2^0", "-−1")));
            default -> raised(atLeastOne(width, depth - 1), "-2 ^ 0");
        };
    }

    private Piece atLeastOne(Extent width, int depth) {
        Piece one = new Piece(oneOf(List.of("1", "1.5", ".12e1", "2")), Level.ATOM, true);
        Piece more = random.nextBoolean()
                ? raised(bounded(width, depth), "2")
                : call(oneOf(List.of("abs", "softplus", "relu", "sigmoid")), value(width, depth));
        return binary(Level.SUM, one, "+", more);
    }

    private Piece leaf(Extent width) {
        return switch (random.nextInt(5)) {
            case 0 -> vector(width);
            case 1 -> random.nextInt(3) == 0 ? constant() : declares && random.nextBoolean() ? number() : vector(width);
            default -> {
                List<String> names = quantitiesOf(width);
                yield names.isEmpty() ? vector(width) : Piece.name(oneOf(names));
            }
        };
    }

    private Piece constant() {
        return new Piece(oneOf(List.of("0.5", "1", "0.25", "2e-1", "0", "1.5")), Level.ATOM, true);
    }

    /** One number for all units. */
    private Piece number() {
        String name = oneOf(List.of("ν", "fixed", "size"));
        numbers.add(name);
        return new Piece(name, Level.ATOM, true);
    }

    private Piece vector(Extent width) {
        List<Sized> fitting = vectors.stream().filter(v -> v.width() == width).toList();
        if (!fitting.isEmpty() && random.nextInt(3) > 0) {
            return Piece.name(oneOf(fitting).name());
        }
        String name = random.nextInt(8) == 0 && vectors.isEmpty() ? "h.pre" : "b." + vectors.size();
        vectors.add(new Sized(name, width));
        return Piece.name(name);
    }

    /** What may stand right of {@code @}. */
    private Piece matrix(Extent rows, Extent columns, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return Piece.name(matrixName(rows, columns));
        }
        Piece first = matrix(rows, columns, depth - 1);
        return switch (random.nextInt(9)) {
            case 0 -> binary(Level.PRODUCT, first, "*", matrix(rows, columns, depth - 1));
            case 1 -> binary(Level.SUM, first, oneOf(List.of("+", "-")), matrix(rows, columns, depth - 1));
            case 2 -> binary(Level.PRODUCT, constant(), "*", first);
            case 3 -> negated(first);
            case 4 -> call(boundedFunction(), first);
            case 5 -> raised(first, "2");
            case 7 -> call("transpose", matrix(columns, rows, depth - 1));
            case 6 -> {
                List<Sized> used = vectors.stream()
                        .filter(v -> v.width() == columns && text.indexOf(v.name() + " ") >= 0)
                        .toList();
                yield used.isEmpty()
                        ? first
                        : binary(
                                Level.PRODUCT,
                                first,
                                "*",
                                Piece.name(oneOf(used).name()));
            }
            default -> {
                Extent inner = random.nextBoolean() ? Extent.D : units();
                yield binary(Level.PRODUCT, matrix(rows, inner, depth - 1), "@", matrix(inner, columns, depth - 1));
            }
        };
    }

    private String matrixName(Extent rows, Extent columns) {
        List<Matrix> fitting = matrices.stream()
                .filter(m -> m.rows() == rows && m.columns() == columns)
                .toList();
        if (!fitting.isEmpty() && random.nextInt(3) == 0) {
            return oneOf(fitting).name();
        }
        String name = "W" + matrices.size() + "." + rows + columns;
        matrices.add(new Matrix(name, rows, columns));
        return name;
    }

    private Piece call(String function, Piece... arguments) {
        String inner = Arrays.stream(arguments).map(Piece::text).collect(Collectors.joining("," + space()));
        return new Piece(
                function + "(" + inner + ")",
                Level.ATOM,
                Arrays.stream(arguments).allMatch(Piece::plain));
    }

    private Piece raised(Piece base, String exponent) {
        return new Piece(fenced(base, Level.ATOM) + space() + "^" + space() + exponent, Level.POWER, base.plain());
    }

    private Piece binary(Level level, Piece left, String sign, Piece right) {
        Level tighter = Level.values()[level.ordinal() + 1];
        String text = fenced(left, level) + space() + sign + space() + fenced(right, tighter);
        return new Piece(text, level, left.plain() && right.plain());
    }

    private Piece negated(Piece piece) {
        return new Piece("-" + fenced(piece, Level.UNARY), Level.UNARY, piece.plain());
    }

    /** In parentheses where it must, and now and then where it need not. */
    private String fenced(Piece piece, Level loosest) {
        boolean needed = piece.level().compareTo(loosest) < 0;
        return needed || random.nextInt(12) == 0 ? "(" + piece.text() + ")" : piece.text();
    }

    private String space() {
        return random.nextInt(8) == 0 ? "" : random.nextInt(20) == 0 ? "\t" : " ";
    }

    private List<String> quantitiesOf(Extent width) {
        return quantities.stream()
                .filter(q -> q.width() == width)
                .map(Sized::name)
                .toList();
    }

    private <E> E oneOf(List<E> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
