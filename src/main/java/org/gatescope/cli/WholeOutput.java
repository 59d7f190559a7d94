package org.gatescope.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Writes a file whole or not at all: beside its place first, then over what stood there. */
final class WholeOutput {
    private WholeOutput() {}

    /** What fills the file. */
    @FunctionalInterface
    interface Content {
        /** @param to closed by whoever made it */
        void writeTo(OutputStream to) throws IOException;
    }

    static void write(Path place, Content content) throws IOException {
        Path real = Files.exists(place) ? place.toRealPath() : place.toAbsolutePath();
        Path folder = Objects.requireNonNull(real.getParent());
        Path beside = folder.resolve("." + real.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(beside)) {
                content.writeTo(out);
            }
            Files.move(beside, real, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
