package org.gatescope.ui.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import org.controlsfx.control.SegmentedButton;
import org.gatescope.text.Texts;
import org.gatescope.ui.words.Quantity;

/** One pill a gate, of which one is chosen: whose weights are shown. */
final class GatePills {
    private static final Texts TEXTS = Texts.of(GatePills.class);
    /** More gates than this stand in several rows. */
    private static final int MOST_IN_A_ROW = 5;

    private static final int MOST_LETTERS_IN_A_ROW = 40;

    private final Map<String, ToggleButton> pills = new HashMap<>();
    private final Consumer<String> onChoose;

    /** @param onChoose told the gate whose pill was pressed */
    GatePills(Consumer<String> onChoose) {
        this.onChoose = onChoose;
    }

    /** @param gates their names; that of weights without a gate is empty, and its pill says "other" */
    Node of(List<String> gates, String chosen) {
        pills.clear();
        ToggleGroup group = new ToggleGroup();
        for (String name : gates) {
            pills.put(name, pill(name, name.equals(chosen), group));
        }
        List<ToggleButton> all = gates.stream()
                .map(name -> Objects.requireNonNull(pills.get(name)))
                .toList();
        int letters = all.stream().mapToInt(pill -> pill.getText().length()).sum();
        return gates.size() > MOST_IN_A_ROW || letters > MOST_LETTERS_IN_A_ROW ? inRows(all) : inOneRow(all, group);
    }

    private ToggleButton pill(String gate, boolean isChosen, ToggleGroup group) {
        String word = Quantity.shortWord(gate);
        ToggleButton pill = new ToggleButton(gate.isEmpty() ? TEXTS.get("gate.none") : (gate + " " + word).strip());
        pill.getStyleClass().add("pill");
        pill.setId("gate-" + gate);
        pill.setSelected(isChosen);
        pill.setOnAction(event -> onChoose.accept(gate));
        pill.setToggleGroup(group);
        return pill;
    }

    void focus(String gate) {
        Objects.requireNonNull(pills.get(gate)).requestFocus();
    }

    private static Node inOneRow(List<ToggleButton> pills, ToggleGroup group) {
        SegmentedButton segments = new SegmentedButton();
        segments.setToggleGroup(group);
        segments.getButtons().setAll(pills);
        segments.setMaxWidth(Double.MAX_VALUE);
        return segments;
    }

    private static Node inRows(List<ToggleButton> pills) {
        FlowPane rows = new FlowPane(4, 4);
        rows.getChildren().setAll(pills);
        rows.setPrefWrapLength(0);
        return rows;
    }
}
