package org.gatescope.engine;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.engine.plan.Plan;
import org.gatescope.engine.product.MatrixProduct;
import org.gatescope.engine.program.Instruction;
import org.gatescope.engine.program.Section;

/**
 * What matrix products take of a run.
 *
 * @param share     of the run's time
 * @param gigaflops multiplications and additions, 10⁹ a second
 */
public record ProductTimes(double share, double gigaflops) {

    /** Measures a plan, whose products are timed from now on. @param seconds of warming up, and as many of measuring */
    public static ProductTimes of(Plan plan, LayerInputs inputs, int seconds) {
        List<Timed> products = new ArrayList<>();
        for (Section section : Section.values()) {
            List<Instruction> instructions = plan.program().instructions(section);
            for (int i = 0; i < instructions.size(); i++) {
                if (instructions.get(i) instanceof MatrixProduct product) {
                    Timed timed = new Timed(product);
                    products.add(timed);
                    instructions.set(i, timed);
                }
            }
        }
        measure(plan, inputs, products, seconds);
        return measure(plan, inputs, products, seconds);
    }

    private static ProductTimes measure(Plan plan, LayerInputs inputs, List<Timed> products, int seconds) {
        products.forEach(Timed::clear);
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            plan.reuse(plan.run(inputs));
        }
        long whole = System.nanoTime() - start;
        long nanos = products.stream().mapToLong(timed -> timed.nanos).sum();
        long flops = products.stream().mapToLong(timed -> timed.flops).sum();
        return new ProductTimes((double) nanos / whole, (double) flops / nanos);
    }

    private static final class Timed implements Instruction {
        private final MatrixProduct product;
        private long nanos;
        private long flops;

        Timed(MatrixProduct product) {
            this.product = product;
        }

        void clear() {
            nanos = 0;
            flops = 0;
        }

        @Override
        public void run(int t) {
            long start = System.nanoTime();
            product.run(t);
            nanos += System.nanoTime() - start;
            flops += 2 * product.multiplications();
        }
    }
}
