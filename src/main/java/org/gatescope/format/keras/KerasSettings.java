package org.gatescope.format.keras;

import java.util.Map;
import java.util.Optional;
import org.gatescope.engine.Dropout;
import org.gatescope.engine.Merging;
import org.gatescope.format.FormatException;
import tools.jackson.databind.JsonNode;

/**
 * What a model's description says of one cell.
 *
 * @param layer the recurrent layer within its wrapper
 * @param cell  the cell's own settings, which are the layer's unless it was given cells
 */
record KerasSettings(JsonNode wrapper, JsonNode layer, JsonNode cell) {
    private static final Map<String, Merging> MERGE_MODES =
            Map.of("concat", Merging.CONCATENATION, "sum", Merging.SUM, "ave", Merging.AVERAGE, "mul", Merging.PRODUCT);

    /** @param index of the cell in a stack of cells */
    static KerasSettings of(KerasConfig.Entry entry, boolean isBackward, int index) {
        JsonNode wrapper = entry.settings();
        JsonNode layer = wrapper;
        if (wrapper.path("layer").isObject()) {
            boolean hasOwn = isBackward && wrapper.path("backward_layer").isObject();
            layer = wrapper.path(hasOwn ? "backward_layer" : "layer").path("config");
        }
        JsonNode cell = layer.path("cell").path("config");
        if (cell.path("cells").isArray()) {
            cell = cell.path("cells").path(index).path("config");
        }
        return new KerasSettings(wrapper, layer, cell.isObject() ? cell : layer);
    }

    Optional<String> activation(KerasFacts facts) throws FormatException {
        return function("activation", facts);
    }

    Optional<String> recurrentActivation(KerasFacts facts) throws FormatException {
        Optional<String> later = function("recurrent_activation", facts);
        return later.isPresent() ? later : function("inner_activation", facts);
    }

    Optional<Boolean> resetAfter() {
        JsonNode setting = cell.path("reset_after");
        return setting.isBoolean() ? Optional.of(setting.booleanValue()) : Optional.empty();
    }

    boolean goesBackwards() {
        return layer.path("go_backwards").asBoolean(false);
    }

    /** The share of what it reads that is dropped, the same at each step; none where it says nothing that can be. */
    Dropout dropout() {
        double rate = cell.path("dropout").asDouble(0);
        return rate > 0 && rate < 1 ? new Dropout(rate, true) : Dropout.NONE;
    }

    /** How both directions are put together. */
    Optional<String> mergeMode() {
        JsonNode mode = wrapper.path("merge_mode");
        return mode.isMissingNode() ? Optional.empty() : Optional.of(mode.asString("none"));
    }

    /** The same as Gatescope has it; empty if it does not, or nothing is said. */
    Optional<Merging> merging() {
        return mergeMode().flatMap(mode -> Optional.ofNullable(MERGE_MODES.get(mode)));
    }

    /** A function as the cell language names it. */
    private Optional<String> function(String name, KerasFacts facts) throws FormatException {
        JsonNode setting = cell.path(name);
        if (setting.isMissingNode()) {
            return Optional.empty();
        }
        if (setting.isNull()) {
            return Optional.of("linear");
        }
        JsonNode text = setting.isObject() ? setting.path("config") : setting;
        if (!text.isString()) {
            throw new FormatException("keras.function", name);
        }
        return Optional.of(
                switch (text.stringValue()) {
                    case "exponential" -> "exp";
                    case "hard_sigmoid" -> facts.isThird() ? "hard_sigmoid_6" : "hard_sigmoid";
                    default -> text.stringValue();
                });
    }
}
