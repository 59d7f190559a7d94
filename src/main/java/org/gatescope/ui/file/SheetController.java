package org.gatescope.ui.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.MenuButton;
import org.controlsfx.control.PopOver;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.format.FormatException;
import org.gatescope.format.WholeFile;
import org.gatescope.picture.Picture;
import org.gatescope.picture.sheet.HandedOver;
import org.gatescope.picture.sheet.SheetPiece;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Bubble;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.sheet.SheetWish;
import org.gatescope.ui.sheet.Worksheets;

/** Writes worksheets and their answers; the window can be used meanwhile. */
final class SheetController {
    private static final Texts TEXTS = Texts.of(SheetController.class);

    private final Desk desk;
    private final BackgroundTask writing;

    SheetController(Desk desk) {
        this.desk = desk;
        writing = desk.background().task();
    }

    /** Pages of one kind, as they come. */
    private interface Pages {
        List<Picture> of(SheetWish wish, Progress progress) throws FormatException;
    }

    /**
     * Sheets and their answers are two files, and the view stays for the other.
     *
     * @param target asks for the file, given a name for it
     */
    void ask(MenuButton anchor, String name, Function<String, Optional<Path>> target) {
        Session session = desk.workbench().session().get().withTitle(name);
        SheetView view =
                new SheetView(session, desk.covered().get(), anchor.getScene().getHeight(), writing);
        PopOver bubble = Bubble.of(view, PopOver.ArrowLocation.TOP_LEFT, TEXTS.get("sheet.title"));
        view.setOnSheets(wish -> {
            Optional<Path> file = target.apply(name);
            showAgain(bubble, anchor);
            file.ifPresent(chosen -> write(wish, SheetController::sheets, chosen));
        });
        view.setOnKey(wish -> {
            Optional<Path> file = target.apply(TEXTS.get("sheet.key.file", name));
            showAgain(bubble, anchor);
            file.ifPresent(chosen -> write(wish, SheetController::key, chosen));
        });
        bubble.show(anchor);
    }

    /** It goes when a chooser comes. */
    private static void showAgain(PopOver bubble, MenuButton anchor) {
        if (!bubble.isShowing()) {
            bubble.show(anchor);
        }
    }

    private void write(SheetWish wish, Pages pages, Path file) {
        writing.start(
                progress -> written(wish, pages, file, progress),
                problem -> problem.ifPresentOrElse(
                        desk.notices()::warn, () -> desk.notices().tell(TEXTS.get("export.done", file))),
                failure -> desk.notices().warn(failure.sentence()));
    }

    /** @return why it was not written; empty if it was */
    private static Optional<String> written(SheetWish wish, Pages pages, Path file, Progress progress) {
        try {
            List<Picture> drawn = new ArrayList<>();
            pages.of(wish, progress).forEach(page -> drawn.add(new HandedOver(page, SheetController::onWindow)));
            WholeFile.write(Worksheets.pdf(drawn, wish.title()), file);
            return Optional.empty();
        } catch (FormatException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return Optional.of(ExportController.unwritten(file, e));
        }
    }

    private static List<Picture> sheets(SheetWish wish, Progress progress) throws FormatException {
        List<Picture> pages = new ArrayList<>();
        for (int copy = 1; copy <= wish.copies(); copy++) {
            progress.report(copy - 1, wish.copies());
            int number = copy;
            pages.addAll(OnWindow.ask(() -> Worksheets.sheet(wish, number)));
        }
        return pages;
    }

    private static List<Picture> key(SheetWish wish, Progress progress) throws FormatException {
        List<SheetPiece> answers = new ArrayList<>();
        for (int copy = 1; copy <= wish.copies(); copy++) {
            progress.report(copy - 1, wish.copies());
            int number = copy;
            answers.addAll(OnWindow.ask(() -> Worksheets.answers(wish, number)));
        }
        return OnWindow.ask(() -> Worksheets.key(wish, answers));
    }

    /** Draws on JavaFX's thread. */
    private static void onWindow(Runnable drawing) {
        OnWindow.call(() -> {
            drawing.run();
            return true;
        });
    }
}
