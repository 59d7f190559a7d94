package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.lesson.Task;
import org.junit.jupiter.api.Test;

/** What is held stays to the bit, whatever else is trained; what is learnt of a state is one row for all sequences. */
class HeldParametersTest {
    private static final Session TASK = Task.DELAYED_RECALL.session(2);

    private static Session trained(Session session, int updates) {
        MistakenTraining training = new MistakenTraining(session, session.training());
        Snapshot now = training.first();
        for (int i = 0; i < updates; i++) {
            now = training.next(now);
        }
        return training.at(now);
    }

    private static Session holding(Set<String> held) {
        return TASK.withTraining(TASK.training().holding(held));
    }

    @Test
    void whatIsHeldStaysAndAllElseMoves() {
        Set<String> held = Set.of("dense.W", "0.forward.b.f");
        Map<String, Matrix> after = trained(holding(held), 3).numbers().parameters();
        TASK.numbers().parameters().forEach((name, table) -> {
            if (held.contains(name)) {
                assertThat(after).as(name).containsEntry(name, table);
            } else {
                assertThat(after.get(name)).as(name).isNotEqualTo(table);
            }
        });
    }

    @Test
    void whereAllIsHeldNothingMoves() {
        Session all = holding(TASK.numbers().parameters().keySet());
        assertThat(trained(all, 3)).isEqualTo(all);
    }

    @Test
    void aLearntStateIsOneRowForAllSequences() {
        String state = "0.forward.h";
        Session learning = TASK.withTraining(TASK.training().learning(Set.of(state)));
        Map<String, Matrix> after = trained(learning, 3).numbers().initialState();
        Matrix learnt = after.getOrDefault(state, Matrix.zeros(0, 0));
        Matrix first = learnt.rows(0, 1, 1);
        assertThat(first.sumOfSquares()).isPositive();
        assertThat(learnt).isEqualTo(first.rearranged(TASK.batch(), first.columns(), row -> 0));
        assertThat(trained(learning, 3).numbers().parameters().keySet())
                .isEqualTo(TASK.numbers().parameters().keySet());
        after.forEach((name, table) -> {
            if (!name.equals(state)) {
                assertThat(table.sumOfSquares()).as(name).isZero();
            }
        });
    }

    @Test
    void namesFollowTheirLayers() {
        Session held = TASK.withTraining(TASK.training()
                .holding(Set.of("0.forward.Wh." + gate(), "dense.b"))
                .learning(Set.of("0.forward.h")));
        Layer below = new Layer(BuiltInCells.cell("rnn-tanh"), 3, Layer.Directions.FORWARD);
        Session deeper = Reshape.withNewLayer(held, 0, below).change().session();
        assertThat(deeper.training().held()).containsExactlyInAnyOrder("1.forward.Wh." + gate(), "dense.b");
        assertThat(deeper.training().learnt()).containsExactly("1.forward.h");
        Session plain = Reshape.withReadOut(held, Optional.empty()).change().session();
        assertThat(plain.training().held()).containsExactly("0.forward.Wh." + gate());
    }

    private static String gate() {
        return List.copyOf(
                        TASK.network().layers().getFirst().cell().parameters().keySet())
                .stream()
                .filter(name -> name.startsWith("Wh."))
                .findFirst()
                .orElseThrow()
                .substring(3);
    }
}
