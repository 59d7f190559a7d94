package org.gatescope.engine.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.lesson.Example;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NextStatesTest {
    /** From where the run itself was, a step leads to where the run went; in every part, state, sequence and step. */
    @ParameterizedTest
    @EnumSource(Example.class)
    void fromTheRunsOwnPlaceItGoesWhereTheRunGoes(Example example) {
        Session session = example.session().withMistakes(Session.NO_MISTAKES);
        Run run = Run.of(session);
        NetworkInputs inputs = session.inputs();
        for (Part part : session.network().parts()) {
            NextStates next = new NextStates(session.network(), inputs, run.trace(), part.key(), 2);
            for (String state : part.layer().cell().states()) {
                for (int n = 0; n < session.batch(); n++) {
                    for (int t = 0; t < session.lengths().get(n); t++) {
                        double[] before =
                                run.trace().part(part.key()).value(state).row(t, n);
                        double[] elsewhere = new double[before.length];
                        Matrix after = next.from(n, t, state, Matrix.of(new double[][] {before, elsewhere}));
                        for (int unit = 0; unit < before.length; unit++) {
                            assertThat(after.get(0, unit))
                                    .isCloseTo(
                                            run.trace()
                                                    .part(part.key())
                                                    .value(state + "'")
                                                    .at(t, n, unit),
                                            within(1e-12));
                        }
                    }
                }
            }
        }
    }

    /** A step of the tanh cell from elsewhere, by hand. */
    @Test
    void fromElsewhereItIsTheEquation() {
        Session session = Example.SMALL_SEQUENCE.session();
        Run run = Run.of(session);
        NextStates next = new NextStates(session.network(), session.inputs(), run.trace(), "0.forward", 1);
        Matrix from = Matrix.row(0.1, -0.2, 0.3, 0.5);
        Matrix after = next.from(0, 1, "h", from);
        for (int unit = 0; unit < 4; unit++) {
            double sum = session.table(new TableId.Parameter("0.forward.b.h")).get(0, unit);
            for (int d = 0; d < 2; d++) {
                sum += session.numbers().input().get(1, d)
                        * session.table(new TableId.Parameter("0.forward.Wx.h")).get(d, unit);
            }
            for (int h = 0; h < 4; h++) {
                sum += from.get(0, h)
                        * session.table(new TableId.Parameter("0.forward.Wh.h")).get(h, unit);
            }
            assertThat(after.get(0, unit)).isCloseTo(Math.tanh(sum), within(1e-12));
        }
    }
}
