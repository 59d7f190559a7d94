package org.gatescope.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.picture.FormulaTextTest.operator;
import static org.gatescope.picture.FormulaTextTest.quantity;
import static org.gatescope.picture.FormulaTextTest.row;

import java.util.List;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Formula.Script;
import org.junit.jupiter.api.Test;

class TypesetterTest {
    private static final Measure MEASURE = new EvenMeasure();

    @Test
    void goesOnBelowWhereThereIsNoRoomAndKeepsItsSymbols() {
        Formula sum = row(
                quantity("a"),
                operator("="),
                quantity("b"),
                operator("+"),
                quantity("c"),
                operator("+"),
                quantity("d"));
        TypesetFormula wide = set(sum);
        double room = wide.width() - 5;

        TypesetFormula narrow = Typesetter.set(sum, 20, room, MEASURE);

        assertThat(narrow.width()).isLessThanOrEqualTo(room);
        assertThat(narrow.descent()).isGreaterThan(wide.descent() + 20);
        assertThat(narrow.runs().stream().map(GlyphRun::text))
                .containsExactlyElementsOf(
                        wide.runs().stream().map(GlyphRun::text).toList());
        GlyphRun last = narrow.runs().getLast();
        assertThat(last.y()).isGreaterThan(20);
    }

    @Test
    void aMarkedPartHasALineBelowItAndMovesNothing() {
        Formula plain = row(quantity("a"), operator("+"), quantity("b"), operator("−"), quantity("c"));
        Formula marked =
                row(quantity("a"), operator("+"), new Formula.Marked(row(quantity("b"), operator("−"), quantity("c"))));

        TypesetFormula set = set(marked);

        assertThat(set.width()).isEqualTo(set(plain).width());
        List<GlyphRun> runs = set.runs().stream().filter(GlyphRun::marked).toList();
        assertThat(runs).extracting(GlyphRun::text).containsExactly("b", "−", "c");
        assertThat(set.marks()).singleElement().satisfies(mark -> {
            assertThat(mark.x()).isEqualTo(runs.getFirst().x());
            assertThat(mark.right()).isLessThanOrEqualTo(set.width());
        });
    }

    @Test
    void scriptsAreSmallerAndShiftedFromTheSharedBaseline() {
        TypesetFormula set = set(new Script(quantity("W"), quantity("x"), quantity("T")));
        GlyphRun base = set.runs().get(0);
        GlyphRun above = set.runs().get(1);
        GlyphRun below = set.runs().get(2);
        assertThat(base.y()).isZero();
        assertThat(above.y()).isNegative();
        assertThat(below.y()).isPositive();
        assertThat(below.x()).isEqualTo(above.x()).isGreaterThan(0);
        assertThat(below.size()).isLessThan(base.size());
    }

    @Test
    void aSignHasNoRoomButABinaryOperatorHas() {
        double sign = set(row(operator("−"), quantity("c"))).width();
        double difference =
                set(row(quantity("c"), operator("−"), quantity("c"))).width();
        double letter = set(quantity("c")).width();
        assertThat(difference - letter).isGreaterThan(sign + 5);
    }

    @Test
    void nothingTakesNoRoom() {
        assertThat(set(Formula.EMPTY).width()).isZero();
    }

    private static TypesetFormula set(Formula formula) {
        return Typesetter.set(formula, 20, MEASURE);
    }
}
