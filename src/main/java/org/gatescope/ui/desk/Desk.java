package org.gatescope.ui.desk;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.gatescope.engine.diagnostics.GradientCheck;
import org.gatescope.explain.Covered;
import org.gatescope.explain.CoveredNumbers;
import org.gatescope.explain.PredictionScore;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.picture.Ground;
import org.gatescope.picture.Tones;
import org.gatescope.session.Afterglow;
import org.gatescope.session.Background;
import org.gatescope.session.Checking;
import org.gatescope.session.PinnedRun;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.SharedResult;
import org.gatescope.session.Workbench;
import org.gatescope.ui.theme.Theme;

/**
 * What each panel of a window is given.
 *
 * @param workbench  the model: session, run and playhead
 * @param selection  which part, sequence and number the panels show
 * @param theme      which colours the window has
 * @param percent    of its own size that it is shown in
 * @param stem       of the name of the session's file, once it has one
 * @param notices    where to say what should be read once
 * @param background where to work out what would make the window wait
 * @param check      of the gradients of the run that is shown, once somebody asks
 * @param right      the same run without mistakes, once somebody asks
 * @param glow       what the last edit changed
 * @param pinned     the run that the shown one is compared with; empty for none
 * @param lesson     that is open, and how far one has come
 * @param covered    what is hidden until somebody has said what it will be
 * @param score      how such predictions went
 */
public record Desk(
        Workbench workbench,
        Selection selection,
        ObjectProperty<Theme> theme,
        IntegerProperty percent,
        ObjectProperty<Optional<String>> stem,
        Notices notices,
        Background background,
        SharedResult<GradientCheck> check,
        SharedResult<Run> right,
        Afterglow glow,
        ObjectProperty<Optional<PinnedRun>> pinned,
        ObjectProperty<Optional<OpenLesson>> lesson,
        ObjectProperty<Covered> covered,
        ObjectProperty<PredictionScore> score) {
    /** A desk for one window over a workbench, with nothing selected yet. */
    public static Desk over(Workbench workbench, Background background, Theme first) {
        return over(workbench, background, first, Desk::aSecond);
    }

    /**
     * The same with a clock of its own.
     *
     * @param glowing how long what an edit changed is outlined
     */
    public static Desk over(Workbench workbench, Background background, Theme first, Afterglow.Delay glowing) {
        return new Desk(
                workbench,
                new Selection(workbench),
                new SimpleObjectProperty<>(first),
                new SimpleIntegerProperty(100),
                new SimpleObjectProperty<>(Optional.empty()),
                new Notices(),
                background,
                new SharedResult<>(workbench, background, (run, progress) -> Checking.check(run.session(), progress)),
                new SharedResult<>(workbench, background, (run, progress) -> run.right()),
                new Afterglow(workbench, glowing),
                new SimpleObjectProperty<>(Optional.empty()),
                new SimpleObjectProperty<>(Optional.empty()),
                new SimpleObjectProperty<>(Covered.NONE),
                new SimpleObjectProperty<>(PredictionScore.NONE));
    }

    /** For so long what an edit changed is outlined. */
    public static Subscription aSecond(Runnable action) {
        PauseTransition pause = new PauseTransition(Duration.seconds(1.2));
        pause.setOnFinished(event -> action.run());
        pause.play();
        return pause::stop;
    }

    /** What the session is called: as its file is, or what it calls itself. */
    public String title() {
        return stem.get().orElse(workbench.session().get().title());
    }

    /** The colours of what is drawn now. */
    public Tones tones() {
        return theme.get().tones();
    }

    /** What is drawn for now. */
    public Ground ground() {
        return tones().ground();
    }

    /** Which numbers of a session are hidden now. */
    public CoveredNumbers hidden(Session session) {
        return new CoveredNumbers(session, covered.get());
    }

    /** Lets go of the workbench, which may outlive the window. */
    public void close() {
        selection.close();
        check.close();
        right.close();
        glow.close();
        pinned.set(Optional.empty());
    }
}
