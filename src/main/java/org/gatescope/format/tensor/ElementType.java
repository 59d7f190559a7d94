package org.gatescope.format.tensor;

import java.nio.ByteBuffer;

/** How a number is stored. */
public enum ElementType {
    F64(8),
    F32(4),
    F16(2),
    /** The upper half of an F32. */
    BF16(2),
    I64(8),
    I32(4),
    I16(2),
    I8(1),
    U64(8),
    U32(4),
    U16(2),
    U8(1),
    BOOL(1);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one number. */
    public int bytes() {
        return bytes;
    }

    /** True for what has a point, as weights do. */
    public boolean isReal() {
        return this == F64 || this == F32 || this == F16 || this == BF16;
    }

    /** The next number of a buffer, exact but for I64 and U64 beyond 2⁵³. */
    double next(ByteBuffer from) {
        return switch (this) {
            case F64 -> from.getDouble();
            case F32 -> from.getFloat();
            case F16 -> Float.float16ToFloat(from.getShort());
            case BF16 -> Float.intBitsToFloat(from.getShort() << Short.SIZE);
            case I64 -> from.getLong();
            case I32 -> from.getInt();
            case I16 -> from.getShort();
            case I8 -> from.get();
            case U64 -> unsigned(from.getLong());
            case U32 -> Integer.toUnsignedLong(from.getInt());
            case U16 -> Short.toUnsignedInt(from.getShort());
            case U8 -> from.get() & 0xFF;
            case BOOL -> from.get() == 0 ? 0 : 1;
        };
    }

    /** Half of it, the last bit kept for the rounding, twice. */
    private static double unsigned(long bits) {
        return bits >= 0 ? bits : 2.0 * ((bits >>> 1) | (bits & 1));
    }
}
