package org.gatescope.cell;

import java.util.List;

/** Mathematics as a tree that a window lays out and LaTeX is written from: rows of symbols with scripts. */
public sealed interface Formula {
    /** Nothing, where a script is absent. */
    Formula EMPTY = new Row(List.of());

    /** ∂q, which is short for {@link #derivative}. */
    static Formula gradient(Formula quantity) {
        return Mathematics.row(Mathematics.operator("∂"), quantity);
    }

    /** ∂L/∂q, the derivative of the loss. */
    static Formula derivative(Formula quantity) {
        return Mathematics.row(
                Mathematics.operator("∂"),
                Mathematics.quantity("L"),
                Mathematics.operator("/"),
                Mathematics.operator("∂"),
                quantity);
    }

    /** q with the subscript T: a state after the last step. */
    static Formula atEnd(Formula state) {
        return new Script(state, Mathematics.quantity("T"), EMPTY);
    }

    /** How a symbol is set: quantities in italics, function names upright, and so on. */
    enum Style {
        QUANTITY,
        FUNCTION,
        NUMBER,
        OPERATOR,
        FENCE
    }

    /** One symbol or word, for example {@code c}, {@code tanh}, {@code ⊙}. */
    record Symbol(String text, Style style) implements Formula {}

    /** Parts side by side. */
    record Row(List<Formula> parts) implements Formula {
        public Row {
            parts = List.copyOf(parts);
        }
    }

    /** A part that is pointed out within the rest. */
    record Marked(Formula part) implements Formula {}

    /** A base with what stands below and above at its right; {@link #EMPTY} where there is none. */
    record Script(Formula base, Formula below, Formula above) implements Formula {}
}
