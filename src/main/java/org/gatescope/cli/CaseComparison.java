package org.gatescope.cli;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Series;
import org.gatescope.engine.diagnostics.JacobianNorms;
import org.gatescope.engine.diagnostics.MatrixNorm;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.engine.diagnostics.StepJacobians;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.engine.training.Updates;
import org.gatescope.format.cases.ReferenceCase;
import org.gatescope.format.cases.ReferenceCase.Chunks;
import org.gatescope.format.cases.ReferenceCase.Figures;
import org.gatescope.format.cases.ReferenceCase.FinalState;
import org.gatescope.format.cases.ReferenceCase.InputGradient;
import org.gatescope.format.cases.ReferenceCase.JacobianFigures;
import org.gatescope.format.cases.ReferenceCase.Moment;
import org.gatescope.format.cases.ReferenceCase.Output;
import org.gatescope.format.cases.ReferenceCase.OverTime;
import org.gatescope.format.cases.ReferenceCase.ParameterGradient;
import org.gatescope.format.cases.ReferenceCase.Scores;
import org.gatescope.format.cases.ReferenceCase.SingleRun;
import org.gatescope.format.cases.ReferenceCase.StateGradient;
import org.gatescope.format.cases.ReferenceCase.Table;
import org.gatescope.format.cases.ReferenceCase.TotalLoss;
import org.gatescope.format.cases.ReferenceCase.Trained;

/** Holds what the engine computes against a reference case and keeps the figure that is farthest off. */
final class CaseComparison {
    /** For values; relative above 1. */
    static final double VALUE_TOLERANCE = 1e-12;
    /** For gradients up to 1. */
    static final double GRADIENT_TOLERANCE = 1e-10;
    /** For gradients above 1. */
    static final double RELATIVE_GRADIENT_TOLERANCE = 1e-9;

    /** For losses and the parameters at the end of a training. */
    private static final Tolerance TRAINING_TOLERANCE = expected -> 1e-9 * Math.max(1, Math.abs(expected));

    private int figures;
    private double worstShare = -1;
    private double difference;
    private String place = "";

    /** @throws org.gatescope.engine.TooLargeException if the case does not fit into memory */
    static CaseComparison of(ReferenceCase reference) {
        CaseComparison comparison = new CaseComparison();
        switch (reference) {
            case SingleRun run -> comparison.compare(run, run.inputs());
            case Chunks chunks -> comparison.compare(chunks);
            case Trained trained -> comparison.compare(trained);
        }
        return comparison;
    }

    private NetworkTrace compare(SingleRun run, NetworkInputs inputs) {
        NetworkTrace trace =
                NetworkPlan.of(run.network(), run.batch(), run.steps()).run(inputs);
        run.figures().forEach(expected -> compare(expected, run.network(), inputs, trace));
        return trace;
    }

    /** Each chunk starts with the states that the one before it ended with. */
    private void compare(Chunks chunks) {
        Map<String, Matrix> states = chunks.chunks().getFirst().inputs().initialState();
        for (SingleRun chunk : chunks.chunks()) {
            states = compare(chunk, chunk.inputs().withInitialState(states)).finalStates();
        }
    }

    private void compare(Trained trained) {
        Updates updates =
                new Updates(trained.network(), trained.inputs(), trained.steps(), trained.training(), new BitSet());
        Snapshot snapshot = updates.first();
        for (int update = 1; update <= updates.count() && !snapshot.isStopped(); update++) {
            snapshot = updates.next(snapshot);
            compare("losses", trained.losses(), update, snapshot.loss());
            compare("gradientNorms", trained.norms(), update, snapshot.norm());
            compare("rates", trained.rates(), update, snapshot.rate());
            for (Moment moment : trained.after()) {
                if (moment.update() == update) {
                    compare(moment, snapshot);
                }
            }
        }
    }

    private void compare(String label, List<Double> expected, int update, double computed) {
        if (update <= expected.size()) {
            note(label + "[" + (update - 1) + "]", expected.get(update - 1), computed, TRAINING_TOLERANCE);
        }
    }

    private void compare(Moment expected, Snapshot snapshot) {
        for (Table table : expected.tables()) {
            Matrix computed = Objects.requireNonNull(snapshot.parameters().get(table.name()));
            compare(table.label(), table.figures(), computed, TRAINING_TOLERANCE);
        }
    }

