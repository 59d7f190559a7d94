package org.gatescope.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Compares what is drawn with a file of text lines in {@code src/test/resources/picture}. With {@code -Dgolden=write} the
 * files are written anew instead; read what changed in them before you commit it.
 */
public final class Golden {
    private static final Path FILES = Path.of("src/test/resources/picture");

    private Golden() {}

    /** @param name of the file, without its ending */
    public static void check(String name, Picture picture) {
        check(name, picture::draw);
    }

    /** @param name of the file, without its ending */
    public static void check(String name, Consumer<Pen> drawing) {
        RecordingPen pen = new RecordingPen();
        drawing.accept(pen);
        check(name, pen.lines());
    }

    /** @param name of the file, without its ending */
    public static void check(String name, List<String> lines) {
        Path file = FILES.resolve(name + ".txt");
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(file.getParent());
                Files.write(file, lines);
            }
            List<String> expected = Files.readAllLines(file);
            assertThat(lines).as(name).isEqualTo(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
