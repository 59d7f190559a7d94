package org.gatescope.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Arrivals;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Names;

/**
 * A slow, obviously right run of a cell: its lines as they are written, step by step, then its adjoint lines in their
 * order, from the last step to the first.
 */
public final class Reference {
    /**
     * Adds an amount to one number as soon as it is computed, to see what the loss does.
     *
     * @param quantity a line or a pre-activation, {@code h'} for a state after the step
     */
    public record Nudge(String quantity, int sequence, int step, int column, double amount) {
        /** Of no quantity. */
        public static final Nudge NONE = new Nudge("", 0, 0, 0, 0);
    }

    /**
     * Quantities by the names of the cell's statements, {@code h'} for a state after the step.
     *
     * @param values             each quantity, (N, T, width)
     * @param gradients          of the loss with respect to each
     * @param parameterGradients shaped like the parameters
     * @param inputGradient      (N, T, D)
     * @param initialGradients   by state, (N, H)
     */
    public record Result(
            Map<String, double[][][]> values,
            Map<String, double[][][]> gradients,
            Map<String, double[][]> parameterGradients,
            double[][][] inputGradient,
            Map<String, double[][]> initialGradients) {}

    private final Problem problem;
    private final Cell cell;
    /** Of each step, every name that its lines can use, and what they define. */
    private final List<Map<String, double[][]>> steps = new ArrayList<>();

    private Reference(Problem problem) {
        this.problem = problem;
        this.cell = problem.cell();
    }

    /** Forward and backward. */
    public static Result run(Problem problem) {
        Reference run = new Reference(problem);
        run.forward(Nudge.NONE);
        return run.backward();
    }

    /** The sum of all outputs and last states, each times what is put on it. */
    public static double loss(Problem problem, Nudge nudge) {
        Reference run = new Reference(problem);
        run.forward(nudge);
        return run.loss();
    }

    private void forward(Nudge nudge) {
        Map<String, double[][]> states = problem.initial();
        for (int t = 0; t < problem.steps(); t++) {
            Map<String, double[][]> names = new HashMap<>(problem.parameters());
            names.putAll(states);
            names.put(Cell.INPUT, at(problem.input(), t));
            for (Assignment line : cell.lines()) {
                define(line, names, t, nudge);
            }
            steps.add(names);
            Map<String, double[][]> next = new HashMap<>();
            cell.states().forEach(state -> next.put(state, value(names, Cell.after(state))));
            states = next;
        }
    }

    private void define(Assignment line, Map<String, double[][]> names, int t, Nudge nudge) {
        String pre = Cell.unprimed(line.name()) + ".pre";
        if (isMadeByTheCell(pre, line.name())) {
            put(pre, Interpreter.value(Names.operands(line.expression()).getFirst(), names), names, t, nudge);
            Expression activation = cell.statements().stream()
                    .filter(statement -> statement.name().equals(line.name()))
                    .findFirst()
                    .orElseThrow()
                    .expression();
            put(line.name(), Interpreter.value(activation, names), names, t, nudge);
        } else {
            put(line.name(), Interpreter.value(line.expression(), names), names, t, nudge);
        }
    }

    /** True where the statement {@code pre} stands directly before that of the line, which is none of the user's. */
    private boolean isMadeByTheCell(String pre, String line) {
        List<String> statements =
                cell.statements().stream().map(Assignment::name).toList();
        int index = statements.indexOf(line);
        return index > 0
                && statements.get(index - 1).equals(pre)
                && cell.lines().stream().noneMatch(l -> l.name().equals(pre));
    }

    private void put(String name, double[][] value, Map<String, double[][]> names, int t, Nudge nudge) {
        double[][] whole = Interpreter.both(value, zeros(name), Double::sum); // a row becomes one row a sequence
        if (nudge.quantity().equals(name) && nudge.step() == t) {
            whole[nudge.sequence()][nudge.column()] += nudge.amount();
        }
        names.put(name, whole);
    }