    private void compare(Figures expected, Network network, NetworkInputs inputs, NetworkTrace trace) {
        switch (expected) {
            case OverTime time -> {
                Tolerance tolerance =
                        time.isGradient() ? CaseComparison::gradientTolerance : CaseComparison::valueTolerance;
                boolean isKept = !time.isGradient()
                        && network.part(time.part())
                                .layer()
                                .cell()
                                .states()
                                .contains(QuantityName.unprimed(time.quantity()));
                compare(
                        time.label(),
                        time.figures(),
                        time.in(trace),
                        (n, t) -> !inputs.mask().isHeld(n, t)
                                || isKept && !inputs.mask().isOver(n, t),
                        tolerance);
            }
            case Output output ->
                compare(output.label(), output.figures(), trace.output(), CaseComparison::valueTolerance);
            case Scores scores ->
                compare(scores.label(), scores.figures(), scores.in(trace), CaseComparison::valueTolerance);
            case TotalLoss total ->
                note(
                        total.label(),
                        total.figure(),
                        trace.readOut().orElseThrow().loss(),
                        CaseComparison::valueTolerance);
            case InputGradient input ->
                compare(input.label(), input.figures(), trace.inputGradient(), CaseComparison::gradientTolerance);
            case ParameterGradient parameter ->
                compare(
                        parameter.label(),
                        parameter.figures(),
                        trace.parameterGradient(parameter.name()),
                        CaseComparison::gradientTolerance);
            case StateGradient state ->
                compare(
                        state.label(),
                        state.figures(),
                        trace.part(state.part()).initialStateGradient(state.state()),
                        CaseComparison::gradientTolerance);
            case FinalState state ->
                compare(
                        state.label(),
                        state.figures(),
                        Objects.requireNonNull(trace.finalStates().get(state.name())),
                        CaseComparison::valueTolerance);
            case JacobianFigures jacobian ->
                compare(
                        jacobian.label(),
                        jacobian.figures(),
                        jacobianNorms(network, inputs, trace, jacobian.part()),
                        CaseComparison::gradientTolerance);
        }
    }

    private static Matrix jacobianNorms(Network network, NetworkInputs inputs, NetworkTrace trace, String part) {
        String output = network.part(part).layer().cell().output();
        StepJacobians steps = StepJacobians.of(network, inputs, trace, part, 0);
        return JacobianNorms.of(steps, output, MatrixNorm.FROBENIUS, Progress.NONE)
                .norms();
    }

    /** True if all figures are within their tolerance. */
    boolean agrees() {
        return worstShare <= 1;
    }

    int figures() {
        return figures;
    }

    /** |computed − expected| of the figure that is farthest off, measured by its tolerance. */
    double difference() {
        return difference;
    }

    /** Where that figure stands, as in the file. */
    String place() {
        return place;
    }

    private void compare(String label, double[][][] expected, Series computed, Tolerance tolerance) {
        compare(label, expected, computed, (n, t) -> true, tolerance);
    }

    /** Which steps of which sequence have a figure: where one is not computed, only states do. */
    @FunctionalInterface
    private interface Steps {
        boolean have(int sequence, int step);
    }

    /** @param steps that are compared; the figures of others say nothing */
    private void compare(String label, double[][][] expected, Series computed, Steps steps, Tolerance tolerance) {
        for (int n = 0; n < expected.length; n++) {
            for (int t = 0; t < expected[n].length; t++) {
                for (int unit = 0; steps.have(n, t) && unit < expected[n][t].length; unit++) {
                    String at = label + "[" + n + "][" + t + "][" + unit + "]";
                    note(at, expected[n][t][unit], computed.at(t, n, unit), tolerance);
                }
            }
        }
    }

    private void compare(String label, Matrix expected, Matrix computed, Tolerance tolerance) {
        for (int row = 0; row < expected.rows(); row++) {
            for (int column = 0; column < expected.columns(); column++) {
                String at = label + "[" + row + "][" + column + "]";
                note(at, expected.get(row, column), computed.get(row, column), tolerance);
            }
        }
    }

    private void note(String at, double expected, double computed, Tolerance tolerance) {
        figures++;
        boolean same = Double.compare(expected, computed) == 0 || expected == computed;
        double off = same ? 0 : Math.abs(computed - expected);
        double share = Double.isFinite(off) ? off / tolerance.of(expected) : Double.POSITIVE_INFINITY;
        if (share > worstShare) {
            worstShare = share;
            difference = off;
            place = at;
        }
    }

    /** How far off a figure may be. */
    @FunctionalInterface
    private interface Tolerance {
        double of(double expected);
    }

    private static double valueTolerance(double expected) {
        return VALUE_TOLERANCE * Math.max(1, Math.abs(expected));
    }

    private static double gradientTolerance(double expected) {
        double size = Math.abs(expected);
        return size > 1 ? RELATIVE_GRADIENT_TOLERANCE * size : GRADIENT_TOLERANCE;
    }
}
