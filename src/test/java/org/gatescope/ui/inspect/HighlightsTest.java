package org.gatescope.ui.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.gatescope.explain.Explanation;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.lesson.Example;
import org.gatescope.session.Run;
import org.gatescope.session.TableId;
import org.junit.jupiter.api.Test;

/** Three layers, of which the lower two read both ways, over an embedding. */
class HighlightsTest {
    private static final Run RUN = Run.of(Example.THREE_SENTENCES.session());

    private static Set<NumberId> lit(NumberId id) {
        return Highlights.of(RUN, Explanation.of(RUN, id).orElseThrow());
    }

    @Test
    void whatALayerReadsIsLitWhereItIsComputedAndWhereItIsRead() {
        assertThat(lit(new OfStep("1.forward", "z.pre", 2, 0, 1)))
                .contains(
                        new OfStep("0.forward", "h'", 2, 0, 4),
                        new OfStep("0.backward", "h'", 2, 0, 0),
                        new OfStep("1.forward", "x", 2, 0, 4),
                        new OfStep("1.forward", "x", 2, 0, 5),
                        new OfStep("1.forward", "h'", 1, 0, 0));
    }

    @Test
    void theStateBeforeIsNoInput() {
        assertThat(lit(new OfStep("0.backward", "h'", 2, 0, 1)))
                .doesNotContain(new OfStep("1.forward", "x", 2, 0, 6))
                .noneMatch(id -> id instanceof OfStep at && at.part().startsWith("1."));
    }

    @Test
    void aGivenNumberHasNoSources() {
        assertThat(lit(new Given(new TableId.Parameter("0.forward.Wx.f"), 0, 0)))
                .isEmpty();
    }
}
