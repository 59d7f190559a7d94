package org.gatescope.bench;

import java.util.concurrent.TimeUnit;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.LayerInputs;
import org.gatescope.engine.Sizes;
import org.gatescope.engine.Trace;
import org.gatescope.engine.plan.Plan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Forward and backward with everything recorded, T = 100, D = H, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EngineBenchmark {
    static final int STEPS = 100;

    @Param({"lstm", "gru"})
    public String cell = "lstm";

    /** N/H */
    @Param({"1/64", "1/256", "32/64", "32/256"})
    public String size = "1/64";

    private Plan plan;
    private LayerInputs inputs;

    @Setup
    public void compile() {
        plan = plan(cell, size);
        inputs = Inputs.of(plan.cell(), plan.sizes());
    }

    @Benchmark
    public double run() {
        Trace trace = plan.run(inputs);
        double figure = trace.gradient(Cell.INPUT).at(0, 0, 0);
        plan.reuse(trace);
        return figure;
    }

    static Plan plan(String cell, String size) {
        Cell equations = BuiltInCells.cell(cell);
        int slash = size.indexOf('/');
        int batch = Integer.parseInt(size.substring(0, slash));
        int hidden = Integer.parseInt(size.substring(slash + 1));
        return Plan.of(equations, new Sizes(batch, STEPS, hidden, hidden));
    }
}
