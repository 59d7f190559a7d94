package org.gatescope.cell;

import org.gatescope.cell.Expression.Name;

/**
 * Names of what a quantity was at another moment than the step that uses it. They stand in adjoint lines alone, where a
 * mistake has put them; their brackets keep them apart from names that users give.
 */
public enum NameMoment {
    /** The step that the forward pass computes last. */
    LAST_STEP("[T-1]"),
    /** The forward pass, where a parameter has changed since. */
    FORWARD_PASS("[forward]");

    private final String mark;

    NameMoment(String mark) {
        this.mark = mark;
    }

    /** {@code h.pre[T-1]} of {@code h.pre}. */
    public Name of(String name) {
        return new Name(name + mark);
    }

    /** True for a name made by {@link #of}. */
    public boolean marks(String name) {
        return name.endsWith(mark);
    }

    /** {@code T-1}: the mark without its brackets. */
    String word() {
        return mark.substring(1, mark.length() - 1);
    }

    /** A name without its mark, be it one of these or that of an arrival: {@code h.pre} of {@code h.pre[T-1]}. */
    public static String unmarked(String name) {
        return QuantityName.of(name).unmarked();
    }
}
