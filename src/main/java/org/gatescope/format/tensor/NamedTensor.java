package org.gatescope.format.tensor;

import org.gatescope.format.FormatException;

/** An array of a file: what it is called and what it holds. Its numbers are read when they are asked for. */
public record NamedTensor(String name, Dimensions dimensions, StoredNumbers numbers) {
    /** @throws FormatException if it reaches over the edge of its block, or back to front */
    public NamedTensor checked() throws FormatException {
        boolean isForward = numbers.offset() >= 0
                && numbers.strides().size() == dimensions.depth()
                && numbers.strides().stream().allMatch(stride -> stride >= 0);
        if (!isForward || !fits()) {
            throw new FormatException("tensor.outside", name);
        }
        return this;
    }

    private boolean fits() {
        try {
            return Math.addExact(numbers.offset(), numbers.span(dimensions)) <= numbers.length();
        } catch (ArithmeticException e) {
            return false;
        }
    }

    /** How its numbers are stored. */
    public ElementType type() {
        return numbers.type();
    }

    /** All numbers, row after row. @throws FormatException if the file ends early or there is no memory for them */
    public double[] values() throws FormatException {
        boolean isPlain = numbers.strides().equals(dimensions.rowMajor());
        int count = dimensions.count();
        long span = count == 0 ? 0 : numbers.span(dimensions);
        HeapRoom.require(name, isPlain ? count : count + span);
        double[] block = NumberBlock.read(name, numbers, span);
        return isPlain ? block : gathered(block, count);
    }

    private double[] gathered(double[] block, int count) {
        double[] values = new double[count];
        int[] index = new int[dimensions.depth()];
        for (int i = 0; i < count; i++) {
            long place = 0;
            for (int axis = 0; axis < index.length; axis++) {
                place += index[axis] * numbers.strides().get(axis);
            }
            values[i] = block[(int) place];
            advance(index);
        }
        return values;
    }

    private void advance(int[] index) {
        int axis = index.length - 1;
        while (axis >= 0 && ++index[axis] == dimensions.size(axis)) {
            index[axis--] = 0;
        }
    }
}
