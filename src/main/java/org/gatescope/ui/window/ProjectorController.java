package org.gatescope.ui.window;

import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.gatescope.lesson.Place;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.projector.Board;
import org.gatescope.ui.projector.ProjectorBar;
import org.gatescope.ui.projector.Tool;
import org.gatescope.ui.transport.Move;
import org.gatescope.ui.transport.Transport;
import org.jspecify.annotations.Nullable;

/** The window on a projector: the whole screen, one pane or two, large type, and the keys of a presenter’s remote. */
final class ProjectorController {
    /** So large is everything on the smallest screen, in per cent: the smallest text has 20 pixels then. */
    private static final int LARGE = 215;

    /** Of the smallest screen, in pixels. */
    private static final double LEAST_WIDTH = 1024;

    private static final double LEAST_HEIGHT = 768;

    /** What is shown where nothing fills the window yet. */
    private static final List<String> USUAL = List.of("network", "lanes");

    private final ScaledPane scaled;
    private final FillingController filling;
    private final TransportController playback;
    private final List<Node> away;
    private final Board board = new Board();
    private final ProjectorBar bar;
    private final SpeakerController speaker;
    private Subscription projected = Subscription.EMPTY;
    private @Nullable LessonController lessons;
    private boolean isOn;
    private boolean hasFilled;
    private int usualPercent;

    /**
     * @param root      of the window, over which the board lies
     * @param transport says where playing is
     * @param away      what is not shown on a projector
     * @param go        leads to the place of a link in the notes of whoever speaks
     */
    ProjectorController(
            Desk desk,
            BorderPane root,
            ScaledPane scaled,
            FillingController filling,
            TransportController playback,
            Transport transport,
            List<Node> away,
            Consumer<Place> go) {
        this.scaled = scaled;
        this.filling = filling;
        this.playback = playback;
        this.away = away;
        speaker = new SpeakerController(desk, go, this::leave);
        bar = new ProjectorBar(transport.positionTextProperty(), filling::choices, board, this::leave);
        show(bar, false);
        board.setVisible(false);
        board.setManaged(false);
        board.setViewOrder(-1); // above what fills the window later
        root.getChildren().add(board);
        root.layoutBoundsProperty().subscribe(place -> board.resize(place.getWidth(), place.getHeight()));
        scaled.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Where a lesson is open it is shown first, and has the keys of a remote. */
    void setLessons(LessonController lessons) {
        this.lessons = lessons;
    }

    SpeakerController speaker() {
        return speaker;
    }

    boolean isOn() {
        return isOn;
    }

    /** Takes the place of what is put away. */
    Node bar() {
        return bar;
    }

    void addShortcuts(Shortcuts shortcuts) {
        shortcuts
                .line("projector")
                .everywhere(this::toggle, KeyCode.F5)
                .as("projector")
                .line("presenter")
                .note(KeyCode.PAGE_DOWN)
                .note(KeyCode.PAGE_UP)
                .note(KeyCode.B)
                .line("board");
        for (Tool tool : Tool.values()) {
            shortcuts.note(tool.key(), KeyCombination.SHORTCUT_DOWN);
        }
        shortcuts.note(KeyCode.E);
    }

    /** How large everything is, in per cent, where nothing is projected. */
    int usualPercent() {
        return isOn ? usualPercent : scaled.percentProperty().get();
    }

    void toggle() {
        if (isOn) {
            leave();
        } else {
            enter();
        }
    }

    private void enter() {
        isOn = true;
        usualPercent = scaled.percentProperty().get();
        hasFilled = !filling.isFilled();
        if (hasFilled && (lessons == null || !lessons.fill())) {
            USUAL.forEach(filling::fill);
        }
        showProjected(true);
        fit();
        Scene scene = scaled.getScene();
        projected = Subscription.combine(
                fullScreen(scene),
                scene.widthProperty().subscribe(this::fit),
                scene.heightProperty().subscribe(this::fit));
    }

    private void leave() {
        if (!isOn) {
            return;
        }
        isOn = false;
        projected.unsubscribe();
        board.wipe();
        board.blackProperty().set(false);
        board.toolProperty().set(Tool.ARROW);
        showProjected(false);
        scaled.percentProperty().set(usualPercent);
        if (hasFilled) {
            filling.leave();
        }
    }

    private void showProjected(boolean isProjected) {
        away.forEach(part -> show(part, !isProjected));
        show(bar, isProjected);
        filling.showHeadings(!isProjected);
        board.setVisible(isProjected);
    }

    private static void show(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    /** A larger screen shows the same, larger: it is seen from as far away. */
    private void fit() {
        Scene scene = scaled.getScene();
        double share = Math.min(scene.getWidth() / LEAST_WIDTH, scene.getHeight() / LEAST_HEIGHT);
        scaled.percentProperty().set((int) Math.clamp(share * LARGE, usualPercent, ScaledPane.STEPS.getLast()));
    }

    /** Until it is unsubscribed; where a stage leaves the full screen by itself, so does the projector. */
    private Subscription fullScreen(Scene scene) {
        if (!(scene.getWindow() instanceof Stage stage)) {
            return Subscription.EMPTY;
        }
        boolean wasFull = stage.isFullScreen();
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        Subscription elsewhere = speaker.project(stage, scaled);
        if (elsewhere == Subscription.EMPTY) {
            stage.setFullScreen(true);
        } else {
            onceMoved(scene, () -> stage.setFullScreen(isOn));
        }
        return stage.fullScreenProperty()
                .subscribe((before, isFull) -> {
                    if (!isFull && isOn) {
                        leave();
                    }
                })
                .and(() -> {
                    stage.setFullScreen(wasFull);
                    stage.setFullScreenExitKeyCombination(null);
                    elsewhere.unsubscribe();
                });
    }

    /** A window takes its new place with the next frame, and the whole of the screen on which it then stands. */
    private static void onceMoved(Scene scene, Runnable then) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                Platform.runLater(then);
            }
        });
        Platform.requestNextPulse();
    }

    private void pressed(KeyEvent event) {
        boolean isText = event.getTarget() instanceof TextInputControl;
        if (isOn && !isText && (event.isShortcutDown() ? chooses(event.getCode()) : does(event.getCode()))) {
            event.consume();
        }
    }

    private boolean chooses(KeyCode key) {
        for (Tool tool : Tool.values()) {
            if (tool.key() == key) {
                board.toolProperty().set(tool);
                return true;
            }
        }
        return false;
    }

    private boolean does(KeyCode key) {
        switch (key) {
            case ESCAPE -> leave();
            case PAGE_DOWN -> move(Move.TIME_STEP);
            case PAGE_UP -> move(Move.TIME_STEP_BACK);
            case B, PERIOD -> board.blackProperty().set(!board.blackProperty().get());
            case E -> board.wipe();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean goesOn(Move move) {
        return lessons != null && (move == Move.TIME_STEP ? lessons.goOn() : lessons.back());
    }

    /** From black, the picture comes back first. */
    private void move(Move move) {
        if (board.blackProperty().get()) {
            board.blackProperty().set(false);
        } else if (!goesOn(move)) {
            playback.move(move);
        }
    }
}
