package org.gatescope.format;

import java.util.List;
import java.util.Optional;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Network;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ShortcutException;

/** Networks of files. */
public final class FittingNetwork {
    private FittingNetwork() {}

    /** @throws FormatException if a layer would add what it reads to an output of another width */
    public static Network of(int inputs, Optional<Embedding> embedding, List<Layer> layers, Optional<ReadOut> readOut)
            throws FormatException {
        try {
            return new Network(inputs, embedding, layers, readOut);
        } catch (ShortcutException e) {
            throw new FormatException("network.shortcut", e.layer(), e.inputs(), e.outputs());
        }
    }
}
