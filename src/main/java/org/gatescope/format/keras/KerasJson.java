package org.gatescope.format.keras;

import org.gatescope.format.FormatException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON in which Keras describes a model, within bounded memory: what it holds is counted first. */
final class KerasJson {
    /** A thousand layers have some hundred thousand. */
    private static final int MOST_TOKENS = 1_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private KerasJson() {}

    static JsonNode read(String json) throws FormatException {
        try (JsonParser parser = MAPPER.createParser(json)) {
            for (int tokens = 0; parser.nextToken() != null; tokens++) {
                if (tokens > MOST_TOKENS) {
                    throw new FormatException("keras.config");
                }
            }
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new FormatException("keras.config");
        }
    }
}
