package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.lesson.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What gradients that are not zeroed leave belongs to the network that they are of. */
@Execution(ExecutionMode.CONCURRENT)
class GradientsLeftTest {
    private final Workbench workbench = new Workbench(
            Example.THREE_SENTENCES.session().withMistake(Mistake.GRADIENTS_NOT_ZEROED, true),
            Runnable::run,
            Runnable::run);

    static Stream<String> changes() {
        return EveryChange.all().keySet().stream();
    }

    private Session trained() {
        Trainer trainer = new Trainer(workbench, Runnable::run);
        for (int update = 0; update < 3; update++) {
            trainer.step();
        }
        trainer.close();
        Session trained = workbench.session().get();
        assertThat(trained.mistakes().gradientsLeft()).isNotEmpty();
        return trained;
    }

    @ParameterizedTest
    @MethodSource("changes")
    void noneOfItReachesAnother(String change) {
        Session before = trained();
        workbench.edit(change, Objects.requireNonNull(EveryChange.all().get(change)));
        Session after = workbench.session().get();
        if (after.hasShapeOf(before)) {
            assertThat(after.mistakes().gradientsLeft())
                    .isEqualTo(before.mistakes().gradientsLeft());
        } else {
            assertThat(gradients(workbench.shown().get().run()))
                    .isEqualTo(
                            gradients(Run.of(after.withMistakes(after.mistakes().first()))));
        }
        workbench.undo();
        assertThat(workbench.session().get()).isSameAs(before);
    }

    private static Map<String, Matrix> gradients(Run run) {
        return run.trace().parameterGradients();
    }

    @Test
    void withoutTheMistakeItIsZeroed() {
        Session right = trained().withMistake(Mistake.GRADIENTS_NOT_ZEROED, false);
        assertThat(right.withMistake(Mistake.GRADIENTS_NOT_ZEROED, true)
                        .mistakes()
                        .gradientsLeft())
                .isEmpty();
    }
}
