package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.gatescope.lesson.Example;
import org.gatescope.picture.Tones;
import org.gatescope.ui.paint.ScreenColour;
import org.gatescope.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One button changes between light and dark, and in either everything can be read. */
class ThemeButtonTest extends WindowScene {
    /** WCAG 2.2, 1.4.3: ordinary text. */
    private static final double LEAST_CONTRAST = 4.5;

    @AfterEach
    void wearLight() {
        robot.interact(Theme.LIGHT::apply);
    }

    @Test
    void theButtonChangesEveryDrawingAndBack() {
        List<Screenshot> light = drawings();
        Screenshot window = pixels(this.window.root());
        assertThat(window.count(ScreenColour.of(Tones.LIGHT.panel()))).isPositive();
        Button button = (Button) node("theme");
        assertThat(button.getText()).startsWith("Dark");
        click(button);
        assertThat(button.getText()).startsWith("Light");
        List<Screenshot> dark = drawings();
        assertThat(dark).hasSameSizeAs(light);
        for (int i = 0; i < light.size(); i++) {
            boolean isDrawn = light.get(i).argb().length > 1
                    && light.get(i).count(Color.WHITE) < light.get(i).argb().length;
            if (isDrawn) {
                assertThat(dark.get(i)).as("drawing " + i).isNotEqualTo(light.get(i));
            }
        }
        Screenshot night = pixels(this.window.root());
        assertThat(night.count(ScreenColour.of(Tones.DARK.panel()))).isPositive();
        assertThat(night.count(ScreenColour.of(Tones.LIGHT.panel()))).isZero();
        click(button);
        robot.interact(() -> this.window.root().requestFocus());
        assertThat(drawings()).isEqualTo(light);
    }

    @ParameterizedTest
    @EnumSource
    void everyTextStandsOutFromWhatIsBehindIt(Theme theme) {
        openExample(Example.SENTENCE);
        if (theme == Theme.DARK) {
            click(node("theme"));
        }
        clickCell("b.i", 0, 0);
        write("NaN");
        robot.type(javafx.scene.input.KeyCode.ENTER);
        robot.interact(() -> window.root().requestFocus());
        settle();
        Screenshot seen = pixels(window.root());
        Map<String, String> faint = new HashMap<>();
        int read = 0;
        for (Text text : texts()) {
            Bounds place = onWindow(() -> text.localToScene(text.getLayoutBounds()));
            Color ink = onWindow(() -> (Color) text.getFill());
            Color behind = background(seen, place);
            double contrast = contrast(blended(ink, behind, opacity(text)), behind);
            read++;
            if (contrast < LEAST_CONTRAST) {
                faint.put(text.getText(), ink + " on " + behind + ": " + contrast);
            }
        }
        assertThat(read).isGreaterThan(30);
        assertThat(faint).isEmpty();
    }

    /** What can be seen of texts, but for those of controls that are off. */
    private List<Text> texts() {
        return onWindow(() -> {
            List<Text> texts = new ArrayList<>();
            for (Node node : every(".text")) {
                if (node instanceof Text text
                        && isShown(text)
                        && !text.getText().isBlank()) {
                    texts.add(text);
                }
            }
            return texts;
        });
    }

    private boolean isShown(Node node) {
        if (node.isDisabled()) {
            return false;
        }
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible() || at.getOpacity() == 0) {
                return false;
            }
        }
        Bounds place = node.localToScene(node.getLayoutBounds());
        boolean inScene =
                place.getMinX() >= 0 && place.getMaxX() <= WIDTH && place.getMinY() >= 0 && place.getMaxY() <= HEIGHT;
        Bounds lanes = styled(".stage").localToScene(styled(".stage").getLayoutBounds());
        Bounds tables =
                styled(".tables-panel").localToScene(styled(".tables-panel").getLayoutBounds());
        double bottom = Math.min(lanes.getMaxY(), tables.getMaxY());
        boolean scrolledAway = isWithin(node, ".stage", ".tables-panel") && place.getMaxY() > bottom;
        return inScene && !scrolledAway;
    }

    private boolean isWithin(Node node, String... selectors) {
        for (Node at = node; at != null; at = at.getParent()) {
            for (String selector : selectors) {
                if (at == styled(selector)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The colour that most pixels around a text have. */
    private static Color background(Screenshot seen, Bounds place) {
        Map<Color, Integer> colours = new HashMap<>();
        for (double y = place.getMinY(); y < place.getMaxY(); y++) {
            for (double x = place.getMinX() - 2; x < place.getMaxX() + 2; x++) {
                if (x >= 0 && x < seen.width() && y < seen.height()) {
                    colours.merge(seen.at(x, y), 1, Integer::sum);
                }
            }
        }
        return colours.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static double opacity(Node node) {
        double opacity = 1;
        for (Node at = node; at != null; at = at.getParent()) {
            opacity *= at.getOpacity();
        }
        return opacity;
    }

    private static Color blended(Color ink, Color behind, double opacity) {
        return behind.interpolate(ink.deriveColor(0, 1, 1, 1 / ink.getOpacity()), opacity * ink.getOpacity());
    }

    private static double contrast(Color a, Color b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** Relative luminance of sRGB (WCAG 2.2). */
    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
