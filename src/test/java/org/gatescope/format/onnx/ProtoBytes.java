package org.gatescope.format.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Protocol buffers as somebody would forge them, field by field. */
final class ProtoBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** A whole number. */
    ProtoBytes integer(int field, long number) {
        varint((long) field << 3);
        return varint(number);
    }

    /** A message or any other block, with its length. */
    ProtoBytes block(int field, byte... content) {
        return block(field, content.length, content);
    }

    /** The same with a length that may be a lie. */
    ProtoBytes block(int field, long length, byte... content) {
        varint((long) field << 3 | 2);
        varint(length);
        bytes.writeBytes(content);
        return this;
    }

    ProtoBytes text(int field, String text) {
        return block(field, text.getBytes(StandardCharsets.UTF_8));
    }

    ProtoBytes varint(long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** A model with such a graph. */
    static byte[] model(byte... graph) {
        return new ProtoBytes().integer(1, 8).text(2, "forged").block(7, graph).bytes();
    }
}
