package org.gatescope.cell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What makes one number of all units of a quantity; in conditions and watches only. */
public enum Reduction {
    MAX,
    MIN,
    MEAN,
    SUM,
    /** The Euclidean norm. */
    NORM;

    /** The name of the call that picks one unit, {@code f[2]}. No name can be written so. */
    public static final String ELEMENT = "[]";

    /** The word it is written with. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Reduction> named(String word) {
        return Arrays.stream(values()).filter(r -> r.word().equals(word)).findFirst();
    }
}
