package org.gatescope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.reference.NetworkProblem;
import org.gatescope.reference.RandomNetworks;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run takes no table of another shape than its network asks for, and says which it was and both shapes. */
@Execution(ExecutionMode.CONCURRENT)
class ShapesTest {
    /** One table of the inputs, and the inputs with another in its place. */
    private record Place(String name, Matrix table, Change with) {}

    private interface Change {
        NetworkInputs to(Matrix table);
    }

    static Stream<NetworkProblem> problems() {
        return LongStream.range(0, 40).mapToObj(RandomNetworks::any);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void aTableOfAnotherShapeIsNamedWithBothShapes(NetworkProblem problem) {
        for (Place place : places(problem)) {
            Matrix table = place.table();
            for (Matrix other : List.of(
                    table.resized(table.rows() + 1, table.columns()),
                    table.resized(table.rows() + 1, table.columns() + 1),
                    Matrix.zeros(table.columns() + 1, table.rows() + 2))) {
                NetworkInputs wrong = place.with().to(other);
                assertThatIllegalArgumentException()
                        .as(place.name())
                        .isThrownBy(() -> wrong.check(problem.network(), problem.steps()))
                        .withMessageContainingAll(place.name(), shape(other), shape(table));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void aRowOfAnotherWidthIsRefusedUnlessThereIsNone(NetworkProblem problem) {
        for (Place place : places(problem)) {
            Matrix table = place.table();
            NetworkInputs wrong = place.with().to(table.resized(table.rows(), table.columns() + 1));
            if (table.rows() == 0) {
                wrong.check(problem.network(), problem.steps());
            } else {
                assertThatIllegalArgumentException()
                        .as(place.name())
                        .isThrownBy(() -> wrong.check(problem.network(), problem.steps()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void aPlanRefusesThemBeforeItComputes(NetworkProblem problem) {
        NetworkPlan plan = NetworkPlan.of(problem.network(), problem.batch(), problem.steps());
        NetworkTrace before = plan.run(problem.inputs());
        Map<String, Matrix> gradients = Map.copyOf(before.parameterGradients());
        for (Place place : places(problem)) {
            NetworkInputs wrong = place.with().to(Matrix.filled(place.table().rows() + 1, 7, 1));
            assertThatThrownBy(() -> plan.run(wrong)).as(place.name()).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(plan.run(problem.inputs()).parameterGradients()).isEqualTo(gradients);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void whatIsMissingIsNamed(NetworkProblem problem) {
        NetworkInputs inputs = problem.inputs();
        without(inputs.parameters(), less -> inputs.withParameters(less), problem);
        without(inputs.initialState(), less -> inputs.withInitialState(less), problem);
        without(inputs.finalState(), less -> inputs.withFinalState(less), problem);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void lengthsGoFromNoneToAllSteps(NetworkProblem problem) {
        for (int length : new int[] {-1, problem.steps() + 1}) {
            List<Integer> lengths = new ArrayList<>(problem.inputs().lengths());
            lengths.set(lengths.size() - 1, length);
            NetworkInputs wrong = problem.inputs().withLengths(lengths);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> wrong.check(problem.network(), problem.steps()))
                    .withMessageContainingAll(Integer.toString(length), Integer.toString(problem.steps()));
        }
    }

    private static void without(
            Map<String, Matrix> tables, Function<Map<String, Matrix>, NetworkInputs> with, NetworkProblem problem) {
        for (String name : tables.keySet()) {
            Map<String, Matrix> less = new HashMap<>(tables);
            less.remove(name);
            NetworkInputs wrong = with.apply(less);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> wrong.check(problem.network(), problem.steps()))
                    .withMessageContaining(name);
        }
    }

    private static String shape(Matrix table) {
        return table.rows() + " × " + table.columns();
    }

    private static List<Place> places(NetworkProblem problem) {
        NetworkInputs inputs = problem.inputs();
        List<Place> places = new ArrayList<>();
        places.add(new Place("input", inputs.input(), inputs::withInput));
        places.add(new Place("upstream", inputs.upstream(), inputs::withUpstream));
        inputs.parameters()
                .forEach((name, table) -> places.add(new Place(
                        name, table, other -> inputs.withParameters(replaced(inputs.parameters(), name, other)))));
        inputs.initialState()
                .forEach((name, table) -> places.add(new Place(
                        name, table, other -> inputs.withInitialState(replaced(inputs.initialState(), name, other)))));
        inputs.finalState()
                .forEach((name, table) -> places.add(new Place(
                        name, table, other -> inputs.withFinalState(replaced(inputs.finalState(), name, other)))));
        inputs.goal().ifPresent(goal -> {
            places.add(new Place(
                    "targets",
                    goal.targets(),
                    other -> inputs.withGoal(Optional.of(new Goal(goal.loss(), other, goal.weights())))));
            places.add(new Place(
                    "weights",
                    goal.weights(),
                    other -> inputs.withGoal(Optional.of(new Goal(goal.loss(), goal.targets(), other)))));
        });
        return places;
    }

    private static Map<String, Matrix> replaced(Map<String, Matrix> tables, String name, Matrix table) {
        Map<String, Matrix> changed = new LinkedHashMap<>(tables);
        changed.put(name, table);
        return changed;
    }
}
