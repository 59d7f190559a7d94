package org.gatescope.format.page;

import org.gatescope.cell.Cell;
import org.gatescope.cell.Formula;
import org.gatescope.picture.Family;

/**
 * A quantity of a part over time, as a page shows it.
 *
 * @param part       key of a layer's direction, of the read-out or of the input
 * @param name       as the equations of the part have it
 * @param isGradient of the loss with respect to it
 * @param label      its heading
 * @param subtitle   what it is in words; may be empty
 * @param group      title that it stands below
 * @param units      how many there are
 * @param saturates  false where 0 and 1 close and open nothing
 * @param folded     to a thin band at first
 */
public record PageLane(
        String part,
        String name,
        boolean isGradient,
        Formula label,
        String subtitle,
        String group,
        Family family,
        int units,
        boolean saturates,
        boolean folded) {
    /** {@code 0.forward|f}, or {@code 0.forward|d.f}: what it is called where quantities are hidden. */
    public String id() {
        return part + "|" + quantity();
    }

    /** {@code f}, or {@code d.f}. */
    public String quantity() {
        return isGradient ? Cell.gradient(name) : name;
    }

    /** {@code h} of {@code h'}, as lanes call it; {@code d.h} of its gradient. */
    public String brief() {
        return brief(name, isGradient);
    }

    /** The same of a quantity, or of the gradient with respect to it. */
    public static String brief(String name, boolean isGradient) {
        String own = Cell.unprimed(name);
        return isGradient ? Cell.gradient(own) : own;
    }
}
