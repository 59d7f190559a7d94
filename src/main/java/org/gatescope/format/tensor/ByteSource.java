package org.gatescope.format.tensor;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that stand in a file or in a part of one; they can be read again and again. */
public interface ByteSource {
    /** How many bytes there should be. */
    long size();

    /** From the first byte on; ends after {@link #size} bytes at the latest. */
    InputStream open() throws IOException;
}
