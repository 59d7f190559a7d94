package org.gatescope.ui.tour;

import java.util.Map;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.gatescope.explain.NumberId;
import org.gatescope.lesson.Example;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.desk.Desk;
import org.jspecify.annotations.Nullable;

/** Leads over the window from stop to stop. What is to be done there is seen to be done; nobody has to. */
public final class TourController {
    private static final Texts TEXTS = Texts.of(TourController.class);

    private final Workbench workbench;
    private final BorderPane root;
    private final Map<TourStop, TourSight> sights;
    private final Shortcuts shortcuts;
    private final Runnable pause;
    private final TourBar bar = new TourBar(() -> go(-1), () -> go(1), this::leave);
    private final StackPane place = new StackPane(bar);
    private final SightFrame frame = new SightFrame();
    private final Subscriptions open = new Subscriptions();
    private @Nullable TourStop stop;
    private boolean isDone;

    /**
     * @param root    of the window
     * @param sights  of every stop
     * @param gallery whether it is open
     * @param pause   ends playing
     */
    public TourController(
            Desk desk,
            BorderPane root,
            Map<TourStop, TourSight> sights,
            ObservableValue<Boolean> gallery,
            Shortcuts shortcuts,
            Runnable pause) {
        workbench = desk.workbench();
        this.root = root;
        this.sights = Map.copyOf(sights);
        this.shortcuts = shortcuts;
        this.pause = pause;
        root.getChildren().add(frame);
        root.layoutBoundsProperty().subscribe(bounds -> frame.resize(bounds.getWidth(), bounds.getHeight()));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        place.visibleProperty().subscribe(this::point);
        show(false);
        open.add(
                workbench.follow((run, playhead) -> {}, playhead -> moved()),
                workbench.followSession(session -> done(TourStop.TABLES)),
                workbench.followOpened(this::leave),
                desk.selection().opened().subscribe(this::opened),
                gallery.subscribe(isOpen -> {
                    if (isOpen) {
                        done(TourStop.GALLERY);
                    }
                }),
                frame::leave);
    }

    public void close() {
        open.unsubscribe();
    }

    /** Where its words stand; empty while there is no tour. */
    public Node place() {
        return place;
    }

    /** From its first stop on, with the network that it is about. */
    public void begin() {
        if (!workbench.session().get().equals(Example.AGREEMENT.session())) {
            Example.AGREEMENT.open(workbench, TEXTS.get("open"));
        }
        pause.run();
        workbench.move(Example.AGREEMENT::placed);
        show(true);
        go(TourStop.PLAYBACK);
    }

    /** Whether it is under way. */
    public boolean isOn() {
        return stop != null;
    }

    private void leave() {
        if (stop != null) {
            stop = null;
            frame.leave();
            boolean hadFocus = isAtRest();
            show(false);
            if (hadFocus) {
                root.requestFocus();
            }
        }
    }

    private void show(boolean isShown) {
        bar.setVisible(isShown);
        bar.setManaged(isShown);
    }

    private void go(int by) {
        TourStop from = Objects.requireNonNull(stop);
        int to = from.ordinal() + by;
        if (to >= TourStop.values().length) {
            leave();
        } else if (to >= 0) {
            pause.run();
            go(TourStop.values()[to]);
        }
    }

    private void go(TourStop to) {
        stop = null; // what is brought into the window is not done by its user
        Objects.requireNonNull(sights.get(to)).show().run();
        stop = to;
        isDone = false;
        bar.show(to, to.task(shortcuts), false);
        point();
        bar.requestFocus();
    }

    /** At what is seen: on a projector there is no tour. */
    private void point() {
        TourStop at = stop;
        if (at != null && place.isVisible()) {
            frame.pointAt(Objects.requireNonNull(sights.get(at)).node());
        } else {
            frame.leave();
        }
    }

    private void moved() {
        done(TourStop.PLAYBACK);
        done(TourStop.CELL);
    }

    private void opened(@Nullable NumberId number) {
        if (number != null) {
            done(TourStop.LANES);
            done(TourStop.WHY);
        }
    }

    private void done(TourStop what) {
        if (stop == what && !isDone) {
            isDone = true;
            bar.show(what, what.outcome(shortcuts), true);
        }
    }

    /** Escape first leaves what has the focus, as anywhere. */
    private void pressed(KeyEvent event) {
        if (stop == null || !place.isVisible()) {
            return;
        }
        switch (event.getCode()) {
            case PAGE_DOWN -> go(1);
            case PAGE_UP -> go(-1);
            case ENTER -> {
                if (!bar.isFocused()) {
                    return;
                }
                go(1);
            }
            case ESCAPE -> {
                if (!isAtRest()) {
                    return;
                }
                leave();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private boolean isAtRest() {
        return bar.isFocusWithin() || root.isFocused();
    }
}
