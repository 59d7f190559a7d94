package org.gatescope.format.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gatescope.session.Feature;

/** A column as a network reads it: a scaled number, or a word one-hot. */
sealed interface Encoded {
    String name();

    int width();

    boolean isThere(int row);

    /** Into as many places as it is wide. */
    void write(int row, double[] into, int at);

    /** Empty for numbers. */
    List<String> words();

    /** @param alone whether no other column stands beside it */
    List<Feature> features(boolean alone);

    default boolean areWords() {
        return !words().isEmpty();
    }

    /** Scaled as its feature says. */
    @SuppressWarnings("ArrayRecordComponent")
    record OfNumbers(Feature feature, double[] values) implements Encoded {
        @Override
        public String name() {
            return feature.name();
        }

        @Override
        public int width() {
            return 1;
        }

        @Override
        public boolean isThere(int row) {
            return Double.isFinite(values[row]);
        }

        @Override
        public void write(int row, double[] into, int at) {
            into[at] = feature.scaled(values[row]);
        }

        @Override
        public List<String> words() {
            return List.of();
        }

        @Override
        public List<Feature> features(boolean alone) {
            return List.of(feature);
        }
    }

    /** One-hot. @param codes −1 where there is none */
    @SuppressWarnings("ArrayRecordComponent")
    record OfClasses(String name, List<String> words, int[] codes) implements Encoded {
        /** Numbers that name classes, from the least on. */
        static OfClasses of(String name, double[] values) {
            double[] classes = Arrays.stream(values)
                    .filter(Double::isFinite)
                    .distinct()
                    .sorted()
                    .toArray();
            int[] codes = Arrays.stream(values)
                    .mapToInt(value -> Double.isFinite(value) ? Math.max(-1, Arrays.binarySearch(classes, value)) : -1)
                    .toArray();
            return new OfClasses(
                    name, Arrays.stream(classes).mapToObj(OfClasses::word).toList(), codes);
        }

        private static String word(double value) {
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : Double.toString(value);
        }

        @Override
        public int width() {
            return words.size();
        }

        @Override
        public boolean isThere(int row) {
            return codes[row] >= 0;
        }

        @Override
        public void write(int row, double[] into, int at) {
            into[at + codes[row]] = 1;
        }

        @Override
        public List<Feature> features(boolean alone) {
            return IntStream.range(0, words.size())
                    .mapToObj(i -> new Feature(alone ? words.get(i) : name + "=" + words.get(i), 0, 1))
                    .toList();
        }
    }
}
