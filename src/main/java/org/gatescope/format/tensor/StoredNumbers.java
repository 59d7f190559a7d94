package org.gatescope.format.tensor;

import java.nio.ByteOrder;
import java.util.List;

/**
 * Where an array's numbers stand.
 *
 * @param source  the block that they are in, with others perhaps
 * @param offset  of the first one in the block, in numbers
 * @param strides how far apart neighbours along each axis stand, in numbers; 0 where one stands for all
 */
public record StoredNumbers(ByteSource source, ElementType type, ByteOrder order, long offset, List<Long> strides) {
    public StoredNumbers {
        strides = List.copyOf(strides);
    }

    /** Numbers of the whole block. */
    long length() {
        return source.size() / type.bytes();
    }

    /** From the first number of an array to its last, both counted: 0 for an empty array. @throws ArithmeticException */
    long span(Dimensions dimensions) {
        long span = 1;
        for (int axis = 0; axis < dimensions.depth(); axis++) {
            int size = dimensions.size(axis);
            if (size == 0) {
                return 0;
            }
            span = Math.addExact(span, Math.multiplyExact(strides.get(axis), size - 1L));
        }
        return span;
    }
}
