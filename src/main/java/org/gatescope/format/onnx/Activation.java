package org.gatescope.format.onnx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatescope.format.FormatException;
import org.jspecify.annotations.Nullable;

/**
 * An activation of a recurrent node in the cell language.
 *
 * @param isSimple  true for a single function
 * @param saturates true if it no longer changes beyond 50
 * @param form      with # for the argument
 */
record Activation(String name, boolean isSimple, boolean saturates, String form) {
    private static final String ARGUMENT = "#";

    /** ONNX's functions: their numbers, where they have any, are alpha and beta. */
    private enum Known {
        RELU("relu(#)", false, null, null),
        TANH("tanh(#)", true, null, null),
        SIGMOID("sigmoid(#)", true, null, null),
        SOFTSIGN("softsign(#)", false, null, null),
        SOFTPLUS("softplus(#)", false, null, null),
        AFFINE("alpha * # + beta", false, Float.NaN, Float.NaN),
        SCALEDTANH("alpha * tanh(beta * #)", false, Float.NaN, Float.NaN),
        HARDSIGMOID("relu(alpha * # + beta) - relu(alpha * # + beta - 1)", false, 0.2f, 0.5f),
        LEAKYRELU("relu(#) - alpha * relu(-#)", false, 0.01f, null),
        THRESHOLDEDRELU("# * step(# - alpha)", false, 1f, null),
        ELU("relu(#) + alpha * (exp(-relu(-#)) - 1)", false, 1f, null);

        private final String form;
        private final boolean saturates;
        private final Optional<Float> alpha;
        private final Optional<Float> beta;

        Known(String form, boolean saturates, @Nullable Float alpha, @Nullable Float beta) {
            this.form = form;
            this.saturates = saturates;
            this.alpha = Optional.ofNullable(alpha);
            this.beta = Optional.ofNullable(beta);
        }
    }

    /** What is called with an argument. */
    String of(String argument) {
        return form.replace(ARGUMENT, argument);
    }

    /**
     * All activations of a node, direction after direction. The numbers belong to those functions that have any, in order.
     *
     * @throws FormatException if one is not known, or lacks a number
     */
    static List<Activation> of(OnnxRecurrent recurrent) throws FormatException {
        OnnxNode node = recurrent.node();
        List<String> names = new ArrayList<>(node.texts("activations"));
        int count = recurrent.directions() * recurrent.kind().usualActivations().size();
        if (names.isEmpty()) {
            for (int i = 0; i < recurrent.directions(); i++) {
                names.addAll(recurrent.kind().usualActivations());
            }
        }
        if (names.size() != count) {
            throw new FormatException("onnx.activations", node.label(), names.size(), count);
        }
        Deque<Float> alphas = new ArrayDeque<>(node.numbers("activation_alpha"));
        Deque<Float> betas = new ArrayDeque<>(node.numbers("activation_beta"));
        List<Activation> activations = new ArrayList<>();
        for (String name : names) {
            activations.add(of(node, name, alphas, betas));
        }
        return activations;
    }

    private static Activation of(OnnxNode node, String name, Deque<Float> alphas, Deque<Float> betas)
            throws FormatException {
        Known known = Stream.of(Known.values())
                .filter(function -> function.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new FormatException("onnx.activation", node.label(), name));
        float alpha = next(known.alpha, alphas);
        float beta = next(known.beta, betas);
        if (!Float.isFinite(alpha) || !Float.isFinite(beta)) {
            throw new FormatException("onnx.scale", node.label(), name);
        }
        if (known == Known.HARDSIGMOID && alpha == 0.2f && beta == 0.5f) {
            return new Activation(name, true, true, "hard_sigmoid(#)");
        }
        if (known == Known.HARDSIGMOID && alpha == 1f / 6 && beta == 0.5f) {
            return new Activation(name, true, true, "hard_sigmoid_6(#)");
        }
        String form = known.form.replace("alpha", number(alpha)).replace("beta", number(beta));
        return new Activation(name, form.matches("\\w+\\(#\\)"), known.saturates, form);
    }

    private static float next(Optional<Float> usual, Deque<Float> given) {
        return usual.isEmpty() || given.isEmpty() ? usual.orElse(0f) : given.removeFirst();
    }

    private static String number(float number) {
        return number < 0 ? "(" + number + ")" : String.valueOf(number);
    }
}
