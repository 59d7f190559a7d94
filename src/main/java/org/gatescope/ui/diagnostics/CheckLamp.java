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
import org.gatescope.session.LatestTask;
import org.gatescope.session.Run;
import org.gatescope.session.Shown;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.jspecify.annotations.Nullable;

/** Says whether gradients agree with central differences. Small networks are checked by themselves, once they rest. */
public final class CheckLamp extends Button {
    private static final Texts TEXTS = Texts.of(CheckLamp.class);
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    /** Multiplications: a blink in the background. */
    private static final double SMALL = 5e7;
    /** While a knob is turned, or a training runs, nothing is checked. */
    private static final Duration REST = Duration.millis(500);

    private final Workbench workbench;
    private final LatestTask latest;
    private final PauseTransition rest = new PauseTransition(REST);
    private @Nullable Run run;

    /** @param onOpen shows the whole check */
    public CheckLamp(Workbench workbench, Runnable onOpen) {
        this.workbench = workbench;
        latest = new LatestTask(workbench);
        setId("check-lamp");
        getStyleClass().addAll("tool", "check-lamp");
        setTooltip(new Tooltip(TEXTS.get("lamp.tip")));
        setOnAction(event -> onOpen.run());
        rest.setOnFinished(event -> check());
        workbench.shown().subscribe(this::show);
        sceneProperty().flatMap(scene -> scene.windowProperty()).subscribe(window -> {
            if (window == null) {
                rest.stop();
            } else if (run != null) {
                await(run);
            }
        });
    }

    @SuppressWarnings("ReferenceEquality") // the very run
    private void show(Shown shown) {
        if (shown.run() != run) {
            run = shown.run();
            await(shown.run());
        }
    }

    private void await(Run of) {
        boolean isSmall = Checking.work(of.session()) <= SMALL;
        say(isSmall ? "waiting" : "large", false);
        if (isSmall) {
            rest.playFromStart();
        } else {
            rest.stop();
        }
    }

    private void check() {
        Run of = workbench.shown().get().run();
        latest.ask(() -> Checking.check(of.session(), (done, total) -> true).verdict(), found -> arrive(of, found));
    }

    @SuppressWarnings("ReferenceEquality") // the very run
    private void arrive(Run of, GradientCheck.Verdict found) {
        if (of == run) {
            say(found.name().toLowerCase(Locale.ROOT), found == Verdict.DIFFERS);
        }
    }

    private void say(String key, boolean isWrong) {
        setText(TEXTS.get("lamp." + key));
        setAccessibleText(TEXTS.get("lamp." + key + ".spoken"));
        pseudoClassStateChanged(WARNING, isWrong);
    }
}
