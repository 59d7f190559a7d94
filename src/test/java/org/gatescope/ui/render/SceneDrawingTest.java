package org.gatescope.ui.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import org.gatescope.picture.RecordingPen;
import org.gatescope.picture.Rgb;
import org.gatescope.ui.theme.Theme;
import org.junit.jupiter.api.Test;

/** Nodes of a scene as a picture. */
class SceneDrawingTest {
    private static RecordingPen drawn(Region root, boolean hasControls) throws Exception {
        return Offscreen.call(() -> {
            Theme.LIGHT.apply();
            NodeImage.of(new Scene(root, 300, 200));
            RecordingPen pen = new RecordingPen();
            SceneDrawing.of(List.of(root), hasControls).draw(pen);
            return pen;
        });
    }

    @Test
    void textsComeLineByLineAsTheyAreBroken() throws Exception {
        Label label = new Label("one two three four five six seven eight nine ten eleven twelve");
        label.setWrapText(true);
        label.setMaxWidth(120);
        List<String> texts = drawn(new VBox(label), true).texts();
        assertThat(texts).hasSizeGreaterThan(2).allMatch(line -> line.equals(line.strip()));
        assertThat(String.join(" ", texts)).isEqualTo(label.getText());
    }

    @Test
    void whatIsNotSeenIsNotDrawn() throws Exception {
        Label hidden = new Label("hidden");
        hidden.setVisible(false);
        Label clear = new Label("clear");
        clear.setOpacity(0);
        VBox rows = new VBox();
        for (int i = 0; i < 40; i++) {
            rows.getChildren().add(new Label("row " + i));
        }
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setPrefHeight(100);
        assertThat(drawn(new VBox(hidden, clear, scroll), true).texts())
                .contains("row 0", "row 3")
                .doesNotContain("hidden", "clear", "row 30");
    }

    @Test
    void buttonsAreLeftOutWhereWanted() throws Exception {
        assertThat(drawn(new HBox(new Label("label"), new Button("press")), true)
                        .texts())
                .contains("label", "press");
        assertThat(drawn(new HBox(new Label("label"), new Button("press")), false)
                        .texts())
                .containsExactly("label");
    }

    @Test
    void backgroundsAndBordersStandWhereTheRegionDoes() throws Exception {
        Region box = new Region();
        box.setStyle("-fx-background-color: #ff0000; -fx-background-insets: 2; -fx-border-color: #00ff00;"
                + " -fx-border-width: 3 0 0 1");
        box.setMinSize(50, 40);
        box.setMaxSize(50, 40);
        StackPane root = new StackPane(box);
        root.setStyle("-fx-background-color: transparent");
        List<String> lines = drawn(root, true).lines();
        assertThat(lines)
                .contains(
                        "fill 127 82 46 36 " + Rgb.of(0xff0000),
                        "fill 125 80 50 3 " + Rgb.of(0x00ff00),
                        "fill 125 80 1 40 " + Rgb.of(0x00ff00))
                .hasSize(3);
    }

    @Test
    void formsOfAllKindsAreAreas() throws Exception {
        Region arrow = new Region();
        arrow.setStyle("-fx-shape: 'M0 0h10l-5 5z'; -fx-background-color: black; -fx-rotate: 90");
        arrow.setMinSize(20, 10);
        Circle circle = new Circle(10);
        circle.setStyle("-fx-fill: red; -fx-stroke: blue; -fx-stroke-width: 2");
        Line line = new Line(0, 0, 30, 0);
        Region corners = new Region();
        corners.setStyle("-fx-background-color: green; -fx-background-radius: 5 0 5 0");
        corners.setMinSize(20, 20);
        RecordingPen pen = drawn(new VBox(arrow, circle, line, corners), true);
        assertThat(pen.all(RecordingPen.Contoured.class))
                .hasSize(5)
                .allMatch(area -> !area.contour().segments().isEmpty());
    }

    @Test
    void aLetterThatIsNotOfTheAppsFontsIsDrawn() throws Exception {
        Text text = new Text("plain");
        text.setStyle("-fx-font-family: 'DejaVu Sans', 'Liberation Sans', sans-serif");
        RecordingPen pen = drawn(new VBox(text), true);
        assertThat(pen.texts().isEmpty())
                .isNotEqualTo(pen.all(RecordingPen.Contoured.class).isEmpty());
    }

    @Test
    void filesOfAllKindsBeginAsTheyShould() throws Exception {
        for (FigureKind kind : FigureKind.values()) {
            byte[] file = Offscreen.call(() -> {
                Scene scene = new Scene(new VBox(new Label("a & b")), 100, 50);
                return kind.file(List.of(scene.getRoot()), "title", FigureForm.USUAL);
            });
            assertThat(new String(file, StandardCharsets.ISO_8859_1).substring(0, 5))
                    .isEqualTo(
                            switch (kind) {
                                case PNG -> "\u0089PNG\r";
                                case SVG -> "<svg ";
                                case PDF -> "%PDF-";
                            });
        }
    }
}
