package org.gatescope.format.session;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gatescope.engine.Network;
import org.gatescope.engine.training.Batching;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.EarlyStopping;
import org.gatescope.engine.training.Framework;
import org.gatescope.engine.training.LearningRate;
import org.gatescope.engine.training.LearningRate.Cosine.Beyond;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.RidgeSettings;
import org.gatescope.engine.training.Training;
import org.gatescope.engine.training.WeightDecay;
import org.gatescope.format.FormatException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Settings of a training in a file; each kind of optimizer, schedule and clipping by its name. */
public final class TrainingJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String NAME = "name";
    private static final String AS = "as";
    private static final String RIDGE = "ridge";

    private TrainingJson() {}

    static ObjectNode written(Training training) {
        ObjectNode node = NODES.objectNode();
        node.set("optimizer", optimizer(training.optimizer()));
        node.set("learningRate", rate(training.learningRate()));
        node.set("clipping", clipping(training.clipping()));
        node.set("weightDecay", decay(training.decay()));
        node.put("epochs", training.epochs());
        put(node, "held", training.held());
        put(node, "learnt", training.learnt());
        node.set("batches", batches(training.batching()));
        put(
                node.putObject("earlyStopping")
                        .put("patience", training.stopping().patience()),
                "delta",
                training.stopping().delta());
        node.set(RIDGE, ridge(training.ridge()));
        return node;
    }

    private static ObjectNode named(String name) {
        return NODES.objectNode().put(NAME, name);
    }

    private static ObjectNode put(ObjectNode node, String key, double value) {
        node.set(key, NumberJson.written(value));
        return node;
    }

    private static void put(ObjectNode node, String key, Set<String> names) {
        ArrayNode list = node.putArray(key);
        new TreeSet<>(names).forEach(list::add);
    }

    private static ObjectNode as(ObjectNode node, Framework framework) {
        return node.put(AS, Members.word(framework));
    }

    private static ObjectNode optimizer(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd(double momentum, boolean nesterov, Framework as) ->
                as(put(named("sgd"), "momentum", momentum).put("nesterov", nesterov), as);
            case Optimizer.SgdOverBatch(int batch) -> named("sgd-over-batch").put("batch", batch);
            case Optimizer.RmsProp rms -> {
                ObjectNode node = put(put(named("rmsprop"), "decay", rms.decay()), "epsilon", rms.epsilon());
                yield as(put(node.put("centred", rms.centred()), "momentum", rms.momentum()), rms.as());
            }
            case Optimizer.Adagrad(double epsilon, double accumulator, Framework as) ->
                as(put(put(named("adagrad"), "epsilon", epsilon), "accumulator", accumulator), as);
            case Optimizer.Adam adam -> {
                ObjectNode node = put(put(named("adam"), "beta1", adam.beta1()), "beta2", adam.beta2());
                yield as(put(node, "epsilon", adam.epsilon()).put("amsgrad", adam.amsgrad()), adam.as());
            }
            case Optimizer.Rprop(double shrink, double grow, double least, double most) -> {
                ObjectNode node = put(put(named("rprop"), "shrink", shrink), "grow", grow);
                yield put(put(node, "least", least), "most", most);
            }
        };
    }

    private static ObjectNode rate(LearningRate rate) {
        return switch (rate) {
            case LearningRate.Constant(double value) -> put(named("constant"), "rate", value);
            case LearningRate.Steps(double value, int every, double factor) ->
                put(put(named("steps"), "rate", value).put("every", every), "factor", factor);
            case LearningRate.Exponential(double value, double factor, int every) ->
                put(put(named("exponential"), "rate", value), "factor", factor).put("every", every);
            case LearningRate.Cosine(double value, double last, int period, Beyond beyond) ->
                put(put(named("cosine"), "rate", value), "last", last)
                        .put("period", period)
                        .put("beyond", Members.word(beyond));
            case LearningRate.Plateau plateau -> {
                ObjectNode node = put(put(named("plateau"), "rate", plateau.rate()), "factor", plateau.factor());
                put(node.put("patience", plateau.patience()), "threshold", plateau.threshold());
                yield as(put(node.put("rest", plateau.rest()), "least", plateau.least()), plateau.as());
            }
            case LearningRate.WarmUp(LearningRate then, int epochs, double share) -> {
                ObjectNode node = put(named("warm-up").put("epochs", epochs), "share", share);
                node.set("then", rate(then));
                yield node;
            }
        };
    }

    private static ObjectNode clipping(Clipping clipping) {
        return switch (clipping) {
            case Clipping.None() -> named("none");
            case Clipping.ByValue(double limit) -> put(named("value"), "limit", limit);
            case Clipping.ByNorm(double limit, Framework as) -> as(put(named("norm"), "limit", limit), as);
            case Clipping.ByTensor(double limit, boolean fused) ->
                put(named("tensor"), "limit", limit).put("fused", fused);
        };
    }

    private static ObjectNode batches(Batching batching) {
        return switch (batching) {
            case Batching.Whole() -> named("whole");
            case Batching.Sequences(int size, boolean shuffled, long seed) ->
                named("sequences").put("size", size).put("shuffled", shuffled).put("seed", seed);
            case Batching.Chunks(int steps) -> named("chunks").put("steps", steps);
        };
    }

    private static ObjectNode ridge(RidgeSettings ridge) {
        return put(NODES.objectNode(), "penalty", ridge.penalty()).put("washout", ridge.washout());
    }

    private static ObjectNode decay(WeightDecay decay) {
        ObjectNode node = put(NODES.objectNode(), "coupled", decay.coupled());
        return put(node, "decoupled", decay.decoupled()).put("matricesAlone", decay.matricesAlone());
    }

    /** @param place of the settings in the file, which sentences name */
    public static Training read(JsonNode settings, String place, Network network) throws FormatException {
        return read(Members.of(settings, place), network);
    }

    static Training read(Members training, Network network) throws FormatException {
        try {
            Training read = new Training(
                    readOptimizer(training.object("optimizer")),
                    readRate(training.object("learningRate")),
                    readClipping(training.object("clipping")),
                    readDecay(training.object("weightDecay")),
                    training.whole("epochs", 0, Integer.MAX_VALUE),
                    names(training, "held", network.parameters().keySet()),
                    names(training, "learnt", states(network)),
                    readBatches(training.object("batches")),
                    readStopping(training.object("earlyStopping")),
                    readRidge(training.optional(RIDGE)));
            training.end();
            return read;
        } catch (IllegalArgumentException e) { // the settings' own sentence
            throw Members.refused("training", String.valueOf(e.getMessage()));
        }
    }

    private static Set<String> names(Members training, String key, Set<String> known) throws FormatException {
        Set<String> names = new HashSet<>(training.texts(key));
        for (String name : names) {
            if (!known.contains(name)) {
                throw Members.refused("training.name", training.place(key), Members.excerpt(name));
            }
        }
        return names;
    }

    private static Set<String> states(Network network) {
        Set<String> states = new HashSet<>();
        network.parts().forEach(part -> part.layer().cell().states().forEach(state -> states.add(part.state(state))));
        return states;
    }

    private static Framework as(Members node) throws FormatException {
        return node.choice(AS, Framework.class);
    }

    private static Optimizer readOptimizer(Members node) throws FormatException {
        Optimizer optimizer = switch (node.text(NAME)) {
            case "sgd" -> new Optimizer.Sgd(node.number("momentum"), node.flag("nesterov"), as(node));
            case "sgd-over-batch" -> new Optimizer.SgdOverBatch(node.whole("batch", 1, SessionJson.LARGEST));
            case "rmsprop" ->
                new Optimizer.RmsProp(
                        node.number("decay"),
                        node.number("epsilon"),
                        node.flag("centred"),
                        node.number("momentum"),
                        as(node));
            case "adagrad" -> new Optimizer.Adagrad(node.number("epsilon"), node.number("accumulator"), as(node));
            case "adam" ->
                new Optimizer.Adam(
                        node.number("beta1"),
                        node.number("beta2"),
                        node.number("epsilon"),
                        node.flag("amsgrad"),
                        as(node));
            case "rprop" ->
                new Optimizer.Rprop(
                        node.number("shrink"), node.number("grow"), node.number("least"), node.number("most"));
            default -> throw node.unknown(NAME, "sgd", "sgd-over-batch", "rmsprop", "adagrad", "adam", "rprop");
        };
        node.end();
        return optimizer;
    }

    private static LearningRate readRate(Members node) throws FormatException {
        LearningRate rate = node.text(NAME).equals("warm-up")
                ? new LearningRate.WarmUp(
                        readCourse(node.object("then")),
                        node.whole("epochs", 1, Integer.MAX_VALUE),
                        node.number("share"))
                : readCourse(node);
        node.end();
        return rate;
    }

    /** All but a warm-up, which goes before one of them. */
    private static LearningRate readCourse(Members node) throws FormatException {
        LearningRate rate = switch (node.text(NAME)) {
            case "constant" -> new LearningRate.Constant(node.number("rate"));
            case "steps" -> new LearningRate.Steps(node.number("rate"), every(node), node.number("factor"));
            case "exponential" -> new LearningRate.Exponential(node.number("rate"), node.number("factor"), every(node));
            case "cosine" ->
                new LearningRate.Cosine(
                        node.number("rate"),
                        node.number("last"),
                        node.whole("period", 0, Integer.MAX_VALUE),
                        node.choice("beyond", Beyond.class));
            case "plateau" ->
                new LearningRate.Plateau(
                        node.number("rate"),
                        node.number("factor"),
                        node.whole("patience", 0, Integer.MAX_VALUE),
                        node.number("threshold"),
                        node.whole("rest", 0, Integer.MAX_VALUE),
                        node.number("least"),
                        as(node));
            default -> throw node.unknown(NAME, "constant", "steps", "exponential", "cosine", "plateau", "warm-up");
        };
        node.end();
        return rate;
    }

    private static int every(Members node) throws FormatException {
        return node.whole("every", 1, Integer.MAX_VALUE);
    }

    private static Clipping readClipping(Members node) throws FormatException {
        Clipping clipping = switch (node.text(NAME)) {
            case "none" -> new Clipping.None();
            case "value" -> new Clipping.ByValue(node.number("limit"));
            case "norm" -> new Clipping.ByNorm(node.number("limit"), as(node));
            case "tensor" -> new Clipping.ByTensor(node.number("limit"), node.flag("fused"));
            default -> throw node.unknown(NAME, "none", "value", "norm", "tensor");
        };
        node.end();
        return clipping;
    }

    private static Batching readBatches(Members node) throws FormatException {
        Batching batching = switch (node.text(NAME)) {
            case "whole" -> new Batching.Whole();
            case "sequences" ->
                new Batching.Sequences(
                        node.whole("size", 1, SessionJson.LARGEST),
                        node.flag("shuffled"),
                        node.wholeLong("seed", Long.MIN_VALUE, Long.MAX_VALUE));
            case "chunks" -> new Batching.Chunks(node.whole("steps", 1, SessionJson.LARGEST));
            default -> throw node.unknown(NAME, "whole", "sequences", "chunks");
        };
        node.end();
        return batching;
    }

    private static EarlyStopping readStopping(Members node) throws FormatException {
        EarlyStopping stopping = new EarlyStopping(node.whole("patience", 0, Integer.MAX_VALUE), node.number("delta"));
        node.end();
        return stopping;
    }

    /** Files from before it was kept have none. */
    private static RidgeSettings readRidge(Optional<Members> kept) throws FormatException {
        if (kept.isEmpty()) {
            return RidgeSettings.USUAL;
        }
        Members node = kept.get();
        RidgeSettings ridge = new RidgeSettings(node.number("penalty"), node.whole("washout", 0, Integer.MAX_VALUE));
        node.end();
        return ridge;
    }

    private static WeightDecay readDecay(Members node) throws FormatException {
        WeightDecay decay =
                new WeightDecay(node.number("coupled"), node.number("decoupled"), node.flag("matricesAlone"));
        node.end();
        return decay;
    }
}
