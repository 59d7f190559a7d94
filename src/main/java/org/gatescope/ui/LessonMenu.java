package org.gatescope.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.gatescope.engine.TooLargeException;
import org.gatescope.format.WholeFile;
import org.gatescope.format.session.SavedSession;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.file.Choosers;
import org.gatescope.ui.handin.HandInPage;
import org.gatescope.ui.handin.HandInWindow;
import org.gatescope.ui.page.TeacherPage;
import org.gatescope.ui.window.MainWindow;
import org.jspecify.annotations.Nullable;

/** What a teacher does with lessons, in the File menu. */
final class LessonMenu {
    private static final Texts TEXTS = Texts.of(LessonMenu.class);

    private final Desk desk;
    private final MainWindow window;
    private final Choosers choosers;
    private final Supplier<SavedSession> state;
    private final Consumer<List<Path>> open;
    private @Nullable Stage handedIn;

    /**
     * @param state what would be saved now
     * @param open  opens files
     */
    LessonMenu(
            Desk desk, MainWindow window, Choosers choosers, Supplier<SavedSession> state, Consumer<List<Path>> open) {
        this.desk = desk;
        this.window = window;
        this.choosers = choosers;
        this.state = state;
        this.open = open;
    }

    Menu menu() {
        Menu menu = new Menu(TEXTS.get("lesson"));
        menu.setId("file-lesson");
        MenuItem edit = item("edit", window::editLesson);
        MenuItem page = item("teacher", this::writePage);
        edit.setDisable(window.lesson().isEmpty());
        page.setDisable(window.lesson().isEmpty());
        menu.getItems().setAll(item("new", window::newLesson), edit, page, item("handed-in", this::showHandedIn));
        return menu;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(TEXTS.get("lesson." + key));
        item.setId("lesson-menu-" + key);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void writePage() {
        try {
            TeacherPage.html(state.get()).ifPresent(html -> {
                String said = write(choosers, TEXTS.get("lesson.page", desk.title()), ".html", html);
                if (!said.isEmpty()) {
                    desk.notices().tell(said);
                }
            });
        } catch (TooLargeException e) {
            desk.notices().warn(String.valueOf(e.getMessage()));
        }
    }

    /** @return what is said of it; empty if the user thinks better of it */
    private static String write(Choosers choosers, String name, String ending, String text) {
        Optional<Path> file = choosers.toExport(name, List.of(ending));
        if (file.isEmpty()) {
            return "";
        }
        String shown = String.valueOf(file.get().getFileName());
        try {
            WholeFile.write(text.getBytes(StandardCharsets.UTF_8), file.get());
            return TEXTS.get("lesson.written", shown);
        } catch (IOException e) {
            return TEXTS.get("lesson.unwritten", shown);
        }
    }

    private void showHandedIn() {
        Stage shown = handedIn;
        if (shown != null && shown.isShowing()) {
            shown.toFront();
        } else {
            handedIn = HandInWindow.open(desk, stage -> new Host(choosers.over(stage)));
        }
    }

    /** With its window. */
    void close() {
        Stage shown = handedIn;
        if (shown != null) {
            shown.close();
        }
    }

    private final class Host implements HandInPage.Host {
        private final Choosers over;

        Host(Choosers over) {
            this.over = over;
        }

        @Override
        public List<Path> files() {
            return over.toOpen();
        }

        @Override
        public List<Path> folder() {
            return over.toFolder().map(List::of).orElse(List.of());
        }

        @Override
        public Optional<SavedSession> reference() {
            return Optional.of(state.get());
        }

        @Override
        public void open(Path file) {
            open.accept(List.of(file));
        }

        @Override
        public String write(String name, String csv) {
            return LessonMenu.write(over, name, ".csv", csv);
        }
    }
}
