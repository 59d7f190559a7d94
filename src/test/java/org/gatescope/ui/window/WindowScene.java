package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.gatescope.engine.Sizes;
import org.gatescope.lesson.Example;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.session.Afterglow;
import org.gatescope.session.Background;
import org.gatescope.session.OneLayer;
import org.gatescope.session.Playhead;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.session.Workbench;
import org.gatescope.ui.FxEvents;
import org.gatescope.ui.SwiftRobot;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.grid.Grid;
import org.gatescope.ui.grid.GridPlaces;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The main window as its user has it, on a workbench that computes at once. A test fails if an exception was left
 * unhandled on any thread.
 */
@SuppressWarnings("NullAway.Init")
public abstract class WindowScene {
    protected static final double WIDTH = 1000;
    protected static final double HEIGHT = 980;

    /** Where the user's own cells are kept. */
    @TempDir
    protected Path ownCells;

    protected final FxRobot robot = new SwiftRobot();
    protected Workbench workbench;
    protected Desk desk;
    protected MainWindow window;
    protected Stage stage;
    private final Queue<Throwable> unhandled = new ConcurrentLinkedQueue<>();
    private Thread.UncaughtExceptionHandler usual;

    protected Session first() {
        return Example.SMALL_SEQUENCE.session();
    }

    /** The tables and lanes alone: tests of other panels say so. */
    protected Arrangement arrangement() {
        return new Arrangement(true, false, false, 0.336, 0);
    }

    /** What the window was like when it was closed, beside its arrangement. */
    protected Map<String, String> remembered() {
        return Map.of();
    }

    /** The clock by which what an edit changed stays outlined. */
    protected Afterglow.Delay glowing() {
        return Desk::aSecond;
    }

    /** Where larger networks are computed. */
    protected Executor background() {
        return Runnable::run;
    }

    /** Where the updates of a training are made: at once. */
    protected Executor training() {
        return Runnable::run;
    }

