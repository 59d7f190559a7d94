package org.gatescope.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import org.controlsfx.control.PopOver;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.ExampleGroup;
import org.gatescope.lesson.FinishedLesson;
import org.gatescope.lesson.Task;
import org.gatescope.session.BackgroundTask;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Bubble;
import org.gatescope.ui.desk.Desk;

/** The gallery below its button in the toolbar. */
final class GalleryController {
    private static final Texts TEXTS = Texts.of(GalleryController.class);
    /** Of the window's height, what is left for the toolbar, the search and the edge of the screen, in pixels. */
    private static final double BESIDE = 190;

    private final Desk desk;
    private final Button button;
    private final Runnable afterwards;
    private final BooleanProperty flow;
    private final Runnable onTask;
    private final BiConsumer<FinishedLesson, String> onLesson;
    private final List<GalleryEntry> entries = new ArrayList<>();
    private final GalleryView view;
    private final PopOver bubble;
    private final BackgroundTask looking;
    private final GalleryFolderController own;
    private boolean hasLooked;
    /** True while the gradient flow is shown for the sake of what was opened alone. */
    private boolean showsFlow;

    /**
     * @param flow       whether the gradient flow is shown: it is while an example is open that is about it
     * @param onTask     shows what trains
     * @param onLesson   opens a lesson; given what that is called as a step of undo
     * @param afterwards done once something was opened
     */
    GalleryController(
            Desk desk,
            Button button,
            BooleanProperty flow,
            Runnable onTask,
            BiConsumer<FinishedLesson, String> onLesson,
            Runnable afterwards) {
        this.desk = desk;
        this.button = button;
        this.flow = flow;
        this.onTask = onTask;
        this.onLesson = onLesson;
        flow.subscribe(() -> showsFlow = false); // the user has switched it
        this.afterwards = afterwards;
        looking = desk.background().task();
        for (ExampleGroup group : ExampleGroup.values()) {
            group.lessons().forEach(lesson -> entries.add(GalleryEntry.of(group, lesson, () -> open(lesson))));
            group.examples().forEach(example -> entries.add(GalleryEntry.of(example, () -> open(example))));
            group.tasks().forEach(task -> entries.add(GalleryEntry.of(group, task, () -> open(task))));
        }
        view = new GalleryView(entries);
        own = new GalleryFolderController(desk, view);
        bubble = Bubble.of(view, PopOver.ArrowLocation.TOP_LEFT, TEXTS.get("gallery"));
        view.setOnLeave(bubble::hide);
        bubble.setOnHidden(event -> own.pause());
        button.setOnAction(event -> show());
    }

    /** Whether it is open. */
    ObservableValue<Boolean> shown() {
        return bubble.showingProperty();
    }

    /** The user's own folder in it. */
    GalleryFolderController own() {
        return own;
    }

    void close() {
        looking.cancel();
        own.close();
        bubble.hide();
    }

    private void show() {
        double height = button.getScene().getHeight();
        view.begin(desk.tones(), Math.max(120, height - BESIDE)); // the bubble is placed by its size
        bubble.show(button);
        view.search();
        own.refresh();
        if (!hasLooked) {
            hasLooked = true;
            lookOn(0);
        }
    }

    /** One picture after the other: those that are seen first come first. */
    private void lookOn(int at) {
        if (at < entries.size()) {
            looking.start(
                    progress -> entries.get(at).glimpse(),
                    glimpse -> {
                        view.show(at, glimpse);
                        lookOn(at + 1);
                    },
                    failure -> desk.notices().warn(failure.sentence()));
        }
    }

    private void open(Example example) {
        example.open(desk.workbench(), TEXTS.get("open", example.title()));
        showFlow(example.showsFlow());
        if (example.trains()) {
            onTask.run();
        }
        done(example.purpose());
    }

    /** Flow that was shown before stays so. */
    private void showFlow(boolean isWanted) {
        boolean isLent = isWanted && !flow.get() || showsFlow;
        if (isWanted || showsFlow) {
            flow.set(isWanted);
        }
        showsFlow = isWanted && isLent;
    }

    private void open(FinishedLesson lesson) {
        showFlow(false);
        onLesson.accept(lesson, TEXTS.get("open", lesson.title()));
        done(lesson.purpose());
    }

    private void open(Task task) {
        task.open(desk.workbench(), TEXTS.get("open", task.title()), 1);
        showFlow(false);
        onTask.run();
        done(task.purpose());
    }

    private void done(String purpose) {
        bubble.hide();
        desk.notices().tell(purpose);
        afterwards.run();
    }
}
