package org.gatescope.ui.window;

import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.controlsfx.control.StatusBar;
import org.gatescope.engine.NonFinite;
import org.gatescope.engine.Sizes;
import org.gatescope.session.Phase;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.paint.Digits;
import org.gatescope.ui.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/** The last line of the window: sizes, time of the last run, and what the user should know. */
final class StatusController {
    private static final Texts TEXTS = Texts.of(StatusController.class);
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final Workbench workbench;
    private final IntegerProperty sequence;
    private final StatusBar bar;
    private final Label sizes = new Label();
    private final Label time = new Label();
    private final Button nonFinite = new Button();
    private @Nullable Run shownRun;
    private boolean isFirst;
    private Consumer<NonFinite> onNonFinite = found -> {};

    /** @param sequence which row of the batch the window shows: a warning leads to the one it speaks of */
    StatusController(Workbench workbench, IntegerProperty sequence, StatusBar bar, ObservableValue<String> reading) {
        this.workbench = workbench;
        this.sequence = sequence;
        this.bar = bar;
        sizes.setId("status-sizes");
        time.setId("status-time");
        nonFinite.setId("status-non-finite");
        nonFinite.getStyleClass().addAll("tool", "warning");
        nonFinite.setVisible(false);
        nonFinite.managedProperty().bind(nonFinite.visibleProperty());
        sizes.getStyleClass().add("muted");
        time.getStyleClass().add("muted");
        Label number = new Label();
        number.setId("status-reading");
        number.getStyleClass().add("reading");
        number.textProperty().bind(reading);
        number.visibleProperty().bind(bar.textProperty().isEmpty());
        number.managedProperty().bind(number.visibleProperty());
        bar.getLeftItems().addAll(sizes, number);
        bar.getRightItems().addAll(nonFinite, time);
        workbench.session().subscribe(session -> {
            showSizes(session);
            tell(""); // what was said was said of the session before
        });
        workbench.shown().subscribe(shown -> showRun(shown.run()));
        workbench.computing().subscribe(this::showTime);
        workbench.problem().subscribe(problem -> problem.ifPresentOrElse(this::warn, () -> tell("")));
    }

    /** @param listener told which number the user wants to be led to */
    void setOnNonFinite(Consumer<NonFinite> listener) {
        onNonFinite = listener;
    }

    /** Something to be read once. */
    void tell(String notice) {
        bar.setText(notice);
        bar.pseudoClassStateChanged(WARNING, false);
    }

    private void warn(String problem) {
        bar.setText(problem);
        bar.pseudoClassStateChanged(WARNING, true);
    }

    private void showSizes(Session session) {
        Sizes now = session.sizes();
        long parameters = session.cell().parameters().values().stream()
                .mapToLong(shape -> (long) now.rows(shape) * now.columns(shape))
                .sum();
        sizes.setText(TEXTS.get("status.sizes", now, parameters));
    }

    private void showRun(Run run) {
        if (run != shownRun) {
            isFirst = shownRun == null;
            shownRun = run;
            showTime();
            run.nonFinite().ifPresentOrElse(this::showNonFinite, () -> nonFinite.setVisible(false));
        }
    }

    private void showTime() {
        Run run = shownRun;
        if (workbench.computing().get()) {
            time.setText(TEXTS.get("status.computing"));
        } else if (run != null && !isFirst) { // the first run is mostly the start of Java
            time.setText(TEXTS.get("status.time", Digits.fixed(run.nanos() / 1e6, 2)));
        }
    }

    private void showNonFinite(NonFinite found) {
        String place = new Quantity(found.quantity(), found.isGradient(), false).place(found.step(), found.unit());
        nonFinite.setText(TEXTS.get("status.non-finite", place));
        nonFinite.setVisible(true);
        Phase phase = found.isGradient() ? Phase.BACKWARD : Phase.FORWARD;
        nonFinite.setOnAction(event -> {
            // while another session is computed, its batch may be smaller than that of the run
            sequence.set(
                    Math.min(found.sequence(), workbench.session().get().sizes().batch() - 1));
            workbench.move(now -> now.atStep(phase, found.step()));
            onNonFinite.accept(found);
        });
    }
}
