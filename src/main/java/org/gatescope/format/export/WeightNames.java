package org.gatescope.format.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Merging;
import org.gatescope.engine.Network;
import org.gatescope.engine.Shortcut;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.NpyArray;

/** Whose names and layout weights are written with. */
public enum WeightNames {
    TORCH,
    KERAS,
    /** Gatescope's own, {@code 0.forward.Wx.i}: for any network. */
    GATESCOPE;

    /** Of directions that have the same parameters. */
    public static final String TIED = "tied";

    /** As it is written on a command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All tables by name. @throws FormatException if there is no such network there; the sentence says what to do */
    public Map<String, NpyArray> arrays(ExportedNetwork exported) throws FormatException {
        return switch (this) {
            case TORCH -> TorchTables.of(exported);
            case KERAS -> new KerasTables(exported, false).arrays();
            case GATESCOPE -> own(exported);
        };
    }

    /**
     * What no table says, by name: Gatescope's own names have the equations of each layer, {@code 0.cell}, beside them, and
     * {@code 0.directions} where both are tied, {@code 0.merging} where they do not stand side by side, and
     * {@code 0.shortcut} where what it reads is carried past it.
     */
    public Map<String, String> texts(Network network) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; this == GATESCOPE && i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            texts.put(i + ".cell", layer.cell().source());
            if (layer.directions() == Directions.TIED) {
                texts.put(i + ".directions", TIED);
            }
            if (layer.merging() != Merging.CONCATENATION) {
                texts.put(i + ".merging", layer.merging().name().toLowerCase(Locale.ROOT));
            }
            if (layer.shortcut() != Shortcut.NONE) {
                texts.put(i + ".shortcut", layer.shortcut().name().toLowerCase(Locale.ROOT));
            }
        }
        return texts;
    }

    private static Map<String, NpyArray> own(ExportedNetwork exported) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        for (String name : exported.network().parameters().keySet()) {
            Matrix table = exported.table(name);
            arrays.put(
                    name,
                    exported.isVector(name)
                            ? TableArrays.vector(table.toArray()[0])
                            : TableArrays.beside(List.of(table)));
        }
        return arrays;
    }
}
