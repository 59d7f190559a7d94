package org.gatescope.format.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gatescope.format.FormatException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a PyTorch state dictionary from JSON, tables as nested lists of numbers, as GuitarML and RTNeural keep it. The file is
 * gone through once, and nothing else of it is kept.
 */
public final class JsonTensors {
    private static final int DEEPEST = 60;
    private static final int MOST_TENSORS = 10_000;
    private static final int MOST_NUMBERS = 20_000_000;
    /** Where files keep the weights. */
    private static final Pattern WRAPPER = Pattern.compile("^(state_dict|model_state_dict)\\.");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNameLength(1000)
                            .build())
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // Python writes NaN and Infinity
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser parser;
    private final Map<String, NamedTensor> tensors = new LinkedHashMap<>();
    private int numbers;

    private JsonTensors(JsonParser parser) {
        this.parser = parser;
    }

    /** Whether a file begins like one: a brace, and no byte that text does not have. */
    public static boolean fits(byte[] start) {
        for (byte next : start) {
            if (next == 0) {
                return false;
            }
        }
        String text = new String(start, StandardCharsets.ISO_8859_1).strip();
        return text.startsWith("{");
    }

    /** All lists of numbers, by the path to them. @throws FormatException if it is no JSON, or there are none */
    public static List<NamedTensor> read(Path file) throws FormatException {
        try (InputStream in = PlainFile.whole(file).open();
                JsonParser parser = MAPPER.createParser(in)) {
            JsonTensors found = new JsonTensors(parser);
            parser.nextToken();
            found.object("");
            if (parser.nextToken() != null) {
                throw new FormatException("json", parser.currentToken().name());
            }
            if (found.tensors.isEmpty()) {
                throw new FormatException("weights.json");
            }
            return List.copyOf(found.tensors.values());
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String reason = e.getOriginalMessage().lines().findFirst().orElse("");
            throw at == null
                    ? new FormatException("json", reason)
                    : new FormatException("json.at", at.getLineNr(), at.getColumnNr(), reason);
        } catch (IOException e) {
            throw new FormatException("file.unreadable", e.getClass().getSimpleName());
        }
    }

    private void object(String path) throws FormatException {
        for (JsonToken token = parser.nextToken(); token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
            String name = path.isEmpty() ? parser.currentName() : path + "." + parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                object(name);
            } else if (value == JsonToken.START_ARRAY) {
                array(WRAPPER.matcher(name).replaceFirst(""));
            }
        }
    }

    /** A list that is not made of numbers alone, all as deep, is left aside. */
    private void array(String name) throws FormatException {
        NestedNumbers nested = new NestedNumbers();
        for (int depth = 1; depth > 0; ) {
            JsonToken token = parser.nextToken();
            switch (token) {
                case START_ARRAY -> nested.open(depth++);
                case END_ARRAY -> nested.close(--depth);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                    if (++numbers > MOST_NUMBERS) {
                        throw new FormatException("weights.json.large", MOST_NUMBERS);
                    }
                    nested.number(depth - 1, parser.getDoubleValue());
                }
                case START_OBJECT -> {
                    parser.skipChildren();
                    nested.spoil();
                }
                default -> nested.spoil();
            }
        }
        if (nested.isTensor()) {
            if (tensors.size() == MOST_TENSORS) {
                throw new FormatException("torch.many", MOST_TENSORS);
            }
            Dimensions dimensions = Dimensions.checked(name, nested.sizes());
            double[] values = nested.values();
            if (tensors.put(name, ComputedNumbers.tensor(name, dimensions, () -> values)) != null) {
                throw new FormatException("tensor.twice", name);
            }
        }
    }
}
