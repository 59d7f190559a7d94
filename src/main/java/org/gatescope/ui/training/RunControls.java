package org.gatescope.ui.training;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.gatescope.engine.training.TrainingProgress;
import org.gatescope.engine.training.TrainingProgress.State;
import org.gatescope.session.Session;
import org.gatescope.session.Trainer;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ChoiceNames;
import org.gatescope.ui.control.KeyFocus;
import org.gatescope.ui.control.KeyText;
import org.gatescope.ui.control.ProblemLabel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Starts a training, pauses it, goes on by single updates, ends it, and goes back to any epoch. */
final class RunControls extends VBox {
    private static final Texts TEXTS = Texts.of(RunControls.class);

    /** Updates a second, 0 for as many as there can be. */
    private static final List<Integer> PACES = List.of(5, 20, 60, 0);

    /** Fast enough to get somewhere, slow enough to see how. */
    private static final int WATCHED = 60;

    private final Trainer trainer;
    private final Button run = button("run", Feather.PLAY);
    private final Button step = button("step", Feather.SKIP_FORWARD);
    private final Button stop = button("stop", Feather.SQUARE);
    private final Slider epoch = new Slider(0, 1, 0);
    private final ProblemLabel state = new ProblemLabel();
    private final ChoiceBox<Integer> pace = new ChoiceBox<>();
    private final UpdateRate rate = new UpdateRate();
    /** The slider follows the run, which is no wish of the user's. */
    private boolean following;

    RunControls(Trainer trainer) {
        this.trainer = trainer;
        getStyleClass().add("run-controls");
        run.setOnAction(event -> toggle());
        step.setOnAction(event -> trainer.step());
        stop.setOnAction(event -> trainer.end());
        epoch.setId("training-epoch");
        epoch.setAccessibleText(TEXTS.get("epoch"));
        epoch.setBlockIncrement(1);
        epoch.valueProperty().subscribe(this::goTo);
        state.setId("training-state");
        state.getStyleClass().add("training-state");
        pace.setId("training-pace");
        pace.getItems().setAll(PACES);
        pace.setConverter(ChoiceNames.of(most -> TEXTS.get("pace." + most)));
        pace.setAccessibleText(TEXTS.get("pace"));
        pace.valueProperty().subscribe(most -> trainer.setPace(most == null ? 0 : most));
        pace.setValue(WATCHED);
        run.setTooltip(KeyText.tip(TEXTS.get("run.tip"), new KeyCodeCombination(KeyCode.F8)));
        step.setTooltip(
                KeyText.tip(TEXTS.get("step.tip"), new KeyCodeCombination(KeyCode.F8, KeyCombination.SHIFT_DOWN)));
        stop.setTooltip(new Tooltip(TEXTS.get("stop.tip")));
        FlowPane buttons = new FlowPane(4, 4, run, step, stop);
        buttons.setAlignment(Pos.CENTER_LEFT);
        Form form = new Form();
        form.add(TEXTS.get("pace.name"), pace);
        getChildren().addAll(buttons, epoch, state, form);
    }

    private static Button button(String key, Feather icon) {
        Button button = new Button(TEXTS.get(key), new FontIcon(icon));
        button.setId("training-" + key);
        button.getStyleClass().add("pill");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    void toggle() {
        if (trainer.isBusy()) {
            trainer.pause();
        } else {
            trainer.start();
        }
    }

    private void goTo(Number wanted) {
        if (!following) {
            trainer.goTo((int) Math.rint(wanted.doubleValue()));
        }
    }

    /**
     * @param progress null where no run is under way
     * @param refusal  why there can be none; empty if there can
     */
    void show(@Nullable TrainingProgress progress, Session session, String refusal, long now) {
        int epochs = session.training().epochs();
        boolean isBusy = progress != null && isBusy(progress.state());
        run.setText(TEXTS.get(isBusy ? "pause" : "run"));
        ((FontIcon) run.getGraphic()).setIconCode(isBusy ? Feather.PAUSE : Feather.PLAY);
        boolean isDone = progress != null && progress.state() == State.FINISHED;
        List<Control> controls = List.of(run, stop, step, epoch);
        Optional<Control> focused = controls.stream().filter(Node::isFocused).findFirst();
        run.setDisable(!refusal.isEmpty() || isDone);
        step.setDisable(run.isDisabled());
        stop.setDisable(progress == null);
        epoch.setDisable(progress == null || progress.reached() == 0);
        focused.filter(Node::isDisabled).ifPresent(left -> goOn(left, controls));
        if (progress == null) {
            rate.forget();
            place(0, 1);
            if (refusal.isEmpty()) {
                int perEpoch = session.updatesPerEpoch();
                state.tell(TEXTS.get(perEpoch == 1 ? "state.none" : "state.none.parts", epochs, perEpoch));
            } else {
                state.refuse(refusal);
            }
        } else {
            int at = progress.snapshot().epoch();
            place(at, Math.max(1, progress.reached()));
            double perSecond = progress.state() == State.RUNNING ? rate.at(at, now) : rate.forget();
            state.tell(RunWords.of(progress, session, perSecond));
        }
    }

    /** What can be pressed no more would give the focus to whatever comes next. */
    private static void goOn(Node left, List<Control> controls) {
        boolean isSeen = left.isFocusVisible();
        controls.stream().filter(control -> !control.isDisabled()).findFirst().ifPresent(control -> {
            if (isSeen) {
                KeyFocus.lead(control);
            } else {
                control.requestFocus();
            }
        });
    }

    private void place(int at, int reached) {
        following = true;
        epoch.setMax(reached);
        if (!epoch.isValueChanging()) {
            epoch.setValue(at);
        }
        following = false;
    }

    static boolean isBusy(State state) {
        return state == State.RUNNING || state == State.REPLAYING;
    }
}
