package org.gatescope.ui.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.ui.formula.FormulaTextTest.operator;
import static org.gatescope.ui.formula.FormulaTextTest.quantity;
import static org.gatescope.ui.formula.FormulaTextTest.row;

import javafx.scene.text.Text;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Formula.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class FormulaViewTest {
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
        Typesetter wide = new Typesetter(sum, 20);
        double room = wide.width() - 5;

        Typesetter narrow = new Typesetter(sum, 20, room);

        assertThat(narrow.width()).isLessThanOrEqualTo(room);
        assertThat(narrow.descent()).isGreaterThan(wide.descent() + 20);
        assertThat(narrow.texts().stream().map(Text::getText))
                .containsExactlyElementsOf(
                        wide.texts().stream().map(Text::getText).toList());
        Text last = narrow.texts().getLast();
        assertThat(last.getY()).isGreaterThan(20);
    }

    @Test
    void aMarkedPartHasALineBelowItAndMovesNothing() {
        Formula plain = row(quantity("a"), operator("+"), quantity("b"), operator("−"), quantity("c"));
        Formula marked =
                row(quantity("a"), operator("+"), new Formula.Marked(row(quantity("b"), operator("−"), quantity("c"))));

        Typesetter set = new Typesetter(marked, 20);

        assertThat(set.width()).isEqualTo(new Typesetter(plain, 20).width());
        assertThat(set.markedTexts().stream().map(Text::getText)).containsExactly("b", "−", "c");
        assertThat(set.marks()).singleElement().satisfies(mark -> {
            assertThat(mark.getStartX()).isEqualTo(set.markedTexts().getFirst().getX());
            assertThat(mark.getEndX()).isLessThanOrEqualTo(set.width());
        });
    }

    @Test
    void scriptsAreSmallerAndShiftedFromTheSharedBaseline() {
        Typesetter set = new Typesetter(new Script(quantity("W"), quantity("x"), quantity("T")), 20);
        Text base = set.texts().get(0);
        Text above = set.texts().get(1);
        Text below = set.texts().get(2);
        assertThat(base.getY()).isZero();
        assertThat(above.getY()).isNegative();
        assertThat(below.getY()).isPositive();
        assertThat(below.getX()).isEqualTo(above.getX()).isGreaterThan(0);
        assertThat(below.getFont().getSize()).isLessThan(base.getFont().getSize());
    }

    @Test
    void formulasWithAndWithoutScriptsHaveTheirBaselineInThePlaceTheyReport() {
        FormulaView plain = laidOut(quantity("f"));
        FormulaView scripted = laidOut(new Script(quantity("W"), quantity("xf"), quantity("T")));
        for (FormulaView view : new FormulaView[] {plain, scripted}) {
            Text first = (Text) view.getChildrenUnmodifiable().getFirst();
            assertThat(first.getY() + first.getTranslateY()).isEqualTo(view.getBaselineOffset());
            assertThat(view.prefHeight(-1)).isGreaterThan(view.getBaselineOffset());
        }
        assertThat(scripted.getBaselineOffset()).isGreaterThanOrEqualTo(plain.getBaselineOffset());
        assertThat(scripted.prefWidth(-1)).isGreaterThan(plain.prefWidth(-1));
    }

    @Test
    void aSignHasNoRoomButABinaryOperatorHas() {
        double sign = new Typesetter(row(operator("−"), quantity("c")), 20).width();
        double difference = new Typesetter(row(quantity("c"), operator("−"), quantity("c")), 20).width();
        double letter = new Typesetter(quantity("c"), 20).width();
        assertThat(difference - letter).isGreaterThan(sign + 5);
    }

    @Test
    void nothingTakesNoRoom() {
        assertThat(new Typesetter(Formula.EMPTY, 20).width()).isZero();
    }

    private static FormulaView laidOut(Formula formula) {
        FormulaView view = new FormulaView(formula, 16);
        view.resize(view.prefWidth(-1), view.prefHeight(-1));
        view.layout();
        return view;
    }
}
