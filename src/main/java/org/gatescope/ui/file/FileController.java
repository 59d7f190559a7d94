package org.gatescope.ui.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.gatescope.format.FormatException;
import org.gatescope.format.data.DataFiles;
import org.gatescope.format.session.OpenFile;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.format.session.Versions.EarlierVersion;
import org.gatescope.format.weights.CheckpointSeries;
import org.gatescope.format.weights.ImportChoices;
import org.gatescope.lesson.NewSession;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Notices;

/** The commands of the File menu. Files are read and written in the background, one after the other. */
public final class FileController {
    private static final Texts TEXTS = Texts.of(FileController.class);

    private final Workbench workbench;
    private final Desk desk;
    private final Document document;
    private final Supplier<SavedSession> state;
    private final Choosers choosers;
    private final Windows windows;
    private final Notices notices;
    private final Consumer<List<Path>> onData;
    private final BackgroundTask writing;
    private final BackgroundTask reading;
    private final ExportController exports;

    /**
     * @param state  what would be saved now
     * @param onData given files whose data are to be imported
     * @param lanes  names of the quantities that lanes show now
     * @param panes  of which pictures can be made
     * @param keys   adds those of playback
     */
    public FileController(
            Desk desk,
            Document document,
            Supplier<SavedSession> state,
            Choosers choosers,
            Windows windows,
            Consumer<List<Path>> onData,
            Supplier<Set<String>> lanes,
            Panes panes,
            Consumer<Shortcuts> keys) {
        this.onData = onData;
        this.document = document;
        this.desk = desk;
        workbench = desk.workbench();
        this.state = state;
        this.choosers = choosers;
        this.windows = windows;
        notices = desk.notices();
        writing = desk.background().task();
        reading = desk.background().task();
        exports = new ExportController(desk, document, choosers, lanes, panes, keys);
    }

    /** Closes the windows that belong to this one. */
    public void closeWindows() {
        exports.close();
    }

    ExportController exports() {
        return exports;
    }

    /** Fills the menu and adds its keys to the window's. @param lessons makes the menu of what is done with lessons */
    public void offer(MenuButton menu, Shortcuts shortcuts, Supplier<Menu> lessons) {
        shortcuts
                .line("files")
                .everywhere(this::createNew, KeyCode.N, KeyCombination.SHORTCUT_DOWN)
                .as("new")
                .everywhere(this::open, KeyCode.O, KeyCombination.SHORTCUT_DOWN)
                .as("open")
                .everywhere(this::importModel, KeyCode.I, KeyCombination.SHORTCUT_DOWN)
                .as("import")
                .everywhere(this::save, KeyCode.S, KeyCombination.SHORTCUT_DOWN)
                .as("save")
                .everywhere(this::saveAs, KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)
                .as("save-as")
                .everywhere(this::close, KeyCode.W, KeyCombination.SHORTCUT_DOWN)
                .as("close")
                .line("file-menu")
                .everywhere(menu::show, KeyCode.F, KeyCombination.ALT_DOWN);
        new FileMenu(menu, this, document, windows, shortcuts, lessons);
    }

    void createNew() {
        windows.open(SavedSession.of(NewSession.create(TEXTS.get("untitled"))), Optional.empty());
    }

    void open() {
        open(choosers.toOpen());
    }

    void importData() {
        List<Path> files = choosers.toImportData();
        if (!files.isEmpty()) {
            onData.accept(files);
        }
    }

    /** Opens each session in a window of its own, and offers data for this one; what cannot be opened is said here. */
    public void open(List<Path> files) {
        List<Path> closed = files.stream().filter(file -> !windows.show(file)).toList();
        reading.start(
                progress -> Sorted.of(closed),
                sorted -> {
                    sorted.read().forEach(read -> read.into(this::opened, this::choose, notices::warn));
                    if (!sorted.data().isEmpty()) {
                        onData.accept(sorted.data());
                    }
                },
                failure -> notices.warn(failure.sentence()));
    }

    /** Sessions and models that were read, and files of data. */
    private record Sorted(List<Read> read, List<Path> data) {
        static Sorted of(List<Path> files) {
            Sorted sorted = new Sorted(new ArrayList<>(), new ArrayList<>());
            for (Path file : files) {
                sorted.add(file);
            }
            return sorted;
        }

        /** An archive of arrays is a model, or else it is data. */
        private void add(Path file) {
            boolean isArchive = String.valueOf(file.getFileName()).endsWith(".npz");
            if (DataFiles.fits(file) && !(isArchive && Read.of(file) instanceof Read.Model)) {
                data.add(file);
            } else {
                read.add(Read.of(file));
            }
        }
    }

    private void opened(Path file, SavedSession saved) {
        windows.used(file);
        windows.open(saved, Optional.of(file));
    }

    void importModel() {
        open(choosers.toImport());
    }

    /** Shows what there is to choose in a model file; it becomes a session in a window of its own. */
    private void choose(Read.Model model) {
        ImportWindow.open(desk, model, choosers::toTest, (chosen, session) -> {
            if (model.checkpoints().isEmpty()) {
                windows.used(model.file());
                windows.openCopy(SavedSession.of(session));
            } else {
                openCheckpoints(model.checkpoints(), chosen, session);
            }
        });
    }

    private void openCheckpoints(List<Path> files, ImportChoices chosen, Session session) {
        reading.start(
                progress -> OpenedSeries.of(files, chosen),
                opened -> opened.into(series -> windows.openSeries(session, series), notices::warn),
                failure -> notices.warn(failure.sentence()));
    }

