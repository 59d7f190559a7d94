package org.gatescope.ui.diagnostics;

import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.gatescope.engine.diagnostics.GradientCheck.Verdict;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Checking;
import org.gatescope.session.Session;
import org.gatescope.session.Subscriptions;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;

/** Says whether gradients agree with central differences. Small networks are checked by themselves, once they rest. */
public final class CheckLamp extends Button {
    private static final Texts TEXTS = Texts.of(CheckLamp.class);
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    /** Multiplications: a blink in the background. */
    private static final double SMALL = 5e7;
    /** While a knob is turned, or a training runs, nothing is checked. */
    private static final Duration REST = Duration.millis(500);

    private final Subscriptions open = new Subscriptions();
    private final BackgroundTask task;
    private final PauseTransition rest = new PauseTransition(REST);
    private Session session;

    /** @param onOpen shows the whole check */
    public CheckLamp(Desk desk, Runnable onOpen) {
        task = desk.background().task();
        session = desk.workbench().session().get();
        setId("check-lamp");
        getStyleClass().addAll("tool", "check-lamp");
        setTooltip(new Tooltip(TEXTS.get("lamp.tip")));
        setOnAction(event -> onOpen.run());
        rest.setOnFinished(event -> check());
        open.add(desk.workbench().followRuns(run -> await(run.session())), task::cancel, rest::stop);
        sceneProperty().flatMap(scene -> scene.windowProperty()).subscribe(window -> {
            if (window == null) {
                rest.stop();
            } else {
                await(session);
            }
        });
    }

    /** Lets go of what it listens to, and of a check under way. */
    public void close() {
        open.unsubscribe();
    }

    private void await(Session of) {
        session = of;
        task.cancel(); // of another run
        boolean isSmall = Checking.work(of) <= SMALL;
        say(isSmall ? "waiting" : "large", false);
        if (isSmall) {
            rest.playFromStart();
        } else {
            rest.stop();
        }
    }

    private void check() {
        Session of = session;
        task.start(
                progress -> Checking.check(of, progress).verdict(),
                found -> say(found.name().toLowerCase(Locale.ROOT), found == Verdict.DIFFERS),
                failure -> say("failed", true));
    }

    private void say(String key, boolean isWrong) {
        setText(TEXTS.get("lamp." + key));
        setAccessibleText(TEXTS.get("lamp." + key + ".spoken"));
        pseudoClassStateChanged(WARNING, isWrong);
    }
}
