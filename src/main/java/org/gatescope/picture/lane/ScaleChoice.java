package org.gatescope.picture.lane;

import java.util.Locale;

/** Where a lane's limits come from. */
public enum ScaleChoice {
    /** Its own largest magnitude; gates reach from 0 to 1 if they can. */
    OWN,
    /** From its own smallest magnitude to its largest, as long as all of its numbers have one sign. */
    RANGE,
    /** The largest magnitude among all lanes of the family that share it. */
    SHARED,
    /** A number that the user gave. */
    FIXED;

    /** Its name in bundles of texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
