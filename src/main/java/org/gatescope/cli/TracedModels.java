package org.gatescope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Merging;
import org.gatescope.engine.Network;
import org.gatescope.engine.Sizes;
import org.gatescope.engine.plan.Memory;
import org.gatescope.engine.training.Initialiser;
import org.gatescope.engine.training.Initialiser.Distribution;
import org.gatescope.engine.training.Initialiser.Kind;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.Candidate;
import org.gatescope.format.found.FoundNetwork;
import org.gatescope.format.tensor.NpyArray;
import org.gatescope.format.weights.WeightFile;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;

/** Where the network of a trace comes from. */
final class TracedModels {
    private static final Texts TEXTS = Texts.of(TracedModels.class);

    private TracedModels() {}

    /** Weights that somebody trained. @param answers what the file does not say */
    static TracedModel ofFile(Path file, Optional<String> prefix, Answers answers) throws FormatException {
        try {
            Candidate chosen = WeightFile.read(file).chosen(prefix);
            FoundNetwork found = chosen.network(answers);
            return new TracedModel(
                    found.network(), found.parameters(), trace -> named(chosen, found.gradients(trace)), found.notes());
        } catch (FormatException e) {
            throw inFile(file, e);
        }
    }

    /** Under the maker's key and without the prefix. */
    private static Map<String, NpyArray> named(Candidate chosen, Map<String, NpyArray> gradients) {
        Map<String, NpyArray> named = new LinkedHashMap<>();
        gradients.forEach((name, array) -> named.put(chosen.maker().key() + "/" + chosen.local(name), array));
        return named;
    }

    /** A session's own. */
    static TracedModel ofSession(Session session) {
        Map<String, Matrix> parameters = new LinkedHashMap<>(); // in the order of the network
        for (String name : session.network().parameters().keySet()) {
            parameters.put(
                    name, Objects.requireNonNull(session.numbers().parameters().get(name)));
        }
        return new TracedModel(session.network(), parameters);
    }

    /** Random weights: Glorot's, orthogonal ones for the recurrent tables, and a forget bias of 1. */
    static TracedModel ofCells(
            List<String> cells, int units, Directions directions, Merging merging, int inputs, long seed)
            throws FormatException {
        List<Layer> layers = new ArrayList<>();
        for (String cell : cells) {
            layers.add(new Layer(CellArgument.read(cell), units, directions, merging));
        }
        Network network = new Network(inputs, layers, Optional.empty());
        requireMemory(network, units);
        Distribution glorot = new Distribution(Kind.GLOROT, 1);
        Initialiser initialiser = new Initialiser(glorot, new Distribution(Kind.ORTHOGONAL, 1), glorot, 0, 1, seed);
        return new TracedModel(network, initialiser.parameters(network));
    }

    private static void requireMemory(Network network, int units) {
        long numbers = network.parameters().values().stream()
                .mapToLong(size -> size[0] * (long) size[1])
                .sum();
        Memory.require(numbers * Double.BYTES, new Sizes(1, 1, network.inputs(), units));
    }

    /** The sentence with the file before it. */
    static FormatException inFile(Path file, FormatException e) {
        return FormatException.because(TEXTS.get("trace.file", file, String.valueOf(e.getMessage())));
    }
}
