package org.gatescope.format.hdf;

import io.jhdf.GlobalHeap;
import io.jhdf.ObjectHeader;
import io.jhdf.Utils;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import io.jhdf.object.message.AttributeMessage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatescope.format.FormatException;

/** Reads attributes that are text; others are passed over. */
final class HdfTexts {
    /** Bytes of all of them; what describes a large model takes some megabytes. */
    private static final long MOST = 64L << 20;

    private final HdfStorage storage;
    /** Heaps of strings by their addresses: many strings lie in each. */
    private final Map<Long, GlobalHeap> heaps = new HashMap<>();

    private long left = MOST;

    HdfTexts(HdfStorage storage) {
        this.storage = storage;
    }

    Map<String, List<String>> of(ObjectHeader header) throws FormatException {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (AttributeMessage attribute : header.getMessagesOfType(AttributeMessage.class)) {
            DataType type = attribute.getDataType();
            ByteBuffer data = attribute.getDataBuffer();
            if (data == null) {
                continue;
            }
            if (type instanceof VariableLength strings && strings.isVariableLengthString()) {
                texts.put(attribute.getName(), pointedTo(data.duplicate(), type.getSize()));
            } else if (type instanceof StringData) {
                texts.put(attribute.getName(), fixed(data.duplicate(), type.getSize()));
            }
        }
        return texts;
    }

    private List<String> fixed(ByteBuffer data, int size) throws FormatException {
        List<String> texts = new ArrayList<>();
        while (size > 0 && data.remaining() >= size) {
            texts.add(text(Utils.createSubBuffer(data, size)));
        }
        return texts;
    }

    /** Strings of any length: each entry is a length, the address of a heap, and a number within it. */
    private List<String> pointedTo(ByteBuffer data, int size) throws FormatException {
        data.order(ByteOrder.LITTLE_ENDIAN);
        List<String> texts = new ArrayList<>();
        while (size > 0 && data.remaining() >= size) {
            ByteBuffer entry = Utils.createSubBuffer(data, size);
            entry.position(size - storage.getSizeOfOffsets() - Integer.BYTES);
            long address = Utils.readBytesAsUnsignedLong(entry, storage.getSizeOfOffsets());
            int index = Utils.readBytesAsUnsignedInt(entry, Integer.BYTES);
            if (index == 0) {
                texts.add("");
            } else {
                GlobalHeap heap = heaps.computeIfAbsent(address, at -> new GlobalHeap(storage, at));
                texts.add(text(heap.getObjectData(index)));
            }
        }
        return texts;
    }

    /** Up to the first zero, which fills up what is shorter. */
    private String text(ByteBuffer bytes) throws FormatException {
        left -= bytes.remaining();
        if (left < 0) {
            throw new FormatException("hdf.texts", MOST >> 20);
        }
        String text = StandardCharsets.UTF_8.decode(bytes).toString();
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
