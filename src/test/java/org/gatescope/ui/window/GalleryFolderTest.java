package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.FinishedLesson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of one's own in the gallery. */
class GalleryFolderTest extends WindowScene {
    @TempDir
    private Path folder;

    private final List<Path> opened = new ArrayList<>();

    /** What is to be done in the background, of which a piece is done at a time. */
    private final Queue<Runnable> pieces = new ConcurrentLinkedQueue<>();

    @Override
    protected Executor background() {
        return pieces::add;
    }

    private void work() {
        work(Integer.MAX_VALUE);
    }

    private void work(int most) {
        for (int i = 0; i < most && !pieces.isEmpty(); i++) {
            robot.interact(() -> pieces.remove().run());
        }
        settle();
    }

    private Path save(String name, Example example) throws FormatException {
        Path file = folder.resolve(name);
        SessionFile.write(SavedSession.of(example.session()), file);
        return file;
    }

    private List<String> own() {
        return robot.lookup(".gallery-entry").queryAllAs(Button.class).stream()
                .filter(card -> card.isVisible() && card.getId().startsWith("own-"))
                .map(Node::getAccessibleText)
                .toList();
    }

    private String said() {
        return robot.lookup(".gallery-group > .muted").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .reduce((before, last) -> last)
                .orElse("");
    }

    private void choose() {
        choose(Integer.MAX_VALUE);
    }

    private void choose(int pieces) {
        robot.interact(() -> window.offerFolder(() -> Optional.of(folder), opened::add));
        chord(KeyCode.G, KeyCode.CONTROL);
        robot.interact(() -> robot.lookup("#gallery-choose").query().requestFocus());
        type(KeyCode.SPACE);
        work(pieces);
    }

    private void reopen() {
        type(KeyCode.ESCAPE);
        chord(KeyCode.G, KeyCode.CONTROL);
        work();
    }

    @Test
    void itsFilesAreListedWithWhatTheyAreAndOpenedByKeys() throws Exception {
        save("b.gatescope", Example.SMALL_SEQUENCE_GRU);
        Files.write(folder.resolve("a lesson.gatescope"), FinishedLesson.ONE_NUMBER.file());
        Files.writeString(folder.resolve("c.gatescope"), "no session");
        Files.createFile(folder.resolve("d.GATESCOPE"));
        Files.createFile(folder.resolve("notes.txt"));
        Files.createDirectory(folder.resolve("e.gatescope"));
        choose();
        assertThat(own()).hasSize(4);
        assertThat(own().get(0)).contains("Lesson");
        assertThat(own().get(1)).startsWith("Three steps. GRU").contains("3 steps");
        assertThat(own().get(2)).startsWith("c. ").contains("c.gatescope").hasSizeLessThan(120);
        assertThat(own().get(3)).startsWith("d.");
        robot.interact(() -> robot.lookup("#gallery-search").query().requestFocus());
        write("three steps gru your folder");
        assertThat(own()).hasSize(1);
        type(KeyCode.ENTER);
        assertThat(opened).containsExactly(folder.resolve("b.gatescope"));
        assertThat(robot.lookup("#gallery-search").queryAll()).isEmpty();
    }

    @Test
    void openingTheGalleryReadsItAnew() throws Exception {
        Path file = save("one.gatescope", Example.SMALL_SEQUENCE);
        choose();
        assertThat(own()).hasSize(1);
        save("one.gatescope", Example.VANISHING_RNN);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        save("two.gatescope", Example.SENTENCE);
        reopen();
        assertThat(own()).hasSize(2);
        assertThat(own().getFirst()).startsWith(Example.VANISHING_RNN.session().title());
        Files.delete(file);
        reopen();
        assertThat(own()).hasSize(1);
        Files.delete(folder.resolve("two.gatescope"));
        reopen();
        assertThat(own()).isEmpty();
        assertThat(said()).contains(folder.toString(), ".gatescope");
        Files.delete(folder);
        reopen();
        assertThat(said()).contains("cannot be read");
        Files.createDirectory(folder);
    }

    @Test
    void aFolderOfManyFilesIsBounded() throws IOException {
        for (int i = 0; i < GalleryFolder.MOST + 50; i++) {
            Files.createFile(folder.resolve("file " + i + ".gatescope"));
        }
        choose(8); // no more of its files are looked into than that
        assertThat(own()).hasSize(GalleryFolder.MOST);
        assertThat(said()).contains(Integer.toString(GalleryFolder.MOST));
    }

    /** It is the user's own: no file says where it is, and none can say where to look. */
    @Test
    void itIsRememberedInSettingsAlone() {
        choose();
        assertThat(window.remembered()).containsEntry("gallery.folder", folder.toString());
        assertThat(window.view().values()).noneMatch(value -> value.contains(folder.toString()));
        robot.interact(() -> window.show(Map.of("gallery.folder", "/")));
        assertThat(window.remembered()).containsEntry("gallery.folder", folder.toString());
        robot.interact(() -> window.restore(Map.of("gallery.folder", "no\u0000path")));
        assertThat(window.remembered()).doesNotContainKey("gallery.folder");
    }
}
