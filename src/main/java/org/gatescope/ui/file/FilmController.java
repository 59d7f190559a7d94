package org.gatescope.ui.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.control.MenuButton;
import org.controlsfx.control.PopOver;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.format.FormatException;
import org.gatescope.format.film.FilmKind;
import org.gatescope.format.film.FilmWriter;
import org.gatescope.session.BackgroundTask;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Bubble;
import org.gatescope.ui.desk.Desk;
import org.jspecify.annotations.Nullable;

/**
 * Writes the playback as a film, of a window of its own that nobody sees: this one can be used meanwhile. Its pictures are
 * taken on JavaFX's thread, one at a time, and written in the background.
 */
final class FilmController {
    /** That a film may have. */
    static final int MOST_FRAMES = 20_000;

    private static final Texts TEXTS = Texts.of(FilmController.class);

    private final Desk desk;
    private final Filmed.Camera camera;
    private final BackgroundTask filming;
    private @Nullable FilmView underWay;

    FilmController(Desk desk, Filmed.Camera camera) {
        this.desk = desk;
        this.camera = camera;
        filming = desk.background().task();
    }

    /**
     * Asks what is to be filmed; while a film is made, shows how far it has come.
     *
     * @param target asks for the file, one that ends with one of these
     */
    void ask(MenuButton anchor, List<String> panes, Function<List<String>, Optional<Path>> target) {
        FilmView running = underWay;
        if (running != null) {
            Bubble.of(running, PopOver.ArrowLocation.TOP_LEFT, TEXTS.get("film.title"))
                    .show(anchor);
            return;
        }
        FilmView view = new FilmView(panes, desk.workbench().shown().get().playhead());
        PopOver bubble = Bubble.of(view, PopOver.ArrowLocation.TOP_LEFT, TEXTS.get("film.title"));
        view.setOnWrite(
                wanted -> target.apply(List.of(FilmKind.GIF.ending(), FilmKind.MP4.ending(), FilmKind.PNG.ending()))
                        .ifPresent(file -> film(view, wanted, file)));
        view.setOnCancel(() -> {
            filming.cancel();
            end(view);
        });
        bubble.show(anchor);
    }

    private void film(FilmView view, FilmView.Wanted wanted, Path file) {
        underWay = view;
        view.setRunning(true);
        Filmed filmed = camera.open(wanted.pane());
        filming.start(
                progress -> written(filmed, wanted, file, view, progress),
                problem -> {
                    end(view);
                    problem.ifPresentOrElse(
                            desk.notices()::warn, () -> desk.notices().tell(TEXTS.get("export.done", file)));
                },
                failure -> {
                    end(view);
                    desk.notices().warn(failure.sentence());
                });
    }

    private void end(FilmView view) {
        underWay = null;
        view.setRunning(false);
        if (view.getScene() != null && view.getScene().getWindow() instanceof PopOver bubble) {
            bubble.hide();
        }
    }

    /** @return why it was not written; empty if it was */
    private static Optional<String> written(
            Filmed filmed, FilmView.Wanted wanted, Path file, FilmView view, Progress progress) {
        FilmKind kind = FilmKind.of(file.toString()).orElseThrow();
        int all = wanted.positions().size();
        try (FilmWriter writer = kind.open(file)) {
            for (int frame = 0; frame < all; frame++) {
                progress.report(frame, all);
                long position = wanted.positions().get(frame);
                writer.add(
                        OnWindow.call(() -> filmed.at(position)),
                        wanted.timing().duration(frame, all));
                int done = frame + 1;
                double megabytes = (double) writer.bytes() / done * all / 1e6;
                Platform.runLater(() -> view.show(done, all, megabytes));
            }
            writer.finish();
            return Optional.empty();
        } catch (FormatException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return Optional.of(ExportController.unwritten(file, e));
        }
    }
}
