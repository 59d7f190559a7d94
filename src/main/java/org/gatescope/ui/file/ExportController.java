package org.gatescope.ui.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.stage.Window;
import org.controlsfx.control.PopOver;
import org.gatescope.engine.TooLargeException;
import org.gatescope.format.FormatException;
import org.gatescope.format.WholeFile;
import org.gatescope.format.code.CodeTarget;
import org.gatescope.format.code.SessionCode;
import org.gatescope.format.export.ExportedNetwork;
import org.gatescope.format.export.Loader;
import org.gatescope.format.export.Quantities;
import org.gatescope.format.export.RunExport;
import org.gatescope.format.export.WeightExport;
import org.gatescope.format.export.WeightNames;
import org.gatescope.format.tensor.Precision;
import org.gatescope.format.tensor.TimeLayout;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Bubble;
import org.gatescope.ui.control.Fillable;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Notices;
import org.gatescope.ui.page.SessionPage;
import org.gatescope.ui.render.FigureForm;
import org.gatescope.ui.render.FigureKind;
import org.gatescope.ui.stage.RunLanes;
import org.gatescope.ui.theme.Theme;

/** Writes weights, and numbers of the run, for other programs. */
final class ExportController {
    private static final Texts TEXTS = Texts.of(ExportController.class);
    /** As LibreOffice, Inkscape and browsers put it on the clipboard. */
    private static final DataFormat SVG = dataFormat("image/svg+xml");

    private final Desk desk;
    private final Document document;
    private final Choosers choosers;
    private final Supplier<Set<String>> shown;
    private final Panes panes;
    private final FilmController films;
    private final SheetController sheets;
    private final CodeController programs;
    private final BackgroundTask writing;

    /**
     * @param shown names of the quantities that lanes show now
     * @param keys  adds those of playback
     */
    ExportController(
            Desk desk,
            Document document,
            Choosers choosers,
            Supplier<Set<String>> shown,
            Panes panes,
            Consumer<Shortcuts> keys) {
        this.shown = shown;
        this.panes = panes;
        films = new FilmController(desk, panes.camera());
        sheets = new SheetController(desk);
        programs = new CodeController(desk, keys, this::save);
        panes.window().addEventHandler(Fillable.Wish.COPY, wish -> {
            copy(new PictureView.Wanted(wish.wanted().drawn(), desk.theme().get(), FigureForm.USUAL));
            wish.consume();
        });
        this.desk = desk;
        this.document = document;
        this.choosers = choosers;
        writing = desk.background().task();
    }

    /** @param sentence in place of a file that could not be written; empty if it was */
    private record Outcome(String sentence, String loader) {}

    /** The thing that writes, in the background. */
    private interface Write {
        String to(Path file) throws FormatException, IOException;
    }

    /** @param anchor what is asked hangs below it */
    Menu menu(MenuButton anchor) {
        Menu menu = new Menu(TEXTS.get("export"));
        menu.setId("file-export");
        panes.window().addEventHandler(Fillable.Wish.PICTURE, wish -> {
            askForPicture(anchor, Optional.of(wish.wanted()));
            wish.consume();
        });
        for (WeightNames names : WeightNames.values()) {
            menu.getItems().add(item("export." + names.id(), () -> weights(names)));
        }
        menu.getItems().add(item("export.onnx", this::onnx));
        menu.getItems().add(item("export.run", () -> run(Quantities.ALL)));
        menu.getItems().add(item("export.numbers", () -> askForNumbers(anchor)));
        menu.getItems().add(item("export.picture", () -> askForPicture(anchor, Optional.empty())));
        menu.getItems()
                .add(item(
                        "export.film",
                        () -> films.ask(anchor, panes.shownForFilms(), endings -> target(name(), endings))));
        menu.getItems()
                .add(item(
                        "export.code",
                        () -> programs.show(
                                anchor.getScene().getWindow(), document.name().map(ExportController::stem))));
        menu.getItems().add(item("export.page", () -> askForPage(anchor)));
        menu.getItems()
                .add(item(
                        "export.sheet",
                        () -> sheets.ask(anchor, name(), proposed -> target(proposed, List.of(".pdf")))));
        return menu;
    }

