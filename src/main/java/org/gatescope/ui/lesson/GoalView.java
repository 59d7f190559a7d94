package org.gatescope.ui.lesson;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.lesson.GoalCondition;
import org.gatescope.lesson.Goal;
import org.gatescope.session.Run;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What has to hold, a line each, and which of it holds already. */
final class GoalView extends VBox {
    private static final Texts TEXTS = Texts.of(GoalView.class);
    private static final PseudoClass HOLDS = PseudoClass.getPseudoClass("holds");
    private static final int DIGITS = 4;

    private final Goal goal;

    GoalView(Goal goal, Run run) {
        this.goal = goal;
        getStyleClass().add("lesson-conditions");
        show(run);
    }

    /** As it is in a run. */
    void show(Run run) {
        getChildren().setAll(goal.conditions().stream().map(condition -> line(condition, run)).toList());
    }

    private static Label line(GoalCondition condition, Run run) {
        boolean holds = condition.holds(run);
        Label line = new Label(condition.says(), new FontIcon(holds ? Feather.CHECK_CIRCLE : Feather.CIRCLE));
        line.getStyleClass().add("lesson-condition");
        line.pseudoClassStateChanged(HOLDS, holds);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        condition.number().in(run).ifPresent(now -> line.setText(TEXTS.get("goal.now", condition.says(), brief(now))));
        line.setAccessibleText(TEXTS.get(holds ? "goal.holds" : "goal.open", line.getText()));
        return line;
    }

    private static String brief(double number) {
        return Numerals.brief(number, DIGITS).replace('-', Numerals.MINUS);
    }
}
