package org.gatescope.format.keras;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.gatescope.format.tensor.ByteSource;

/** Keras's {@code .weights.json}: a list of files among which weights are divided. It holds no numbers. */
public final class ShardList {
    private static final int START = 1 << 16;
    private static final String WORD = "\"weight_map\"";

    private ShardList() {}

    /** Whether a file is one. */
    public static boolean fits(ByteSource json) {
        try (InputStream in = json.open()) {
            return new String(in.readNBytes(START), StandardCharsets.UTF_8).contains(WORD);
        } catch (IOException e) {
            return false;
        }
    }
}
