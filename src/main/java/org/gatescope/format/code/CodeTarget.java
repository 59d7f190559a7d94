package org.gatescope.format.code;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The languages and libraries that a program can be written for. */
public enum CodeTarget {
    NUMPY("py"),
    JAVASCRIPT("js"),
    PYTORCH("py"),
    JAX("py"),
    KERAS("py"),
    JAVA("java");

    /** Names of files that Python would read in the place of what programs need. */
    private static final Set<String> LIBRARIES = Set.of("numpy.py", "torch.py", "jax.py", "keras.py", "math.py");

    private final String ending;

    CodeTarget(String ending) {
        this.ending = ending;
    }

    /** What it is called in commands: {@code numpy}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of a file, without a dot. */
    public String ending() {
        return ending;
    }

    /** True for a file that Python would take for a library which the programs beside it need. */
    public static boolean hidesLibrary(Path file) {
        return LIBRARIES.contains(String.valueOf(file.getFileName()));
    }

    /** The one that is called so. */
    public static Optional<CodeTarget> of(String id) {
        return Stream.of(values())
                .filter(target -> target.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
