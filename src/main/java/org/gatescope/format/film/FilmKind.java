package org.gatescope.format.film;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatescope.format.FormatException;

/** What kinds of files films are written to. */
public enum FilmKind {
    GIF,
    /** H.264. */
    MP4,
    /** A sequence of pictures, numbered from 1: {@code film-00001.png}. */
    PNG;

    /** The one that a file's name says. */
    public static Optional<FilmKind> of(String file) {
        return Stream.of(values())
                .filter(kind -> file.toLowerCase(Locale.ROOT).endsWith(kind.ending()))
                .findFirst();
    }

    /** Of names of such files: {@code .gif}. */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /**
     * Begins a film. What is at its place is kept until it is finished.
     *
     * @param file of this kind; for pictures, what they are named after
     * @throws IOException     if it cannot be written
     * @throws FormatException if pictures of another film are there
     */
    public FilmWriter open(Path file) throws IOException, FormatException {
        return switch (this) {
            case GIF -> new GifWriter(file);
            case MP4 -> new Mp4Writer(file);
            case PNG -> new PicturesWriter(file);
        };
    }
}
