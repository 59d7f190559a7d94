package org.gatescope.engine.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkOutcome;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.ReadOut;

/** The runs behind a gradient check: one forward and backward, then those with one number changed. */
final class DifferenceRuns {
    /** Gradients under this share of the objective are compared absolutely: rounding reaches so far. */
    private static final double FLOOR = 1e-3;

    private final NetworkInputs inputs;
    private final ScalarObjective objective;
    private final ScalarObjective.Value here;
    private final List<Variable> variables;
    private final Progress progress;
    private final long total;
    private final boolean isTruncated;
    private long done;

    /**
     * @param checked whose gradients are held against the differences
     * @param forward computes what is differentiated
     */
    DifferenceRuns(
            Network network,
            NetworkInputs inputs,
            NetworkTrace checked,
            Function<NetworkInputs, NetworkOutcome> forward,
            Predicate<String> names,
            Progress progress) {
        this.inputs = inputs;
        this.progress = progress;
        int longest =
                inputs.lengths().stream().mapToInt(Integer::intValue).max().orElse(0);
        this.isTruncated = inputs.truncation().cuts(network, longest);
        objective = new ScalarObjective(forward);
        here = objective.of(inputs);
        variables = Variable.all(network, inputs, checked).stream()
                .filter(variable -> names.test(variable.name()))
                .toList();
        total = variables.stream().mapToLong(Variable::numbers).sum();
    }

    List<CheckedTable> tables() {
        progress.report(done, total);
        List<CheckedTable> tables = new ArrayList<>();
        variables.forEach(variable -> tables.add(table(variable)));
        return tables;
    }

    private CheckedTable table(Variable variable) {
        Matrix values = variable.values();
        double floor = FLOOR * Math.max(1, here.magnitude());
        double[][] numeric = new double[values.rows()][values.columns()];
        double[][] doubt = new double[values.rows()][values.columns()];
        for (int row = 0; row < values.rows(); row++) {
            for (int column = 0; column < values.columns(); column++) {
                CentralDifference difference = difference(variable, row, column, floor);
                numeric[row][column] = difference.slope();
                doubt[row][column] = difference.doubt();
                progress.report(++done, total);
            }
        }
        int columns = values.columns();
        return new CheckedTable(
                variable.name(),
                variable.gradient(),
                Matrix.of(numeric, columns),
                Matrix.of(doubt, columns),
                floor,
                isCut(variable));
    }

    private CentralDifference difference(Variable variable, int row, int column, double floor) {
        Matrix values = variable.values();
        return CentralDifference.of(
                value -> objective.of(variable.changed().apply(values.with(row, column, value))),
                values.get(row, column),
                here,
                slope -> CheckedTable.TOLERANCE * Math.max(Math.abs(slope), floor));
    }

    /** The read-out's own gradients come by no earlier step. */
    private boolean isCut(Variable variable) {
        boolean isReadOut =
                variable.name().equals(ReadOut.WEIGHTS) || variable.name().equals(ReadOut.BIAS);
        return !isReadOut && isTruncated;
    }
}
