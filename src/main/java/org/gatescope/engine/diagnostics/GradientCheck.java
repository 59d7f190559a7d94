package org.gatescope.engine.diagnostics;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkOutcome;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.plan.NetworkPlan;

/**
 * Gradients of a run compared with central differences of forward passes, number by number. What is differentiated is
 * the read-out's loss + Σ upstream ⊙ output, where sequences are not over, + Σ final gradient ⊙ last state.
 *
 * @param tables of what was asked for: parameters, initial states, the input
 */
public record GradientCheck(List<CheckedTable> tables) {
    /** What the input's table is called. */
    public static final String INPUT = "x";

    public GradientCheck {
        tables = List.copyOf(tables);
    }

    /** How a number, a table or the whole came out, the best first. */
    public enum Verdict {
        /** Off by no more than {@link CheckedTable#TOLERANCE}. */
        AGREES,
        /** Off by no more than central differences may be themselves: near a kink as relu has it, or where they are NaN. */
        DOUBTFUL,
        /** It differs, as it must: the gradient is cut into chunks, and differences see across the cuts. */
        CUT,
        /** The gradient is wrong. */
        DIFFERS
    }

    /** Of all numbers of a run. */
    public static GradientCheck of(Network network, NetworkInputs inputs, Progress progress) {
        return of(network, inputs, name -> true, progress);
    }

    /**
     * Four forward passes for each number, twelve near a kink.
     *
     * @param names    tables to check: a parameter's or a state's full name, or {@link #INPUT}
     * @param progress told after each number
     * @throws org.gatescope.engine.TooLargeException     if a run does not fit into memory
     * @throws java.util.concurrent.CancellationException if stopped
     */
    public static GradientCheck of(Network network, NetworkInputs inputs, Predicate<String> names, Progress progress) {
        int batch = inputs.batch();
        int steps = batch == 0 ? 0 : inputs.input().rows() / batch;
        NetworkPlan plan = NetworkPlan.of(network, batch, steps);
        NetworkTrace trace = plan.run(inputs);
        return new GradientCheck(new DifferenceRuns(network, inputs, trace, plan::outcome, names, progress).tables());
    }

    /**
     * Checks gradients that were computed in another way.
     *
     * @param checked a run of these inputs, whose gradients are looked at
     * @param forward computes what is differentiated, from any inputs
     */
    public static GradientCheck of(
            Network network,
            NetworkInputs inputs,
            NetworkTrace checked,
            Function<NetworkInputs, NetworkOutcome> forward,
            Progress progress) {
        return new GradientCheck(
                new DifferenceRuns(network, inputs, checked, forward, name -> true, progress).tables());
    }

    /** The worst of all tables. */
    public Verdict verdict() {
        return tables.stream()
                .map(CheckedTable::verdict)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.AGREES);
    }

    /** A table with its worst number. */
    public record Worst(CheckedTable table, CheckedTable.Entry entry) {}

    /** The number with the worst verdict, of those the one of the largest difference; empty without numbers. */
    public Optional<Worst> worst() {
        return tables.stream()
                .flatMap(table -> table.worst().map(entry -> new Worst(table, entry)).stream())
                .max(Comparator.comparing(Worst::entry, CheckedTable.Entry.BEST_FIRST));
    }
}
