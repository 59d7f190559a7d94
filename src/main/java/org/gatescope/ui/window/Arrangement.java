package org.gatescope.ui.window;

import java.util.List;

/**
 * Which panels stand beside and above the lanes, and how wide.
 *
 * @param tables      whether the tables are shown, left
 * @param network     whether the unrolled network is shown, above the lanes
 * @param cell        whether the cell at the playhead is shown, right
 * @param tablesShare of the window's width; 0 for as much as they like
 * @param cellShare   of the window's width; 0 for as much as it likes
 */
public record Arrangement(boolean tables, boolean network, boolean cell, double tablesShare, double cellShare) {
    /** Everything, as wide as it likes to be. */
    public static final Arrangement FIRST = new Arrangement(true, true, true, 0, 0);

    /** As it is written into settings: two dividers, as shares of the width from the left. */
    public List<Double> dividers() {
        return List.of(tablesShare, 1 - cellShare);
    }

    /** Those panels that are shown, as it is written into settings: {@code tables network cell}. */
    public String panels() {
        return String.join(" ", tables ? "tables" : "", network ? "network" : "", cell ? "cell" : "")
                .strip();
    }

    /**
     * What settings say.
     *
     * @param dividers two, or another number for none
     * @param panels   as {@link #panels} writes it
     */
    public static Arrangement of(List<Double> dividers, String panels) {
        List<String> shown = List.of(panels.split(" ", -1));
        boolean both = dividers.size() == 2;
        return new Arrangement(
                shown.contains("tables"),
                shown.contains("network"),
                shown.contains("cell"),
                both ? dividers.getFirst() : 0,
                both ? 1 - dividers.getLast() : 0);
    }
}
