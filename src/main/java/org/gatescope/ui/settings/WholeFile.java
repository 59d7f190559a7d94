package org.gatescope.ui.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Writes files whole or not at all: a temporary one beside it first, brought to the disk, then put in its place. */
final class WholeFile {
    private WholeFile() {}

    static void write(byte[] bytes, Path place) throws IOException {
        Path temporary = Files.createTempFile(Objects.requireNonNull(place.getParent()), "gatescope", ".tmp");
        try {
            writeThrough(bytes, temporary);
            Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void writeThrough(byte[] bytes, Path to) throws IOException {
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}
