package org.gatescope.format.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.gatescope.format.FormatException;

/** Reads NumPy's {@code .npy}: one array. Nothing is taken that Python would have to unpickle. */
public final class NpyReader {
    private NpyReader() {}

    /** @throws FormatException if the file is no such array */
    public static NamedTensor read(Path file) throws FormatException {
        return read(String.valueOf(file.getFileName()), PlainFile.whole(file));
    }

    static NamedTensor read(String name, ByteSource source) throws FormatException {
        NpyHeader header = header(name, source);
        long wanted = header.length() + header.dimensions().count() * (long) header.type().type().bytes();
        if (source.size() < wanted) {
            throw new FormatException("tensor.short", name);
        }
        if (source.size() > wanted) {
            throw new FormatException("npy.long", name, source.size() - wanted);
        }
        ByteSource numbers = new Rest(source, header.length());
        return new NamedTensor(
                        name,
                        header.dimensions(),
                        new StoredNumbers(
                                numbers,
                                header.type().type(),
                                header.type().order(),
                                0,
                                header.columnMajor()
                                        ? header.dimensions().columnMajor()
                                        : header.dimensions().rowMajor()))
                .checked();
    }

    private static NpyHeader header(String name, ByteSource source) throws FormatException {
        try (InputStream in = source.open()) {
            return NpyHeader.read(name, in);
        } catch (IOException | IllegalArgumentException e) {
            throw new FormatException("tensor.broken", name);
        }
    }

    /** What follows a header. */
    private record Rest(ByteSource all, int header) implements ByteSource {
        @Override
        public long size() {
            return all.size() - header;
        }

        @Override
        public InputStream open() throws IOException {
            InputStream in = all.open();
            try {
                in.skipNBytes(header);
            } catch (IOException e) {
                in.close();
                throw e;
            }
            return in;
        }
    }
}
