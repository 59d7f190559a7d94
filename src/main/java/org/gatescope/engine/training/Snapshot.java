package org.gatescope.engine.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Scores;

/**
 * A moment of a training; it never changes. The figures of the last update are NaN, or empty, before the first.
 *
 * @param epoch      updates made so far, which are epochs where each is made from all sequences
 * @param parameters after them, and the first values of states that are learnt, (1, H) each
 * @param slots      what the optimizer remembers of each parameter
 * @param rate       learning rate of the last update
 * @param loss       before the last update
 * @param norm       of all gradients together, before clipping
 * @param norms      of each parameter's gradient, before clipping
 * @param changes    how far each parameter moved: the norm of the difference
 * @param divergence where the update that would follow leaves the finite numbers; training cannot go on
 * @param gradientsLeft by full name, what the next update's gradients begin with where they are not set to zero;
 *                      usually nothing
 * @param scores     before the last update; empty before the first, and without a read-out
 * @param course     what the next update goes on from besides
 */
public record Snapshot(
        int epoch,
        Map<String, Matrix> parameters,
        Map<String, List<Matrix>> slots,
        double rate,
        double loss,
        double norm,
        Map<String, Double> norms,
        Map<String, Double> changes,
        Optional<Divergence> divergence,
        Map<String, Matrix> gradientsLeft,
        Optional<Scores> scores,
        Course course) {
    public Snapshot {
        parameters = copy(parameters);
        slots = copy(slots);
        norms = copy(norms);
        changes = copy(changes);
        gradientsLeft = copy(gradientsLeft);
    }

    /** Nothing is left of its gradients, and nothing was scored. */
    public Snapshot(
            int epoch,
            Map<String, Matrix> parameters,
            Map<String, List<Matrix>> slots,
            double rate,
            double loss,
            double norm,
            Map<String, Double> norms,
            Map<String, Double> changes,
            Optional<Divergence> divergence) {
        this(
                epoch,
                parameters,
                slots,
                rate,
                loss,
                norm,
                norms,
                changes,
                divergence,
                Map.of(),
                Optional.empty(),
                Course.BEGUN);
    }

    /** In the order of the network. */
    private static <V> Map<String, V> copy(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** Before the first update. */
    public static Snapshot first(Map<String, Matrix> parameters) {
        return new Snapshot(
                0, parameters, Map.of(), Double.NaN, Double.NaN, Double.NaN, Map.of(), Map.of(), Optional.empty());
    }

    /** True if the update would have left the finite numbers, and so was not applied. */
    public boolean hasDiverged() {
        return divergence.isPresent();
    }

    Snapshot with(Optional<Divergence> found) {
        return new Snapshot(
                epoch, parameters, slots, rate, loss, norm, norms, changes, found, gradientsLeft, scores, course);
    }

    /** The same, whose gradients the next update goes on from. */
    public Snapshot withGradientsLeft(Map<String, Matrix> left) {
        return new Snapshot(
                epoch, parameters, slots, rate, loss, norm, norms, changes, divergence, left, scores, course);
    }

    /** The same with how well the network did before the update. */
    Snapshot withScores(Optional<Scores> made) {
        return new Snapshot(
                epoch, parameters, slots, rate, loss, norm, norms, changes, divergence, gradientsLeft, made, course);
    }

    /** The same with the loss before the last update. */
    Snapshot withLoss(double made) {
        return new Snapshot(
                epoch, parameters, slots, rate, made, norm, norms, changes, divergence, gradientsLeft, scores, course);
    }

    /** The same on another course. */
    Snapshot with(Course next) {
        return new Snapshot(
                epoch, parameters, slots, rate, loss, norm, norms, changes, divergence, gradientsLeft, scores, next);
    }

    /** True where the training ends early, as its loss has not improved for long. */
    public boolean isStopped() {
        return course.isStopped();
    }

    /** Of the sequences that are not trained on, where there are some that count. */
    OptionalDouble testLoss() {
        return scores.flatMap(Scores::tests)
                .map(tests -> OptionalDouble.of(tests.loss()))
                .orElse(OptionalDouble.empty());
    }

    /** The same, to try again from. */
    Snapshot withoutDivergence() {
        return hasDiverged() ? with(Optional.empty()) : this;
    }

    /** Bytes of its tables. */
    long bytes() {
        long numbers = parameters.values().stream().mapToLong(Snapshot::numbers).sum();
        for (List<Matrix> tables : slots.values()) {
            numbers += tables.stream().mapToLong(Snapshot::numbers).sum();
        }
        numbers +=
                course.carried().values().stream().mapToLong(Snapshot::numbers).sum();
        numbers += gradientsLeft.values().stream().mapToLong(Snapshot::numbers).sum();
        return numbers * Double.BYTES;
    }

    private static long numbers(Matrix table) {
        return (long) table.rows() * table.columns();
    }
}
