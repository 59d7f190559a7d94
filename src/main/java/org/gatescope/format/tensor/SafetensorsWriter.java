package org.gatescope.format.tensor;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code .safetensors}. The same arrays give the same bytes. */
public final class SafetensorsWriter {
    /** Numbers begin at a multiple of it, so that they can be mapped into memory. */
    private static final int ALIGNMENT = 8;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SafetensorsWriter() {}

    /** Writes all arrays by their names. @param texts that the header says beside them */
    public static void write(
            Map<String, NpyArray> arrays, Map<String, String> texts, Precision precision, OutputStream to)
            throws IOException {
        OutputStream out = new BufferedOutputStream(to, 1 << 16);
        byte[] header = header(arrays, texts, precision);
        ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.write(length.putLong(header.length).array());
        out.write(header);
        for (NpyArray array : arrays.values()) {
            array.writeNumbers(out, precision);
        }
        out.flush();
    }

    private static byte[] header(Map<String, NpyArray> arrays, Map<String, String> texts, Precision precision) {
        ObjectNode header = MAPPER.createObjectNode();
        ObjectNode metadata = header.putObject("__metadata__").put("format", "pt"); // Hugging Face's readers ask for it
        texts.forEach(metadata::put);
        long end = 0;
        for (Map.Entry<String, NpyArray> entry : arrays.entrySet()) {
            ObjectNode array = header.putObject(entry.getKey());
            array.put("dtype", precision.safetensors());
            ArrayNode shape = array.putArray("shape");
            entry.getValue().dimensions().sizes().forEach(shape::add);
            ArrayNode offsets = array.putArray("data_offsets");
            offsets.add(end);
            end += (long) entry.getValue().values().length * precision.bytes();
            offsets.add(end);
        }
        String text = header.toString();
        int over = text.getBytes(StandardCharsets.UTF_8).length % ALIGNMENT;
        return (text + " ".repeat((ALIGNMENT - over) % ALIGNMENT)).getBytes(StandardCharsets.UTF_8);
    }
}
