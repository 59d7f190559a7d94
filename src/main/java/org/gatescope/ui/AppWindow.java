package org.gatescope.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.gatescope.cell.Convention;
import org.gatescope.engine.Matrix;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.format.weights.CheckpointSeries;
import org.gatescope.session.Background;
import org.gatescope.session.RecordedTraining;
import org.gatescope.session.RefusedException;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.session.Shown;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Fillable;
import org.gatescope.ui.control.ShownNotation;
import org.gatescope.ui.data.ImportController;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.file.AutosaveController;
import org.gatescope.ui.file.Choosers;
import org.gatescope.ui.file.Document;
import org.gatescope.ui.file.FileController;
import org.gatescope.ui.file.Filmed;
import org.gatescope.ui.file.Panes;
import org.gatescope.ui.file.Windows;
import org.gatescope.ui.paint.ScreenColour;
import org.gatescope.ui.render.NodeImage;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.settings.Settings;
import org.gatescope.ui.theme.Theme;
import org.gatescope.ui.window.Arrangement;
import org.gatescope.ui.window.HiddenWindow;
import org.gatescope.ui.window.MainWindow;
import org.gatescope.ui.window.Rooms;

/** One window of the app: a document with all that shows it, and the threads that compute for it. */
final class AppWindow {
    private static final Texts TEXTS = Texts.of(AppWindow.class);
    private static final String PANELS = "panels";
    private static final double LEAST_WIDTH = 760;
    private static final double LEAST_HEIGHT = 480;

    /** Its own: an edit waits for no other work than its own run. */
    private final ExecutorService runs = Executors.newSingleThreadExecutor(task -> daemon(task, "runs"));

    /** What is worked out beside the numbers; two threads, so that a long check does not keep all others waiting. */
    private final ExecutorService background = Executors.newFixedThreadPool(2, task -> daemon(task, "background"));

    /** Its own: a training keeps it busy for as long as it runs. */
    private final ExecutorService training = Executors.newSingleThreadExecutor(task -> daemon(task, "training"));

    private final Stage stage;
    private final Workbench workbench;
    private final Desk desk;
    private final MainWindow window;
    private final Document document;
    private final FileController files;
    private final ImportController imports;
    private final AutosaveController autosave;
    private final LessonMenu lessonMenu;

