package org.gatescope.ui;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The same keys and clicks as TestFX's robot sends, without its pauses where there is no display: those are for window
 * systems, which pass events on in their own time. TestFX waits more than 50 ms after each key.
 */
public final class SwiftRobot extends FxRobot {
    private static final boolean IS_HEADLESS = FxEvents.IS_HEADLESS;

    private @Nullable Robot robot;
    private final Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);

    @Override
    public FxRobot type(KeyCode... keys) {
        if (!IS_HEADLESS) {
            return super.type(keys);
        }
        for (KeyCode key : keys) {
            send(robot -> robot.keyPress(real(key)));
            send(robot -> robot.keyRelease(real(key)));
        }
        return this;
    }

    @Override
    public FxRobot type(KeyCode key, int times) {
        for (int i = 0; i < times; i++) {
            type(key);
        }
        return this;
    }

    @Override
    public FxRobot push(KeyCode... keys) {
        if (!IS_HEADLESS) {
            return super.push(keys);
        }
        KeyCode[] backwards = Arrays.asList(keys).reversed().toArray(new KeyCode[0]);
        return press(keys).release(backwards);
    }

    @Override
    public FxRobot press(KeyCode... keys) {
        if (!IS_HEADLESS) {
            return super.press(keys);
        }
        for (KeyCode key : keys) {
            held.add(key);
            send(robot -> robot.keyPress(real(key)));
        }
        return this;
    }

    /** @param keys none for all that are held */
    @Override
    public FxRobot release(KeyCode... keys) {
        if (!IS_HEADLESS) {
            return super.release(keys);
        }
        for (KeyCode key : keys.length == 0 ? held.toArray(new KeyCode[0]) : keys) {
            held.remove(key);
            send(robot -> robot.keyRelease(real(key)));
        }
        return this;
    }

    @Override
    public FxRobot clickOn(Node node, Motion motion, MouseButton... buttons) {
        return IS_HEADLESS ? clickOn(point(node).query(), motion, buttons) : super.clickOn(node, motion, buttons);
    }

    @Override
    public FxRobot clickOn(Point2D place, Motion motion, MouseButton... buttons) {
        if (!IS_HEADLESS) {
            return super.clickOn(place, motion, buttons);
        }
        moveTo(place, motion);
        press(buttons.length == 0 ? MouseButton.PRIMARY : buttons[0]);
        return this;
    }

    @Override
    public FxRobot doubleClickOn(Point2D place, Motion motion, MouseButton... buttons) {
        return IS_HEADLESS
                ? clickOn(place, motion, buttons).clickOn(place, motion, buttons)
                : super.doubleClickOn(place, motion, buttons);
    }

    @Override
    public FxRobot moveTo(Point2D place, Motion motion) {
        if (!IS_HEADLESS) {
            return super.moveTo(place, motion);
        }
        send(robot -> robot.mouseMove(place));
        return this;
    }

    @Override
    public FxRobot interact(Runnable what) {
        if (!IS_HEADLESS) {
            return super.interact(what);
        }
        interactNoWait(what);
        FxEvents.await();
        return this;
    }

    @Override
    public <T> FxRobot interact(Callable<T> what) {
        if (!IS_HEADLESS) {
            return super.interact(what);
        }
        interactNoWait(what);
        FxEvents.await();
        return this;
    }

    @Override
    public FxRobot write(String text) {
        if (!IS_HEADLESS) {
            return super.write(text);
        }
        Scene scene = robotContext().getWindowFinder().window(Window::isFocused).getScene();
        text.chars().forEach(character -> {
            robotContext().getBaseRobot().typeKeyboard(scene, code(character), Character.toString(character));
            FxEvents.await(2);
        });
        return this;
    }

    private static KeyCode code(int character) {
        return switch (character) {
            case '\n' -> KeyCode.ENTER;
            case '\t' -> KeyCode.TAB;
            default -> KeyCode.UNDEFINED;
        };
    }

    private void press(MouseButton button) {
        send(robot -> robot.mousePress(button));
        send(robot -> robot.mouseRelease(button));
    }

    /** The platform without a display takes Control for its shortcuts. */
    private static KeyCode real(KeyCode key) {
        return key == KeyCode.SHORTCUT ? KeyCode.CONTROL : key;
    }

    /** Until the window has taken it in. */
    private void send(Consumer<Robot> what) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> what.accept(robot()));
        FxEvents.await(2);
    }

    /** One and the same: it knows which keys are held. */
    private Robot robot() {
        if (robot == null) {
            robot = new Robot();
        }
        return robot;
    }
}
