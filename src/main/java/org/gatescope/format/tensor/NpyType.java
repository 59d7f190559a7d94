package org.gatescope.format.tensor;

import java.nio.ByteOrder;
import java.util.Map;
import org.gatescope.format.FormatException;

/** A type as NumPy writes it: {@code <f8} is an F64, its low byte first. */
record NpyType(ElementType type, ByteOrder order) {
    private static final Map<String, ElementType> TYPES = Map.of(
            "f8", ElementType.F64,
            "f4", ElementType.F32,
            "f2", ElementType.F16,
            "i8", ElementType.I64,
            "i4", ElementType.I32,
            "i2", ElementType.I16,
            "i1", ElementType.I8,
            "u1", ElementType.U8,
            "b1", ElementType.BOOL);

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
