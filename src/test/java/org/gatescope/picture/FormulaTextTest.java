package org.gatescope.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Formula.Script;
import org.gatescope.cell.Formula.Style;
import org.gatescope.cell.Formula.Symbol;
import org.junit.jupiter.api.Test;

public class FormulaTextTest {
    @Test
    void scriptsStandApart() {
        assertThat(FormulaText.of(new Script(quantity("W"), quantity("xf"), Formula.EMPTY)))
                .isEqualTo("W x f");
        assertThat(FormulaText.of(new Script(quantity("c"), Formula.EMPTY, new Symbol("′", Style.OPERATOR))))
                .isEqualTo("c′");
    }

    @Test
    void operatorsHaveRoom() {
        assertThat(FormulaText.of(row(quantity("f"), operator("⊙"), quantity("c"), operator("+"), quantity("i"))))
                .isEqualTo("f ⊙ c + i");
        assertThat(FormulaText.of(row(operator("∂"), quantity("L"), operator("/"), operator("∂"), quantity("c"))))
                .isEqualTo("∂L/∂c");
        assertThat(FormulaText.of(Formula.EMPTY)).isEmpty();
    }

    public static Formula quantity(String text) {
        return new Symbol(text, Style.QUANTITY);
    }

    public static Formula operator(String text) {
        return new Symbol(text, Style.OPERATOR);
    }

    public static Formula row(Formula... parts) {
        return new Formula.Row(List.of(parts));
    }
}
