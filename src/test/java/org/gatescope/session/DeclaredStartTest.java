package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Sizes;
import org.gatescope.engine.training.Framework;
import org.gatescope.engine.training.Initialiser;
import org.gatescope.engine.training.Initialiser.Distribution;
import org.gatescope.engine.training.Initialiser.Kind;
import org.gatescope.engine.training.LibraryStart;
import org.gatescope.lesson.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a cell declares of how a parameter starts, in sessions that begin, grow and change. */
final class DeclaredStartTest {
    private static final String SIGNED = "state h\nfixed d(H) = signs(0.8)\nh' = tanh(x @ W + (h * d) @ U + b)";
    private static final Matrix FOUR_OF_FIVE = Matrix.row(1, 1, 1, 1, -1);

    private static Session zeros(String cell) {
        return Session.zeros("", Cell.parse(cell), 1, 2, 3, 5);
    }

    private static Session withCell(Session session, String cell) {
        return OneLayer.withCell(session, Cell.parse(cell)).change().session();
    }

    private static Session withUnits(Session session, int hidden) {
        return OneLayer.resized(session, new Sizes(1, 2, 3, hidden));
    }

    private static Matrix signs(Session session) {
        return session.table(OneLayer.parameter("d"));
    }

    @Test
    void aNewSessionHasIt() {
        assertThat(signs(zeros(SIGNED))).isEqualTo(FOUR_OF_FIVE);
    }

    static Stream<Function<Network, Map<String, Matrix>>> starts() {
        Distribution one = new Distribution(Kind.CONSTANT, 7);
        return Stream.of(
                new Initialiser(one, one, one, 7, 7, 1)::parameters,
                new LibraryStart(Framework.KERAS, 1)::parameters,
                new LibraryStart(Framework.PYTORCH, 1)::parameters);
    }

    @ParameterizedTest
    @MethodSource("starts")
    void initialisersLeaveIt(Function<Network, Map<String, Matrix>> start) {
        Layer both = new Layer(BuiltInCells.cell("rnn-dale"), 5, Layer.Directions.BOTH);
        Network network = new Network(3, List.of(both), Optional.empty());
        Map<String, Matrix> drawn = start.apply(network);
        assertThat(drawn.keySet()).isEqualTo(network.parameters().keySet());
        for (String part : List.of("0.forward", "0.backward")) {
            assertThat(drawn.get(part + ".d")).isEqualTo(FOUR_OF_FIVE);
            assertThat(drawn.get(part + ".α")).isEqualTo(Matrix.row(0.2));
            assertThat(drawn.get(part + ".Wh")).isNotEqualTo(Matrix.zeros(5, 5));
        }
    }

    @Test
    void aLayerThatGetsSuchACellHasIt() {
        Session five = withUnits(zeros("state h\nh' = tanh(x @ W + h @ U + b)"), 5);
        assertThat(signs(withCell(five, SIGNED))).isEqualTo(FOUR_OF_FIVE);
        Layer above = new Layer(Cell.parse(SIGNED), 5, Layer.Directions.FORWARD);
        Session deeper = Reshape.withNewLayer(Example.SENTENCE.session(), 1, above)
                .change()
                .session();
        assertThat(deeper.table(new TableId.Parameter("1.forward.d"))).isEqualTo(FOUR_OF_FIVE);
    }

    @Test
    void untouchedItFollowsTheLayersSizeAndItsDeclaration() {
        Session first = zeros(SIGNED);
        assertThat(signs(withUnits(first, 10))).isEqualTo(Matrix.row(1, 1, 1, 1, 1, 1, 1, 1, -1, -1));
        assertThat(signs(withUnits(first, 2))).isEqualTo(Matrix.row(1, 1));
        assertThat(signs(withCell(first, SIGNED.replace("0.8", "0.4")))).isEqualTo(Matrix.row(1, 1, -1, -1, -1));
        assertThat(signs(withCell(first, SIGNED.replace("signs(0.8)", "3")))).isEqualTo(Matrix.row(3, 3, 3, 3, 3));
    }

    @Test
    void numbersThatWereTypedOrTrainedAreKept() {
        Matrix own = Matrix.row(1, -1, 1, -1, 0.5);
        Session typed = zeros(SIGNED).with(OneLayer.parameter("d"), own);
        assertThat(signs(withCell(typed, SIGNED.replace("0.8", "0.4")))).isEqualTo(own);
        assertThat(signs(withUnits(typed, 6))).isEqualTo(Matrix.row(1, -1, 1, -1, 0.5, -1));
        String undeclared = SIGNED.replace(" = signs(0.8)", "");
        assertThat(signs(withCell(zeros(undeclared), SIGNED))).isEqualTo(Matrix.row(0, 0, 0, 0, 0));
        assertThat(signs(withCell(zeros(SIGNED), undeclared))).isEqualTo(FOUR_OF_FIVE);
    }

    /** Whatever the weights: a unit that excites raises no potential less, one that inhibits lowers none less. */
    @Test
    void whatLeavesAUnitUnderDalesLawHasItsSign() {
        Session drawn = OneLayer.drawn(BuiltInCells.cell("rnn-dale"), new Sizes(1, 1, 3, 5))
                .with(OneLayer.parameter("d"), FOUR_OF_FIVE)
                .with(OneLayer.parameter("α"), Matrix.row(0.2));
        double[] quiet = potentials(drawn, new double[5]);
        for (int unit = 0; unit < 5; unit++) {
            double[] one = new double[5];
            one[unit] = 10;
            double[] loud = potentials(drawn, one);
            for (int to = 0; to < 5; to++) {
                assertThat((loud[to] - quiet[to]) * FOUR_OF_FIVE.get(0, unit)).isGreaterThanOrEqualTo(-0.0);
            }
        }
    }

    private static double[] potentials(Session session, double[] rates) {
        return OneLayer.run(session.with(OneLayer.initialState("h"), Matrix.row(rates)))
                .value("v'")
                .row(0, 0);
    }
}
