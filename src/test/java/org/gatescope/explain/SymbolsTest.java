package org.gatescope.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatescope.engine.FullName;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.lesson.Example;
import org.gatescope.picture.FormulaText;
import org.gatescope.session.Run;
import org.gatescope.session.TableId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What numbers are called, wherever they are named. */
class SymbolsTest {
    private static final String PART = "0.forward";

    private final Run run = Run.of(Example.SENTENCE.session());

    private Explanation explain(NumberId id) {
        return Explanation.of(run, id).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wx.f", "Wh.o", "b.g"})
    void aStepsShareOfAGradientKeepsItsNameWhenItIsOpened(String parameter) {
        TableId table = new TableId.Parameter(
                new FullName(run.session().network().parts().getFirst().parameterKey(), parameter));
        List<Term> shares = explain(new GradientOfGiven(table, 0, 1)).terms();
        assertThat(shares).hasSize(run.session().steps());
        for (Term share : shares) {
            Factor factor = share.factors().getFirst();
            assertThat(explain(factor.opens().orElseThrow()).symbol()).isEqualTo(factor.symbol());
        }
    }

    /** The step says which of two states is meant. */
    @ParameterizedTest
    @ValueSource(strings = {"h'", "c'", "d.h'", "d.c'"})
    void whatHasAStepHasNoPrime(String name) {
        for (int step = 0; step < run.session().steps(); step++) {
            Explanation explanation = explain(new OfStep(PART, name, step, 0, 1));
            assertThat(FormulaText.of(explanation.symbol())).doesNotContain("′");
            explanation
                    .groups()
                    .forEach(group -> assertThat(FormulaText.of(group.symbol())).doesNotContain("′"));
        }
    }

    /** ∂c of step 2 is not what step 3 adds to it. */
    @Test
    void aGradientAndWhatTheNextStepAddsToItAreTold() {
        Explanation whole = explain(new OfStep(PART, "d.c'", 2, 0, 1));
        Explanation share = explain(new OfStep(PART, "d.c", 3, 0, 1));
        Explanation state = explain(new OfStep(PART, "c'", 2, 0, 1));
        assertThat(whole.symbol()).isNotEqualTo(share.symbol());
        assertThat(whole.groups().getFirst().symbol()).isEqualTo(share.symbol());
        assertThat(explain(new OfStep(PART, "c", 3, 0, 1)).symbol()).isEqualTo(state.symbol());
    }
}
