package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Loss.Average;
import org.gatescope.engine.Loss.Kind;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.engine.Score;
import org.gatescope.engine.Series;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoresTest {
    /** States of tanh units: what is right depends on the loss they are trained with. */
    @ParameterizedTest
    @CsvSource({
        "MEAN_SQUARED, 1, 0.05, 1",
        "MEAN_SQUARED, 1, 0.2, 0",
        "MEAN_ABSOLUTE, 1, 0.05, 1",
        "HINGE, 9, 0, 1",
        "HINGE, -1, 0, 0"
    })
    void statesAreRightNearTheirTargetsOrWithTheHingeLossOnTheirSide(Kind kind, double scale, double off, int right) {
        Network network = new Network(
                2,
                List.of(DeepNetwork.layer("rnn-tanh", 3, Directions.FORWARD)),
                Optional.of(new ReadOut(3, false, Activation.STATES)));
        Session drawn = DeepNetwork.drawn(network, 2, List.of(2));
        Series states = DeepNetwork.run(drawn).output();
        Matrix last = Matrix.row(states.at(1, 0, 0), states.at(1, 0, 1), states.at(1, 0, 2));
        Session session = drawn.withObjective(wanted ->
                wanted.withLoss(new Loss(kind, Average.SUM)).withTargets(last.map(state -> scale * state + off)));
        Score score = Run.of(session).scores().orElseThrow().training();
        assertThat(score.right()).isEqualTo(right);
        assertThat(score.all()).isOne();
    }
}
