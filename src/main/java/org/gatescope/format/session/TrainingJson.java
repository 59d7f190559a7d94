package org.gatescope.format.session;

import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.LearningRate;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.Training;
import org.gatescope.format.FormatException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Settings of a training in a file; each kind of optimizer, schedule and clipping by its name. */
final class TrainingJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String NAME = "name";

    private TrainingJson() {}

    static ObjectNode written(Training training) {
        ObjectNode node = NODES.objectNode();
        node.set("optimizer", optimizer(training.optimizer()));
        node.set("learningRate", rate(training.learningRate()));
        node.set("clipping", clipping(training.clipping()));
        put(node, "weightDecay", training.weightDecay());
        node.put("epochs", training.epochs());
        return node;
    }

    private static ObjectNode named(String name) {
        return NODES.objectNode().put(NAME, name);
    }

    private static ObjectNode put(ObjectNode node, String key, double value) {
        node.set(key, NumberJson.written(value));
        return node;
    }

    private static ObjectNode optimizer(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd(double momentum, boolean nesterov) ->
                put(named("sgd"), "momentum", momentum).put("nesterov", nesterov);
            case Optimizer.SgdOverBatch(int batch) -> named("sgd-over-batch").put("batch", batch);
            case Optimizer.RmsProp(double decay, double epsilon) ->
                put(put(named("rmsprop"), "decay", decay), "epsilon", epsilon);
            case Optimizer.Adagrad(double epsilon) -> put(named("adagrad"), "epsilon", epsilon);
            case Optimizer.Adam(double beta1, double beta2, double epsilon, double decay) ->
                put(
                        put(put(put(named("adam"), "beta1", beta1), "beta2", beta2), "epsilon", epsilon),
                        "decoupledDecay",
                        decay);
        };
    }

    private static ObjectNode rate(LearningRate rate) {
        return switch (rate) {
            case LearningRate.Constant(double value) -> put(named("constant"), "rate", value);
            case LearningRate.Steps(double value, int every, double factor) ->
                put(put(named("steps"), "rate", value).put("every", every), "factor", factor);
            case LearningRate.Cosine(double value, double last) ->
                put(put(named("cosine"), "rate", value), "last", last);
        };
    }

    private static ObjectNode clipping(Clipping clipping) {
        return switch (clipping) {
            case Clipping.None() -> named("none");
            case Clipping.ByValue(double limit) -> put(named("value"), "limit", limit);
            case Clipping.ByNorm(double limit) -> put(named("norm"), "limit", limit);
        };
    }

    static Training read(Members training) throws FormatException {
        try {
            Training read = new Training(
                    readOptimizer(training.object("optimizer")),
                    readRate(training.object("learningRate")),
                    readClipping(training.object("clipping")),
                    training.number("weightDecay"),
                    training.whole("epochs", 0, Integer.MAX_VALUE));
            training.end();
            return read;
        } catch (IllegalArgumentException e) { // the settings' own sentence
            throw Members.refused("training", String.valueOf(e.getMessage()));
        }
    }

    private static Optimizer readOptimizer(Members node) throws FormatException {
        Optimizer optimizer = switch (node.text(NAME)) {
            case "sgd" -> new Optimizer.Sgd(node.number("momentum"), node.flag("nesterov"));
            case "sgd-over-batch" -> new Optimizer.SgdOverBatch(node.whole("batch", 1, SessionJson.LARGEST));
            case "rmsprop" -> new Optimizer.RmsProp(node.number("decay"), node.number("epsilon"));
            case "adagrad" -> new Optimizer.Adagrad(node.number("epsilon"));
            case "adam" ->
                new Optimizer.Adam(
                        node.number("beta1"),
                        node.number("beta2"),
                        node.number("epsilon"),
                        node.number("decoupledDecay"));
            default -> throw node.unknown(NAME, "sgd", "sgd-over-batch", "rmsprop", "adagrad", "adam");
        };
        node.end();
        return optimizer;
    }

    private static LearningRate readRate(Members node) throws FormatException {
        LearningRate rate = switch (node.text(NAME)) {
            case "constant" -> new LearningRate.Constant(node.number("rate"));
            case "steps" ->
                new LearningRate.Steps(
                        node.number("rate"), node.whole("every", 1, Integer.MAX_VALUE), node.number("factor"));
            case "cosine" -> new LearningRate.Cosine(node.number("rate"), node.number("last"));
            default -> throw node.unknown(NAME, "constant", "steps", "cosine");
        };
        node.end();
        return rate;
    }

    private static Clipping readClipping(Members node) throws FormatException {
        Clipping clipping = switch (node.text(NAME)) {
            case "none" -> new Clipping.None();
            case "value" -> new Clipping.ByValue(node.number("limit"));
            case "norm" -> new Clipping.ByNorm(node.number("limit"));
            default -> throw node.unknown(NAME, "none", "value", "norm");
        };
        node.end();
        return clipping;
    }
}
