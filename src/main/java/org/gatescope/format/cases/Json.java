package org.gatescope.format.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.gatescope.format.FormatException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON from untrusted sources: bounded in size, no key twice, nothing after its end. NaN and Infinity count. */
final class Json {
    private static final long LARGEST = 512L << 20;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private Json() {}

    static JsonNode read(Path file) throws FormatException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new FormatException("file.large", LARGEST >> 20);
            }
            try (var in = Files.newInputStream(file)) {
                return MAPPER.readTree(in);
            }
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw at == null
                    ? new FormatException("json", firstLine(e.getOriginalMessage()))
                    : new FormatException(
                            "json.at", at.getLineNr(), at.getColumnNr(), firstLine(e.getOriginalMessage()));
        } catch (NoSuchFileException e) {
            throw new FormatException("file.missing");
        } catch (IOException e) {
            throw new FormatException("file.unreadable", e.getClass().getSimpleName());
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }
}
