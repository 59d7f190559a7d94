package org.gatescope.format.code;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages and libraries that a program can be written for. */
public enum CodeTarget {
    NUMPY("py"),
    JAVASCRIPT("js"),
    PYTORCH("py"),
    JAVA("java");

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

    /** The one that is called so. */
    public static Optional<CodeTarget> of(String id) {
        return Stream.of(values())
                .filter(target -> target.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
