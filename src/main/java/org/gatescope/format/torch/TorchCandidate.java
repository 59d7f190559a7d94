package org.gatescope.format.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.Candidate;
import org.gatescope.format.found.FoundNetwork;
import org.gatescope.format.found.Maker;
import org.gatescope.format.found.Unstated;
import org.gatescope.format.found.Unstated.Subject;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.torch.TorchModules.Place;
import org.gatescope.format.torch.TorchName.Table;
import org.gatescope.text.Texts;

/**
 * Tables under one prefix that PyTorch's names belong to.
 *
 * @param tensors all of the file
 */
record TorchCandidate(String prefix, SortedMap<Place, Map<Table, NamedTensor>> places, List<NamedTensor> tensors)
        implements Candidate {
    private static final Texts TEXTS = Texts.of(FormatException.class);

    @Override
    public Maker maker() {
        return Maker.TORCH;
    }

    @Override
    public List<Unstated> unstated() {
        try {
            TorchNetwork network = checked();
            List<Unstated> unstated = new ArrayList<>();
            if (network.kind() == TorchKind.RNN) {
                unstated.add(new Unstated(Subject.ACTIVATION, TorchKind.USUAL, TEXTS.get("torch.activation")));
            }
            if (network.hasBias() && !network.isProjected()) {
                unstated.add(new Unstated(Subject.BIASES_APART, "false", TEXTS.get("torch.biases")));
            }
            return unstated;
        } catch (FormatException e) {
            return List.of(); // the network itself says why
        }
    }

    @Override
    public FoundNetwork network(Answers answers) throws FormatException {
        return checked().found(answers);
    }

    private TorchNetwork checked() throws FormatException {
        UnreadLayouts.refuse(tensors, prefix);
        List<List<TorchDirection>> layers = new ArrayList<>();
        for (Map.Entry<Place, Map<Table, NamedTensor>> entry : places.entrySet()) {
            Place place = entry.getKey();
            TorchDirection direction = TorchDirection.of(prefix, place.suffix(), entry.getValue());
            if (place.layer() == layers.size() && !place.reversed()) {
                layers.add(new ArrayList<>());
            } else if (place.layer() != layers.size() - 1) {
                throw new FormatException("torch.missing", prefix + missing(layers.size(), place));
            }
            layers.getLast().add(direction);
        }
        int directions = layers.getFirst().size();
        for (int layer = 0; layer < layers.size(); layer++) {
            if (layers.get(layer).size() != directions) {
                throw new FormatException("torch.missing", prefix + "weight_hh" + TorchName.suffix(layer, true));
            }
        }
        return new TorchNetwork(layers).checked();
    }

    private static String missing(int layers, Place next) {
        return "weight_hh" + TorchName.suffix(Math.min(layers, next.layer()), false);
    }
}
