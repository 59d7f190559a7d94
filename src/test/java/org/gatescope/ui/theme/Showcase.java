package org.gatescope.ui.theme;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.StatusBar;
import org.kordamp.ikonli.javafx.FontIcon;

/** Every style class and the controls that the window uses, in one pane. */
final class Showcase extends BorderPane {
    Showcase() {
        setTop(topBar());
        setCenter(new SplitPane(tables(), transport()));
        setBottom(statusBar());
    }

    private static HBox topBar() {
        Label name = styled(new Label("Gatescope"), "app-name");
        HBox bar = styled(new HBox(name, flat("Open", null), flat("Undo", "fth-corner-up-left")), "top-bar");
        Button disabled = flat("Redo", "fth-corner-up-right");
        disabled.setDisable(true);
        bar.getChildren().add(disabled);
        return bar;
    }

    private static VBox tables() {
        HBox card = styled(
                new HBox(styled(new Label("Layer 1 · LSTM"), "strong"), grow(), muted("6 units")), "outline-card");
        card.pseudoClassStateChanged(PseudoClass.getPseudoClass("selected"), true);
        HBox other = styled(new HBox(styled(new Label("Input"), "strong"), grow(), muted("7 tokens")), "outline-card");
        Label formula = styled(new Label("∂c′ += ∂h′ ⊙ o ⊙ (1 − tanh² c′)"), "formula");
        Label code = styled(new Label("c' = f * c + i * g"), "code");
        ComboBox<String> combo = new ComboBox<>();
        combo.getItems().addAll("linear", "symmetric log");
        combo.getSelectionModel().select(0);
        VBox box = new VBox(4, title("NETWORK"), other, card, title("WEIGHTS"), pills(), segmented(), formula, code);
        box.getChildren()
                .addAll(new TextField("you have a pen"), combo, new CheckComboBox<String>(), new CheckBox("log"));
        box.getChildren().addAll(new Label("0.1111111111"), new Label("−7.7777770000"), new Slider(0, 1, 0.4));
        return styled(box, "panel");
    }

    private static HBox pills() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox(6);
        for (String text : new String[] {"i input", "f forget", "g candidate", "o output"}) {
            ToggleButton pill = styled(new ToggleButton(text), "pill");
            pill.setToggleGroup(group);
            pill.setSelected(text.startsWith("f"));
            row.getChildren().add(pill);
        }
        return row;
    }

    private static SegmentedButton segmented() {
        SegmentedButton segments = new SegmentedButton(new ToggleButton("linear"), new ToggleButton("symmetric log"));
        segments.getButtons().get(0).setSelected(true);
        return segments;
    }

    private static HBox transport() {
        HBox row = styled(new HBox(), "bottom-bar");
        row.getChildren().addAll(round("fth-skip-back"), round("fth-chevron-left"));
        row.getChildren().addAll(styled(round("fth-pause"), "main"), styled(round("fth-play"), "main", "backward"));
        return row;
    }

    private static StatusBar statusBar() {
        StatusBar bar = new StatusBar();
        bar.setText("N 3 · T 7 · D 7 · H 6");
        bar.getRightItems().add(styled(new Label("gradient check 4.1e−11"), "good"));
        return bar;
    }

    private static Button flat(String text, @org.jspecify.annotations.Nullable String icon) {
        return styled(icon == null ? new Button(text) : new Button(text, new FontIcon(icon)), "tool");
    }

    private static Button round(String icon) {
        return styled(new Button("", new FontIcon(icon)), "round");
    }

    private static Label title(String text) {
        return styled(new Label(text), "section-title");
    }

    private static Label muted(String text) {
        return styled(new Label(text), "muted");
    }

    private static Region grow() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }

    private static <N extends javafx.scene.Node> N styled(N node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }
}
