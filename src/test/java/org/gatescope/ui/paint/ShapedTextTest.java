package org.gatescope.ui.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Typeface;
import org.gatescope.ui.theme.Fonts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Texts whose letters are joined or carry marks. */
@SuppressWarnings("NullAway.Init")
class ShapedTextTest {
    private static final int MANY = 200;

    private final Queue<Throwable> unhandled = new ConcurrentLinkedQueue<>();
    private Thread.UncaughtExceptionHandler usual;
    private Canvas canvas;
    private CanvasPen pen;

    @BeforeEach
    void open() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(stage -> {
            canvas = new Canvas(400, 300);
            pen = new CanvasPen(canvas);
            stage.setScene(new Scene(new Group(canvas)));
            stage.show();
        });
        WaitForAsyncUtils.waitForFxEvents();
        usual = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> unhandled.add(thrown));
    }

    @AfterEach
    void close() throws TimeoutException {
        Thread.setDefaultUncaughtExceptionHandler(usual);
        FxToolkit.cleanupStages();
    }

    /**
     * JavaFX's text shaper on Linux may be used by one thread at a time, and nothing holds its own renderer to that: it
     * failed there, or ended the program, when a label was laid out at the same time.
     */
    @Test
    void theRendererShapesNoneOfThem() {
        for (int round = 0; round < 8; round++) {
            int of = round;
            WaitForAsyncUtils.asyncFx(() -> draw(of));
            WaitForAsyncUtils.asyncFx(() -> measure(of));
            WaitForAsyncUtils.waitForFxEvents(1);
        }
        assertThat(unhandled).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c\u0303",
                "q\u0308u",
                "\u0928\u092e\u0938\u094d\u0924\u0947",
                "\u05e9\u05dc\u05d5\u05dd",
                "a\u200db"
            })
    void eachIsDrawnWhereALabelHasIt(String text) throws Exception {
        assertThat(ShapedText.is(text)).isTrue();
        for (Anchor anchor : Anchor.values()) {
            double[] drawn =
                    WaitForAsyncUtils.asyncFx(() -> ink(drawn(text, anchor))).get();
            double[] shown =
                    WaitForAsyncUtils.asyncFx(() -> ink(shown(text, anchor))).get();
            assertThat(drawn).as(anchor.name()).containsExactly(shown, offset(1.5));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "h",
                "\u00e9",
                "\u03b1\u2032",
                "x\u2081",
                "\u65e5\u672c\u8a9e",
                "\ud55c\uad6d\uc5b4",
                "\ud83d\ude00",
                "\u2212\u221e"
            })
    void othersAreSetLetterByLetter(String text) {
        assertThat(ShapedText.is(text)).isFalse();
    }

    private WritableImage drawn(String text, Anchor anchor) {
        pen.clear(400, 300, 1);
        pen.text(200, 150, text, letters(anchor));
        return canvas.snapshot(null, null);
    }

    private static WritableImage shown(String text, Anchor anchor) {
        Text node = new Text(text);
        node.setFont(Fonts.of(Typeface.TEXT, 20));
        double width = node.getLayoutBounds().getWidth();
        node.setX(200 - (anchor == Anchor.LEFT ? 0 : anchor == Anchor.CENTRE ? width / 2 : width));
        node.setY(150);
        Rectangle paper = new Rectangle(400, 300, Color.WHITE);
        return new Group(paper, node).snapshot(null, null);
    }

    /** Centre of what is not white, along x and y, and the square root of how much there is. */
    private static double[] ink(WritableImage image) {
        double sum = 0;
        double across = 0;
        double down = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                double dark = 1 - image.getPixelReader().getColor(x, y).getBrightness();
                sum += dark;
                across += dark * x;
                down += dark * y;
            }
        }
        return new double[] {across / sum, down / sum, Math.sqrt(sum)};
    }

    private void draw(int round) {
        pen.clear(400, 300, 1);
        for (int i = 0; i < MANY; i++) {
            pen.text(10, 20 + i / 2.0, "c\u0303" + (round % 7) + i, letters(Anchor.LEFT));
        }
    }

    private static void measure(int round) {
        for (int i = 0; i < MANY * 4; i++) {
            new Text("u\u0308" + round + i).getLayoutBounds();
        }
    }

    private static Lettering letters(Anchor anchor) {
        return new Lettering(Typeface.TEXT, 20, Rgb.BLACK, anchor);
    }
}
