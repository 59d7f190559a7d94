package org.gatescope.ui.window;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.lesson.Place;
import org.gatescope.session.Subscriptions;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Notices;
import org.gatescope.ui.lesson.edit.LessonEditorPanel;

/** A lesson that is written in the window: its form, its preview, and what a step keeps of the window. */
final class LessonEditing {
    private static final Texts TEXTS = Texts.of(LessonEditing.class);

    /** Of what a session keeps of its window, what a step sets. */
    private static final List<String> KEPT =
            List.of("panels", "part", "sequence", "folds", "filled", "covered", Place.OPENED);

    private final Desk desk;
    private final LessonEditorPanel form;
    private final Supplier<Map<String, String>> view;
    private final BooleanProperty edited = new SimpleBooleanProperty();
    private final Subscriptions open = new Subscriptions();

    /**
     * @param view what a session file keeps of the window
     * @param go   leads the window to a place
     */
    LessonEditing(Desk desk, Supplier<Map<String, String>> view, Consumer<Place> go) {
        this.desk = desk;
        this.view = view;
        form = new LessonEditorPanel(desk, this::here, go, this::end);
        form.sceneProperty().subscribe((was, now) -> look(now != null));
        open.add(
                desk.lesson().subscribe((was, now) -> {
                    if (now.isEmpty()) {
                        edited.set(false);
                    }
                }),
                form::close);
    }

    void close() {
        open.unsubscribe();
    }

    LessonEditorPanel form() {
        return form;
    }

    BooleanProperty edited() {
        return edited;
    }

    /** Whether it is being written just now, and nobody looks at the preview. */
    boolean isWritten() {
        return edited.get() && form.getScene() != null;
    }

    private Place here() {
        Map<String, String> now = view.get();
        Map<String, String> kept = new LinkedHashMap<>();
        KEPT.forEach(key -> Optional.ofNullable(now.get(key)).ifPresent(text -> kept.put(key, text)));
        return new Place(
                OptionalLong.of(desk.workbench().shown().get().playhead().position()), kept);
    }

    /** A new one over the session; the one that was open can be had back. */
    void begin() {
        Optional<OpenLesson> was = desk.lesson().get();
        edit(LessonEditorPanel.first(here(), desk.workbench().session().get()));
        was.ifPresent(lesson -> desk.notices()
                .tell(TEXTS.get("lesson.replaced"), new Notices.Offer(TEXTS.get("lesson.back"), () -> edit(lesson))));
    }

    /** The one that is open, or a new one where none is. */
    void edit() {
        desk.lesson().get().ifPresentOrElse(this::edit, this::begin);
    }

    private void edit(OpenLesson lesson) {
        OpenLesson unanswered = new OpenLesson(lesson.lesson(), lesson.at(), Map.of(), lesson.opening());
        desk.lesson().set(Optional.of(unanswered));
        form.edit(unanswered);
        edited.set(true);
    }

    private void end() {
        edited.set(false);
    }

    /** What was answered and changed in the preview is gone when it is left. */
    private void look(boolean isForm) {
        if (isForm && edited.get()) {
            form.comeBack();
        }
    }
}
