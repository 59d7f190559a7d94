package org.gatescope.ui.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.picture.FormulaTextTest.quantity;

import javafx.scene.text.Text;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Formula.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class FormulaViewTest {
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

    private static FormulaView laidOut(Formula formula) {
        FormulaView view = new FormulaView(formula, 16);
        view.resize(view.prefWidth(-1), view.prefHeight(-1));
        view.layout();
        return view;
    }
}
