package org.gatescope.format.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.Candidate;
import org.gatescope.format.found.FoundNetwork;
import org.gatescope.format.found.Maker;
import org.gatescope.format.found.Unstated;
import org.gatescope.format.found.Unstated.Subject;
import org.gatescope.format.keras.KerasCell.Checked;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.text.Texts;

/**
 * Recurrent layers of which each reads what the one before puts out.
 *
 * @param tensors all of the file
 */
record KerasCandidate(
        List<KerasLayer> layers, List<NamedTensor> tensors, KerasFacts facts, Optional<KerasConfig> config)
        implements Candidate {
    private static final Texts TEXTS = Texts.of(FormatException.class);

    KerasCandidate {
        layers = List.copyOf(layers);
    }

    @Override
    public Maker maker() {
        return Maker.KERAS;
    }

    /** What the names of all its tables have in common, up to a separator. */
    @Override
    public String prefix() {
        List<String> names = layers.stream()
                .flatMap(KerasLayer::tensors)
                .map(NamedTensor::name)
                .toList();
        String first = names.getFirst();
        int end = first.length();
        for (String name : names) {
            while (!name.startsWith(first.substring(0, end))) {
                end--;
            }
        }
        String common = first.substring(0, end);
        return common.substring(0, 1 + Math.max(common.lastIndexOf('/'), common.lastIndexOf('.')));
    }

    @Override
    public List<Unstated> unstated() {
        try {
            KerasStack stack = KerasStack.of(this, Answers.USUAL);
            List<Unstated> unstated = new ArrayList<>();
            if (stack.lacksActivation()) {
                unstated.add(new Unstated(Subject.ACTIVATION, KerasStack.TANH, TEXTS.get("keras.activation")));
            }
            if (stack.lacksRecurrentActivation()) {
                unstated.add(new Unstated(Subject.RECURRENT_ACTIVATION, stack.usualGates(), reason()));
            }
            if (stack.lacksReset()) {
                unstated.add(new Unstated(
                        Subject.RESET_AFTER,
                        String.valueOf(facts.hasResetAfter()),
                        TEXTS.get(facts.isBeforeSigmoid() ? "keras.reset.old" : "keras.reset")));
            }
            return unstated;
        } catch (FormatException e) {
            return List.of(); // the network itself says why
        }
    }

    private String reason() {
        if (facts.isOfEitherTensorFlow()) {
            return TEXTS.get("keras.recurrent.tensorflow", facts.version().orElse(""));
        }
        return TEXTS.get(facts.isBeforeSigmoid() ? "keras.recurrent.old" : "keras.recurrent");
    }

    @Override
    public FoundNetwork network(Answers answers) throws FormatException {
        return KerasStack.of(this, answers).found(answers);
    }

    /** Cells as Keras runs them. */
    List<Checked> checked(KerasLayer layer, boolean isBackward, Answers answers) throws FormatException {
        boolean resetAfter = answers.resetAfter().orElse(facts.hasResetAfter());
        List<Checked> checked = new ArrayList<>();
        for (int i = 0; i < (isBackward ? layer.backward() : layer.forward()).size(); i++) {
            checked.add(layer.checked(isBackward, i, resetAfter));
        }
        return checked;
    }
}
