package org.gatescope.ui.window;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which panels stand beside and above the lanes, and how wide.
 *
 * @param tables      whether the tables are shown, left
 * @param network     whether the unrolled network is shown, above the lanes
 * @param cell        whether a room is shown, right
 * @param tablesShare of the window's width; 0 for as much as they like
 * @param cellShare   of the window's width; 0 for as much as it likes
 * @param flow        whether the gradient flow is shown, below the lanes
 * @param room        which room is shown, or would be: one of {@link Rooms#keys}
 * @param why         whether it is shown why a number is what it is, below everything in the middle
 */
public record Arrangement(
        boolean tables,
        boolean network,
        boolean cell,
        double tablesShare,
        double cellShare,
        boolean flow,
        String room,
        boolean why) {
    private static final String ROOM = "room:";
    private static final String WITHOUT_WHY = "no-why";
    /** Everything, as wide as it likes to be. */
    public static final Arrangement FIRST = new Arrangement(true, true, true, 0, 0);

    /** Why a number is what it is is shown where a room is. */
    public Arrangement(
            boolean tables,
            boolean network,
            boolean cell,
            double tablesShare,
            double cellShare,
            boolean flow,
            String room) {
        this(tables, network, cell, tablesShare, cellShare, flow, room, cell);
    }

    /** Without the gradient flow, and with the cell at the playhead at the right. */
    public Arrangement(boolean tables, boolean network, boolean cell, double tablesShare, double cellShare) {
        this(tables, network, cell, tablesShare, cellShare, false, Rooms.first());
    }

    /** As it is written into settings: two dividers, as shares of the width from the left. */
    public List<Double> dividers() {
        return List.of(tablesShare, 1 - cellShare);
    }

    /** Those panels that are shown, and the room, as it is written into settings: {@code tables cell room:training}. */
    public String panels() {
        return Stream.of(
                        tables ? "tables" : "",
                        network ? "network" : "",
                        cell ? "cell" : "",
                        flow ? "flow" : "",
                        why ? "" : WITHOUT_WHY,
                        ROOM + room)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
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
                both ? 1 - dividers.getLast() : 0,
                shown.contains("flow"),
                Rooms.keys().stream()
                        .filter(room -> shown.contains(ROOM + room))
                        .findFirst()
                        .orElse(Rooms.first()),
                !shown.contains(WITHOUT_WHY));
    }
}
