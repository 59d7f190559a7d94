package org.gatescope.cell;

/** {@code name = expression}: one line of a cell, or a pre-activation taken out of it. */
public record Assignment(String name, Expression expression) {
    @Override
    public String toString() {
        return name + " = " + expression;
    }
}
