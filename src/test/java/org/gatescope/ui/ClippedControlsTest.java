package org.gatescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.ui.render.Offscreen;
import org.junit.jupiter.api.Test;

class ClippedControlsTest {
    private static final String LONG = "more than there is room for in so narrow a place";

    @Test
    void aTextThatIsCutOffIsFound() throws Exception {
        assertThat(found(() -> new VBox(new Label(LONG), new Label("short")))).hasSize(1);
    }

    @Test
    void oneThatWrapsIsNot() throws Exception {
        assertThat(found(() -> {
                    Label label = new Label(LONG);
                    label.setWrapText(true);
                    return new VBox(label);
                }))
                .isEmpty();
    }

    @Test
    void aPromptThatIsCutOffIsFound() throws Exception {
        assertThat(found(() -> {
                    TextField field = new TextField();
                    field.setPromptText(LONG);
                    return new VBox(field);
                }))
                .hasSize(1);
    }

    @Test
    void aButtonBeyondTheEdgeIsFound() throws Exception {
        assertThat(found(() -> {
                    Button button = new Button(LONG);
                    button.setMinWidth(Region.USE_PREF_SIZE);
                    return new VBox(new HBox(button));
                }))
                .hasSize(1);
    }

    private interface Making {
        Parent make();
    }

    private static List<String> found(Making making) throws Exception {
        return Offscreen.call(() -> {
            Parent root = making.make();
            new Scene(root, 120, 400);
            root.applyCss();
            root.layout();
            return ClippedControls.in(root, node -> false).toList();
        });
    }
}
