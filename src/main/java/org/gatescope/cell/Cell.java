package org.gatescope.cell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A recurrent cell: a handful of equations and all that follows from them.
 *
 * @param source     the text as it was written
 * @param title      its first comment, or the empty string
 * @param states     names of the states, the first one is the output
 * @param lines      the equations in their order, as written
 * @param statements the same with every pre-activation as a statement of its own: what is computed and recorded
 * @param adjoints   the backward pass of one step, in its order
 * @param parameters every parameter's shape, in order of first use
 * @param widths     columns of every quantity (statements, x and states): D, H or a size that the cell declares
 * @param declared   what the text says besides its equations
 */
public record Cell(
        String source,
        String title,
        List<String> states,
        List<Assignment> lines,
        List<Assignment> statements,
        List<Adjoint> adjoints,
        Map<String, Shape> parameters,
        Map<String, Extent> widths,
        Declarations declared) {
    /** The input's name. */
    public static final String INPUT = "x";

    public Cell {
        states = List.copyOf(states);
        lines = List.copyOf(lines);
        statements = List.copyOf(statements);
        adjoints = List.copyOf(adjoints);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        widths = Collections.unmodifiableMap(new LinkedHashMap<>(widths));
    }

    /**
     * Reads a cell's text. The language is described in docs/cells.md.
     *
     * @throws CellException where the text is no cell; it says where and what was expected
     */
    public static Cell parse(String source) {
        CellText text = CellText.read(source);
        NameCheck.check(text);
        Declarations declared = DeclarationCheck.of(text);
        ShapeCheck shapes = ShapeCheck.of(text, declared);
        DeclarationCheck.checkStarts(text, shapes.parameters());
        List<Assignment> lines = text.equations().stream()
                .map(equation -> new Assignment(equation.target(), equation.expression()))
                .toList();
        List<String> others = new ArrayList<>(shapes.parameters().keySet());
        others.addAll(text.states());
        List<Assignment> statements = PreActivations.split(lines, others);
        Map<String, Extent> widths = widths(statements, shapes.widths());
        Shapes ofAll = Shapes.of(shapes.parameters(), widths, text.states().getFirst());
        Differentiation differentiation = new Differentiation(text.states(), ofAll, ChainRule.EXACT);
        return new Cell(
                source,
                text.title(),
                text.states(),
                lines,
                statements,
                differentiation.adjoints(statements),
                shapes.parameters(),
                widths,
                declared);
    }

    /** A pre-activation, which stands before its line, is as wide as that. */
    private static Map<String, Extent> widths(List<Assignment> statements, Map<String, Extent> known) {
        Map<String, Extent> widths = new LinkedHashMap<>(known);
        Extent width = Extent.H;
        for (Assignment statement : statements.reversed()) {
            width = widths.getOrDefault(statement.name(), width);
            widths.put(statement.name(), width);
        }
        return widths;
    }

    /** The adjoint lines by another chain rule than the exact one: as many, with the same targets in the same order. */
    public List<Adjoint> adjoints(ChainRule chainRule) {
        return List.copyOf(new Differentiation(states, Shapes.of(this), chainRule).adjoints(statements));
    }

    /** The state that the cell puts out: h. */
    public String output() {
        return states.getFirst();
    }

    /** Columns of the output, and so of the layer's in one direction. */
    public Extent outputWidth() {
        return widthOf(output());
    }

    /** Columns of a quantity. @throws NullPointerException if the cell has none of that name */
    public Extent widthOf(String quantity) {
        return Objects.requireNonNull(widths.get(quantity), quantity);
    }

    /** True where H is the size of something. */
    public boolean usesHidden() {
        return widths.containsValue(Extent.H)
                || parameters.values().stream()
                        .anyMatch(shape ->
                                shape.rows().equals(Extent.H) || shape.columns().equals(Extent.H));
    }

    /** The same with another number for a size that it declares: its text says so then. */
    public Cell withSize(String name, int number) {
        return parse(DeclarationCheck.withSize(source, name, number));
    }

    /** The name of a state's value after the step. */
    public static String after(String state) {
        return QuantityName.after(state);
    }

    /** The name of the gradient of the loss with respect to a quantity. */
    public static String gradient(String quantity) {
        return QuantityName.gradient(quantity);
    }

    /** A quantity's name without its prime: what it is called in headings and files. */
    public static String unprimed(String quantity) {
        return QuantityName.unprimed(quantity);
    }
}
