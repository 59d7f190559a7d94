package org.gatescope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.plan.Plan;
import org.gatescope.engine.product.MatrixProduct;
import org.gatescope.engine.program.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Cells are compiled, not interpreted: products that share an operand are one, and those of the input are one for all steps. */
class StackingTest {
    private static final String TYPED = """
            state s, m
            u  = tanh(x @ A.u + s @ B.u + m @ C.u)
            v  = sigmoid(x @ A.v + s @ B.v + m @ C.v + c)
            m' = v * m + (1 - v) * u
            s' = tanh(m' @ E)
            """;

    /** Products once for all steps of the input, per step forward and back, for d.x, and for the parameters. */
    record Products(long series, long forward, long backward, long afterwards, long parameters) {
        static Products of(Plan plan) {
            return new Products(
                    count(plan, Section.SERIES),
                    count(plan, Section.FORWARD),
                    count(plan, Section.BACKWARD),
                    count(plan, Section.AFTERWARDS),
                    count(plan, Section.FINAL));
        }
    }

    static Stream<Arguments> cells() {
        Products oneOperand = new Products(1, 1, 1, 1, 2); // h alone is multiplied within the step
        Products twoOperands = new Products(1, 2, 2, 1, 3); // h and r * h
        Products inputAlone = new Products(1, 0, 0, 1, 1);
        Map<String, Products> others = Map.of(
                "lstm-projection", twoOperands,
                "rnn-low-rank", twoOperands,
                "jordan", twoOperands, // y and h
                "gru-reset-before", twoOperands,
                "gru-chung", twoOperands,
                "minimal-gated", twoOperands,
                "min-gru", inputAlone,
                "min-lstm", inputAlone);
        Stream<Arguments> builtIn = BuiltInCells.names().stream()
                .map(name -> Arguments.of(name, BuiltInCells.cell(name), others.getOrDefault(name, oneOperand)));
        // s, m and m' are
        Arguments typed = Arguments.of("typed", Cell.parse(TYPED), new Products(1, 3, 3, 1, 4));
        return Stream.concat(builtIn, Stream.of(typed));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void thereIsOneProductForEachOperand(String name, Cell cell, Products expected) {
        assertThat(Products.of(Plan.of(cell, new Sizes(2, 5, 3, 4)))).isEqualTo(expected);
    }

    @Test
    void theNumberOfInstructionsDependsOnTheEquationsAlone() {
        Cell cell = BuiltInCells.cell("lstm");
        assertThat(instructions(Plan.of(cell, new Sizes(1, 1, 1, 1))))
                .isEqualTo(instructions(Plan.of(cell, new Sizes(4, 1000, 30, 60))));
    }

    @Test
    void whatDependsOnTheInputAloneIsNotDoneStepByStep() {
        Cell cell = Cell.parse("state h\na = tanh(x @ U + b) * 2\nh' = h * W0 + a");
        Plan plan = Plan.of(cell, new Sizes(1, 5, 2, 2));
        assertThat(plan.program().instructions(Section.FORWARD))
                .as("h * W0, + a")
                .hasSize(2);
        assertThat(count(plan, Section.BACKWARD)).isZero();
    }

    @Test
    void gatesAreNotComputedAgainInTheBackwardPass() {
        Plan plan = Plan.of(Cell.parse("state h\nh' = sigmoid(h @ W) * tanh(h @ U)"), new Sizes(1, 3, 2, 2));
        assertThat(count(plan, Section.FORWARD)).isEqualTo(1);
        assertThat(count(plan, Section.BACKWARD)).isEqualTo(1);
    }

    private static List<Integer> instructions(Plan plan) {
        return Arrays.stream(Section.values())
                .map(section -> plan.program().instructions(section).size())
                .toList();
    }

    private static long count(Plan plan, Section section) {
        return plan.program().instructions(section).stream()
                .filter(MatrixProduct.class::isInstance)
                .count();
    }
}
