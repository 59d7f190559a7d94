package org.gatescope.ui.model;

import java.util.List;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Network;
import org.gatescope.format.found.Maker;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.weights.ImportedModel;
import org.gatescope.format.weights.Neighbours;
import org.gatescope.text.Texts;
import org.gatescope.ui.words.CellName;

/** What was recognised, and what is left out, in a sentence each. */
final class ModelSummary {
    private static final Texts TEXTS = Texts.of(ModelSummary.class);
    /** As many names as a line or two hold. */
    private static final int SHOWN = 6;

    private ModelSummary() {}

    /** {@code PyTorch LSTM: 2 layers in both directions, 3 inputs, 4 units}. */
    static String of(Maker maker, ImportedModel model) {
        Network network = model.found().network();
        Layer first = network.layers().getFirst();
        return TEXTS.get(
                "summary",
                TEXTS.get("maker." + maker.key()),
                CellName.of(first.cell()),
                network.layers().size(),
                first.directions().isBidirectional() ? 2 : 1,
                network.inputs(),
                first.hidden());
    }

    /** Names of tensors that become nothing; empty where there are none. */
    static String leftOut(ImportedModel model, Neighbours beside) {
        List<String> names = beside.rest().stream().map(NamedTensor::name).toList();
        if (names.isEmpty()) {
            return "";
        }
        String some = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() <= SHOWN
                ? TEXTS.get("left-out", some)
                : TEXTS.get("left-out.more", some, names.size() - SHOWN);
    }
}
