package org.gatescope.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.gatescope.cell.Convention;
import org.gatescope.engine.training.Training;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.Draft;
import org.gatescope.format.session.OpenFile;
import org.gatescope.format.session.Recovery;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.format.session.Versions;
import org.gatescope.format.weights.CheckpointSeries;
import org.gatescope.lesson.Example;
import org.gatescope.session.Playhead;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ShownNotation;
import org.gatescope.ui.file.Choosers;
import org.gatescope.ui.file.Read;
import org.gatescope.ui.file.Windows;
import org.gatescope.ui.settings.Settings;
import org.gatescope.ui.settings.SettingsFile;

/** All windows of the app, and what is remembered from one to the next and from start to start. */
final class AppWindows {
    private static final Texts TEXTS = Texts.of(AppWindows.class);
    private static final String RECENT = "recent";
    private static final String FOLDER = "folder";
    private static final int MOST_RECENT = 10;

    private final SettingsFile file;
    private final Recovery recovery;
    private final Versions versions;
    private final ChoosersOf choosers;
    private final List<AppWindow> windows = new ArrayList<>();
    private Settings settings = Settings.defaults();

    /** @param choosers of each window; given its stage, which folder was used last, and whom to tell of another */
    AppWindows(SettingsFile file, ChoosersOf choosers) {
        this.file = file;
        recovery = new Recovery(file.recoveryFolder());
        versions = new Versions(file.versionsFolder());
        this.choosers = choosers;
    }

    /** Makes what asks a window's user. */
    interface ChoosersOf {
        Choosers of(Stage stage, Supplier<Optional<Path>> folder, Consumer<Path> onFolder);
    }

    /** Opens a window for each file that can be read; where there is none, for the first example. */
    void start(Stage first, List<Path> files) {
        SettingsFile.Loaded loaded = file.load();
        settings = loaded.settings();
        settings.choice(ShownNotation.KEY).flatMap(Convention::read).ifPresent(ShownNotation.property()::set);
        List<String> problems = new ArrayList<>(loaded.notice().stream().toList());
        List<Opened> opened = new ArrayList<>(recovered(problems));
        for (Path path : files) {
            if (isSession(path)
                    && opened.stream().flatMap(one -> one.file().stream()).noneMatch(open -> open.isAt(path))) {
                Read.ofSession(path)
                        .into((same, saved) -> opened.add(fresh(saved, Optional.of(path))), model -> {}, problems::add);
            }
        }
        if (opened.isEmpty()) {
            opened.add(fresh(beginning(), Optional.empty()));
        }
        for (Opened one : opened) {
            open(windows.isEmpty() ? first : new Stage(), one);
            one.file().map(OpenFile::path).ifPresent(this::used);
        }
        if (loaded.isFirst() && files.isEmpty() && problems.isEmpty()) {
            windows.getLast().beginTour();
        }
        if (loaded.isFirst()) {
            save(); // however this window ends, the tour is not shown again
        }
        problems.forEach(windows.getLast()::tell);
        windows.getLast().open(files.stream().filter(path -> !isSession(path)).toList());
    }

    /** Everything else, such as models and data, is looked at in a window that is there already. */
    private static boolean isSession(Path path) {
        return SessionFile.named(path).equals(path);
    }

