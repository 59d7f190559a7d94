package org.gatescope.format.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.format.FormatException;
import org.gatescope.format.onnx.OnnxRecurrent.Direction;

/** The built-in cell that computes what a node does, with the node's own activations and bounds in it. */
final class OnnxCells {
    private static final Pattern GATE = Pattern.compile("(\\S+?)('?)(\\s*=\\s*)\\w+\\((.*)\\)");
    private static final String OUTPUT = "tanh(c')";
    /** Beyond it a bound does nothing to what is squashed. */
    private static final float SATURATED = 50;
    /** Up to it a bound can be written as a difference without loss. */
    private static final float LARGEST = 1000;
    /** What some write for no bound. */
    private static final float NONE = 1e30f;

    private OnnxCells() {}

    /** @throws FormatException if the node has functions or bounds that are not known */
    static Cell of(Direction direction) throws FormatException {
        OnnxRecurrent owner = direction.owner();
        int count = owner.kind().usualActivations().size();
        List<Activation> activations =
                Activation.of(owner).subList(direction.index() * count, direction.index() * count + count);
        Optional<Float> clip = owner.node().numbers("clip").stream().findFirst();
        if (clip.isPresent() && !(clip.get() > 0)) {
            throw new FormatException("onnx.clip", owner.node().label(), clip.get());
        }
        String text = BuiltInCells.text(builtIn(owner, activations.getFirst())).orElseThrow();
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.addAll(isCoupled(owner) && line.startsWith("f ") ? List.of("f  = 1 - i") : List.of(line));
        }
        List<String> own = new ArrayList<>();
        for (String line : lines) {
            own.addAll(rewritten(owner, line, activations, clip));
        }
        return Cell.parse(own.stream().collect(Collectors.joining("\n")));
    }

    static boolean isCoupled(OnnxRecurrent owner) {
        return owner.kind() == OnnxKind.LSTM && owner.node().integer("input_forget", 0) != 0;
    }

    /** True if the reset gate acts on the product, in which its bias is then. */
    static boolean isResetAfter(OnnxRecurrent owner) {
        return owner.kind() == OnnxKind.GRU && owner.node().integer("linear_before_reset", 0) != 0;
    }

    static boolean hasPeepholes(OnnxRecurrent owner) {
        return owner.kind() == OnnxKind.LSTM
                && !owner.node().input(OnnxRecurrent.P).isEmpty();
    }

    private static String builtIn(OnnxRecurrent owner, Activation activation) {
        return switch (owner.kind()) {
            case RNN -> {
                String own = "rnn-" + activation.of("").replace("()", "");
                yield BuiltInCells.text(own).isPresent() ? own : "rnn-tanh";
            }
            case GRU -> isResetAfter(owner) ? "gru" : "gru-reset-before";
            case LSTM -> hasPeepholes(owner) ? "lstm-peephole" : isCoupled(owner) ? "lstm-coupled" : "lstm";
        };
    }

    private static List<String> rewritten(
            OnnxRecurrent owner, String line, List<Activation> activations, Optional<Float> clip)
            throws FormatException {
        Matcher gate = GATE.matcher(line);
        if (gate.matches()) {
            boolean isCandidate = gate.group(1).equals("n") || gate.group(1).equals("g");
            Activation activation = activations.get(isCandidate ? 1 : 0);
            String name = gate.group(1);
            return gate(owner, name, name + gate.group(2) + gate.group(3), gate.group(4), activation, clip);
        }
        if (line.contains(OUTPUT)) {
            Activation activation = activations.get(2);
            String bounded = "c.clip";
            boolean isBounded = isBounded(owner, activation, clip);
            String applied = activation.of(isBounded ? bounded : "c'");
            String output = line.replace(OUTPUT, activation.isSimple() ? applied : "(" + applied + ")");
            return isBounded ? List.of(bounded + " = " + bounded("c'", clip.orElseThrow()), output) : List.of(output);
        }
        return List.of(line);
    }

    private static List<String> gate(
            OnnxRecurrent owner, String name, String left, String argument, Activation activation, Optional<Float> clip)
            throws FormatException {
        boolean isBounded = isBounded(owner, activation, clip);
        if (activation.isSimple() && !isBounded) {
            return List.of(left + activation.of(argument));
        }
        List<String> lines = new ArrayList<>();
        String inner = name + ".pre";
        lines.add(inner + " = " + argument);
        if (isBounded) {
            lines.add(name + ".clip = " + bounded(inner, clip.orElseThrow()));
            inner = name + ".clip";
        }
        lines.add(left + activation.of(inner));
        return lines;
    }

    /** Between −bound and bound, as it is written with what the cell language has. */
    private static String bounded(String argument, float bound) {
        return "relu(%s + %s) - relu(%s - %s) - %s".formatted(argument, bound, argument, bound, bound);
    }

    private static boolean isBounded(OnnxRecurrent owner, Activation activation, Optional<Float> clip)
            throws FormatException {
        if (clip.isEmpty() || clip.get() >= (activation.saturates() ? SATURATED : NONE)) {
            return false;
        }
        if (clip.get() > LARGEST) {
            throw new FormatException("onnx.clip", owner.node().label(), clip.get());
        }
        return true;
    }
}
