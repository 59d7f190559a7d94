package org.gatescope.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Tones;
import org.gatescope.ui.paint.ScreenColour;
import org.gatescope.ui.render.NodeImage;
import org.gatescope.ui.render.Offscreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
    @ParameterizedTest
    @EnumSource
    void everyControlIsDressedWithoutAComplaintOfTheStylesheets(Theme theme) throws Exception {
        try (StyleComplaints complaints = StyleComplaints.listen()) {
            WritableImage image = Offscreen.call(() -> {
                theme.apply();
                return NodeImage.of(new Showcase(), 900, 640);
            });
            keepForTheEye(image, theme);
            assertThat(complaints.heard()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void canvasesAndStylesheetsHaveTheSameColours(Theme theme) throws Exception {
        Tones tones = theme.tones();
        Map<String, Rgb> tokens = Map.ofEntries(
                Map.entry("-gs-window", tones.window()),
                Map.entry("-gs-panel", tones.panel()),
                Map.entry("-gs-border", tones.border()),
                Map.entry("-gs-faint-border", tones.faintBorder()),
                Map.entry("-gs-text", tones.text()),
                Map.entry("-gs-muted", tones.muted()),
                Map.entry("-gs-forward", tones.forward()),
                Map.entry("-gs-backward", tones.backward()),
                Map.entry("-gs-highlight", tones.highlight()),
                Map.entry("-gs-selection", tones.selection()),
                Map.entry("-gs-warning", tones.warning()));
        for (Map.Entry<String, Rgb> token : tokens.entrySet()) {
            assertThat(colourOf(token.getKey(), theme)).as(token.getKey()).isEqualTo(ScreenColour.of(token.getValue()));
        }
    }

    @Test
    void theOtherThemeIsTheOther() {
        assertThat(Theme.LIGHT.other()).isEqualTo(Theme.DARK);
        assertThat(Theme.DARK.other()).isEqualTo(Theme.LIGHT);
    }

    private static Color colourOf(String token, Theme theme) throws Exception {
        return Offscreen.call(() -> {
            theme.apply();
            Region patch = new Region();
            patch.setStyle("-fx-background-color: " + token);
            return NodeImage.of(patch, 4, 4).getPixelReader().getColor(2, 2);
        });
    }

    private static void keepForTheEye(WritableImage image, Theme theme) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        NodeImage.write(image, folder.resolve("showcase-" + theme + ".png"));
    }
}
