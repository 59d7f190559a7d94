package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.Lesson;
import org.gatescope.lesson.LessonStep;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.lesson.Place;
import org.gatescope.session.Session;
import org.gatescope.ui.grid.Grid;
import org.gatescope.ui.projector.SpeakerPanel;
import org.junit.jupiter.api.Test;

/** On a projector there is little on the screen, all of it is large, and a presenter's remote plays. */
class ProjectorTest extends WindowScene {
    @Override
    protected Session first() {
        return Example.SENTENCE.session();
    }

    @Override
    protected Arrangement arrangement() {
        return Arrangement.FIRST;
    }

    @Test
    void itShowsNetworkAndLanesLargeAndEscapeGivesTheWindowBack() {
        resize(1000, 768);
        double usual = gallery();
        type(KeyCode.F5);
        assertThat(isSeen(".top-bar") || isSeen(".transport") || isSeen(".status-bar"))
                .isFalse();
        assertThat(isSeen(".lanes") && isSeen(".unrolled-panel")).isTrue();
        assertThat(isSeen(".filled-heading")).isFalse();
        assertThat(onWindow(() -> window.root().percentProperty().get())).isGreaterThanOrEqualTo(200);
        assertThat(window.remembered().get(MainWindow.SCALE)).isEqualTo("100.0");
        type(KeyCode.ESCAPE);
        assertThat(isSeen(".top-bar") && isSeen(".transport") && isSeen(".status-bar"))
                .isTrue();
        assertThat(isSeen(".filled")).isFalse();
        assertThat(gallery()).isCloseTo(usual, offset(0.1));
    }

    @Test
    void whatFilledTheWindowStaysAndF5LeavesToo() {
        focus("gallery");
        robot.interact(() -> window.fill("cell"));
        type(KeyCode.F5);
        assertThat(isSeen(".cell-panel")).isTrue();
        assertThat(isSeen(".lanes")).isFalse();
        type(KeyCode.F5);
        assertThat(isSeen(".filled") && isSeen(".top-bar")).isTrue();
    }

    @Test
    void aRemoteStepsThroughTimeAndTurnsTheScreenBlack() {
        type(KeyCode.HOME);
        type(KeyCode.F5);
        type(KeyCode.PAGE_DOWN);
        long first = operations();
        type(KeyCode.PAGE_DOWN);
        assertThat(operations()).isGreaterThan(first);
        type(KeyCode.B);
        assertThat(isSeen(".night")).isTrue();
        long second = operations();
        type(KeyCode.PAGE_DOWN);
        assertThat(isSeen(".night")).isFalse();
        assertThat(operations()).isEqualTo(second);
        type(KeyCode.PAGE_UP);
        assertThat(operations()).isEqualTo(first);
        type(KeyCode.ESCAPE);
        type(KeyCode.B, KeyCode.PAGE_DOWN);
        assertThat(isSeen(".night")).isFalse();
        assertThat(operations()).isEqualTo(first);
    }

    /** The window goes to the other screen and comes back; keys typed into the notes play on the projector. */
    @Test
    void onASecondScreenTheFirstHasTheNotesOfWhoeverSpeaks() {
        Rectangle2D first = new Rectangle2D(0, 0, 1000, 800);
        Rectangle2D second = new Rectangle2D(1000, 0, 1024, 768);
        robot.interact(() -> {
            stage.setFullScreen(false); // as tests before may have left it
            stage.setX(0);
            stage.setY(0);
            stage.setHeight(700);
            window.setScreens(() -> List.of(first, second));
        });
        Queue<Double> places = new ConcurrentLinkedQueue<>();
        robot.interact(() -> stage.xProperty().subscribe(x -> places.add(x.doubleValue())));
        type(KeyCode.HOME);
        type(KeyCode.F5);
        await(stage::isFullScreen);
        assertThat(places).contains(second.getMinX()); // the platform without a display has one screen in full
        Stage notes = notesOfSpeaker().orElseThrow();
        assertThat(first.contains(notes.getX(), notes.getY())).isTrue();
        assertThat(said(notes, "#speaker-place")).contains("start");
        assertThat(said(notes, "#speaker-elapsed")).matches("\\d+:\\d\\d");
        robot.interact(() -> {
            notes.toFront();
            notes.requestFocus();
        });
        type(KeyCode.PAGE_DOWN);
        assertThat(operations()).isPositive();
        assertThat(said(notes, "#speaker-place")).contains(String.valueOf(operations()));
        type(KeyCode.B);
        assertThat(isSeen(".night")).isTrue();
        type(KeyCode.ESCAPE);
        assertThat(notesOfSpeaker()).isEmpty();
        await(() -> first.contains(stage.getX(), stage.getY()) && !stage.isFullScreen());
        type(KeyCode.F5);
        robot.interact(() -> notesOfSpeaker().orElseThrow().hide());
        settle();
        assertThat(isSeen(".top-bar")).isTrue();
    }