    /** What reading checkpoints gave: a series, or a sentence that says why there is none. */
    private record OpenedSeries(Optional<CheckpointSeries> series, String problem) {
        static OpenedSeries of(List<Path> files, ImportChoices chosen) {
            try {
                return new OpenedSeries(Optional.of(CheckpointSeries.of(files, chosen)), "");
            } catch (FormatException e) {
                return new OpenedSeries(Optional.empty(), String.valueOf(e.getMessage()));
            }
        }

        void into(Consumer<CheckpointSeries> onSeries, Consumer<String> onRefused) {
            series.ifPresentOrElse(onSeries, () -> onRefused.accept(problem));
        }
    }

    void importCheckpoints() {
        choosers.toImportFolder().map(List::of).ifPresent(this::open);
    }

    /** Looks whether another program has written the file, which is then said, and can be read. */
    public void look() {
        if (document.isOvertakenAnew()) {
            notices.tell(
                    TEXTS.get("changed", document.name().get()),
                    new Notices.Offer(TEXTS.get("changed.read"), this::revert));
        }
    }

    /** Says that this is a copy of a file that another program has open. */
    public void tellOfOriginal(Path file) {
        String name = String.valueOf(file.getFileName());
        notices.tell(TEXTS.get("copy.is", name), new Notices.Offer(TEXTS.get("copy.anyway"), () -> openOriginal(file)));
    }

    private void openOriginal(Path file) {
        read(file, saved -> {
            windows.openAnyway(saved, file);
            if (!document.unsaved().get()) {
                windows.close();
            }
        });
    }

    void save() {
        saveAnd(() -> {});
    }

    private void saveAnd(Runnable afterwards) {
        Optional<Path> file = document.file().get();
        if (file.isEmpty()) {
            saveAsAnd(afterwards);
            return;
        }
        switch (document.isOvertaken() ? choosers.onOvertaken(document.name().get()) : Choosers.Overtaken.OVERWRITE) {
            case OVERWRITE -> write(file.get(), afterwards);
            case ELSEWHERE -> saveAsAnd(afterwards);
            case CANCEL -> {}
        }
    }

    void saveAs() {
        saveAsAnd(() -> {});
    }

    private void saveAsAnd(Runnable afterwards) {
        target(document.name().get()).ifPresent(file -> write(file, afterwards));
    }

    /**
     * Where to save to. Not every system's chooser adds the ending, without which files are not found again; it asks
     * once more where the whole name is another file's, about which nobody has been asked yet.
     */
    private Optional<Path> target(String name) {
        return choosers.toSave(name).flatMap(chosen -> {
            Path file = SessionFile.named(chosen);
            return file.equals(chosen) || Files.notExists(file)
                    ? Optional.of(file)
                    : target(String.valueOf(file.getFileName()));
        });
    }

    private void write(Path file, Runnable afterwards) {
        SavedSession saved = state.get();
        writing.keepUp( // so that the next one finds what this one came to
                progress -> Written.to(file, document.held(), saved, windows.versions()),
                written -> {
                    switch (written) {
                        case Written.Refused(String sentence) -> refuse(sentence);
                        case Written.Taken() -> refuse(TEXTS.get("taken", String.valueOf(file.getFileName())));
                        case Written.Whole(OpenFile open, boolean isEarlierKept) -> {
                            document.saved(open, saved);
                            windows.used(file);
                            notices.tell(TEXTS.get(isEarlierKept ? "saved" : "saved.alone", now()));
                            afterwards.run();
                        }
                    }
                },
                failure -> refuse(failure.sentence()));
    }

    private void refuse(String sentence) {
        notices.tell(sentence, new Notices.Offer(TEXTS.get("save-as"), this::saveAs));
    }

    private static String now() {
        return LocalTime.now().format(DateTimeFormatter.ofPattern("HH:mm"));
    }

    /** Back to what is in the file; undo takes it back. */
    void revert() {
        document.held()
                .ifPresent(file -> replace(file.path(), TEXTS.get("revert.item"), saved -> {
                    document.saved(file, saved);
                    notices.tell(TEXTS.get("reverted"));
                }));
    }

    /** Back to what the file was once; undo takes it back. */
    void revert(EarlierVersion version, String time) {
        replace(version.place(), TEXTS.get("earlier.back", time), saved -> notices.tell(TEXTS.get("earlier.is", time)));
    }

    /** What a file holds takes the place of the session, as an edit. */
    private void replace(Path from, String label, Consumer<SavedSession> afterwards) {
        read(from, saved -> {
            workbench.edit(label, session -> saved.session());
            desk.lesson().set(saved.lesson());
            afterwards.accept(saved);
        });
    }

    private void read(Path file, Consumer<SavedSession> onRead) {
        reading.start(
                progress -> Read.ofSession(file),
                read -> read.into((same, saved) -> onRead.accept(saved), model -> {}, notices::warn),
                failure -> notices.warn(failure.sentence()));
    }

    /** The states of the file that were saved over, the latest first. */
    List<EarlierVersion> earlier() {
        return document.file().get().map(windows.versions()::of).orElse(List.of());
    }

    /** The same once more, as a document without a file. */
    void duplicate() {
        windows.openCopy(state.get().withTitle(TEXTS.get("duplicate.title", desk.title())));
    }

    /** Closes the window, unless the user would rather keep what is not saved. */
    public void close() {
        if (!document.unsaved().get()) {
            windows.close();
            return;
        }
        switch (choosers.onLoss(document.name().get())) {
            case SAVE -> saveAnd(windows::close);
            case DROP -> windows.close();
            case CANCEL -> {}
        }
    }
}
