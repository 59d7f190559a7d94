package org.gatescope.format.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatescope.format.FormatException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads {@code .safetensors}: the length of a JSON header, the header, and the numbers without a hole or an overlap
 * (github.com/huggingface/safetensors, Format).
 */
public final class SafetensorsReader {
    /** Real headers take some hundred bytes for each array. */
    private static final int LONGEST = 4 << 20;

    private static final String METADATA = "__metadata__";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SafetensorsReader() {}

    /** Whether a file begins like one: a length that is possible, then a brace. */
    public static boolean fits(byte[] start) {
        if (start.length <= Long.BYTES) {
            return false;
        }
        long length = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return start[Long.BYTES] == '{' && length >= 2;
    }

    /** All arrays, in the order of their numbers. @throws FormatException if anything in the header is not so */
    public static List<NamedTensor> read(Path file) throws FormatException {
        FilePart whole = PlainFile.whole(file);
        byte[] header = header(whole);
        long start = Long.BYTES + (long) header.length;
        FilePart numbers = new FilePart(file, start, whole.size() - start);
        List<SafetensorsEntry> entries = entries(header);
        requireNoHole(entries, numbers.size());
        List<NamedTensor> tensors = new ArrayList<>();
        for (SafetensorsEntry entry : entries) {
            tensors.add(entry.in(numbers));
        }
        return tensors;
    }

    /** What the header says beside the arrays, as text. @throws FormatException if it is damaged */
    public static Map<String, String> texts(Path file) throws FormatException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry :
                tree(header(PlainFile.whole(file))).path(METADATA).properties()) {
            if (entry.getValue().isString()) {
                texts.put(entry.getKey(), entry.getValue().stringValue());
            }
        }
        return texts;
    }

    private static byte[] header(FilePart whole) throws FormatException {
        try (InputStream in = whole.open()) {
            byte[] size = in.readNBytes(Long.BYTES);
            long length = size.length < Long.BYTES
                    ? -1
                    : ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN).getLong();
            if (length < 0 || length > whole.size() - Long.BYTES || length > LONGEST) {
                throw new FormatException("safetensors.length", length);
            }
            byte[] header = in.readNBytes((int) length);
            if (header.length < length) {
                throw new FormatException("safetensors.length", length);
            }
            return header;
        } catch (IOException e) {
            throw new FormatException("file.unreadable", e.getClass().getSimpleName());
        }
    }

    private static List<SafetensorsEntry> entries(byte[] header) throws FormatException {
        List<SafetensorsEntry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : tree(header).properties()) {
            if (!entry.getKey().equals(METADATA)) {
                entries.add(SafetensorsEntry.of(entry.getKey(), entry.getValue()));
            }
        }
        entries.sort(Comparator.comparingLong(SafetensorsEntry::begin).thenComparingLong(SafetensorsEntry::end));
        return entries;
    }

    private static JsonNode tree(byte[] header) throws FormatException {
        try {
            JsonNode root = MAPPER.readTree(header);
            if (!root.isObject()) {
                throw new FormatException("safetensors.header", "");
            }
            return root;
        } catch (JacksonException e) {
            throw new FormatException(
                    "safetensors.header",
                    e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private static void requireNoHole(List<SafetensorsEntry> entries, long size) throws FormatException {
        long end = 0;
        for (SafetensorsEntry entry : entries) {
            if (entry.begin() != end) {
                throw new FormatException("safetensors.hole", entry.name(), entry.begin(), end);
            }
            end = entry.end();
        }
        if (end != size) {
            throw new FormatException("safetensors.end", end, size);
        }
    }
}
