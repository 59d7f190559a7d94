package org.gatescope.ui.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.format.session.OpenFile;
import org.gatescope.format.session.SavedSession;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.Lessons;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private static final Path FILE = Path.of("mine.gatescope");
    private static final OpenFile OPEN = OpenFile.anyway(FILE);

    private final Workbench workbench =
            new Workbench(Session.zeros("small", BuiltInCells.cell("gru"), 1, 3, 1, 2), Runnable::run, Runnable::run);
    private final ObjectProperty<Optional<OpenLesson>> lesson = new SimpleObjectProperty<>(Optional.empty());
    private final Document document = new Document(workbench, lesson, Optional.of(OPEN), false);

    private void rename(String title) {
        workbench.edit("rename", session -> session.withTitle(title));
    }

    @Test
    void isUnsavedWhileItDiffersFromWhatWasSaved() {
        assertThat(document.unsaved().get()).isFalse();
        rename("other");
        assertThat(document.unsaved().get()).isTrue();
        workbench.undo();
        assertThat(document.unsaved().get()).isFalse();
        workbench.redo();
        document.saved(OPEN, SavedSession.of(workbench.session().get()));
        assertThat(document.unsaved().get()).isFalse();
        workbench.undo();
        assertThat(document.unsaved().get()).isTrue();
    }

    @Test
    void anAnswerIsToBeSavedAndAStepIsNot() {
        lesson.set(Optional.of(OpenLesson.of(Lessons.lesson(), Example.SMALL_SEQUENCE.session())));
        assertThat(document.unsaved().get()).isFalse();
        lesson.set(lesson.get().map(open -> open.answered("positive").at(1)));
        assertThat(document.unsaved().get()).isTrue();
        document.saved(
                OPEN, new SavedSession(workbench.session().get(), 0, List.of(), List.of(), Map.of(), lesson.get()));
        lesson.set(lesson.get().map(open -> open.at(2)));
        assertThat(document.unsaved().get()).isFalse();
    }

    @Test
    void whatChangesWhileItIsWrittenIsUnsaved() {
        Session written = workbench.session().get();
        rename("meanwhile");
        document.saved(OPEN, SavedSession.of(written));
        assertThat(document.unsaved().get()).isTrue();
    }

    @Test
    void anExampleThatIsOpenedBelongsToNoFile() {
        workbench.open("open", Example.SMALL_SEQUENCE.session());

        assertThat(document.file().get()).isEmpty();
        assertThat(document.unsaved().get()).isFalse();
        assertThat(document.name().get())
                .isEqualTo(Example.SMALL_SEQUENCE.session().title());
        rename("changed");
        assertThat(document.unsaved().get()).isTrue();
    }

    @Test
    void whatWasRecoveredIsUnsavedUntilItIsSaved() {
        Document recovered = new Document(workbench, lesson, Optional.of(OPEN), true);
        assertThat(recovered.unsaved().get()).isTrue();
        recovered.saved(OPEN, SavedSession.of(workbench.session().get()));
        assertThat(recovered.unsaved().get()).isFalse();
    }
}
