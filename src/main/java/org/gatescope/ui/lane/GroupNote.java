package org.gatescope.ui.lane;

/**
 * What is said beside the title of a group of lanes.
 *
 * @param text    empty for nothing
 * @param onClick leads to what it is about
 */
public record GroupNote(String id, String text, Runnable onClick) {
    /** Nothing is said. */
    public static final GroupNote NONE = new GroupNote("", "", () -> {});
}
