package org.gatescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.ReadOut;
import org.gatescope.explain.Explanation;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.lesson.Example;
import org.gatescope.session.Run;
import org.gatescope.session.TableId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number as it is written on the command line. */
@Execution(ExecutionMode.CONCURRENT)
class NumberArgumentTest {
    private static final String PART = "0.forward";
    private static final Run RUN = Run.of(Example.SENTENCE.session());

    private static Optional<NumberId> read(String text) {
        return NumberArgument.read(text, RUN, PART, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"f[1,0]", "f[1, 0]", "d.f[1,0]", "c'[1,0]", "d.h'[1,0]", "f.pre[1,0]", "h[1,0]", "x[1,0]"})
    void aQuantityHasAStepAndAUnit(String text) {
        String name = text.substring(0, text.indexOf('['));
        assertThat(read(text)).contains(new OfStep(PART, name, 1, 0, 0));
    }

    @Test
    void aParameterHasARowAndAColumn() {
        TableId table = new TableId.Parameter(PART + ".Wh.f");
        assertThat(read("Wh.f[1,0]")).contains(new Given(table, 1, 0));
        assertThat(read("d.Wh.f[1,0]")).contains(new GradientOfGiven(table, 1, 0));
    }

    @Test
    void theSequenceIsTheOneAskedFor() {
        assertThat(NumberArgument.read("f[0,1]", RUN, PART, 3)).contains(new OfStep(PART, "f", 0, 3, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "f",
                "f[]",
                "f[1]",
                "f[1,]",
                "f[,1]",
                "f[1,2,3]",
                "f[-1,0]",
                "f[1.0,0]",
                "f[a,b]",
                "[1,0]",
                "f[1,0",
                "f1,0]",
                "f[1,0] ",
                " f[1,0]",
                "f[999,0]",
                "f[0,999]",
                "f[999999999,999999999]",
                "f[9999999999,0]",
                "Wh.f[999,0]",
                "Wh.f[0,999]",
                "d.Wh.f[999,0]",
                "nothing[0,0]",
                "d.nothing[0,0]",
                "d.[0,0]",
                "d.d.f[0,0]",
                "f''[0,0]",
                "Loss",
                "loss[0,0]",
                "f\n[0,0]",
                "\u0000[0,0]"
            })
    void anythingElseNamesNoNumber(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void textOfAnyLengthIsNoNumber() {
        assertThat(read("f".repeat(100_000) + "[0,0]")).isEmpty();
        assertThat(read("f[" + "1".repeat(100_000) + ",0]")).isEmpty();
        assertThat(read("[".repeat(100_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.forward", "", "forward", "0"})
    void aPartThatIsNotThereHasNone(String part) {
        assertThat(NumberArgument.read("f[0,0]", RUN, part, 0)).isEmpty();
        assertThat(NumberArgument.read("Wh.f[0,0]", RUN, part, 0)).isEmpty();
    }

    /** What is read can be opened, in every example; what cannot be opened is not read. */
    @ParameterizedTest
    @EnumSource
    void whatIsReadIsThere(Example example) {
        Run run = Run.of(example.session());
        Random random = new Random(7);
        String[] names = {"h'", "d.h'", "f", "z.pre", "x", "d.x", "Wh.f", "d.Wh.r", "W", "d.b", "E", "y", "loss", "d.E"
        };
        int read = 0;
        for (String part : new String[] {PART, "0.backward", "1.forward", ReadOut.KEY, Embedding.KEY}) {
            for (String name : names) {
                String text = name + "[" + random.nextInt(3) + "," + random.nextInt(3) + "]";
                Optional<NumberId> id = NumberArgument.read(text, run, part, 0);
                if (id.isPresent()) {
                    assertThat(Explanation.of(run, id.get()))
                            .as("%s of %s", text, part)
                            .isPresent();
                    read++;
                }
            }
        }
        assertThat(read).isPositive();
        assertThat(NumberArgument.read("loss", run, PART, 0).isPresent())
                .isEqualTo(run.session().objective().isPresent());
    }
}
