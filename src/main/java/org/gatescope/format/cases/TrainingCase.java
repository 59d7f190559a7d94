package org.gatescope.format.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.PartKey;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.Truncation;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.LearningRate;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.Training;
import org.gatescope.format.FormatException;
import org.gatescope.format.cases.ReferenceCase.Table;
import tools.jackson.databind.JsonNode;

/**
 * Reads a case of a training: one-hot tokens in, a softmax over the vocabulary at every step, the cross-entropy or another
 * loss averaged over batch and time.
 */
final class TrainingCase {
    private TrainingCase() {}

    static ReferenceCase.Trained read(JsonNode root) throws FormatException {
        int vocabulary = Keys.size(root, "vocabulary");
        Layer layer = new Layer(CaseFile.cell(root), Keys.size(root, "hidden"), Layer.Directions.FORWARD);
        ReadOut readOut = new ReadOut(vocabulary, true, ReadOut.Activation.SOFTMAX);
        Network network = new Network(vocabulary, List.of(layer), Optional.of(readOut));
        JsonNode tokens = Keys.require(root, "tokens");
        int batch = Tensors.length(tokens, "tokens");
        int steps = batch == 0 ? 0 : Tensors.length(tokens.get(0), "tokens[0]");
        Matrix targets = Tensors.oneHot(Keys.require(root, "targets"), "targets", batch, steps, vocabulary);
        Map<String, Matrix> states = new LinkedHashMap<>();
        layer.cell()
                .states()
                .forEach(state ->
                        states.put(new FullName(PartKey.FIRST, state).text(), Matrix.zeros(batch, layer.width(state))));
        NetworkInputs inputs = new NetworkInputs(
                RunCase.parameters(Keys.require(root, "start"), "start", network),
                Tensors.oneHot(tokens, "tokens", batch, steps, vocabulary),
                Collections.nCopies(batch, steps),
                Truncation.NONE,
                states,
                Matrix.zeros(batch * steps, layer.outputs()),
                states,
                Optional.of(new NetworkInputs.Goal(loss(root), targets, Matrix.filled(batch * steps, 1, 1))));
        List<Table> end = new ArrayList<>();
        RunCase.parameters(Keys.require(root, "end"), "end", network)
                .forEach((name, table) -> end.add(new Table("end " + name, name, table)));
        int epochs = Keys.size(root, "epochs");
        return new ReferenceCase.Trained(
                network,
                batch,
                steps,
                inputs,
                training(root, epochs),
                numbers(root, "losses", epochs),
                numbers(root, "gradientNorms", epochs),
                List.of(),
                List.of(new ReferenceCase.Moment(epochs, end)));
    }

    private static List<Double> numbers(JsonNode root, String key, int count) throws FormatException {
        return Arrays.stream(Tensors.vector(Keys.require(root, key), key, count))
                .boxed()
                .toList();
    }

    private static Loss loss(JsonNode root) throws FormatException {
        return root.has("loss")
                ? ObjectiveCase.loss(root.path("loss"), Loss.Average.BATCH_AND_TIME, ReadOut.Activation.SOFTMAX)
                : new Loss(Loss.Kind.CATEGORICAL_CROSS_ENTROPY, Loss.Average.BATCH_AND_TIME);
    }

    private static Training training(JsonNode root, int epochs) throws FormatException {
        JsonNode settings = Keys.require(root, "settings");
        try {
            LearningRate rate = new LearningRate.Constant(Keys.number(settings, "lr"));
            return new Training(optimizer(root, settings), rate, clipping(root), 0, epochs);
        } catch (IllegalArgumentException e) { // a setting that cannot be; the message is a sentence
            throw FormatException.because(String.valueOf(e.getMessage()));
        }
    }

    private static Optimizer optimizer(JsonNode root, JsonNode settings) throws FormatException {
        String name = Keys.require(root, "optimizer").asString("");
        return switch (name) {
            case "sgd" -> new Optimizer.Sgd(0, false);
            case "momentum" -> new Optimizer.Sgd(Keys.number(settings, "momentum"), false);
            case "nesterov" -> new Optimizer.Sgd(Keys.number(settings, "momentum"), true);
            case "rmsprop" -> new Optimizer.RmsProp(Keys.number(settings, "decay"), Keys.number(settings, "eps"));
            case "adagrad" -> new Optimizer.Adagrad(Keys.number(settings, "eps"));
            case "adam" ->
                new Optimizer.Adam(
                        Keys.number(settings, "beta1"), Keys.number(settings, "beta2"), Keys.number(settings, "eps"));
            default -> throw new FormatException("case.optimizer", name);
        };
    }

    private static Clipping clipping(JsonNode root) throws FormatException {
        JsonNode limit = root.get("clipNorm");
        return limit == null || limit.isNull()
                ? new Clipping.None()
                : new Clipping.ByNorm(Keys.number(root, "clipNorm"));
    }
}
