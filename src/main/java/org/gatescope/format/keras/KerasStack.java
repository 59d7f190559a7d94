package org.gatescope.format.keras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.engine.Dropout;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Merging;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.FoundNetwork;
import org.gatescope.format.found.StoredParameter;
import org.gatescope.format.keras.KerasCell.Checked;

/** Layers with their sizes checked, the lowest first. */
record KerasStack(KerasCandidate candidate, List<Level> levels) {
    static final String TANH = "tanh";
    private static final String SIGMOID = "sigmoid";
    private static final String HARD_SIGMOID = "hard_sigmoid";
    private static final String FORGET_BIAS = "b.f";

    /**
     * A layer of the network.
     *
     * @param backward of one that goes both ways
     * @param reversed read from the end of the sequences that come in
     * @param merging  of its directions
     * @param dropout  of what it reads
     */
    record Level(
            Checked forward,
            Optional<Checked> backward,
            Merging merging,
            Dropout dropout,
            Functions functions,
            boolean reversed) {
        int width() {
            boolean isSideBySide = backward.isPresent() && merging == Merging.CONCATENATION;
            return isSideBySide ? 2 * forward.hidden() : forward.hidden();
        }

        Directions directions() {
            return backward.isPresent() ? Directions.BOTH : reversed ? Directions.REVERSE : Directions.FORWARD;
        }
    }

    /** What the file says of them. */
    record Functions(Optional<String> activation, Optional<String> recurrentActivation) {
        static Functions of(Optional<KerasSettings> settings, Checked cell, KerasFacts facts) throws FormatException {
            if (cell.isCudnn()) {
                return new Functions(Optional.of(TANH), Optional.of(SIGMOID)); // it has no others
            }
            if (settings.isEmpty()) {
                return new Functions(Optional.empty(), Optional.empty());
            }
            return new Functions(
                    settings.get().activation(facts),
                    cell.kind().isGated() ? settings.get().recurrentActivation(facts) : Optional.empty());
        }
    }

    KerasStack {
        levels = List.copyOf(levels);
    }

    /** @throws FormatException if a table or a setting is not one that can be taken */
    static KerasStack of(KerasCandidate candidate, Answers answers) throws FormatException {
        List<Level> levels = new ArrayList<>();
        boolean isTurned = false; // what comes in from below has the last step first
        for (KerasLayer layer : candidate.layers()) {
            UnreadSettings.refuse(layer);
            if (layer.isBothWays() && isTurned) {
                throw new FormatException("keras.backwards", layer.key());
            }
            boolean goesBackwards = !layer.isBothWays()
                    && layer.settings(false, 0)
                            .filter(KerasSettings::goesBackwards)
                            .isPresent();
            isTurned ^= goesBackwards;
            List<Checked> forward = candidate.checked(layer, false, answers);
            List<Checked> backward = candidate.checked(layer, true, answers);
            for (int i = 0; i < forward.size(); i++) {
                Dropout dropout =
                        layer.settings(false, i).map(KerasSettings::dropout).orElse(Dropout.NONE);
                Functions own = Functions.of(layer.settings(false, i), forward.get(i), candidate.facts());
                if (layer.isBothWays()) {
                    requireAlike(layer, forward.get(i), backward.get(i));
                    requireSame(layer, own, Functions.of(layer.settings(true, i), backward.get(i), candidate.facts()));
                    levels.add(new Level(
                            forward.get(i), Optional.of(backward.get(i)), layer.merging(), dropout, own, false));
                } else {
                    levels.add(
                            new Level(forward.get(i), Optional.empty(), Merging.CONCATENATION, dropout, own, isTurned));
                }
                UnreadSettings.refuseOthers(layer.forward().get(i), candidate.tensors());
            }
        }
        requireFit(candidate, levels);
        return new KerasStack(candidate, levels);
    }

    private static void requireAlike(KerasLayer layer, Checked forward, Checked backward) throws FormatException {
        if (forward.kind() != backward.kind()
                || forward.hidden() != backward.hidden()
                || forward.inputs() != backward.inputs()) {
            throw new FormatException(
                    "torch.directions", layer.backward().getFirst().path());
        }
    }

    private static void requireSame(KerasLayer layer, Functions forward, Functions backward) throws FormatException {
        if (!forward.equals(backward)) {
            throw new FormatException("keras.directions", layer.key());
        }
    }

    private static void requireFit(KerasCandidate candidate, List<Level> levels) throws FormatException {
        int width = levels.getFirst().forward().inputs();
        for (Level level : levels) {
            if (level.forward().inputs() != width) {
                throw new FormatException(
                        "keras.width", candidate.prefix(), level.forward().inputs(), width);
            }
            width = level.width();
        }
    }

    boolean lacksActivation() {
        return levels.stream().anyMatch(level -> level.functions.activation.isEmpty());
    }

    boolean lacksRecurrentActivation() {
        return levels.stream()
                .anyMatch(level -> level.forward.kind().isGated() && level.functions.recurrentActivation.isEmpty());
    }

    /** Whether nothing says where the reset gate of a GRU acts. */
    boolean lacksReset() {
        int next = 0;
        for (KerasLayer layer : candidate.layers()) {
            for (int i = 0; i < layer.forward().size(); i++) {
                Checked cell = levels.get(next++).forward;
                boolean isGru = cell.kind() == KerasKind.GRU || cell.kind() == KerasKind.GRU_RESET_BEFORE;
                if (isGru && !cell.hasBias() && layer.statedReset(false, i).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The function of gates where nobody says another. TensorFlow's GRU has two rows of biases only since it has sigmoid. */
    String usualGates() {
        boolean isLater = levels.stream()
                .anyMatch(level ->
                        level.forward.kind() == KerasKind.GRU && level.forward.hasBias() && !level.forward.isCudnn());
        boolean isOld = candidate.facts().isBeforeSigmoid()
                && !(isLater && candidate.facts().isOfEitherTensorFlow());
        return isOld ? HARD_SIGMOID : SIGMOID;
    }

    /** The same as a network of cells. @throws FormatException if a function is not known */
    FoundNetwork found(Answers answers) throws FormatException {
        List<Layer> layers = new ArrayList<>();
        for (Level level : levels) {
            String activation =
                    answers.activation().or(level.functions::activation).orElse(TANH);
            String gates = answers.recurrentActivation()
                    .or(level.functions::recurrentActivation)
                    .orElse(usualGates());
            layers.add(new Layer(
                            level.forward.kind().cell(activation, gates),
                            level.forward.hidden(),
                            level.directions(),
                            level.merging)
                    .withDropout(level.dropout));
        }
        Network network = new Network(levels.getFirst().forward.inputs(), layers, Optional.empty());
        Map<String, StoredParameter> stored =
                stored(network, answers.forgetBias().orElse(0));
        return new FoundNetwork(network, stored, KerasNotes.of(this, network));
    }

    private Map<String, StoredParameter> stored(Network network, double forgetBias) {
        Map<String, StoredParameter> stored = new LinkedHashMap<>();
        for (Part part : network.parts()) {
            Level level = levels.get(part.index());
            Checked cell = part.reversed() ? level.backward.orElse(level.forward) : level.forward;
            cell.stored()
                    .forEach((name, parameter) -> stored.put(
                            part.parameter(name), name.equals(FORGET_BIAS) ? parameter.plus(forgetBias) : parameter));
        }
        return stored;
    }
}
