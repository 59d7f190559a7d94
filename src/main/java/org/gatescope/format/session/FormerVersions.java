package org.gatescope.format.session;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings files of former versions up to date, one version after the other, so that they mean what they meant. What is not as
 * such a file has it is left alone: whoever reads it refuses it.
 */
final class FormerVersions {
    /** From version 1 to 2, from 2 to 3, … */
    private static final List<Consumer<ObjectNode>> STEPS = List.of(FormerVersions::toSecond);

    private FormerVersions() {}

    /** @param file of a version, changed in place */
    static void bringUpToDate(JsonNode file, long version) {
        if (file instanceof ObjectNode object) {
            STEPS.subList((int) version - 1, STEPS.size()).forEach(step -> step.accept(object));
        }
    }

    /**
     * Whose definition an optimizer follows was not told apart, a cosine ended in the last epoch, nothing was held,
     * read-outs had a bias, and all sequences made one update.
     */
    private static void toSecond(ObjectNode file) {
        if (file.path("network").get("readOut") instanceof ObjectNode readOut) {
            readOut.put("biased", true);
        }
        if (file.get("training") instanceof ObjectNode training) {
            training.putArray("held");
            training.putArray("learnt");
            training.putObject("batches").put("name", "whole");
            training.putObject("earlyStopping").put("patience", 0).put("delta", 0);
            double decoupled = training.get("optimizer") instanceof ObjectNode optimizer ? optimizer(optimizer) : 0;
            if (training.get("learningRate") instanceof ObjectNode rate && isNamed(rate, "cosine")) {
                rate.put("period", Math.max(1, training.path("epochs").asInt(1) - 1))
                        .put("beyond", "stays");
            }
            if (training.get("clipping") instanceof ObjectNode clipping && isNamed(clipping, "norm")) {
                clipping.put("as", "keras");
            }
            if (training.get("weightDecay") instanceof JsonNode coupled && !coupled.isObject()) {
                ObjectNode decay = JsonNodeFactory.instance.objectNode();
                decay.set("coupled", coupled);
                training.set("weightDecay", decay.put("decoupled", decoupled).put("matricesAlone", false));
            }
        }
    }

    /** @return its decoupled weight decay */
    private static double optimizer(ObjectNode optimizer) {
        switch (optimizer.path("name").asString("")) {
            case "sgd" -> optimizer.put("as", "pytorch");
            case "rmsprop" -> optimizer.put("centred", false).put("momentum", 0).put("as", "pytorch");
            case "adagrad" -> optimizer.put("accumulator", 0).put("as", "pytorch");
            case "adam" -> {
                JsonNode decay = optimizer.remove("decoupledDecay");
                optimizer.put("amsgrad", false).put("as", "pytorch");
                return decay == null ? 0 : decay.asDouble(Double.NaN);
            }
            default -> {}
        }
        return 0;
    }

    private static boolean isNamed(ObjectNode node, String name) {
        return node.path("name").asString("").equals(name);
    }
}
