package org.gatescope.ui.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatescope.cell.Book;
import org.gatescope.cell.Convention;
import org.gatescope.cell.Notation;
import org.gatescope.engine.PartKey;
import org.gatescope.lesson.Example;
import org.gatescope.session.Run;
import org.junit.jupiter.api.Test;

/** Other numbers of the same network have the same diagram; in another notation its nodes are called otherwise. */
class ShownPartTest {
    private final Run run = Run.of(Example.SMALL_SEQUENCE_LSTM.session());
    private final ShownPart first = ShownPart.of(run, PartKey.FIRST, 0, 0, null);

    private static List<String> names(ShownPart part) {
        return part.diagram().graph().nodes().stream()
                .map(node -> Notation.plain(node.name()))
                .toList();
    }

    @Test
    void otherNumbersHaveTheSameDiagram() {
        assertThat(ShownPart.of(run, PartKey.FIRST, 0, 1, first).diagram()).isSameAs(first.diagram());
    }

    @Test
    void anotherNotationHasOtherNames() {
        ShownPart other = Convention.in(Book.NG.convention(), () -> ShownPart.of(run, PartKey.FIRST, 0, 0, first));
        assertThat(names(first)).contains("c", "f", "g", "h′").doesNotContain("Γ_f");
        assertThat(names(other)).contains("Γ_f", "c̃", "a⟨t⟩", "a⟨t−1⟩", "c⟨t⟩").doesNotContain("f", "g", "h′");
        assertThat(other.curated()).isPresent();
    }
}