    /** What programs that ended have left unsaved. @param problems gets a sentence for each draft that cannot be read */
    private List<Opened> recovered(List<String> problems) {
        List<Opened> recovered = new ArrayList<>();
        for (Draft draft : recovery.left()) {
            try {
                recovered.add(opened(draft.read(), draft.file(), draft, true));
                problems.add(TEXTS.get("recovered"));
            } catch (FormatException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return recovered;
    }

    private Opened fresh(SavedSession saved, Optional<Path> path) {
        return opened(saved, path, recovery.draft(), false);
    }

    private static Opened opened(SavedSession saved, Optional<Path> path, Draft draft, boolean isUnsaved) {
        return path.map(file -> Opened.of(file, saved, draft, isUnsaved, TEXTS.get("copy", SessionFile.stem(file))))
                .orElseGet(() -> Opened.loose(saved, draft, isUnsaved));
    }

    private static SavedSession beginning() {
        Session session = Example.AGREEMENT.session();
        Playhead placed = Example.AGREEMENT.placed(Playhead.atEnd(Schedule.of(session)));
        return new SavedSession(session, placed.position(), List.of(), List.of(), Map.of());
    }

    private void open(Stage stage, Opened opened) {
        Stages.place(stage, settings, windows.stream().map(AppWindow::stage).toList());
        OfOne own = new OfOne(stage);
        AppWindow window = new AppWindow(stage, opened, settings, own, choosers(stage));
        windows.add(window);
        stage.setOnHiding(event -> forget(window));
        stage.setOnShown(event -> Platform.runLater(() -> Stages.keepOnScreen(stage))); // its frame is known by then
        window.show();
    }

    private Choosers choosers(Stage stage) {
        return choosers.of(
                stage,
                () -> settings.choice(FOLDER).flatMap(AppWindows::path),
                folder -> settings = settings.withChoice(FOLDER, folder.toString()));
    }

    private void forget(AppWindow window) {
        settings = Stages.remembered(window.remembered(settings), window.stage());
        save();
        windows.remove(window);
        window.close();
    }

    /** Where the folder cannot be written to, the next start is as the last; nothing else is lost. */
    private void save() {
        try {
            file.save(settings);
        } catch (IOException e) {
            System.err.println(TEXTS.get("settings.unsaved", String.valueOf(e.getMessage())));
        }
    }

    private void used(Path path) {
        List<String> recent = Stream.concat(
                        Stream.of(path.toAbsolutePath().toString()),
                        recent().stream().map(Path::toString))
                .distinct()
                .limit(MOST_RECENT)
                .toList();
        settings = settings.withChoice(RECENT, String.join("\n", recent));
    }

    private List<Path> recent() {
        return settings.choice(RECENT).stream()
                .flatMap(String::lines)
                .flatMap(line -> path(line).stream())
                .collect(Collectors.toList());
    }

    /** Settings may have been edited by hand. */
    private static Optional<Path> path(String written) {
        try {
            return Optional.of(Path.of(written));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Those that are open, in the order in which they were opened. */
    List<AppWindow> all() {
        return List.copyOf(windows);
    }

    /** Says in the window at the front what failed unforeseen, on whatever thread. */
    void tell(Throwable failed) {
        Platform.runLater(() -> windows.stream()
                .filter(window -> window.stage().isFocused())
                .findFirst()
                .or(() -> windows.stream().findFirst())
                .ifPresent(window -> window.tell(failed)));
    }

    /** As one window sees them. */
    private final class OfOne implements Windows {
        private final Stage stage;

        OfOne(Stage stage) {
            this.stage = stage;
        }

        @Override
        public void open(SavedSession saved, Optional<Path> from) {
            AppWindows.this.open(new Stage(), fresh(saved, from));
        }

        @Override
        public void openCopy(SavedSession saved) {
            AppWindows.this.open(new Stage(), Opened.loose(saved, recovery.draft(), true));
        }

        @Override
        public void openAnyway(SavedSession saved, Path from) {
            Optional<OpenFile> file = OpenFile.take(from).or(() -> Optional.of(OpenFile.anyway(from)));
            AppWindows.this.open(new Stage(), new Opened(saved, file, Optional.empty(), recovery.draft(), false));
        }

        @Override
        public void openSeries(Session first, CheckpointSeries series) {
            Training asRecorded = first.training().withEpochs(series.files().size() - 1);
            openCopy(SavedSession.of(first.withTraining(asRecorded)));
            windows.getLast().replay(series);
        }

        @Override
        public boolean show(Path wanted) {
            Optional<AppWindow> found = windows.stream()
                    .filter(window ->
                            window.file().filter(kept -> isSame(kept, wanted)).isPresent())
                    .findFirst();
            found.ifPresent(window -> window.stage().toFront());
            return found.isPresent();
        }

        private static boolean isSame(Path one, Path other) {
            try {
                return Files.isSameFile(one, other);
            } catch (IOException e) {
                return one.toAbsolutePath().equals(other.toAbsolutePath());
            }
        }

        @Override
        public void close() {
            stage.hide();
        }

        @Override
        public List<Path> recent() {
            return AppWindows.this.recent();
        }

        @Override
        public Versions versions() {
            return versions;
        }

        @Override
        public void used(Path path) {
            AppWindows.this.used(path);
        }
    }
}
