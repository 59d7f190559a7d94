package org.gatescope.session;

import org.gatescope.engine.Embedding;
import org.gatescope.engine.ReadOut;

/**
 * A full name taken apart: {@code 0.forward} and {@code Wx.i}.
 *
 * @param part  key of a layer's direction, of the read-out or of the embedding
 * @param local as the part's equations have it
 */
public record PartName(String part, String local) {
    public static PartName of(String full) {
        int from =
                full.startsWith(ReadOut.KEY + ".") || full.startsWith(Embedding.KEY + ".") ? 0 : full.indexOf('.') + 1;
        int dot = full.indexOf('.', from);
        return new PartName(full.substring(0, dot), full.substring(dot + 1));
    }

    public String full() {
        return part + "." + local;
    }
}
