package org.gatescope.ui.inspect;

import java.util.List;
import javafx.scene.layout.VBox;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Formula;
import org.gatescope.cell.QuantityName;
import org.gatescope.explain.Explanation;
import org.gatescope.explain.NumberId;
import org.gatescope.session.Run;
import org.gatescope.ui.formula.FormulaView;

/**
 * How a number comes about: the number, its formula, and the formula with its numbers; the same once more for a
 * pre-activation of which it is a function, as that is where the sum is.
 */
public final class Arithmetic extends VBox {
    private static final double SIZE = 15;
    private static final double ROOM = 260;

    /** There is no formula where a number is the same as another, or given. */
    public Arithmetic(Run run, Explanation why) {
        getStyleClass().add("arithmetic");
        add(why);
        why.sources().stream()
                .filter(source -> why.sources().size() == 1 && isPreActivation(source))
                .findFirst()
                .flatMap(source -> Explanation.of(run, source))
                .ifPresent(this::add);
    }

    private static boolean isPreActivation(NumberId source) {
        return source instanceof NumberId.OfStep(String part, Name(String name), int step, int row, int column)
                && !QuantityName.isGradient(name)
                && QuantityName.isPreActivation(name);
    }

    private void add(Explanation why) {
        Formula number = FormulaLines.number(why.figures().number(why.value()));
        getChildren()
                .add(new FormulaView(
                        FormulaLines.line(List.of(why.symbol(), FormulaLines.operator("="), number)), SIZE, ROOM));
        if (!why.groups().isEmpty() && !why.passesOn()) {
            getChildren()
                    .addAll(
                            ExplanationView.line(FormulaLines.symbols(why), "symbols"),
                            ExplanationView.line(FormulaLines.numbers(why), "figures"));
        }
    }
}
