package org.gatescope.format.jax;

import java.util.List;
import org.gatescope.format.found.Maker;
import org.gatescope.format.layered.CellForm;
import org.gatescope.format.layered.RefusedForm;

/** The cells of Flax (linen and nnx), Haiku and Equinox. */
public final class JaxForms {
    /** What is refused stands before what it could be taken for. */
    public static final List<CellForm> ALL = List.of(
            new RefusedForm(Maker.FLAX, folder -> folder.holds("ih/kernel", "hh/kernel"), "jax.convolution"),
            new RefusedForm(
                    Maker.HAIKU, folder -> folder.holds("input_to_hidden/w", "hidden_to_hidden/w"), "jax.convolution"),
            new FlaxLstm(),
            new FlaxGru(),
            new FlaxMgu(),
            new FlaxSimple(),
            new NnxCell(),
            new HaikuLstm(),
            new HaikuGru(),
            new HaikuVanilla(),
            new EquinoxCell());

    private JaxForms() {}
}
