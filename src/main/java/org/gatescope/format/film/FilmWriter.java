package org.gatescope.format.film;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;

/** Writes a film, frame by frame. Closed before it is finished it leaves nothing behind. One thread at a time. */
public interface FilmWriter extends Closeable {
    /**
     * Adds a frame.
     *
     * @param frame    as large as the first one
     * @param duration in hundredths of a second
     */
    void add(BufferedImage frame, int duration) throws IOException;

    /** Bytes that have been written so far. */
    long bytes() throws IOException;

    /** Puts the film where it is to be. @return bytes of it */
    long finish() throws IOException;
}
