package org.gatescope.ui.settings;

import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The settings as JSON text, read strictly. */
final class SettingsJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private SettingsJson() {}

    /**
     * Reads settings of any version up to the current one; steps that bring older forms up to date belong here.
     *
     * @throws IOException if the text is no JSON of that form
     */
    static Settings read(byte[] json) throws IOException, NewerSettingsException {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (!root.isObject()) {
                throw new IOException("Settings are one JSON object");
            }
            JsonNode version = root.path("schemaVersion");
            if (version.isIntegralNumber() && version.asLong() > Settings.CURRENT_VERSION) {
                throw new NewerSettingsException();
            }
            return MAPPER.treeToValue(root, Settings.class);
        } catch (JacksonException e) {
            throw new IOException(e);
        }
    }

    static byte[] write(Settings settings) {
        return MAPPER.writeValueAsBytes(settings);
    }
}
