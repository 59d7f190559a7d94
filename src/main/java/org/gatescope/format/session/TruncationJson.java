package org.gatescope.format.session;

import org.gatescope.engine.Truncation;
import org.gatescope.format.FormatException;
import tools.jackson.databind.node.ObjectNode;

/** Truncated backpropagation in a file: {@code chunk}, 0 for none, and {@code window} where one slides. */
final class TruncationJson {
    private static final String CHUNK = "chunk";
    private static final String WINDOW = "window";

    private TruncationJson() {}

    static void write(Truncation truncation, ObjectNode into) {
        into.put(CHUNK, truncation instanceof Truncation.Chunks(int steps) ? steps : 0);
        if (truncation instanceof Truncation.Window(int steps)) {
            into.put(WINDOW, steps);
        }
    }

    /** @param file of which either member may be there, but only one that cuts */
    static Truncation read(Members file) throws FormatException {
        int chunk = file.whole(CHUNK, 0, Integer.MAX_VALUE);
        if (!file.has(WINDOW)) {
            return Truncation.chunks(chunk);
        }
        Truncation window = new Truncation.Window(file.whole(WINDOW, 0, Integer.MAX_VALUE));
        if (chunk > 0) {
            throw Members.refused("truncation");
        }
        return window;
    }
}
