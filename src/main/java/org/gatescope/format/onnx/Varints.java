package org.gatescope.format.onnx;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.gatescope.format.tensor.ByteSource;
import org.gatescope.format.tensor.FilePart;

/**
 * Whole numbers of variable width, made as wide as their type is. The bits of float16 and bfloat16 are written so, too.
 *
 * @param width in bytes
 * @param size  of all of them together, as the tensor's dimensions have it
 */
record Varints(FilePart packed, int width, long size) implements ByteSource {
    @Override
    public InputStream open() throws IOException {
        return new Widened(packed.open());
    }

    /** Ends where the packed numbers do. */
    private final class Widened extends InputStream {
        private final InputStream opened;
        private final CodedInputStream in;
        private long number;
        private int left;

        private Widened(InputStream opened) {
            this.opened = opened;
            this.in = CodedInputStream.newInstance(opened);
        }

        @Override
        public int read() throws IOException {
            if (left == 0) {
                if (in.isAtEnd()) {
                    return -1;
                }
                number = in.readRawVarint64();
                left = width;
            }
            left--;
            int lowest = (int) (number & 0xFF);
            number >>= Byte.SIZE;
            return lowest;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            int done = 0;
            for (int next; done < count && (next = read()) >= 0; done++) {
                into[from + done] = (byte) next;
            }
            return done == 0 && count > 0 ? -1 : done;
        }

        @Override
        public void close() throws IOException {
            opened.close();
        }
    }
}
