package org.gatescope.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.Notifications;
import org.controlsfx.control.PopOver;
import org.gatescope.picture.Tones;
import org.gatescope.ui.FxEvents;
import org.gatescope.ui.paint.ScreenColour;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** What comes up over the window wears the theme as well, and no stylesheet of ControlsFX misses a colour. */
@ExtendWith(ApplicationExtension.class)
class PopupsTest {
    private final StyleComplaints complaints = StyleComplaints.listen();
    // Made in show: the classes of popups cannot be loaded before JavaFX runs.
    private Region patch;
    private Label words;
    private PopOver popOver;
    private Button owner;
    private CheckComboBox<String> boxes;

    @AfterEach
    void stopHearing() {
        complaints.close();
    }

    @Start
    void show(Stage stage) {
        Theme.LIGHT.apply();
        patch = new Region();
        words = new Label("because");
        popOver = new PopOver(new VBox(patch, words));
        owner = new Button("why?");
        boxes = new CheckComboBox<>();
        patch.setPrefSize(60, 40);
        patch.setStyle("-fx-background-color: -gs-window");
        popOver.setAnimated(false);
        boxes.getItems().addAll("values", "gradients");
        owner.setOnAction(event -> popOver.show(owner));
        stage.setScene(new Scene(new VBox(60, owner, boxes), 500, 400));
        stage.show();
    }

    @Stop
    void hide() {
        popOver.hide();
    }

    @Test
    void controlsFxFindsEveryColourItLooksUp(FxRobot robot) throws TimeoutException {
        robot.clickOn(owner);
        robot.clickOn(boxes);
        robot.interact(() -> {
            new ContextMenu(new MenuItem("Copy")).show(owner, 100, 100);
            Notifications.create()
                    .owner(owner)
                    .title("Saved")
                    .text("example.gate")
                    .showWarning();
        });
        FxEvents.awaitFrames(2);
        robot.interact(Theme.DARK::apply);
        FxEvents.awaitFrames(2);
        assertThat(complaints.heard()).isEmpty();
    }

    @Test
    void changingTheThemeReachesAnOpenPopup(FxRobot robot) {
        robot.clickOn(owner);
        robot.interact(() -> {});
        assertThat(colourOfThePatch(robot)).isEqualTo(ScreenColour.of(Tones.LIGHT.window()));
        robot.interact(Theme.DARK::apply);
        assertThat(colourOfThePatch(robot)).isEqualTo(ScreenColour.of(Tones.DARK.window()));
    }

    @ParameterizedTest
    @EnumSource
    void textOnAPopupCanBeRead(Theme theme, FxRobot robot) {
        robot.interact(theme::apply);
        robot.clickOn(owner);
        FxEvents.awaitFrames(2);
        Tones tones = theme.tones();
        Path frame = robot.from(popOver.getScene().getRoot()).lookup(".border").query();
        assertThat(frame.getFill()).isEqualTo(ScreenColour.of(tones.window()));
        assertThat(words.getTextFill()).isEqualTo(ScreenColour.of(tones.text()));
    }

    @Test
    void aMissingColourIsHeard(FxRobot robot) {
        robot.interact(() -> {
            Label label = new Label("?");
            label.setStyle("-fx-text-fill: -gs-no-such-colour");
            ((VBox) owner.getParent()).getChildren().add(label);
            owner.getScene().getRoot().applyCss();
        });
        assertThat(complaints.heard()).isNotEmpty();
    }

    private Color colourOfThePatch(FxRobot robot) {
        Color[] colour = new Color[1];
        robot.interact(() -> {
            patch.applyCss();
            colour[0] = (Color) patch.getBackground().getFills().getFirst().getFill();
        });
        return colour[0];
    }
}
