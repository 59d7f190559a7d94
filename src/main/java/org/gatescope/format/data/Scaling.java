package org.gatescope.format.data;

import org.gatescope.session.Feature;

/** How the numbers of a column are brought to a size that networks learn from. */
public enum Scaling {
    /** As they are. */
    NONE {
        @Override
        Feature of(String name, double mean, double deviation, double least, double largest) {
            return new Feature(name, 0, 1);
        }
    },
    /** To mean 0 and standard deviation 1. */
    STANDARD {
        @Override
        Feature of(String name, double mean, double deviation, double least, double largest) {
            return scaled(name, mean, deviation);
        }
    },
    /** From 0 to 1. */
    UNIT {
        @Override
        Feature of(String name, double mean, double deviation, double least, double largest) {
            return scaled(name, least, largest - least);
        }
    };

    abstract Feature of(String name, double mean, double deviation, double least, double largest);

    /** A column that never changes is only shifted. */
    private static Feature scaled(String name, double shift, double scale) {
        return new Feature(name, shift, scale > 0 && Double.isFinite(scale) ? scale : 1);
    }
}