    @BeforeEach
    void open() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        settle(); // TestFX sets a handler of its own when it is first used
        usual = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            if (!isOfPlatform(thrown)) {
                unhandled.add(thrown);
            }
        });
        FxToolkit.setupStage(this::start);
        settle();
    }

    /**
     * JavaFX's platform without a display fails to draw what hangs over the edge of its screen, and its robot what goes
     * on in a window that closes under the mouse.
     */
    private static boolean isOfPlatform(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return Stream.of(trace).limit(12).anyMatch(frame -> frame.getClassName().endsWith(".HeadlessWindow"))
                || trace.length > 0 && trace[0].getClassName().endsWith(".HeadlessRobot");
    }

    protected final void start(Stage opened) {
        stage = opened;
        workbench = new Workbench(first(), background(), Runnable::run);
        desk = Desk.over(workbench, new Background(background(), Runnable::run), Theme.LIGHT, glowing());
        window = new MainWindow(desk, training(), new OwnCells(ownCells), arrangement());
        window.restore(remembered());
        stage.setScene(new Scene(window.root(), WIDTH, HEIGHT));
        stage.setX(0);
        stage.setY(0);
        stage.sizeToScene(); // the test before had the same stage, in a size of its own
        stage.show();
        stage.toFront();
        window.root().requestFocus();
    }

    @AfterEach
    void close() throws TimeoutException {
        robot.release(new KeyCode[0]).release(new MouseButton[0]);
        FxToolkit.cleanupStages();
        settle();
        Thread.setDefaultUncaughtExceptionHandler(usual);
        assertThat(unhandled).as("exceptions that nobody handled").isEmpty();
    }

    protected Queue<Throwable> unhandled() {
        return unhandled;
    }

    // What the user does

    protected void resize(double width, double height) {
        FxEvents.resize(stage, width, height);
    }

    protected void type(KeyCode... keys) {
        robot.type(keys);
        settle();
    }

    protected void type(KeyCode key, int times) {
        robot.type(key, times);
        settle();
    }

    /** A key with others held down. */
    protected void chord(KeyCode key, KeyCode... held) {
        robot.press(held).type(key).release(held);
        settle();
    }

    protected void write(String text) {
        robot.write(text);
        settle();
    }

    protected void click(Node node) {
        scrollTo(node);
        robot.clickOn(node);
        settle();
    }

    protected void click(Point2D place) {
        robot.clickOn(place);
        settle();
    }

    /** A table's cell: the click selects it and brings the focus. */
    protected void clickCell(String table, int row, int column) {
        scrollTo(grid(table));
        click(cell(table, row, column));
    }

    /** As the user does to what is out of view. */
    private void scrollTo(Node node) {
        Node around = node;
        while (around != null && !(around instanceof ScrollPane)) {
            around = around.getParent();
        }
        if (around instanceof ScrollPane pane) {
            robot.interact(() -> scrollTo(node, pane));
            settle();
        }
    }

    private static void scrollTo(Node node, ScrollPane pane) {
        Node content = pane.getContent();
        Bounds place = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double view = pane.getViewportBounds().getHeight();
        double hidden = content.getBoundsInLocal().getHeight() - view;
        double top = pane.getVvalue() * hidden;
        if (hidden > 0 && (place.getMinY() < top || place.getMaxY() > top + view)) {
            pane.setVvalue(Math.clamp(place.getMinY() / hidden, 0, 1));
        }
    }

    protected void doubleClick(Point2D place) {
        robot.doubleClickOn(place);
        settle();
    }

    /** With the first button of the mouse, on the screen. */
    protected static void drag(Point2D from, Point2D to) {
        Robot mouse = onWindow(Robot::new);
        onWindowDo(() -> mouse.mouseMove(from));
        onWindowDo(() -> mouse.mousePress(MouseButton.PRIMARY));
        onWindowDo(() -> mouse.mouseMove(from.midpoint(to)));
        settle(); // a hand gives it the time to follow
        onWindowDo(() -> mouse.mouseMove(to));
        settle();
        onWindowDo(() -> mouse.mouseRelease(MouseButton.PRIMARY));
        settle();
    }

    private static void onWindowDo(Runnable what) {
        onWindow(Executors.callable(what));
    }

    protected void hover(Point2D place) {
        robot.moveTo(place);
        settle();
    }

    /** Opens a menu of the window and chooses the item of this id. */
    protected void choose(String menu, String item) {
        click(node(menu));
        Node shown = robot.lookup("#" + item).query();
        if (menu.equals("cell")) {
            robot.interact(shown::requestFocus); // the list scrolls to it, and may still do so at a click
            type(KeyCode.ENTER);
        } else {
            click(shown);
        }
    }

    protected void chooseCell(String name) {
        choose("cell", "cell-" + name);
    }

    protected void openExample(Example example) {
        choose("gallery", "example-" + example.id());
    }

    protected void copyToClipboard(String text) {
        robot.interact(() -> {
            ClipboardContent copied = new ClipboardContent();
            copied.putString(text);
            Clipboard.getSystemClipboard().setContent(copied);
        });
    }

    protected String clipboard() {
        return onWindow(() -> Clipboard.getSystemClipboard().getString());
    }

    /** Types a size and takes it over. */
    protected void setSize(String field, String typed) {
        replace("size-" + field, typed);
    }

    /** Types over all that stands in a field, and takes it over. */
    protected void replace(String field, String typed) {
        focus(field);
        robot.interact(() -> ((TextField) node(field)).selectAll());
        write(typed);
        type(KeyCode.ENTER);
    }

    protected void focus(String id) {
        robot.interact(() -> node(id).requestFocus());
        settle();
    }

    /** A button, by the keyboard. */
    protected void press(String button) {
        focus(button);
        type(KeyCode.SPACE);
    }

    // What the user sees

    protected Node node(String id) {
        return onWindow(() -> every("*").stream()
                .filter(node -> id.equals(node.getId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing called " + id)));
    }

    protected boolean has(String id) {
        return onWindow(() -> every("*").stream().anyMatch(node -> id.equals(node.getId())));
    }

    /** Once all that was done has come to rest. */
    protected List<Node> every(String selector) {
        settle();
        return onWindow(() -> window.root().lookupAll(selector).stream().toList());
    }

    /** The pane that a control is scrolled with. */
    protected static ScrollPane page(Node node) {
        Node at = node;
        while (!(at instanceof ScrollPane page)) {
            at = at.getParent();
        }
        return page;
    }

    protected Node styled(String selector) {
        return onWindow(() -> {
            Node found = window.root().lookup(selector);
            assertThat(found).as(selector).isNotNull();
            return found;
        });
    }

    protected String text(String id) {
        return onWindow(() -> ((Label) node(id)).getText());
    }

    protected String size(String field) {
        return onWindow(() -> ((TextField) node("size-" + field)).getText());
    }

    /** The sentence in the middle of the status line. */
    protected String notice() {
        return onWindow(() -> ((Label) styled(".status-bar .status-label")).getText());
    }

    protected String reading() {
        return text("status-reading");
    }

    protected String position() {
        return onWindow(() -> ((Label) styled(".position-text")).getText());
    }

    protected Grid grid(String table) {
        return onWindow(() -> (Grid) node("table-" + table).lookup(".gs-grid"));
    }

    protected Point2D cell(String table, int row, int column) {
        return onWindow(() -> GridPlaces.middleOf(grid(table), row, column));
    }

    protected TextField editor(String table) {
        return onWindow(() -> (TextField) grid(table).lookup(".gs-grid-editor"));
    }

    /** Texts of the notes that hang over the window. */
    protected List<String> notes() {
        return onWindow(() -> Window.getWindows().stream()
                .filter(shown -> shown instanceof Tooltip && shown.isShowing())
                .map(shown -> ((Tooltip) shown).getText())
                .toList());
    }

    /** What hangs over the window says this, at once or when the machine comes to it. */
    protected void awaitNote(Predicate<String> saying) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (notes().stream().noneMatch(saying) && System.nanoTime() < end) {
            FxEvents.awaitFrames(1);
        }
        assertThat(notes()).anyMatch(saying);
    }

    /** The squares of a lane, without its heading. */
    protected Canvas squares(String lane) {
        return onWindow(() -> (Canvas) node("lane-" + lane).lookup(".squares > Canvas"));
    }

    protected String spoken(String lane) {
        return onWindow(() -> node("lane-" + lane).getAccessibleText());
    }

    /** The middle of a lane's square on the screen: units share its height evenly. */
    protected Point2D square(String lane, int t, int unit) {
        return onWindow(() -> {
            Sizes sizes = OneLayer.sizes(workbench.shown().get().run().session());
            int units = lane.equals("x") || lane.equals("d.x") ? sizes.inputs() : sizes.hidden();
            Canvas canvas = squares(lane);
            return canvas.localToScreen(axis().centre(t), (unit + 0.5) * canvas.getHeight() / units);
        });
    }

    /** The time axis as it opens, with all steps in view. */
    protected TimeAxis axis() {
        return onWindow(() -> {
            Sizes sizes = OneLayer.sizes(workbench.shown().get().run().session());
            return TimeAxis.of(sizes.steps(), laneWidth());
        });
    }

    /** Lanes out of view are not drawn, and have no width yet. */
    private double laneWidth() {
        return window.root().lookupAll(".squares > Canvas").stream()
                .mapToDouble(squares -> ((Canvas) squares).getWidth())
                .max()
                .orElseThrow();
    }

    /** A lane's steps one by one. */
    protected List<Screenshot> steps(String lane) {
        Screenshot all = pixels(lane);
        TimeAxis axis = axis();
        return IntStream.range(0, axis.steps())
                .mapToObj(t -> all.columns((int) axis.left(t), (int) axis.right(t)))
                .toList();
    }

    /** The picture of a lane's squares. */
    protected Screenshot pixels(String lane) {
        return pixels(squares(lane));
    }

    protected Screenshot pixels(Node node) {
        settle();
        return onWindow(() -> Screenshot.of(node.snapshot(null, null)));
    }

    /** Everything that is drawn from numbers: the ruler, the lanes and the tables, without marks of what is selected. */
    protected List<Screenshot> drawings() {
        settle();
        return onWindow(() -> every("Canvas").stream()
                .filter(canvas -> !canvas.getParent().getStyleClass().contains("marks"))
                .map(canvas -> Screenshot.of(canvas.snapshot(null, null)))
                .toList());
    }

    protected Session session() {
        return onWindow(() -> workbench.session().get());
    }

    protected Playhead playhead() {
        return onWindow(() -> workbench.shown().get().playhead());
    }

    protected double number(TableId table, int row, int column) {
        return onWindow(() -> workbench.session().get().table(table).get(row, column));
    }

    /** Of the first layer, forward. */
    protected double weight(String name, int row, int column) {
        return number(OneLayer.parameter(name), row, column);
    }

    // Time

    protected static void settle() {
        if (Platform.isFxApplicationThread()) {
            return;
        }
        FxEvents.await(3);
        onWindow(WindowScene::layout);
        FxEvents.await(1);
        if (onWindow(WindowScene::isFocusToCome)) {
            FxEvents.awaitFrames(2);
        }
    }

    /**
     * JavaFX looks for who has the focus with the next frame alone: in a menu that a key opened, where arrows do nothing
     * until then, and where who had it is gone.
     */
    private static boolean isFocusToCome() {
        return Window.getWindows().stream().anyMatch(WindowScene::isFocusToCome);
    }

    private static boolean isFocusToCome(Window shown) {
        Node owner = shown.getScene().getFocusOwner();
        return owner == null ? shown instanceof ContextMenu : owner.getScene() != shown.getScene();
    }

    /** A busy machine may take its time to the next pulse, and until then nodes are not where they will be. */
    private static boolean layout() {
        for (Window shown : List.copyOf(Window.getWindows())) {
            if (shown instanceof Stage) {
                shown.getScene().getRoot().applyCss();
                shown.getScene().getRoot().layout();
            }
        }
        return true;
    }

    protected static void await(BooleanSupplier holds) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> onWindow(holds::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("it never came about", e);
        }
    }

    protected static <T> T onWindow(Callable<T> question) {
        if (Platform.isFxApplicationThread()) {
            try {
                return question.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        FutureTask<T> task = new FutureTask<>(question);
        Platform.runLater(task);
        return WaitForAsyncUtils.waitFor(task);
    }
}
