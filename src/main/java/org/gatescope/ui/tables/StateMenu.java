package org.gatescope.ui.tables;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.gatescope.engine.Matrix;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Notices;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Stateful runs: all initial states from where the last run ended, or back to zero. */
final class StateMenu {
    private static final Texts TEXTS = Texts.of(StateMenu.class);

    private final Workbench workbench;
    private final Notices notices;
    private final MenuButton button = new MenuButton();

    /** @param notices told why the states cannot be carried on now */
    StateMenu(Workbench workbench, Notices notices) {
        this.workbench = workbench;
        this.notices = notices;
        button.setId("state-menu");
        button.setGraphic(new FontIcon(Feather.MORE_HORIZONTAL));
        button.getStyleClass().addAll("tool", "fill-menu");
        button.setAccessibleText(TEXTS.get("state.menu"));
        button.setTooltip(new Tooltip(TEXTS.get("state.menu")));
        button.getItems().addAll(item("state.carry", this::carry), item("state.reset", this::reset));
    }

    /** A section's title with the menu at its right. */
    Node beside(Node title) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(title, space, button);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private void carry() {
        if (workbench.computing().get()) {
            notices.warn(TEXTS.get("state.wait"));
        } else {
            change("state.carry", workbench.shown().get().run().trace().finalStates());
        }
    }

    private void reset() {
        Map<String, Matrix> zeros = new LinkedHashMap<>();
        workbench
                .session()
                .get()
                .numbers()
                .initialState()
                .forEach((name, table) -> zeros.put(name, Matrix.zeros(table.rows(), table.columns())));
        change("state.reset", zeros);
    }

    private void change(String key, Map<String, Matrix> states) {
        workbench.edit(TEXTS.get(key), session -> session.withNumbers(numbers -> numbers.withInitialState(states)));
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(TEXTS.get(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(event -> action.run());
        return item;
    }
}
