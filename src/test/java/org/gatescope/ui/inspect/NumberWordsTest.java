package org.gatescope.ui.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Operator;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Expression.Transpose;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.junit.jupiter.api.Test;

class NumberWordsTest {
    /** Of four sequences. */
    private static final Session SESSION = Example.AGREEMENT.session();

    private static String words(Expression node) {
        return new NumberWords(SESSION).of(new OfStep("0.forward", node, 3, 1, 2));
    }

    @Test
    void aTermWithoutANameIsOfAUnitAndASequence() {
        assertThat(words(new Binary(Operator.TIMES, new Name("f"), new Name("c"))))
                .contains("unit 2")
                .contains("sequence 2")
                .doesNotContain("row");
    }

    @Test
    void whatGoesBackToTheInputIsOfAnInput() {
        Expression node = new Product(new Name("d.f.pre"), new Transpose(new Name("Wx.f")));
        assertThat(words(node)).contains("input 2").contains("sequence 2").doesNotContain("row");
    }

    @Test
    void whatAStepAddsToTheGradientOfWeightsHasARowAndAColumn() {
        Expression node = new Product(new Transpose(new Name("x")), new Name("d.f.pre"));
        assertThat(words(node)).contains("row 1, column 2").doesNotContain("sequence");
    }

    /** Nor has a bias itself. */
    @Test
    void whatAStepAddsToTheGradientOfABiasHasNoRow() {
        Expression sum = SESSION.network().layers().getFirst().cell().adjoints().stream()
                .filter(line -> line.target().equals("b.f"))
                .findFirst()
                .orElseThrow()
                .share();
        assertThat(words(sum)).contains("unit 2").doesNotContain("row").doesNotContain("sequence");
        assertThat(new NumberWords(SESSION).of(new NumberId.Given(new TableId.Parameter("0.forward.b.f"), 0, 2)))
                .contains("unit 2")
                .doesNotContain("row");
    }
}
