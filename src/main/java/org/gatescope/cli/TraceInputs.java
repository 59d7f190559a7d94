package org.gatescope.cli;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatescope.engine.Fill;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.Truncation;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.tensor.NpyReader;
import org.gatescope.format.tensor.TimeLayout;
import org.gatescope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What goes into a traced run: from files, or drawn.
 *
 * @param batch of an input that is drawn, and so are its steps
 */
record TraceInputs(boolean isTimeFirst, long seed, int batch, int steps) {
    private static final Texts TEXTS = Texts.of(TraceInputs.class);

    /** The input as far as it is known without the network; no tensor where it is to be drawn. */
    record Given(@Nullable Path file, @Nullable NamedTensor tensor, TimeLayout layout) {
        /**
         * D.
         *
         * @param usual where it is to be drawn
         */
        int width(int usual) {
            return tensor == null ? usual : tensor.dimensions().sizes().getLast();
        }

        /** N. @param usual where there is no input */
        int batch(int usual) {
            return tensor == null ? usual : layout.batch(tensor.dimensions());
        }

        /** T. @param usual where there is no input */
        int steps(int usual) {
            return tensor == null ? usual : layout.steps(tensor.dimensions());
        }
    }

    Given given(@Nullable Path file) throws FormatException {
        if (file == null) {
            return new Given(null, null, new TimeLayout(isTimeFirst, false));
        }
        NamedTensor tensor = read(file);
        Dimensions dimensions = tensor.dimensions();
        if (dimensions.depth() < 2 || dimensions.depth() > 3 || dimensions.count() == 0) {
            throw refusal(file, "trace.input", dimensions);
        }
        return new Given(file, tensor, new TimeLayout(isTimeFirst, dimensions.depth() == 2));
    }

    /** @throws org.gatescope.engine.TooLargeException if the run does not fit into memory; nothing is drawn or read then */
    NetworkPlan plan(Network network, Given given) {
        return NetworkPlan.of(network, given.batch(batch), given.steps(steps));
    }

    NetworkInputs inputs(TracedModel model, Given given, @Nullable Path upstream) throws FormatException {
        Network network = model.network();
        TimeLayout layout = given.layout();
        int sequences = given.batch(batch);
        int length = given.steps(steps);
        Map<String, Matrix> states = new LinkedHashMap<>();
        for (Part part : network.parts()) {
            for (String state : part.layer().cell().states()) {
                states.put(
                        part.state(state), Matrix.zeros(sequences, part.layer().width(state)));
            }
        }
        return new NetworkInputs(
                model.parameters(),
                given.file() == null
                        ? new Fill.Normal(1, seed).matrix(length * sequences, network.inputs())
                        : input(given, network.inputs()),
                Collections.nCopies(sequences, length),
                Truncation.NONE,
                states,
                upstream == null
                        ? Matrix.zeros(length * sequences, network.width())
                        : read(upstream, layout, layout.dimensions(sequences, length, network.width())),
                states,
                Optional.empty());
    }

    /** Of an input that there is. @param width D, as the network reads it */
    static Matrix input(Given given, int width) throws FormatException {
        Path file = Objects.requireNonNull(given.file());
        if (given.width(width) != width) {
            throw refusal(file, "trace.width", given.width(width), width);
        }
        return numbers(file, Objects.requireNonNull(given.tensor()), given.layout());
    }

    /** An upstream gradient. */
    static Matrix read(Path file, TimeLayout layout, Dimensions expected) throws FormatException {
        NamedTensor tensor = read(file);
        if (!tensor.dimensions().equals(expected)) {
            throw refusal(file, "trace.shape", tensor.dimensions(), expected);
        }
        return numbers(file, tensor, layout);
    }

    private static NamedTensor read(Path file) throws FormatException {
        try {
            return NpyReader.read(file);
        } catch (FormatException e) {
            throw TracedModels.inFile(file, e);
        }
    }

    private static Matrix numbers(Path file, NamedTensor tensor, TimeLayout layout) throws FormatException {
        try {
            return layout.timeMajor(tensor);
        } catch (FormatException e) {
            throw TracedModels.inFile(file, e);
        }
    }

    private static FormatException refusal(Path file, String key, Object... arguments) {
        return TracedModels.inFile(file, FormatException.because(TEXTS.get(key, arguments)));
    }
}
