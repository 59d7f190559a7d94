package org.gatescope.format.data;

import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of a table.
 *
 * @param roles     one for each column; at most one of sequence and of time
 * @param aim       where targets come from
 * @param asClasses whether a target of numbers names classes; words always do
 */
public record Choices(List<Role> roles, Aim aim, boolean asClasses, Scaling scaling) {
    /** What the network is to say. */
    public enum Aim {
        /** The row after, from each row; target columns are then left out. */
        NEXT_ROW,
        /** The targets of each row. */
        EVERY_STEP,
        /** The targets of the last row of each sequence. */
        LAST_STEP
    }

    public Choices {
        roles = List.copyOf(roles);
    }

    /** The same with a column in another role; the one that had it before, where only one can, is left out. */
    public Choices withRole(int column, Role role) {
        List<Role> changed = new ArrayList<>(roles);
        if (role == Role.SEQUENCE || role == Role.TIME) {
            changed.replaceAll(other -> other == role ? Role.UNUSED : other);
        }
        changed.set(column, role);
        return new Choices(changed, aim, asClasses, scaling);
    }

    /** The same with another aim. */
    public Choices withAim(Aim changed) {
        return new Choices(roles, changed, asClasses, scaling);
    }

    /** The same with numbers that name classes, or not. */
    public Choices withClasses(boolean changed) {
        return new Choices(roles, aim, changed, scaling);
    }

    /** The same with numbers scaled in another way. */
    public Choices withScaling(Scaling changed) {
        return new Choices(roles, aim, asClasses, changed);
    }

    boolean has(Role role) {
        return roles.contains(role);
    }
}