    private double loss() {
        double loss = 0;
        for (int t = 0; t < problem.steps(); t++) {
            loss += dot(value(steps.get(t), Cell.after(cell.output())), at(problem.upstream(), t));
        }
        for (String state : cell.states()) {
            loss += dot(value(steps.getLast(), Cell.after(state)), value(problem.last(), state));
        }
        return loss;
    }

    private Result backward() {
        Map<String, double[][]> shared = new LinkedHashMap<>();
        problem.parameters().forEach((name, value) -> shared.put(name, new double[value.length][value[0].length]));
        List<Map<String, double[][]>> gradients = new ArrayList<>();
        Map<String, double[][]> arriving = problem.last();
        for (int t = problem.steps() - 1; t >= 0; t--) {
            Map<String, double[][]> own = backward(t, arriving, shared);
            gradients.addFirst(own);
            Map<String, double[][]> next = new HashMap<>();
            cell.states().forEach(state -> next.put(state, value(own, state)));
            arriving = next;
        }
        return new Result(quantities(steps), quantities(gradients), shared, series(gradients, Cell.INPUT), arriving);
    }

    /** One step: the gradient of every quantity of the cell; parameters' are added to {@code shared}. */
    private Map<String, double[][]> backward(int t, Map<String, double[][]> arriving, Map<String, double[][]> shared) {
        Map<String, double[][]> own = new HashMap<>();
        cell.widths().keySet().forEach(name -> own.put(name, zeros(name)));
        for (Adjoint adjoint : cell.adjoints()) {
            Map<String, double[][]> names = new HashMap<>(steps.get(t));
            own.forEach((name, gradient) -> names.put(Cell.gradient(name), gradient));
            arriving.forEach((state, gradient) -> names.put(Cell.gradient(state) + "[t+1]", gradient));
            names.put(Arrivals.UPSTREAM.text(), at(problem.upstream(), t));
            Map<String, double[][]> home = shared.containsKey(adjoint.target()) ? shared : own;
            double[][] before = value(home, adjoint.target());
            double[][] share = Interpreter.value(adjoint.share(), names);
            if (share.length != before.length || share[0].length != before[0].length) {
                throw new IllegalStateException("the share of “" + adjoint + "” is not shaped like its target");
            }
            home.put(adjoint.target(), Interpreter.both(before, share, Double::sum));
        }
        return own;
    }

    private Map<String, double[][][]> quantities(List<Map<String, double[][]>> series) {
        Map<String, double[][][]> quantities = new LinkedHashMap<>();
        cell.statements().forEach(statement -> quantities.put(statement.name(), series(series, statement.name())));
        return quantities;
    }

    private double[][][] series(List<Map<String, double[][]>> series, String name) {
        double[][][] whole = new double[problem.batch()][series.size()][];
        for (int n = 0; n < problem.batch(); n++) {
            for (int t = 0; t < series.size(); t++) {
                whole[n][t] = value(series.get(t), name)[n].clone();
            }
        }
        return whole;
    }

    private double[][] zeros(String quantity) {
        var width = cell.widths().get(quantity);
        if (width == null) {
            throw new IllegalStateException("the cell tells no width of " + quantity);
        }
        return new double[problem.batch()][problem.size(width)];
    }

    private static double[][] value(Map<String, double[][]> names, String name) {
        double[][] value = names.get(name);
        if (value == null) {
            throw new IllegalStateException("nothing is called " + name);
        }
        return value;
    }

    /** All sequences of a batch at one time. */
    private static double[][] at(double[][][] series, int t) {
        double[][] rows = new double[series.length][];
        for (int n = 0; n < series.length; n++) {
            rows[n] = series[n][t];
        }
        return rows;
    }

    private static double dot(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                sum += a[i][j] * b[i][j];
            }
        }
        return sum;
    }
}
