package org.gatescope.engine.program;

/** Whether this JVM has vector instructions to offer: {@code jdk.incubator.vector} must be added where Java starts. */
public final class VectorUnit {
    private static final boolean THERE =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private VectorUnit() {}

    /** {@code -Dgatescope.products=ejml} does without them: EJML multiplies, and functions are the JDK's. */
    public static boolean areUsed() {
        return THERE && !System.getProperty("gatescope.products", "").equals("ejml");
    }
}
