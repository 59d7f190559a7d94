package org.gatescope.format.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gatescope.format.FormatException;

/** Sizes of an array, the outermost first; none for a single number. */
public record Dimensions(List<Integer> sizes) {
    /** What NumPy and PyTorch can have, too. */
    private static final int MOST = 64;

    public Dimensions {
        sizes = List.copyOf(sizes);
    }

    /** Sizes that are in order. */
    public static Dimensions of(Integer... sizes) {
        return new Dimensions(List.of(sizes));
    }

    /**
     * Sizes as a file has them.
     *
     * @param name of the array, for the sentence
     * @throws FormatException if one is below 0, or there are more numbers than a Java array holds
     */
    public static Dimensions checked(String name, List<Long> sizes) throws FormatException {
        if (sizes.size() > MOST) {
            throw new FormatException("tensor.deep", name, sizes.size());
        }
        List<Integer> checked = new ArrayList<>();
        long count = 1;
        for (long size : sizes) {
            if (size < 0) {
                throw new FormatException("tensor.negative", name, size);
            }
            if (size > Integer.MAX_VALUE || (count *= Math.max(1, size)) > Integer.MAX_VALUE) {
                throw new FormatException("tensor.large", name, sizes);
            }
            checked.add((int) size);
        }
        return new Dimensions(checked);
    }

    /** How many numbers there are. */
    public int count() {
        return sizes.stream().reduce(1, (all, size) -> all * size);
    }

    /** How many sizes there are. */
    public int depth() {
        return sizes.size();
    }

    /** One of the sizes, from the outermost. */
    public int size(int axis) {
        return sizes.get(axis);
    }

    /** How far apart neighbours along each axis stand where rows stand one after another. */
    public List<Long> rowMajor() {
        List<Long> strides = new ArrayList<>();
        long stride = 1;
        for (int size : sizes.reversed()) {
            strides.addFirst(stride);
            stride *= size;
        }
        return strides;
    }

    /** The same where the first index runs fastest, as in Fortran. */
    List<Long> columnMajor() {
        return new Dimensions(sizes.reversed()).rowMajor().reversed();
    }

    @Override
    public String toString() {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining(" × "));
    }
}
