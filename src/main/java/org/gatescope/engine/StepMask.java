package org.gatescope.engine;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Which steps of its sequences a run computes: those before the end of each that are not skipped. At the others all states
 * and the output keep their values, and gradients pass (Keras' {@code mask}).
 *
 * @param lengths steps of each sequence
 * @param skipped steps before the end that are not computed: row {@code t * N + n} of the tables over time
 * @param output  what the top layer puts out at steps that are not computed
 */
public record StepMask(List<Integer> lengths, BitSet skipped, HeldOutput output) {
    /** @throws IllegalArgumentException if a step is skipped past the end of its sequence */
    public StepMask {
        lengths = List.copyOf(lengths);
        skipped = (BitSet) skipped.clone();
        int batch = lengths.size();
        for (int row = skipped.nextSetBit(0); row >= 0; row = skipped.nextSetBit(row + 1)) {
            if (batch == 0 || row / batch >= lengths.get(row % batch)) {
                throw new IllegalArgumentException("row " + row + " is skipped, where there is no step");
            }
        }
    }

    /** No step before the end of a sequence is skipped. */
    public StepMask(List<Integer> lengths) {
        this(lengths, new BitSet(), HeldOutput.KEPT);
    }

    @Override
    public BitSet skipped() {
        return (BitSet) skipped.clone();
    }

    /** True if a step before the end of any sequence is skipped. */
    public boolean skipsAny() {
        return !skipped.isEmpty();
    }

    /** True for steps past the end of a sequence. */
    public boolean isOver(int sequence, int t) {
        return t >= lengths.get(sequence);
    }

    /** True for a step before the end of a sequence that is not computed. */
    public boolean isSkipped(int sequence, int t) {
        return skipped.get(t * lengths.size() + sequence);
    }

    /** True for a step that is not computed: it is skipped, or the sequence is over. */
    public boolean isHeld(int sequence, int t) {
        return isOver(sequence, t) || isSkipped(sequence, t);
    }

    /** The steps that a sequence computes, from the first to the last. */
    public IntStream computed(int sequence) {
        return IntStream.range(0, lengths.get(sequence)).filter(t -> !isSkipped(sequence, t));
    }

    /** How many steps a sequence computes. */
    public int count(int sequence) {
        return (int) computed(sequence).count();
    }

    /** The steps that all sequences compute. */
    public int count() {
        return lengths.stream().mapToInt(Integer::intValue).sum() - skipped.cardinality();
    }

    /** The same with other lengths; steps past the new ends are skipped no longer. Of as many sequences. */
    public StepMask withLengths(List<Integer> changed) {
        return skipping(changed, skipped);
    }

    /** The same for other sequences, of which no step is skipped. @param changed steps of each */
    public StepMask ofOthers(List<Integer> changed) {
        return new StepMask(changed, new BitSet(), output);
    }

    /** The same with another output at steps that are not computed. */
    public StepMask withOutput(HeldOutput changed) {
        return new StepMask(lengths, skipped, changed);
    }

    /** The same for other sequences. @param rows that are skipped where there are such steps */
    public StepMask skipping(List<Integer> changed, BitSet rows) {
        int batch = changed.size();
        BitSet within = new BitSet();
        rows.stream()
                .filter(row -> batch > 0 && row / batch < changed.get(row % batch))
                .forEach(within::set);
        return new StepMask(changed, within, output);
    }

    /** Of some rows of a table over time, and with other lengths. @param origin row of this one for each of the new */
    public StepMask rearranged(List<Integer> changed, int rows, IntUnaryOperator origin) {
        BitSet moved = new BitSet();
        IntStream.range(0, skipsAny() ? rows : 0)
                .filter(row -> origin.applyAsInt(row) >= 0 && skipped.get(origin.applyAsInt(row)))
                .forEach(moved::set);
        return skipping(changed, moved);
    }
}
