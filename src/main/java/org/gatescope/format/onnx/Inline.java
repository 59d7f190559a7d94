package org.gatescope.format.onnx;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.gatescope.format.tensor.ByteSource;

/** The bytes of a few numbers that stand in an attribute. */
final class Inline implements ByteSource {
    private final byte[] bytes;

    Inline(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
