package org.gatescope.format.session;

import org.gatescope.format.FormatException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON of anybody's within bounded memory: as a tree, whose nodes are counted before it is made. */
final class BoundedJson {
    /** Many times what a session has, whose large tables are in base64. */
    private static final int MOST_TOKENS = 8_000_000;

    private static final int DEEPEST = 100;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BoundedJson() {}

    static JsonNode read(byte[] json) throws FormatException {
        try {
            count(json);
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            throw at == null ? Members.refused("json") : Members.refused("json.at", at.getLineNr(), at.getColumnNr());
        }
    }

    private static void count(byte[] json) throws FormatException {
        try (JsonParser parser = MAPPER.createParser(json)) {
            int tokens = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                tokens++;
                if (tokens > MOST_TOKENS) {
                    throw Members.refused("tokens", MOST_TOKENS);
                }
            }
        }
    }
}
