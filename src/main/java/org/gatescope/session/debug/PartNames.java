package org.gatescope.session.debug;

/** Names of gradients. */
final class PartNames {
    private PartNames() {}

    static boolean isGradient(String name) {
        return name.startsWith("d.");
    }

    /** What a gradient is of. */
    static String of(String gradient) {
        return gradient.substring("d.".length());
    }
}
