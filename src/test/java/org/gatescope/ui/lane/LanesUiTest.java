package org.gatescope.ui.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;
import static org.gatescope.Wording.saying;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.gatescope.Wording;
import org.gatescope.picture.Box;
import org.gatescope.picture.ColourMap;
import org.gatescope.picture.Family;
import org.gatescope.picture.lane.Lane;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.picture.lane.LaneLook;
import org.gatescope.picture.lane.Numbers;
import org.gatescope.picture.lane.ScaleChoice;
import org.gatescope.picture.lane.Square;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.ui.FxEvents;
import org.gatescope.ui.SwiftRobot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // start() runs before each test
class LanesUiTest {
    private final FxRobot robot = new SwiftRobot();
    private final List<String> heard = new ArrayList<>();
    private TimeViews gallery;
    private @Nullable Square opened;
    private int passed;

    /** Notes what is asked, and has what is opened selected, as the stage does. */
    private final class Opening implements LaneListener {
        @Override
        public void open(Square square) {
            opened = square;
            gallery.lanes.select(square);
        }

        @Override
        public void passTo(Square square) {
            open(square);
            passed++;
        }

        @Override
        public void seek(Square square) {
            open(square);
            heard.add("seek " + name(square));
        }

        @Override
        public void runTo(Square square) {
            open(square);
            heard.add("run to " + name(square));
        }

        @Override
        public void edit(Square square) {
            heard.add("edit " + name(square));
        }

        @Override
        public String name(Square square) {
            return square.lane() + "[" + square.t() + "," + square.unit() + "]";
        }
    }

    @Start
    void start(Stage stage) {
        gallery = new TimeViews(7, new Opening()).lstm(7, 6, 7, 3).at(3, 131, "");
        stage.setScene(new Scene(gallery, 866, 900));
        stage.show();
    }

    @Test
    void aClickOpensAndOutlinesTheSquareButSeeksNothing() {
        robot.clickOn(at("f", 2, 4));
        assertThat(heard).isEmpty();
        assertThat(opened).isEqualTo(new Square("f", 2, 4));
        assertThat(view("f").lookup("#marks-f").isVisible()).isTrue();
        assertThat(view("c").lookup("#marks-c").isVisible()).isFalse();
    }

    @Test
    void aDoubleClickEdits() {
        robot.doubleClickOn(at("c", 1, 0));
        assertThat(heard).endsWith("edit c[1,0]");
    }

    @Test
    void arrowsMoveTheSquareAndStopAtTheEnds() {
        robot.clickOn(at("f", 5, 4))
                .press(KeyCode.CONTROL)
                .type(KeyCode.RIGHT, 4)
                .release(KeyCode.CONTROL);
        robot.type(KeyCode.DOWN, 3).type(KeyCode.UP, KeyCode.ENTER);
        assertThat(opened).isEqualTo(new Square("f", 6, 4));
        assertThat(passed).isEqualTo(8);
        assertThat(heard).containsExactly("seek f[6,4]");
        assertThat(view("f").getAccessibleText()).contains("selected t = 6, unit 4");
    }

    @Test
    void leftAndRightAreLeftToThePlayhead() {
        robot.clickOn(at("f", 3, 2)).type(KeyCode.LEFT).type(KeyCode.RIGHT, 2);
        assertThat(opened).isEqualTo(new Square("f", 3, 2));
    }

    @Test
    void theKeyboardsLaneComesIntoView() {
        ScrollPane scroll = (ScrollPane) gallery.lanes.getCenter();
        LaneView last = view("dc");
        FxEvents.await();
        Window window = gallery.lanes.getScene().getWindow();
        double before = window.getHeight();
        FxEvents.resize(window, window.getWidth(), 400);
        robot.interact(last::requestFocus);
        FxEvents.await();
        double visible = scroll.getHeight();
        Bounds lane = scroll.sceneToLocal(last.localToScene(last.getLayoutBounds()));
        FxEvents.resize(window, window.getWidth(), before);
        assertThat(lane.getMaxY()).isLessThanOrEqualTo(visible + 1);
        assertThat(lane.getMinY()).isGreaterThanOrEqualTo(-1);
    }

