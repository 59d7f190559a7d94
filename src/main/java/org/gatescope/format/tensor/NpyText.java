package org.gatescope.format.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import org.gatescope.format.FormatException;

/** A single text in a {@code .npy}, as NumPy writes {@code np.array("…")}: an array of no dimensions, four bytes a character. */
final class NpyText {
    private static final Charset UTF_32 = Charset.forName("UTF-32LE");
    private static final String TYPE = "<U";
    /** Bytes of a text that is read. */
    private static final int LONGEST = 1 << 20;

    private NpyText() {}

    /** What {@code .item()} gives back, unless it ends in NUL. */
    static void write(String text, OutputStream out) throws IOException {
        byte[] numbers = text.getBytes(UTF_32);
        out.write(NpyArray.header(TYPE + numbers.length / Integer.BYTES, "()"));
        out.write(numbers);
    }

    /** Empty for anything else, and for what is too long. @throws FormatException if it is damaged */
    static Optional<String> read(String name, ByteSource source) throws FormatException {
        try (InputStream in = source.open()) {
            NpyHeader header = NpyHeader.read(name, in);
            if (!header.type().startsWith(TYPE) || header.dimensions().depth() > 0 || source.size() > LONGEST) {
                return Optional.empty();
            }
            String text = new String(in.readNBytes(LONGEST), UTF_32);
            int end = text.indexOf('\0'); // shorter texts are filled up
            return Optional.of(end < 0 ? text : text.substring(0, end));
        } catch (IOException | IllegalArgumentException e) {
            throw new FormatException("tensor.broken", name);
        }
    }
}
