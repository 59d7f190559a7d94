package org.gatescope.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatescope.cell.Assignment;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.NetworkTrace.ReadOutTrace;
import org.gatescope.engine.Series;
import org.gatescope.engine.Trace;

/** Holds figures of networks against others: those of the scalar reference, or of another run. */
public final class NetworkAgreement {
    private final String network;
    private int figures;

    private NetworkAgreement(String network) {
        this.network = network;
    }

    /** Compares every figure of the engine's run with the scalar reference. @return how many there were */
    public static int check(NetworkProblem problem) {
        NetworkAgreement agreement = new NetworkAgreement(described(problem));
        NetworkTrace trace = problem.run();
        NetworkReference.Result expected = NetworkReference.run(problem);
        agreement.over("output", trace.output(), expected.output());
        agreement.gradientsOver("d.x", trace.inputGradient(), expected.input());
        assertThat(trace.parameterGradients())
                .containsOnlyKeys(expected.parameters().keySet());
        expected.parameters().forEach((name, table) -> {
            Matrix gradient = trace.parameterGradient(name);
            agreement.table("d." + name, gradient, table);
        });
        problem.network().parts().forEach(part -> agreement.part(problem, part, trace.part(part.key()), expected));
        trace.readOut().ifPresent(readOut -> agreement.readOut(problem, readOut, expected.readOut()));
        return agreement.figures;
    }

    /** Compares tables by name. */
    public static void close(String network, Map<String, Matrix> actual, Map<String, Matrix> expected) {
        assertThat(actual).as(network).containsOnlyKeys(expected.keySet());
        NetworkAgreement agreement = new NetworkAgreement(network);
        expected.forEach((name, table) -> agreement.matrices(name, actual.getOrDefault(name, table), table));
    }

    /** Compares single figures. */
    public static void close(String network, String place, double actual, double expected) {
        new NetworkAgreement(network).number(place, actual, expected, true);
    }

    /** A network in words, for whoever has to find out what is wrong with it. */
    public static String described(NetworkProblem problem) {
        List<String> layers = new ArrayList<>();
        problem.network()
                .layers()
                .forEach(layer -> layers.add(layer.directions() + " " + layer.outputs() + "\n"
                        + layer.cell().source()));
        return "inputs " + problem.network().inputs() + ", " + problem.network().embedding() + ", "
                + problem.network().readOut() + ", "
                + problem.inputs().goal().map(goal -> goal.loss().toString()).orElse("no goal") + ", batch "
                + problem.batch() + ", steps " + problem.steps() + ", lengths "
                + problem.inputs().mask() + ", " + problem.inputs().truncation() + "\n"
                + String.join("\n", layers);
    }

    private void part(NetworkProblem problem, Part part, Trace trace, NetworkReference.Result expected) {
        for (String state : part.layer().cell().states()) {
            String name = part.key() + "." + state;
            Matrix last = trace.finalStates().getOrDefault(state, Matrix.zeros(0, 0));
            Scalar[][] lastExpected = expected.last().getOrDefault(name, new Scalar[0][]);
            Scalar[][] initial = expected.initial().getOrDefault(name, new Scalar[0][]);
            Matrix gradient = trace.initialStateGradient(state);
            for (int n = 0; n < problem.batch(); n++) {
                for (int unit = 0; unit < part.layer().width(state); unit++) {
                    String place = name + "[n=" + n + ", " + unit + "]";
                    number("last " + place, last.get(n, unit), lastExpected[n][unit].value(), false);
                    number("d. first " + place, gradient.get(n, unit), initial[n][unit].gradient(), true);
                }
            }
        }
        for (Assignment line : part.layer().cell().lines()) {
            Scalar[][][] numbers = expected.quantities().get(part.key() + "." + line.name());
            if (numbers != null) {
                String name = part.key() + "." + line.name();
                over(name, trace.value(line.name()), numbers);
                gradientsOver("d. " + name, trace.gradient(line.name()), numbers);
            }
        }
    }

    private void readOut(NetworkProblem problem, ReadOutTrace actual, NetworkReferenceLoss expected) {
        assertThat(actual.logits().steps() * problem.batch())
                .isEqualTo(expected.logits().size());
        number("loss", actual.loss(), expected.loss().value(), false);
        for (int row = 0; row < expected.logits().size(); row++) {
            int t = row / problem.batch();
            int n = row % problem.batch();
            for (int k = 0; k < actual.logits().width(); k++) {
                Scalar logit = expected.logits().get(row)[k];
                String place = "[n=" + n + ", t=" + t + ", " + k + "]";
                number("logits" + place, actual.logits().at(t, n, k), logit.value(), false);
                number("d.logits" + place, actual.gradient().at(t, n, k), logit.gradient(), true);
                double output = expected.outputs().get(row)[k].value();
                number("outputs" + place, actual.outputs().at(t, n, k), output, false);
            }
            boolean counts = problem.inputs().goal().isPresent()
                    && problem.inputs().goal().get().weights().get(row, 0) != 0;
            number(
                    "losses[n=" + n + ", t=" + t + "]",
                    actual.losses().at(t, n, 0),
                    counts ? expected.losses().get(row).value() : 0,
                    false);
        }
    }

    private void over(String name, Series actual, Scalar[][][] expected) {
        series(name, actual, expected, false);
    }

    private void gradientsOver(String name, Series actual, Scalar[][][] expected) {
        series(name, actual, expected, true);
    }

    /** Where a sequence is over there is nothing to compare with. */
    private void series(String name, Series actual, Scalar[][][] expected, boolean isGradient) {
        assertThat(actual.batch()).as(name).isEqualTo(expected.length);
        for (int n = 0; n < expected.length; n++) {
            assertThat(actual.steps()).as(name).isEqualTo(expected[n].length);
            for (int t = 0; t < expected[n].length; t++) {
                for (int unit = 0; expected[n][t] != null && unit < expected[n][t].length; unit++) {
                    Scalar number = expected[n][t][unit];
                    String place = name + "[n=" + n + ", t=" + t + ", " + unit + "]";
                    double figure = isGradient ? number.gradient() : number.value();
                    number(place, actual.at(t, n, unit), figure, isGradient);
                }
            }
        }
    }

    private void table(String name, Matrix actual, Scalar[][] expected) {
        assertThat(actual.rows()).as(name).isEqualTo(expected.length);
        for (int row = 0; row < expected.length; row++) {
            assertThat(actual.columns()).as(name).isEqualTo(expected[row].length);
            for (int column = 0; column < expected[row].length; column++) {
                number(
                        name + "[" + row + ", " + column + "]",
                        actual.get(row, column),
                        expected[row][column].gradient(),
                        true);
            }
        }
    }

    private void matrices(String name, Matrix actual, Matrix expected) {
        assertThat(actual.rows()).as(name).isEqualTo(expected.rows());
        for (int row = 0; row < expected.rows(); row++) {
            assertThat(actual.columns()).as(name).isEqualTo(expected.columns());
            for (int column = 0; column < expected.columns(); column++) {
                number(
                        name + "[" + row + ", " + column + "]",
                        actual.get(row, column),
                        expected.get(row, column),
                        true);
            }
        }
    }

    private void number(String place, double actual, double expected, boolean isGradient) {
        figures++;
        if (!(Math.abs(actual - expected) <= FigureAgreement.tolerance(expected, isGradient))) {
            throw new AssertionError(place + " is " + actual + ", expected " + expected + " in\n" + network);
        }
    }
}
