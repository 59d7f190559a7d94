package org.gatescope.engine;

/** Whether this JVM has vector instructions to offer: {@code jdk.incubator.vector} must be added where Java starts. */
final class Lanes {
    private static final boolean THERE =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private Lanes() {}

    /** {@code -Dgatescope.products=ejml} does without them: EJML multiplies, and functions are the JDK's. */
    static boolean areUsed() {
        return THERE && !System.getProperty("gatescope.products", "").equals("ejml");
    }
}
