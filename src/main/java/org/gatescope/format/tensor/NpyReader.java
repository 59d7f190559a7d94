package org.gatescope.format.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.gatescope.format.FormatException;

/** Reads NumPy's {@code .npy}: one array. Nothing is taken that Python would have to unpickle. */
public final class NpyReader {
    private NpyReader() {}

    /** @throws FormatException if the file is no such array */
    public static NamedTensor read(Path file) throws FormatException {
        String name = String.valueOf(file.getFileName());
        ByteSource source = PlainFile.whole(file);
        return read(name, header(name, source), source);
    }

    /** Empty for an array of text, which stands beside numbers in archives. */
    static Optional<NamedTensor> numbers(String name, ByteSource source) throws FormatException {
        NpyHeader header = header(name, source);
        return NpyType.isText(header.type()) ? Optional.empty() : Optional.of(read(name, header, source));
    }

    private static NamedTensor read(String name, NpyHeader header, ByteSource source) throws FormatException {
        NpyType type = NpyType.of(name, header.type());
        long wanted = header.length()
                + header.dimensions().count() * (long) type.type().bytes();
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
                                type.type(),
                                type.order(),
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
