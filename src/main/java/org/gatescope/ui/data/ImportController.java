package org.gatescope.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.MenuButton;
import org.controlsfx.control.PopOver;
import org.gatescope.format.FormatException;
import org.gatescope.format.data.DataFiles;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Reshape;
import org.gatescope.session.Sequences;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Bubble;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Notices;
import org.jspecify.annotations.Nullable;

/** Reads data files in the background, shows what they are taken for, and puts their sequences into the session. */
public final class ImportController {
    private static final Texts TEXTS = Texts.of(ImportController.class);
    /** Room for the bubble's title and its arrow. */
    private static final double BESIDE = 110;

    private final Workbench workbench;
    private final Notices notices;
    private final MenuButton menu;
    private final BackgroundTask reading;
    private final Consumer<String> onText;
    private final ImportView view = new ImportView(this::change, this::use);
    private final PopOver bubble = Bubble.of(view, PopOver.ArrowLocation.TOP_LEFT, TEXTS.get("title"));
    private @Nullable Import shown;

    /**
     * @param menu   that the page hangs below
     * @param onText given sentences, which are no table
     */
    public ImportController(Desk desk, MenuButton menu, Consumer<String> onText) {
        this.menu = menu;
        this.onText = onText;
        workbench = desk.workbench();
        notices = desk.notices();
        reading = desk.background().task();
        bubble.setAutoHide(false); // what was chosen is not lost to a click beside it
    }

    /** Shows what is in files; those that cannot be read are named. */
    public void open(List<Path> paths) {
        reading.start(progress -> looked(paths), this::opened, failure -> notices.warn(failure.sentence()));
    }

    /** Sentences, or a table; a sentence that says why where they cannot be read. */
    private record Looked(
            Optional<String> sentences, @Nullable Import read, String problem) {}

    private static Looked looked(List<Path> paths) {
        try {
            DataFiles files = DataFiles.of(paths);
            Optional<String> sentences = files.sentences();
            return new Looked(sentences, sentences.isPresent() ? null : Import.of(files), "");
        } catch (FormatException e) {
            return new Looked(
                    Optional.empty(),
                    null,
                    TEXTS.get(
                            "refused", String.valueOf(paths.getFirst().getFileName()), String.valueOf(e.getMessage())));
        }
    }

    private void opened(Looked looked) {
        looked.sentences().ifPresent(onText);
        if (looked.sentences().isPresent()) {
            return;
        }
        Import read = looked.read();
        if (read == null) {
            notices.warn(looked.problem());
            return;
        }
        show(read);
        view.fit(menu.getScene().getHeight() - BESIDE);
        bubble.show(menu);
        view.begin();
    }

    private void show(Import changed) {
        shown = changed;
        view.show(changed);
    }

    private void change(UnaryOperator<Import> change) {
        Import before = shown;
        if (before != null) {
            reading.start(progress -> change.apply(before), this::show, failure -> notices.warn(failure.sentence()));
        }
    }

    private void use(Sequences sequences) {
        bubble.hide();
        workbench.change(TEXTS.get("edit"), session -> Reshape.withSequences(session, sequences));
    }

    /** Ends what is under way. */
    public void close() {
        reading.cancel();
        bubble.hide();
    }
}
