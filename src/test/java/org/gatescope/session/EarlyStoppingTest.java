package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.Curve;
import org.gatescope.engine.training.EarlyStopping;
import org.gatescope.engine.training.LearningRate;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.Training;
import org.gatescope.engine.training.TrainingProgress;
import org.gatescope.lesson.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run ends where Keras' callback ends it, worked out from the curve of the same run without it. */
class EarlyStoppingTest {
    private static final int EPOCHS = 60;

    private final Session task = Task.DELAYED_RECALL
            .session(2)
            .withTraining(new Training(
                    new Optimizer.Sgd(0.9, false), new LearningRate.Constant(3), new Clipping.ByNorm(1), 0, EPOCHS));

    private static Trainer run(Session session) {
        Workbench workbench = new Workbench(session, Runnable::run, Runnable::run);
        Trainer trainer = new Trainer(workbench, Runnable::run);
        trainer.start();
        trainer.follow();
        return trainer;
    }

    private static TrainingProgress progress(Trainer trainer) {
        return trainer.progress().get().orElseThrow();
    }

    /** on_epoch_end of Keras' EarlyStopping, written down once more. */
    private static int stopsAfter(List<Double> losses, int patience, double delta) {
        double best = Double.POSITIVE_INFINITY;
        int wait = 0;
        for (int epoch = 1; epoch <= losses.size(); epoch++) {
            wait++;
            if (losses.get(epoch - 1) < best - delta) {
                best = losses.get(epoch - 1);
                wait = 0;
            }
            if (wait >= patience) {
                return epoch;
            }
        }
        return losses.size();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "3, 0.01", "5, 0.1", "1, 10", "1000, 0"})
    void itEndsWhereTheCallbackDoes(int patience, double delta) {
        List<Double> losses = new ArrayList<>();
        for (Curve.Point point : progress(run(task)).curve().points()) {
            losses.add(Double.isNaN(point.testLoss()) ? point.loss() : point.testLoss());
        }
        assertThat(losses).hasSize(EPOCHS);
        Session stopping = task.withTraining(task.training().with(new EarlyStopping(patience, delta)));
        Trainer trainer = run(stopping);
        int end = stopsAfter(losses, patience, delta);
        assertThat(progress(trainer).snapshot().epoch()).isEqualTo(end);
        assertThat(progress(trainer).state()).isEqualTo(TrainingProgress.State.FINISHED);
        trainer.start();
        trainer.step();
        assertThat(progress(trainer).snapshot().epoch()).as("there is no more").isEqualTo(end);
        if (end > 1) {
            trainer.goTo(end - 1);
            assertThat(progress(trainer).snapshot().epoch()).isEqualTo(end - 1);
            trainer.start();
            assertThat(progress(trainer).snapshot().epoch()).isEqualTo(end);
        }
    }

    @Test
    void whatCannotBe() {
        assertThatThrownBy(() -> new EarlyStopping(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EarlyStopping(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