    @Test
    void hoveringShowsTheExactNumberAtOnce() {
        robot.moveTo(at("f", 3, 2));
        FxEvents.await();
        double value = view("f").lane().content().value(3, 2);
        assertThat(gallery.lanes.tip().text()).isEqualTo("f[3,2] = " + value);
        double top = view("f").localToScreen(0, 0).getY();
        Window tip = robot.listWindows().stream()
                .filter(Tooltip.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(tip.getY() + tip.getHeight()).as("hides no square").isLessThan(top + 12);
        robot.moveTo(at("dc", 0, 2));
        FxEvents.await();
        assertThat(gallery.lanes.tip().text()).is(saying("ui.lane:tooltip.missing"));
        robot.moveTo(gallery.transport);
        FxEvents.await();
        assertThat(gallery.lanes.tip().text()).isEmpty();
    }

    @Test
    void foldingLeavesAThinStrip() {
        double before = view("i").getHeight();
        robot.moveTo(view("i")).clickOn(view("i").lookup(".fold"));
        FxEvents.await();
        assertThat(view("i").getHeight()).isLessThan(before / 2);
        assertThat(gallery.lanes.looks().get("i")).matches(LaneLook::folded);
        robot.clickOn(view("i").lookup(".fold"));
        FxEvents.await();
        assertThat(view("i").getHeight()).isEqualTo(before);
    }

    @Test
    void aSquareThatIsOpenedUnfoldsItsLane() {
        double before = view("i").getHeight();
        robot.clickOn(view("i").lookup(".fold"));
        FxEvents.await();
        robot.interact(() -> gallery.lanes.select(new Square("i", 1, 2)));
        FxEvents.settle();
        assertThat(view("i").getHeight()).isEqualTo(before);
        assertThat(view("i").lookup(".marks").isVisible()).isTrue();
    }

    @Test
    void lanesChangePlacesByKeyboard() {
        robot.clickOn(at("f", 0, 0)).press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
        FxEvents.await();
        assertThat(gallery.lanes.order()).startsWith("f", "i", "o");
        assertThat(view("f").getLayoutY()).isLessThan(view("i").getLayoutY());
        assertThat(view("f").isFocused()).isTrue();
    }

    @Test
    void draggingTheLowerEdgeMakesALaneHigher() {
        assumeWindow("forgets the pressed button once the mouse moves, so that drags leave the node they began in");
        double before = view("i").getHeight();
        double squares = view("i").grid().height();
        Point2D edge =
                view("i").localToScreen(TimeAxis.HEADING + 200, view("i").grid().height());
        robot.drag(edge, MouseButton.PRIMARY)
                .moveTo(edge.add(0, 10))
                .moveTo(edge.add(0, 40))
                .drop();
        FxEvents.await();
        assertThat(view("i").look().height()).isBetween(squares + 35, squares + 45);
        assertThat(view("i").getHeight()).isBetween(before + 35, before + 45);
    }

    @Test
    void keysZoomAboutThePlayhead() {
        set(() -> {
            gallery.axis.set(gallery.axis.get().withSteps(200));
            gallery.lstm(200, 6, 200, 100).at(100, 131, "");
        });
        double before = gallery.axis.get().column();
        robot.clickOn(at("f", 100, 0)).type(KeyCode.ADD, 3);
        TimeAxis zoomed = gallery.axis.get();
        assertThat(zoomed.column()).isGreaterThan(2 * before);
        assertThat(zoomed.centre(100)).isBetween(0.0, zoomed.width());
        robot.type(KeyCode.SUBTRACT).type(KeyCode.DIGIT0);
        assertThat(gallery.axis.get().fitted()).isTrue();
    }

    @Test
    void theWheelZoomsWithCtrlAndPansWithShift() {
        assumeWindow("sends no scrolling");
        set(() -> {
            gallery.axis.set(gallery.axis.get().withSteps(200));
            gallery.lstm(200, 6, 200, 100);
        });
        double before = gallery.axis.get().column();
        robot.moveTo(at("f", 50, 0))
                .press(KeyCode.CONTROL)
                .scroll(5, VerticalDirection.UP)
                .release(KeyCode.CONTROL);
        FxEvents.await();
        assertThat(gallery.axis.get().column()).isNotEqualTo(before);
    }

    @Test
    void theMiddleButtonPans() {
        set(() -> {
            gallery.axis.set(gallery.axis.get().withSteps(2000));
            gallery.lstm(2000, 6, 2000, 100);
        });
        robot.moveTo(at("f", 100, 0))
                .press(MouseButton.MIDDLE)
                .moveBy(-50, 0)
                .moveBy(-70, 0)
                .release(MouseButton.MIDDLE);
        FxEvents.await();
        assertThat(gallery.axis.get().offset()).isEqualTo(120);
    }

    @Test
    void theViewFollowsThePlayhead() {
        set(() -> {
            gallery.axis.set(gallery.axis.get().withSteps(2000));
            gallery.lstm(2000, 6, 2000, 100).at(1500, 131, "");
        });
        TimeAxis axis = gallery.axis.get();
        assertThat(axis.left(1500)).isNotNegative();
        assertThat(axis.right(1500)).isLessThanOrEqualTo(axis.width());
    }

    /** Rows are steps, as in arrays over time, whatever way up the lane stands. */
    @Test
    void aLaneIsCopied() {
        LaneContent content = view("g").lane().content();
        robot.clickOn(at("g", 0, 0)).press(KeyCode.SHORTCUT).type(KeyCode.C).release(KeyCode.SHORTCUT);
        FxEvents.await();
        assertThat(clipboard().lines()).hasSize(content.steps());
        assertThat(clipboard().split("[\t\n]")[content.units() + 2]).isEqualTo(String.valueOf(content.value(1, 2)));
        robot.rightClickOn(at("g", 1, 1))
                .clickOn(Wording.text("ui.control:copy-as"))
                .clickOn(Wording.text("ui.control:copy-as.PYTORCH"));
        FxEvents.await();
        assertThat(clipboard()).startsWith("torch.tensor([[");
    }

    private static String clipboard() {
        String[] text = {""};
        new FxRobot().interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
        return text[0];
    }

    @Test
    void theMenuChangesColoursAndScale() {
        robot.rightClickOn(at("g", 1, 1)).clickOn(Wording.text("ui.lane:scale.log"));
        FxEvents.await();
        String heading = view("g").lookup(".heading").getAccessibleText();
        assertThat(heading).is(saying("ui.lane:heading.spoken", "g")).is(holding("picture.lane:limits.log"));
        robot.rightClickOn(at("g", 1, 1)).clickOn(Wording.text("ui.lane:flip"));
        FxEvents.await();
        assertThat(gallery.lanes.looks().get("g"))
                .isEqualTo(LaneLook.of(Family.VALUES).withLogarithmic(true).withFlipped(true));
    }

    @Test
    void aFixedLimitIsAskedForInABubbleUntilItIsOne() {
        robot.rightClickOn(at("g", 1, 1));
        set(() -> {
            ContextMenu menu = contextMenu();
            Menu limits = (Menu) item(menu.getItems(), "ui.lane:scale");
            menu.hide();
            item(limits.getItems(), "ui.lane:scale.fixed").fire();
        });
        TextField field = robot.lookup("#fixed-limit").queryAs(TextField.class);
        Node use = robot.lookup("#fixed-limit-use").query();
        set(() -> field.setText("-1"));
        robot.clickOn(use);
        FxEvents.await();
        Label problem = robot.lookup("#fixed-limit-problem").queryAs(Label.class);
        assertThat(problem.getText()).is(saying("ui.lane:scale.fixed.refused", "-1"));
        assertThat(problem.getStyleClass()).contains("problem");
        set(() -> field.setText("0,5"));
        assertThat(problem.isVisible()).isFalse();
        robot.clickOn(use);
        FxEvents.await();
        assertThat(gallery.lanes.looks().get("g"))
                .isEqualTo(LaneLook.of(Family.VALUES).withFixed(0.5));
        assertThat(robot.lookup("#fixed-limit").tryQuery()).isEmpty();
    }

    @Test
    void aLaneFarFromZeroOffersItsOwnRange() {
        Numbers far = Numbers.of(7, 6, (t, unit) -> -1 - 0.04 * unit);
        set(() -> gallery.lanes.setLanes(
                List.of(TimeViews.lane("far", Numbers.quantity("c"), "cell state", Family.VALUES, far))));
        Node range = view("far").lookup(".range");
        assertThat(range.isVisible()).isTrue();
        String usual = view("far").lookup(".heading").getAccessibleText();
        robot.clickOn(range);
        FxEvents.await();
        assertThat(gallery.lanes.looks().get("far"))
                .extracting(LaneLook::choice)
                .isEqualTo(ScaleChoice.RANGE);
        assertThat(view("far").lookup(".heading").getAccessibleText()).isNotEqualTo(usual);
        robot.clickOn(range);
        FxEvents.await();
        assertThat(gallery.lanes.looks().get("far"))
                .extracting(LaneLook::choice)
                .isEqualTo(ScaleChoice.OWN);
    }

    @Test
    void aLaneOfBothSignsDoesNot() {
        assertThat(view("g").lookup(".range").isVisible()).isFalse();
    }

    @Test
    void newNumbersKeepTheLookTheFocusAndTheSelection() {
        robot.clickOn(at("f", 2, 4));
        LaneView before = view("f");
        set(() -> {
            gallery.lanes.looks().put("f", before.look().withMap(ColourMap.CIVIDIS));
            gallery.lstm(7, 6, 7, 0);
        });
        assertThat(view("f")).isSameAs(before);
        assertThat(view("f").isFocused()).isTrue();
        assertThat(view("f").look().map()).isEqualTo(ColourMap.CIVIDIS);
        assertThat(view("f").lookup("#marks-f").isVisible()).isTrue();
    }

    @Test
    void aLaneOfAnotherFamilyTakesItsColoursAndKeepsItsFold() {
        Lane gate = view("f").lane();
        Lane signed = new Lane("f", gate.name(), gate.subtitle(), Family.VALUES, gate.group(), gate.content());
        set(() -> gallery.lanes.looks().put("f", view("f").look().withFolded(true)));
        set(() -> gallery.lanes.setLanes(List.of(signed)));
        assertThat(view("f").look()).isEqualTo(LaneLook.of(Family.VALUES).withFolded(true));
        set(() -> gallery.lanes.setLanes(List.of(gate)));
        assertThat(view("f").look()).isEqualTo(LaneLook.of(Family.GATES).withFolded(true));
    }

    @Test
    void coloursOfAFamilyAreKeptWhileALaneIsInAnotherOrNotShown() {
        Lane gate = view("f").lane();
        Lane signed = new Lane("f", gate.name(), gate.subtitle(), Family.VALUES, gate.group(), gate.content());
        set(() -> gallery.lanes.looks().put("f", view("f").look().withMap(ColourMap.CIVIDIS)));
        set(() -> gallery.lanes.setLanes(List.of()));
        set(() -> gallery.lanes.setLanes(List.of(signed)));
        assertThat(view("f").look().map()).isEqualTo(Family.VALUES.map());
        set(() -> gallery.lanes.setLanes(List.of()));
        set(() -> gallery.lanes.setLanes(List.of(gate)));
        assertThat(view("f").look().map()).isEqualTo(ColourMap.CIVIDIS);
    }

    @Test
    void eachLaneSaysItsNameStepAndLargestNumber() {
        assertThat(view("f").getAccessibleText())
                .is(saying("ui.lane:spoken", "f", 3))
                .containsPattern("0\\.\\d\\d\\b");
        set(() -> gallery.at(0, 131, ""));
        assertThat(view("f").getAccessibleText()).startsWith("f, t = 0");
        assertThat(view("dc").getAccessibleText()).is(saying("ui.lane:spoken.missing", "∂L/∂c", 0));
    }

    private static void assumeWindow(String why) {
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        Assumptions.assumeFalse(headless, "JavaFX's headless platform " + why);
    }

    private static ContextMenu contextMenu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static MenuItem item(List<MenuItem> items, String key) {
        return items.stream()
                .filter(item -> Wording.text(key).equals(item.getText()))
                .findFirst()
                .orElseThrow();
    }

    private LaneView view(String id) {
        return gallery.lanes.view(id);
    }

    /** The middle of a square, on the screen. */
    private Point2D at(String lane, int t, int unit) {
        FxEvents.await();
        Box cell = view(lane).grid().cell(t, unit);
        return view(lane).localToScreen(TimeAxis.HEADING + cell.centreX(), cell.centreY());
    }

    private static void set(Runnable change) {
        WaitForAsyncUtils.waitForAsyncFx(5000, change);
        FxEvents.await();
    }
}
