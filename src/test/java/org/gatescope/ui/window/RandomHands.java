package org.gatescope.ui.window;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.gatescope.session.RandomUser;
import org.gatescope.session.RandomUser.Step;
import org.gatescope.ui.FxEvents;

/**
 * Hands at the keyboard and mouse of a window that do anything at all: keys, clicks, drags, the wheel, buttons, menus,
 * fields, sliders, and sizes of the window. The same steps do the same.
 */
final class RandomHands {
    private static final List<KeyCode> KEYS = List.of(
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.UP,
            KeyCode.DOWN,
            KeyCode.HOME,
            KeyCode.END,
            KeyCode.PAGE_UP,
            KeyCode.PAGE_DOWN,
            KeyCode.SPACE,
            KeyCode.ENTER,
            KeyCode.ESCAPE,
            KeyCode.TAB,
            KeyCode.DELETE,
            KeyCode.F1,
            KeyCode.F2,
            KeyCode.F5,
            KeyCode.F7,
            KeyCode.F10,
            KeyCode.F11,
            KeyCode.F12,
            KeyCode.PLUS,
            KeyCode.MINUS,
            KeyCode.R,
            KeyCode.Z,
            KeyCode.Y,
            KeyCode.A,
            KeyCode.C,
            KeyCode.X,
            KeyCode.V,
            KeyCode.DIGIT0,
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7);

    private static final List<KeyCode> HELD = List.of(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ALT);

    private static final List<String> TYPED = List.of(
            "1",
            "0",
            "-2.5",
            "1e400",
            "nan",
            "",
            " ",
            "3",
            "2",
            "0,5",
            "h' > 0",
            "abc",
            "1e-300",
            "7\t8",
            "max(abs(c))");

    /** Starts what would go on for as long as it takes. */
    private static final Set<String> LEFT_ALONE = Set.of("run");

    private final Stage stage;
    private final Map<String, Runnable> gestures = new LinkedHashMap<>();
    private Random random = new Random(0);
    private Robot robot;

    RandomHands(Stage stage) {
        this.stage = stage;
        robot = WindowScene.onWindow(Robot::new);
        gestures.put("key", this::key);
        gestures.put("click", this::click);
        gestures.put("drag", this::drag);
        gestures.put("wheel", this::wheel);
        gestures.put("button", this::button);
        gestures.put("menu", this::menu);
        gestures.put("combo", this::combo);
        gestures.put("field", this::field);
        gestures.put("slider", this::slider);
        gestures.put("size", this::size);
    }

    /** A story of hands and of changes of the session. */
    List<Step> story(RandomUser user, long seed, int length) {
        Random drawn = new Random(seed);
        List<String> names = List.copyOf(gestures.keySet());
        List<Step> changes = user.story(seed + 1, length);
        return IntStream.range(0, length)
                .mapToObj(i -> drawn.nextInt(5) == 0
                        ? changes.get(i)
                        : new Step(names.get(drawn.nextInt(names.size())), drawn.nextInt(1_000_000)))
                .toList();
    }

    /** @return false where it is no gesture of hands */
    boolean act(Step step) {
        Runnable gesture = gestures.get(step.name());
        if (gesture == null) {
            return false;
        }
        random = new Random(step.seed() * 7919 + 3);
        gesture.run();
        return true;
    }

    private void key() {
        Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);
        HELD.stream().filter(key -> random.nextInt(4) == 0).forEach(held::add);
        KeyCode key = oneOf(KEYS);
        int times = 1 + random.nextInt(3);
        onWindow(() -> held.forEach(robot::keyPress));
        for (int i = 0; i < times; i++) {
            onWindow(() -> robot.keyPress(key));
            onWindow(() -> robot.keyRelease(key));
        }
        onWindow(() -> held.forEach(robot::keyRelease));
    }

    private void click() {
        MouseButton button = random.nextInt(5) == 0 ? MouseButton.SECONDARY : MouseButton.PRIMARY;
        boolean isCtrl = random.nextInt(5) == 0;
        int times = 1 + random.nextInt(2);
        onWindow(() -> robot.mouseMove(place()));
        if (isCtrl) {
            onWindow(() -> robot.keyPress(KeyCode.CONTROL));
        }
        for (int i = 0; i < times; i++) {
            onWindow(() -> robot.mousePress(button));
            onWindow(() -> robot.mouseRelease(button));
        }
        if (isCtrl) {
            onWindow(() -> robot.keyRelease(KeyCode.CONTROL));
        }
    }

    private void drag() {
        onWindow(() -> robot.mouseMove(place()));
        onWindow(() -> robot.mousePress(MouseButton.PRIMARY));
        for (int i = 0; i < 3; i++) {
            onWindow(() -> robot.mouseMove(place()));
        }
        onWindow(() -> robot.mouseRelease(MouseButton.PRIMARY));
    }

    private void wheel() {
        onWindow(() -> robot.mouseMove(place()));
        onWindow(() -> robot.mouseWheel(random.nextInt(21) - 10));
    }

    private void button() {
        onWindow(() -> one(ButtonBase.class, button -> {
            if (!LEFT_ALONE.contains(String.valueOf(button.getId()))) {
                button.fire();
            }
        }));
    }

    private void menu() {
        onWindow(() -> one(MenuButton.class, menu -> {
            List<MenuItem> items =
                    menu.getItems().stream().filter(item -> !item.isDisable()).toList();
            if (!items.isEmpty()) {
                oneOf(items).fire();
            }
        }));
    }

    private void combo() {
        onWindow(() -> one(ComboBox.class, combo -> {
            if (!combo.getItems().isEmpty()) {
                combo.getSelectionModel().select(random.nextInt(combo.getItems().size()));
            }
        }));
    }

    /** Types, and leaves it at that or enters it. */
    private void field() {
        String text = oneOf(TYPED);
        boolean isEntered = random.nextBoolean();
        onWindow(() -> one(TextField.class, field -> {
            field.requestFocus();
            field.setText(text);
        }));
        if (isEntered) {
            onWindow(() -> robot.keyPress(KeyCode.ENTER));
            onWindow(() -> robot.keyRelease(KeyCode.ENTER));
        }
    }

    private void slider() {
        onWindow(() -> one(
                Slider.class,
                slider -> slider.setValue(
                        slider.getMin() + random.nextInt(5) / 4.0 * (slider.getMax() - slider.getMin()))));
    }

    private void size() {
        double width = 300 + random.nextInt((int) WindowScene.WIDTH - 300);
        double height = 200 + random.nextInt((int) WindowScene.HEIGHT - 200);
        onWindow(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        FxEvents.awaitFrames(2);
    }

    /** Anywhere in the window, on the screen. */
    private Point2D place() {
        Bounds bounds = stage.getScene().getRoot().getLayoutBounds();
        return stage.getScene()
                .getRoot()
                .localToScreen(random.nextDouble() * bounds.getWidth(), random.nextDouble() * bounds.getHeight());
    }

    private <N extends Node> void one(Class<N> kind, Consumer<N> what) {
        List<N> found = new ArrayList<>();
        for (Node node : stage.getScene().getRoot().lookupAll("*")) {
            if (kind.isInstance(node) && !node.isDisabled() && isSeen(node)) {
                found.add(kind.cast(node));
            }
        }
        if (!found.isEmpty()) {
            what.accept(oneOf(found));
        }
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private <E> E oneOf(List<E> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A failure is left to the handler of the thread, as in the app. */
    private static void onWindow(Runnable what) {
        Platform.runLater(what);
        FxEvents.await(2);
    }
}
