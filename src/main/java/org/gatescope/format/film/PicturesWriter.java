package org.gatescope.format.film;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.gatescope.format.FormatException;
import org.gatescope.text.Texts;

/** Each frame as a file of its own; how long it is shown is left to whoever puts them together. */
final class PicturesWriter implements FilmWriter {
    private static final Texts TEXTS = Texts.of(PicturesWriter.class);

    private final Path named;
    private final List<Path> written = new ArrayList<>();
    private long bytes;
    private boolean isFinished;

    /** @throws FormatException if there are pictures of this name: those of a longer film would stay among these */
    PicturesWriter(Path named) throws FormatException {
        this.named = named;
        if (Files.exists(picture(1))) {
            throw FormatException.of(TEXTS, "exists", picture(1).toString());
        }
    }

    @Override
    public void add(BufferedImage frame, int duration) throws IOException {
        Path file = picture(written.size() + 1);
        written.add(file);
        if (!ImageIO.write(frame, "png", file.toFile())) {
            throw new IOException("This Java has no writer for PNG");
        }
        bytes += Files.size(file);
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public long finish() {
        isFinished = true;
        return bytes;
    }

    @Override
    public void close() throws IOException {
        for (Path file : isFinished ? List.<Path>of() : written) {
            Files.deleteIfExists(file);
        }
    }

    private Path picture(int number) {
        String name = String.valueOf(named.getFileName());
        String stem = name.substring(0, name.length() - FilmKind.PNG.ending().length());
        return named.resolveSibling(String.format(Locale.ROOT, "%s-%05d%s", stem, number, FilmKind.PNG.ending()));
    }
}
