package org.gatescope.ui.window;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionJson;
import org.gatescope.lesson.FinishedLesson;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.lesson.Place;
import org.gatescope.session.Session;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.lesson.LessonPanel;
import org.jspecify.annotations.Nullable;

/** Leads the window to the places of a lesson, and hands the lesson the keys that go on. */
final class LessonController {
    private static final Texts TEXTS = Texts.of(LessonController.class);
    private static final String FILLED = "filled";
    private static final String LEFT = "left";

    private final Desk desk;
    private final Workbench workbench;
    private final LessonPanel panel;
    private final LeftColumn left;
    private final List<PartSwitch> switches;
    private final Side side;
    private final FillingController filling;
    private final BooleanSupplier isProjected;
    private final Consumer<Map<String, String>> show;
    private final LessonEditing editing;
    private final Subscriptions open = new Subscriptions();
    private final LessonHistory history = new LessonHistory();
    private Session last;
    /** Until another session is opened, and known to be. */
    private @Nullable Session from;

    /**
     * @param editing     whether the lesson is being written, when nothing of it is locked
     * @param isProjected whether the window is on a projector, where panes are the user's choice
     * @param show        what a session file keeps of the window
     */
    LessonController(
            Desk desk,
            LessonPanel panel,
            LessonEditing editing,
            LeftColumn left,
            List<PartSwitch> switches,
            Side side,
            FillingController filling,
            BooleanSupplier isProjected,
            Consumer<Map<String, String>> show) {
        this.desk = desk;
        workbench = desk.workbench();
        this.panel = panel;
        this.editing = editing;
        this.left = left;
        this.switches = switches;
        this.side = side;
        this.filling = filling;
        this.isProjected = isProjected;
        this.show = show;
        last = workbench.session().get();
        open.add(workbench.guard(this::barred));
        open.add(workbench.followSession(this::follow), workbench.followOpened(this::putAway), panel::close);
    }

    void close() {
        open.unsubscribe();
    }

    private Optional<String> barred(Session before, Session after) {
        return desk.lesson().get().filter(lesson -> !editing.isWritten()).stream()
                .flatMap(lesson -> lesson.step().locks().stream().sorted())
                .filter(lock -> lock.bars(before, after))
                .findFirst()
                .map(lock -> TEXTS.get("lock." + lock.name().toLowerCase(Locale.ROOT)));
    }

    private void follow(Session now) {
        Session before = last;
        last = now;
        if (workbench.isOpening()) {
            from = before;
        } else {
            show(history.went(before, now, desk.lesson().get()));
        }
    }

    private void show(Optional<OpenLesson> lesson) {
        if (!lesson.equals(desk.lesson().get())) {
            desk.lesson().set(lesson);
        }
    }

    private void putAway() {
        Session before = from;
        from = null;
        if (before != null) {
            history.opened(before, last, desk.lesson().get());
        }
        show(Optional.empty());
    }

    /** Opens one where it was left, or at its beginning. */
    void begin(SavedSession saved, String label) {
        workbench.open(label, saved.session(), end -> end.at(saved.position()));
        desk.lesson().set(saved.lesson());
        panel.returnToStep();
    }

    /** Shows what the step is about, where a lesson is open. */
    void returnToStep() {
        panel.returnToStep();
    }

    /** As it comes along. */
    static SavedSession saved(FinishedLesson finished) {
        try {
            return SessionJson.read(finished.file());
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /** On a projector the panes stay as they were chosen. */
    void go(Place place) {
        place.position().ifPresent(position -> workbench.move(now -> now.at(position)));
        Map<String, String> view = new HashMap<>(place.view());
        if (isProjected.getAsBoolean()) {
            view.remove(FILLED);
        } else if (view.containsKey(FILLED)) {
            filling.leave();
            if (!view.getOrDefault(FILLED, "").isBlank()) {
                filling.fill(panel.fillable()); // beside what it is about
            }
        } else {
            Arrangement.of(view).ifPresent(this::arrange);
        }
        if (Arrangement.TABLES.equals(view.remove(LEFT))) {
            left.showTables();
        }
        if (view.getOrDefault(Place.OPENED, " ").isEmpty()) {
            desk.selection().opened().set(null);
        }
        show.accept(view);
    }

    /** The lesson itself stands where the tables do. */
    private void arrange(Arrangement wanted) {
        filling.leave();
        switches.forEach(
                part -> part.shown().set(wanted.shows(part.key()) || part.key().equals(Arrangement.TABLES)));
        side.showRoom(wanted.room());
        left.showLesson();
    }

    /** What is asked for is kept as an answer, if it is there, and the lesson says so. */
    void check() {
        left.showLesson();
        panel.check();
    }

    /** Whether there is a lesson, and it is seen. */
    boolean isSeen() {
        return desk.lesson().get().isPresent() && panel.getScene() != null;
    }

    /** Goes on where a lesson is seen. @return whether there was one */
    boolean goOn() {
        boolean isSeen = isSeen();
        if (isSeen) {
            panel.goOn(isProjected.getAsBoolean());
        }
        return isSeen;
    }

    /** Goes back where a lesson is seen. @return whether there was one */
    boolean back() {
        boolean isSeen = isSeen();
        if (isSeen) {
            panel.back();
        }
        return isSeen;
    }

    /** Shows it beside the lanes, on a projector. @return whether there is a lesson */
    boolean fill() {
        boolean isOpen = desk.lesson().get().isPresent();
        if (isOpen) {
            filling.fill(panel.fillable());
            filling.fill("lanes");
        }
        return isOpen;
    }
}
