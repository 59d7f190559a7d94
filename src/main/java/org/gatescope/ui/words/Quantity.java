package org.gatescope.ui.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Bounds;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Convention;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Notation;
import org.gatescope.cell.QuantityName;
import org.gatescope.cell.Roles;
import org.gatescope.cell.ShownNames;
import org.gatescope.cell.SymbolName;
import org.gatescope.engine.DropoutMasks;
import org.gatescope.picture.Family;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;

/**
 * What a lane shows of a cell.
 *
 * @param name       in the cell: x, f, f.pre, h'
 * @param isGradient of the loss with respect to it
 * @param isGate     its values never leave [0, 1]
 * @param shown      the same in the notation that is shown
 * @param word       what it is, where its cell's equations bear that out: forget gate; empty for others
 */
public record Quantity(String name, boolean isGradient, boolean isGate, String shown, String word) {
    private static final Texts TEXTS = Texts.of(Quantity.class);

    /** Of what is no cell's. */
    public Quantity(String name, boolean isGradient, boolean isGate) {
        this(
                name,
                isGradient,
                isGate,
                name,
                words("quantity.", Cell.unprimed(name)).orElse(""));
    }

    /**
     * What a cell's lanes show: its values in the order in which they are computed, then the gradients in theirs. The
     * pre-activations of a cell with several stand behind all others.
     */
    public static List<Quantity> of(Cell cell) {
        ShownNames names = ShownNames.of(cell, false);
        Map<String, Bounds> bounds = Bounds.of(cell);
        Roles roles = Roles.of(cell);
        List<Quantity> values = new ArrayList<>();
        values.add(new Quantity(Cell.INPUT, false, false));
        for (Assignment statement : cell.statements()) {
            boolean isGate = bounds.getOrDefault(statement.name(), Bounds.NONE).isGate();
            values.add(new Quantity(
                    statement.name(), false, isGate, names.of(statement.name()), word(roles, statement.name())));
        }
        List<Quantity> gradients = values.reversed().stream()
                .map(value -> new Quantity(value.name(), true, value.isGate(), value.shown(), value.word()))
                .toList();
        List<Quantity> all = Stream.of(values, gradients).flatMap(List::stream).toList();
        return hasManyPreActivations(cell)
                ? all.stream()
                        .sorted(Comparator.comparing(Quantity::isPreActivation))
                        .toList()
                : all;
    }

    /** Where a cell has several, they stand apart from its gates and states. */
    public static boolean hasManyPreActivations(Cell cell) {
        return cell.statements().stream()
                        .filter(statement -> QuantityName.isPreActivation(statement.name()))
                        .count()
                > 1;
    }

    /** Tells lanes apart, and stays the same from cell to cell. */
    public String id() {
        return isGradient ? Cell.gradient(name) : name;
    }

    /** The family of colours that its lane begins with. */
    public Family family() {
        if (isGradient) {
            return Family.GRADIENTS;
        }
        return isGate ? Family.GATES : Family.VALUES;
    }

    /** True for the argument of an activation. */
    public boolean isPreActivation() {
        return QuantityName.isPreActivation(name);
    }

    /** f, or ∂L/∂f. */
    public Formula formula() {
        Formula symbol = SymbolName.of(Cell.unprimed(shown));
        return isGradient ? Formula.derivative(symbol) : symbol;
    }

    /** What it is in words: input gate, hidden state; for a gradient that it is one. */
    public String subtitle() {
        if (isGradient) {
            return TEXTS.get("gradient");
        }
        if (isPreActivation()) {
            return TEXTS.get("pre-activation");
        }
        return word;
    }

    private static String word(Roles roles, String name) {
        String known = Cell.unprimed(name);
        return roles.isAsNamed(known)
                ? words("gate.", known).or(() -> words("quantity.", known)).orElse("")
                : roles.isGate(name) ? TEXTS.get("gate") : "";
    }

    /** A gate, or what else a cell's weights called {@code W.NAME} lead to, in a word: input, forget, candidate. */
    public static String shortWord(Roles roles, String gate) {
        return roles.isAsNamed(gate) ? words("short.", gate).orElse("") : "";
    }

    /** The same in full: input gate, candidate; its name where there is no word for it. */
    public static String longWord(Roles roles, String gate) {
        String word = word(roles, gate);
        return word.isEmpty() || !roles.isAsNamed(gate) ? gate : word;
    }

    /** The book's own word goes first. */
    private static Optional<String> words(String prefix, String name) {
        String book = Convention.shown().book().name().toLowerCase(Locale.ROOT);
        return Stream.of(prefix + book + "." + name, prefix + name)
                .filter(TEXTS::has)
                .findFirst()
                .map(TEXTS::get);
    }

    /** In full, for a number that belongs to a word: {@code y[t=3, “pen”]}. */
    public String place(int step, String word) {
        return TEXTS.get("place.word", plain(), Convention.counted(step), word);
    }

    private String plain() {
        return Notation.of(shown, isGradient);
    }

    /** In full, for one number: {@code f[t=3, unit 2]}. */
    public String place(int step, int unit) {
        return place(name, shown, isGradient, step, unit);
    }

    /** The same, whatever else it is called. */
    public Quantity called(String other) {
        return new Quantity(name, isGradient, isGate, other, word);
    }

    /** {@code f[t=3, unit 2]} or {@code ∂L/∂f[t=3, unit 2]} of a quantity or its gradient. */
    public static String place(Session session, String part, String quantity, boolean isGradient, int step, int unit) {
        return place(quantity, NamesOfParts.of(session, part).of(quantity), isGradient, step, unit);
    }

    private static String place(String quantity, String shown, boolean isGradient, int step, int unit) {
        boolean isRead = quantity.equals(Cell.INPUT) || quantity.equals(DropoutMasks.NAME);
        String key = isRead ? "place.input" : "place";
        return TEXTS.get(key, Notation.of(shown, isGradient), Convention.counted(step), unit);
    }

    /** Where a state before the step and after it have to be told apart: {@code ∂L/∂h′[t=3, unit 2]} of {@code d.h'}. */
    public static String placeAsInEquations(Session session, String part, String quantity, int step, int unit) {
        String key = QuantityName.base(quantity).equals(Cell.INPUT) ? "place.input" : "place";
        String shown = NamesOfParts.of(session, part).of(quantity);
        return TEXTS.get(key, Notation.expression(shown), Convention.counted(step), unit);
    }
}
