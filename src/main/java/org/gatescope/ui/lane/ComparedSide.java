package org.gatescope.ui.lane;

/** What a lane shows while another run is there to be compared with. */
public enum ComparedSide {
    /** The run that is shown. */
    THIS,
    /** The other one. */
    OTHER,
    /** By how much the shown one is larger. */
    DIFFERENCE;

    /** In the keys of texts. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** In a round. */
    public ComparedSide next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
