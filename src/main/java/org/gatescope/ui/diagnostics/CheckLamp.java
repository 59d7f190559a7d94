package org.gatescope.ui.diagnostics;

import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.gatescope.engine.diagnostics.GradientCheck;
import org.gatescope.engine.diagnostics.GradientCheck.Verdict;
import org.gatescope.session.Checking;
import org.gatescope.session.Session;
import org.gatescope.session.SharedResult;
import org.gatescope.session.SharedResult.Answer;
import org.gatescope.session.Subscriptions;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;

/** Says whether gradients agree with central differences. Small networks are checked by themselves, once they rest. */
public final class CheckLamp extends Button {
    private static final Texts TEXTS = Texts.of(CheckLamp.class);
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    /** While a knob is turned, or a training runs, nothing is checked. */
    private static final Duration REST = Duration.millis(500);

    private final Subscriptions open = new Subscriptions();
    private final SharedResult<GradientCheck> check;
    private final PauseTransition rest = new PauseTransition(REST);
    private Session session;

    /** @param onOpen shows the whole check */
    public CheckLamp(Desk desk, Runnable onOpen) {
        check = desk.check();
        session = desk.workbench().session().get();
        setId("check-lamp");
        getStyleClass().addAll("tool", "check-lamp");
        setTooltip(new Tooltip(TEXTS.get("lamp.tip")));
        setOnAction(event -> onOpen.run());
        rest.setOnFinished(event -> check.ask());
        open.add(
                desk.workbench().followRuns(run -> await(run.session())),
                check.answer().subscribe(now -> show()),
                rest::stop);
        sceneProperty().flatMap(scene -> scene.windowProperty()).subscribe(window -> {
            if (window == null) {
                rest.stop();
            } else {
                await(session);
            }
        });
    }

    /** Lets go of what it listens to. */
    public void close() {
        open.unsubscribe();
    }

    private void await(Session of) {
        session = of;
        show();
        if (Checking.isSmall(of)) {
            rest.playFromStart();
        } else {
            rest.stop();
        }
    }

    private void show() {
        switch (check.answer().get()) {
            case Answer.Unasked<GradientCheck> unasked -> say(Checking.isSmall(session) ? "waiting" : "large", false);
            case Answer.UnderWay<GradientCheck> underWay -> say("waiting", false);
            case Answer.Stopped<GradientCheck> stopped -> say("stopped", false);
            case Answer.Failed<GradientCheck> failed -> say("failed", true);
            case Answer.Found<GradientCheck>(GradientCheck found) ->
                say(found.verdict().name().toLowerCase(Locale.ROOT), found.verdict() == Verdict.DIFFERS);
        }
    }

    private void say(String key, boolean isWrong) {
        setText(TEXTS.get("lamp." + key));
        setAccessibleText(TEXTS.get("lamp." + key + ".spoken"));
        pseudoClassStateChanged(WARNING, isWrong);
    }
}
