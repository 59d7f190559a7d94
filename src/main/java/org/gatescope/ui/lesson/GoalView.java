package org.gatescope.ui.lesson;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gatescope.lesson.Goal;
import org.gatescope.lesson.GoalCondition;
import org.gatescope.lesson.Place;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
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
    private final Session begin;
    private final Consumer<Place> go;

    /**
     * @param begin the session that it is asked of
     * @param go    leads to the place of a link
     */
    GoalView(Goal goal, Session begin, Run run, Consumer<Place> go) {
        this.goal = goal;
        this.begin = begin;
        this.go = go;
        getStyleClass().add("lesson-conditions");
        show(run);
    }

    /** As it is in a run. */
    void show(Run run) {
        getChildren()
                .setAll(goal.conditions().stream()
                        .map(condition -> line(condition, run))
                        .toList());
    }

    private Node line(GoalCondition condition, Run run) {
        boolean holds = condition.holds(run, begin);
        OptionalDouble now = condition.number().in(run, begin);
        String says = now.isPresent()
                ? TEXTS.get("goal.now", condition.says(), brief(now.getAsDouble()))
                : TEXTS.get("goal.gone", condition.says());
        LessonText words = new LessonText(says, go, run.session());
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        HBox line = new HBox(new FontIcon(holds ? Feather.CHECK_CIRCLE : Feather.CIRCLE), words);
        line.getStyleClass().add("lesson-condition");
        line.pseudoClassStateChanged(HOLDS, holds);
        line.setAccessibleText(TEXTS.get(holds ? "goal.holds" : "goal.open", says));
        return line;
    }

    private static String brief(double number) {
        return Numerals.brief(number, DIGITS).replace('-', Numerals.MINUS);
    }
}
