package org.gatescope.format.tensor;

import java.nio.ByteOrder;
import java.util.Map;
import org.gatescope.format.FormatException;

/** A type as NumPy writes it: {@code <f8} is an F64, its low byte first. */
record NpyType(ElementType type, ByteOrder order) {
    private static final Map<String, ElementType> TYPES = Map.ofEntries(
            Map.entry("f8", ElementType.F64),
            Map.entry("f4", ElementType.F32),
            Map.entry("f2", ElementType.F16),
            Map.entry("i8", ElementType.I64),
            Map.entry("i4", ElementType.I32),
            Map.entry("i2", ElementType.I16),
            Map.entry("i1", ElementType.I8),
            Map.entry("u8", ElementType.U64),
            Map.entry("u4", ElementType.U32),
            Map.entry("u2", ElementType.U16),
            Map.entry("u1", ElementType.U8),
            Map.entry("b1", ElementType.BOOL));

    static boolean isText(String descr) {
        return descr.matches("[<>|=]?[US]\\d+");
    }

    static NpyType of(String name, String descr) throws FormatException {
        if (descr.endsWith("O")) {
            throw new FormatException("npy.objects", name);
        }
        ElementType type = descr.isEmpty() ? null : TYPES.get(descr.substring(1));
        if (type == null || "<>|=".indexOf(descr.charAt(0)) < 0) {
            throw new FormatException("tensor.type", name, descr);
        }
        return new NpyType(type, descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }
}
