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
import javafx.scene.layout.Region;
import org.gatescope.cell.Notation;
import org.gatescope.cell.Roles;
import org.gatescope.cell.ShownNames;
import org.gatescope.text.Texts;
import org.gatescope.ui.words.Quantity;

/** One pill a gate, of which one is chosen: whose weights are shown. */
final class GatePills {
    private static final Texts TEXTS = Texts.of(GatePills.class);

    private final Map<String, ToggleButton> pills = new HashMap<>();
    private final Consumer<String> onChoose;

    /** @param onChoose told the gate whose pill was pressed */
    GatePills(Consumer<String> onChoose) {
        this.onChoose = onChoose;
    }

    /**
     * @param gates their names; that of weights without a gate is empty, and its pill says "other"
     * @param roles of the cell's quantities
     * @param names as they are written now
     */
    Node of(List<String> gates, Roles roles, ShownNames names, String chosen) {
        pills.clear();
        ToggleGroup group = new ToggleGroup();
        for (String name : gates) {
            pills.put(name, pill(name, words(name, roles, names), name.equals(chosen), group));
        }
        FlowPane rows = new FlowPane(4, 4); // in a narrow pane they go on below
        gates.forEach(name -> rows.getChildren().add(Objects.requireNonNull(pills.get(name))));
        rows.setPrefWrapLength(0);
        return rows;
    }

    /** {@code i input}. */
    private static String words(String gate, Roles roles, ShownNames names) {
        return gate.isEmpty()
                ? TEXTS.get("gate.none")
                : (Notation.plain(names.of(gate)) + " " + Quantity.shortWord(roles, gate)).strip();
    }

    private ToggleButton pill(String gate, String word, boolean isChosen, ToggleGroup group) {
        ToggleButton pill = new ToggleButton(word);
        pill.getStyleClass().add("pill");
        pill.setMnemonicParsing(false);
        pill.setMinWidth(Region.USE_PREF_SIZE);
        pill.setId("gate-" + gate);
        pill.setSelected(isChosen);
        pill.setOnAction(event -> onChoose.accept(gate));
        pill.setToggleGroup(group);
        return pill;
    }

    void focus(String gate) {
        Objects.requireNonNull(pills.get(gate)).requestFocus();
    }
}