    /** @param settings of the window that was used last */
    AppWindow(Stage stage, Opened opened, Settings settings, Windows windows, Choosers choosers) {
        this.stage = stage;
        SavedSession saved = opened.saved();
        workbench = new Workbench(saved.session(), runs, Platform::runLater);
        workbench.move(playhead -> playhead.at(saved.position()));
        desk = Desk.over(workbench, new Background(background, Platform::runLater), settings.theme());
        desk.lesson().set(saved.lesson());
        window = new MainWindow(
                desk, training, OwnCells.ofUser(), Arrangement.of(saved.view()).orElse(arrangement(settings)));
        window.restore(settings.choices());
        window.debugging().breakpoints().setAll(saved.breakpoints());
        window.debugging().watches().setAll(saved.watches());
        document = new Document(workbench, desk.lesson(), opened.file(), opened.isUnsaved());
        imports = new ImportController(desk, window.fileMenu(), window::offerText);
        files = new FileController(
                desk,
                document,
                this::saved,
                choosers,
                windows,
                imports::open,
                window::shownQuantities,
                new Panes(window.root(), MainWindow.PANES, window::panes, this::filmed),
                window::addPlayback);
        autosave = new AutosaveController(desk, document, this::saved, opened.draft());
        lessonMenu = new LessonMenu(desk, window, choosers, this::saved, files::open);
        files.offer(window.fileMenu(), window.shortcuts(), lessonMenu::menu);
        window.offerToCompare(() -> choosers.toOpen().stream().findFirst());
        window.offerFolder(choosers::toFolder, path -> files.open(List.of(path)));
        showTitle();
        document.file().subscribe(place -> desk.stem().set(place.map(SessionFile::stem)));
        document.unsaved().subscribe(this::showTitle);
        document.name().subscribe(this::showTitle);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene());
        window.show(saved.view());
        opened.original().ifPresent(files::tellOfOriginal);
        stage.focusedProperty().subscribe(isFocused -> {
            if (isFocused) {
                comeBack();
            }
        });
        stage.setOnCloseRequest(event -> {
            event.consume();
            files.close();
        });
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private Scene scene() {
        Scene scene = new Scene(window.root(), 1280, 800);
        scene.setFill(ScreenColour.of(desk.tones().window())); // until the first frame
        scene.addEventFilter(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.addEventFilter(DragEvent.DRAG_DROPPED, event -> {
            if (event.getDragboard().hasFiles()) {
                files.open(event.getDragboard().getFiles().stream()
                        .map(java.io.File::toPath)
                        .toList());
                event.setDropCompleted(true);
                event.consume();
            }
        });
        return scene;
    }

    private void showTitle() {
        String name = document.name().get();
        stage.setTitle(TEXTS.get(document.unsaved().get() ? "title.unsaved" : "title", name));
    }

    /** As it would be written into a file now. */
    private SavedSession saved() {
        Session session = workbench.session().get();
        Shown shown = workbench.shown().get();
        SavedSession now = new SavedSession(
                session,
                shown.playhead().in(Schedule.of(session)).position(), // whose run may be under way
                window.debugging().breakpoints(),
                window.debugging().watches(),
                window.view(),
                desk.lesson().get());
        return window.isEditingLesson() ? now.handedOut() : now;
    }

    /** A window like this one as it is now, of which nobody sees more than the film. */
    private Filmed filmed(String pane) {
        HiddenWindow hidden = HiddenWindow.of(
                saved(),
                desk.theme().get(),
                stage.getScene().getWidth(),
                stage.getScene().getHeight());
        hidden.window()
                .root()
                .percentProperty()
                .set(window.root().percentProperty().get());
        if (MainWindow.PANES.contains(pane)) {
            hidden.window().fill(pane);
        }
        List<Node> shown = hidden.window()
                .pane(pane)
                .map(Fillable::drawn)
                .orElse(List.of(hidden.scene().getRoot()));
        return position -> {
            hidden.workbench().move(now -> now.at(position));
            return NodeImage.pixels(shown);
        };
    }

    private static Arrangement arrangement(Settings settings) {
        List<Double> dividers = settings.dividers().getOrDefault(MainWindow.SPLIT, List.of());
        return settings.choice(PANELS)
                .map(panels -> Arrangement.of(dividers, panels))
                .orElse(Arrangement.FIRST);
    }

    /** It is used again, and its file may have changed meanwhile. */
    void comeBack() {
        files.look();
    }

    Stage stage() {
        return stage;
    }

    /** Where it is kept. */
    Optional<Path> file() {
        return document.file().get();
    }

    /** Draws it all once, as a window is black until its first frame, and shows it. */
    void show() {
        stage.getScene().snapshot(null);
        stage.show();
        window.root().requestFocus();
    }

    /** For whom the app is new. */
    void beginTour() {
        window.beginTour();
    }

    /** Goes through the checkpoints of the session's training, as if it were made now. */
    void replay(CheckpointSeries series) {
        window.showRoom(Rooms.TRAINING);
        RecordedTraining recorded = new RecordedTraining(workbench.session().get(), epoch -> after(series, epoch));
        window.trainer().replay(recorded, series.files().size() - 1);
    }

    private static Map<String, Matrix> after(CheckpointSeries series, int epoch) {
        try {
            return series.parameters(epoch);
        } catch (FormatException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
    }

    /** As the File menu does. */
    void open(List<Path> paths) {
        files.open(paths);
    }

    void tell(String sentence) {
        desk.notices().tell(sentence);
    }

    void tell(Throwable failed) {
        window.tell(failed);
    }

    /** What of it the next window begins with. */
    Settings remembered(Settings before) {
        Theme theme = desk.theme().get();
        Arrangement arrangement = window.arrangement();
        return before.withTheme(theme)
                .withDividers(MainWindow.SPLIT, arrangement.dividers())
                .withChoice(PANELS, arrangement.panels())
                .withChoice(ShownNotation.KEY, Convention.shown().written())
                .withChoices(window.remembered());
    }

    /** Lets go of everything; the stage is hidden. */
    void close() {
        autosave.close();
        files.closeWindows();
        lessonMenu.close();
        imports.close();
        document.close();
        window.close();
        runs.shutdownNow();
        background.shutdown(); // what is being written is written to its end
        training.shutdownNow();
    }
}