    @Test
    void theNotesAreThoseOfTheLessonsStep() {
        robot.interact(() ->
                window.setScreens(() -> List.of(new Rectangle2D(0, 0, 1000, 980), new Rectangle2D(1000, 0, 800, 600))));
        LessonStep noted = new LessonStep(
                "One.", Place.ANY, Optional.empty(), "", Place.ANY, "Ask who has seen `h' = tanh(x)`.", Set.of());
        LessonStep plain = new LessonStep("Two.\n\nMore.", Place.ANY, Optional.empty(), "", Place.ANY);
        Lesson lesson = new Lesson("Notes", 5, List.of(), List.of(noted, plain));
        robot.interact(() -> desk.lesson().set(Optional.of(OpenLesson.of(lesson, session()))));
        type(KeyCode.F5);
        Stage notes = notesOfSpeaker().orElseThrow();
        assertThat(words(notes, "#speaker-notes")).contains("Ask who has seen").doesNotContain("One.");
        assertThat(words(notes, "#speaker-next")).contains("Two.").doesNotContain("More.");
        type(KeyCode.PAGE_DOWN);
        assertThat(words(notes, "#speaker-notes")).contains("Two.", "More.");
        type(KeyCode.F5);
        assertThat(notesOfSpeaker()).isEmpty();
    }

    private static Optional<Stage> notesOfSpeaker() {
        return onWindow(() -> Window.getWindows().stream()
                .filter(shown -> shown.getScene().getRoot() instanceof SpeakerPanel)
                .map(Stage.class::cast)
                .findFirst());
    }

    private static String said(Stage notes, String label) {
        return onWindow(() -> ((Label) notes.getScene().lookup(label)).getText());
    }

    private static String words(Stage notes, String part) {
        return onWindow(() -> notes.getScene().lookup(part).lookupAll(".lesson-words").stream()
                .map(node -> ((Text) node).getText())
                .collect(Collectors.joining(" ")));
    }

    @Test
    void penAndHighlighterLeaveLinesUntilTheyAreErased() {
        type(KeyCode.F5);
        chord(KeyCode.P, KeyCode.CONTROL);
        drag();
        chord(KeyCode.I, KeyCode.CONTROL);
        drag();
        assertThat(lines()).isEqualTo(List.of("pen", "highlighter"));
        chord(KeyCode.A, KeyCode.CONTROL);
        drag();
        assertThat(lines()).hasSize(2);
        type(KeyCode.E);
        assertThat(lines()).isEmpty();
    }

    @Test
    void itsMenuChoosesThePanesAndTheLastOneStays() {
        type(KeyCode.F5);
        choose("Network");
        assertThat(isSeen(".unrolled-panel")).isFalse();
        choose("Values and gradients");
        assertThat(isSeen(".lanes")).isTrue();
        choose("The cell");
        assertThat(isSeen(".lanes") && isSeen(".cell-panel")).isTrue();
    }

    /** In the field of a text the letters are the text's. */
    @Test
    void whatIsTypedIntoATextIsNotAKeyOfTheProjector() {
        type(KeyCode.F5);
        choose(": bias");
        robot.interact(() -> grid().requestFocus());
        type(KeyCode.F2, KeyCode.B);
        assertThat(isSeen(".night")).isFalse();
        type(KeyCode.ESCAPE);
        assertThat(onWindow(() -> grid().isFocused())).isTrue();
    }

    private Grid grid() {
        return every("*").stream()
                .filter(Grid.class::isInstance)
                .map(Grid.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void choose(String pane) {
        robot.interact(() -> {
            MenuButton panes = (MenuButton) styled("#projector-panes");
            panes.show();
            panes.getItems().stream()
                    .map(CheckMenuItem.class::cast)
                    .filter(item -> item.getText().endsWith(pane))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            panes.hide();
        });
        settle();
    }

    private void drag() {
        Point2D middle = onWindow(() -> window.root().localToScreen(400, 300));
        robot.drag(middle.getX(), middle.getY(), MouseButton.PRIMARY)
                .moveBy(60, 20)
                .drop();
        settle();
    }

    private List<String> lines() {
        return onWindow(() -> every(".stroke").stream()
                .map(line -> line.getStyleClass().getLast())
                .toList());
    }

    private long operations() {
        return onWindow(() -> workbench.shown().get().playhead().position());
    }

    private double gallery() {
        return onWindow(() ->
                node("gallery").localToScreen(node("gallery").getLayoutBounds()).getHeight());
    }

    private boolean isSeen(String style) {
        return onWindow(() -> every(style).stream().anyMatch(ProjectorTest::isTreeVisible));
    }

    private static boolean isTreeVisible(Node node) {
        return Stream.iterate(node, at -> at != null, Node::getParent).allMatch(Node::isVisible);
    }
}
