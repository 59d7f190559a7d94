package org.gatescope.engine;

/** A layer would add what it reads to an output of another width. */
public final class ShortcutException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int layer;
    private final int inputs;
    private final int outputs;

    /** @param layer from 0 @param inputs columns that it reads @param outputs columns that its directions put out */
    ShortcutException(int layer, int inputs, int outputs) {
        super("layer " + layer + ": " + inputs + " + " + outputs);
        this.layer = layer;
        this.inputs = inputs;
        this.outputs = outputs;
    }

    public int layer() {
        return layer;
    }

    public int inputs() {
        return inputs;
    }

    public int outputs() {
        return outputs;
    }
}
