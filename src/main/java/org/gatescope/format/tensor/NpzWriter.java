package org.gatescope.format.tensor;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes {@code .npz}, an array after the other. The same arrays give the same bytes. */
public final class NpzWriter implements AutoCloseable {
    /** The first moment that a zip archive can state. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    /** @param out closed with this */
    public NpzWriter(OutputStream out) {
        zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16));
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** Adds an array under a name of its own; it may have slashes in it. */
    public void add(String name, NpyArray array) throws IOException {
        add(name, array, Precision.FLOAT64);
    }

    /** The same in another precision. */
    public void add(String name, NpyArray array, Precision precision) throws IOException {
        begin(name);
        array.writeTo(zip, precision);
        zip.closeEntry();
    }

    /** Adds a text, as NumPy has it. */
    public void add(String name, String text) throws IOException {
        begin(name);
        NpyText.write(text, zip);
        zip.closeEntry();
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name + NpzReader.ENDING);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
