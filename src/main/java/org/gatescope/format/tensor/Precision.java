package org.gatescope.format.tensor;

import java.nio.ByteBuffer;
import java.util.Locale;

/** In how many bytes numbers are written. */
public enum Precision {
    /** All that there is. */
    FLOAT64("<f8", "F64", Double.BYTES),
    /** Rounded to seven digits. */
    FLOAT32("<f4", "F32", Float.BYTES);

    private final String numpy;
    private final String safetensors;
    private final int bytes;

    Precision(String numpy, String safetensors, int bytes) {
        this.numpy = numpy;
        this.safetensors = safetensors;
        this.bytes = bytes;
    }

    /** As NumPy and PyTorch call it: {@code float32}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String numpy() {
        return numpy;
    }

    String safetensors() {
        return safetensors;
    }

    /** Of one number. */
    public int bytes() {
        return bytes;
    }

    /** False for a finite number that would become infinite. */
    public boolean holds(double number) {
        return this == FLOAT64 || Double.isInfinite(number) || !Float.isInfinite((float) number);
    }

    /** Writes a number as the buffer's order has it. */
    public void put(double number, ByteBuffer to) {
        switch (this) {
            case FLOAT64 -> to.putDouble(number);
            case FLOAT32 -> to.putFloat((float) number);
        }
    }
}