    /** There is one for each name in the whole program. */
    private static DataFormat dataFormat(String name) {
        DataFormat known = DataFormat.lookupMimeType(name);
        return known == null ? new DataFormat(name) : known;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(TEXTS.get(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void weights(WeightNames names) {
        Session session = desk.workbench().session().get();
        ExportedNetwork network =
                new ExportedNetwork(session.network(), session.numbers().parameters());
        choose(WeightExport.endings(names), file -> {
            new WeightExport(names, Precision.FLOAT64).write(network, file);
            return Loader.of(network, names, file);
        });
    }

    private void onnx() {
        Session session = desk.workbench().session().get();
        ExportedNetwork network =
                new ExportedNetwork(session.network(), session.numbers().parameters());
        choose(List.of(WeightExport.ONNX), file -> {
            new WeightExport(WeightNames.TORCH, Precision.FLOAT64).write(network, file);
            return "";
        });
    }

    private void askForNumbers(MenuButton anchor) {
        List<String> names = RunExport.of(desk.workbench().shown().get().run()).names().stream()
                .map(Quantities::quantity)
                .distinct()
                .toList();
        NumbersView view = new NumbersView(names, shown.get());
        PopOver bubble = Bubble.of(view, PopOver.ArrowLocation.TOP_LEFT, TEXTS.get("numbers.title"));
        view.setOnWrite(wanted -> {
            bubble.hide();
            run(new Quantities(wanted));
        });
        bubble.show(anchor);
    }

    private void run(Quantities wanted) {
        Run run = desk.workbench().shown().get().run();
        choose(RunExport.ENDINGS, file -> {
            RunExport.of(run).write(wanted, new TimeLayout(false, false), file);
            return "";
        });
    }

    /** What is to be predicted, and a file. */
    private void askForPage(MenuButton anchor) {
        Session session = desk.workbench().session().get();
        NumbersView view = new NumbersView(RunLanes.quantities(session), Set.of(), 0);
        view.setNote(TEXTS.get("page.note"), TEXTS.get("page.search"));
        PopOver bubble = Bubble.of(view, PopOver.ArrowLocation.TOP_LEFT, TEXTS.get("page.title"));
        view.setOnWrite(hidden -> {
            bubble.hide();
            page(hidden);
        });
        bubble.show(anchor);
    }

    /** Drawn at once, as pictures are, and written in the background. */
    private void page(Set<String> hidden) {
        Session session = desk.workbench().session().get().withTitle(name());
        target(name(), List.of(".html")).ifPresent(chosen -> {
            try {
                long position = desk.workbench().shown().get().playhead().position();
                byte[] page = SessionPage.html(
                                session,
                                position,
                                hidden.stream().sorted().toList(),
                                desk.covered().get())
                        .getBytes(StandardCharsets.UTF_8);
                start(chosen, file -> {
                    WholeFile.write(page, file);
                    return "";
                });
            } catch (FormatException | TooLargeException e) {
                desk.notices().warn(String.valueOf(e.getMessage()));
            }
        });
    }

    /** Asks for the file of a run's program, and writes it. @param said told what became of it */
    private void save(Window asking, Run run, CodeTarget target, CodeController.Said said) {
        target(choosers.over(asking), name(), List.of("." + target.ending())).ifPresent(chosen -> {
            if (CodeTarget.hidesLibrary(chosen)) {
                said.refused(TEXTS.get("code.hides", chosen.getFileName()));
                return;
            }
            writing.start(
                    progress -> written(
                            file -> {
                                String name = String.valueOf(file.getFileName());
                                Files.writeString(
                                        file, SessionCode.of(run, target, name).text());
                                return "";
                            },
                            chosen),
                    outcome -> {
                        if (outcome.sentence().isEmpty()) {
                            said.done(TEXTS.get("export.done", chosen));
                        } else {
                            said.refused(outcome.sentence());
                        }
                    },
                    failure -> said.refused(failure.sentence()));
        });
    }

    /** Closes what it has opened. */
    void close() {
        programs.close();
    }

    private void askForPicture(MenuButton anchor, Optional<Fillable> chosen) {
        PictureView view = new PictureView(
                anchor.getScene().getRoot(),
                panes.shown().get(),
                chosen,
                desk.theme().get(),
                this::in);
        PopOver bubble = Bubble.of(view, PopOver.ArrowLocation.TOP_LEFT, TEXTS.get("picture.title"));
        view.setOnCopy(wanted -> {
            bubble.hide();
            copy(wanted);
        });
        view.setOnWrite(wanted -> {
            bubble.hide();
            picture(wanted);
        });
        bubble.show(anchor);
    }

    /** For programs that take vectors, and for those that take pixels. */
    private void copy(PictureView.Wanted wanted) {
        ClipboardContent content = in(wanted.theme(), () -> {
            byte[] svg = FigureKind.SVG.file(wanted.shown(), name(), wanted.form());
            ClipboardContent both = new ClipboardContent();
            both.put(SVG, ByteBuffer.wrap(svg));
            both.putImage(FigureKind.image(wanted.shown(), wanted.form()));
            return both;
        });
        Clipboard.getSystemClipboard().setContent(content);
        desk.notices().tell(TEXTS.get("picture.copied"));
    }

    /** As it is when the file has been chosen. */
    private void picture(PictureView.Wanted wanted) {
        List<String> endings =
                Stream.of(FigureKind.values()).map(kind -> "." + kind.ending()).toList();
        target(name(), endings).ifPresent(chosen -> {
            FigureKind kind = FigureKind.of(chosen.toString()).orElseThrow();
            byte[] picture = in(wanted.theme(), () -> kind.file(wanted.shown(), name(), wanted.form()));
            start(chosen, file -> {
                Files.write(file, picture);
                return "";
            });
        });
    }

    /** Before the next frame the window wears its own theme again. */
    private <T> T in(Theme theme, Supplier<T> drawing) {
        Theme worn = desk.theme().get();
        desk.theme().set(theme);
        try {
            return drawing.get();
        } finally {
            desk.theme().set(worn);
        }
    }

    private String name() {
        return stem(document.name().get());
    }

    private static String stem(String name) {
        return name.replaceFirst("\\.gatescope$", "");
    }

    /** A name without a known ending gets the first one. */
    private void choose(List<String> endings, Write write) {
        target(name(), endings).ifPresent(file -> start(file, write));
    }

    private void start(Path file, Write write) {
        writing.start(
                progress -> written(write, file),
                outcome -> tell(outcome, file),
                failure -> desk.notices().warn(failure.sentence()));
    }

    /** Once more where the whole name is another file's, about which nobody has been asked yet. */
    private Optional<Path> target(String name, List<String> endings) {
        return target(choosers, name, endings);
    }

    private static Optional<Path> target(Choosers asked, String name, List<String> endings) {
        return asked.toExport(name, endings).flatMap(chosen -> {
            Path file = ending(chosen, endings);
            return file.equals(chosen) || Files.notExists(file)
                    ? Optional.of(file)
                    : target(asked, String.valueOf(file.getFileName()), endings);
        });
    }

    /** What is typed into a chooser may come before the ending that it has there, and have one of its own. */
    private static Path ending(Path chosen, List<String> endings) {
        String text = String.valueOf(chosen.getFileName());
        String lower = text.toLowerCase(Locale.ROOT);
        for (String ending : endings) {
            if (lower.endsWith(ending)) {
                String before = text.substring(0, text.length() - ending.length());
                boolean isTwice = endings.stream().anyMatch(before.toLowerCase(Locale.ROOT)::endsWith);
                return isTwice ? chosen.resolveSibling(before) : chosen;
            }
        }
        return chosen.resolveSibling(text + endings.getFirst());
    }

    private static Outcome written(Write write, Path file) {
        try {
            return new Outcome("", write.to(file));
        } catch (FormatException e) {
            return new Outcome(TEXTS.get("export.refused", String.valueOf(e.getMessage())), "");
        } catch (IOException e) {
            return new Outcome(unwritten(file, e), "");
        }
    }

    /** What to say of a file that could not be written. */
    static String unwritten(Path file, IOException e) {
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return TEXTS.get("export.unwritten", file, reason == null ? e.getClass().getSimpleName() : reason);
    }

    private void tell(Outcome outcome, Path file) {
        String sentence = TEXTS.get("export.done", file);
        if (!outcome.sentence().isEmpty()) {
            desk.notices().warn(outcome.sentence());
        } else if (outcome.loader().isEmpty()) {
            desk.notices().tell(sentence);
        } else {
            desk.notices()
                    .tell(
                            sentence,
                            new Notices.Offer(
                                    TEXTS.get("export.loader"),
                                    () -> showCopied(TEXTS.get("export.loader.title"), outcome.loader())));
        }
    }

    /** The lines are on the clipboard too, where they are needed. */
    private void showCopied(String title, String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        choosers.show(title, text);
    }
}
