package org.gatescope.format.tensor;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gatescope.format.FormatException;
import tools.jackson.databind.JsonNode;

/**
 * One array of a safetensors header.
 *
 * @param begin of its bytes behind the header
 * @param end   behind the last of them
 */
record SafetensorsEntry(String name, ElementType type, Dimensions dimensions, long begin, long end) {

    static SafetensorsEntry of(String name, JsonNode node) throws FormatException {
        Dimensions dimensions = Dimensions.checked(name, whole(name, node.path("shape"), -1));
        List<Long> offsets = whole(name, node.path("data_offsets"), 2);
        String dtype = node.path("dtype").asString("");
        ElementType type = Stream.of(ElementType.values())
                .filter(known -> known.name().equals(dtype))
                .findFirst()
                .orElseThrow(() -> new FormatException("tensor.type", name, dtype));
        SafetensorsEntry entry = new SafetensorsEntry(name, type, dimensions, offsets.getFirst(), offsets.getLast());
        if (entry.begin < 0 || entry.end - entry.begin != dimensions.count() * (long) type.bytes()) {
            throw new FormatException("safetensors.offsets", name, type, dimensions);
        }
        return entry;
    }

    private static List<Long> whole(String name, JsonNode list, int count) throws FormatException {
        List<Long> numbers = new ArrayList<>();
        for (JsonNode number : list) {
            if (!number.isIntegralNumber() || !number.canConvertToLong()) {
                throw new FormatException("safetensors.entry", name);
            }
            numbers.add(number.longValue());
        }
        if (!list.isArray() || (count >= 0 && numbers.size() != count)) {
            throw new FormatException("safetensors.entry", name);
        }
        return numbers;
    }

    NamedTensor in(FilePart numbers) throws FormatException {
        FilePart own = new FilePart(numbers.file(), numbers.offset() + begin, end - begin);
        return new NamedTensor(
                        name,
                        dimensions,
                        new StoredNumbers(own, type, ByteOrder.LITTLE_ENDIAN, 0, dimensions.rowMajor()))
                .checked();
    }
}
