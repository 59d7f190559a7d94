package org.gatescope.ui.window;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which parts of the window are shown, and how wide those at the sides are.
 *
 * @param shown       of {@link #PARTS}
 * @param tablesShare of the window's width; 0 for as much as they like
 * @param cellShare   of the window's width; 0 for as much as it likes
 * @param room        which room is shown at the right, or would be: one of {@link Rooms#keys}
 */
public record Arrangement(Set<String> shown, double tablesShare, double cellShare, String room) {
    static final String TABLES = "tables";
    static final String NETWORK = "network";
    static final String FLOW = "flow";
    static final String WHY = "why";
    static final String CELL = "cell";

    /** What can be put away: tables, left; network, gradient flow and “Why this number?”, middle; a room, right. */
    static final List<String> PARTS = List.of(TABLES, NETWORK, FLOW, WHY, CELL);

    /** Everything but the gradient flow, as wide as it likes to be. */
    public static final Arrangement FIRST = new Arrangement(true, true, true, 0, 0);

    private static final String PANELS = "panels";
    private static final String DIVIDERS = "dividers";
    private static final String ROOM = "room:";
    private static final String WITHOUT = "no-";

    public Arrangement {
        shown = Set.copyOf(shown);
    }

    /** Why a number is what it is is shown where a room is. */
    public Arrangement(
            boolean tables,
            boolean network,
            boolean cell,
            double tablesShare,
            double cellShare,
            boolean flow,
            String room) {
        this(
                Stream.of(
                                tables ? TABLES : "",
                                network ? NETWORK : "",
                                flow ? FLOW : "",
                                cell ? WHY : "",
                                cell ? CELL : "")
                        .filter(Predicate.not(String::isEmpty))
                        .collect(Collectors.toSet()),
                tablesShare,
                cellShare,
                room);
    }

    /** Without the gradient flow, and with the cell at the playhead at the right. */
    public Arrangement(boolean tables, boolean network, boolean cell, double tablesShare, double cellShare) {
        this(tables, network, cell, tablesShare, cellShare, false, Rooms.first());
    }

    /** @param part one of {@link #PARTS} */
    public boolean shows(String part) {
        return shown.contains(part);
    }

    /** As it is written into settings: two dividers, as shares of the width from the left. */
    public List<Double> dividers() {
        return List.of(tablesShare, 1 - cellShare);
    }

    /** Which parts are shown and which are not, and the room, as it is written into settings: {@code tables no-flow room:training}. */
    public String panels() {
        return PARTS.stream()
                        .map(part -> shows(part) ? part + " " : WITHOUT + part + " ")
                        .collect(Collectors.joining())
                + ROOM
                + room;
    }

    /** As a session file has it, among other things: {@code panels} and {@code dividers}; empty where it has none. */
    public static Optional<Arrangement> of(Map<String, String> view) {
        return Optional.ofNullable(view.get(PANELS)).map(panels -> of(shares(view.getOrDefault(DIVIDERS, "")), panels));
    }

    /** Adds {@link #panels} and {@link #dividers} to what a session file says of the window. */
    public void write(Map<String, String> view) {
        view.put(PANELS, panels());
        view.put(DIVIDERS, dividers().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    /** From 0 to 1; nothing where a file says anything else. */
    private static List<Double> shares(String written) {
        try {
            List<Double> shares =
                    Stream.of(written.split(" ", -1)).map(Double::valueOf).toList();
            return shares.stream().allMatch(share -> share >= 0 && share <= 1) ? shares : List.of();
        } catch (NumberFormatException e) {
            return List.of();
        }
    }

    /**
     * What settings say; what they do not say is as at first.
     *
     * @param dividers two, or another number for none
     * @param panels   as {@link #panels} writes it
     */
    public static Arrangement of(List<Double> dividers, String panels) {
        List<String> words = List.of(panels.split(" ", -1));
        Set<String> shown = new TreeSet<>(PARTS);
        shown.removeIf(part -> words.contains(WITHOUT + part) || !FIRST.shows(part) && !words.contains(part));
        boolean both = dividers.size() == 2;
        return new Arrangement(
                shown,
                both ? dividers.getFirst() : 0,
                both ? 1 - dividers.getLast() : 0,
                Rooms.keys().stream()
                        .filter(room -> words.contains(ROOM + room))
                        .findFirst()
                        .orElse(Rooms.first()));
    }
}
