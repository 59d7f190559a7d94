package org.gatescope.ui.projector;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.KeyText;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** All that a projector shows besides the panes: where playing is, and what can be drawn with. */
public final class ProjectorBar extends HBox {
    private static final Texts TEXTS = Texts.of(ProjectorBar.class);

    /**
     * @param position where playing is, in words
     * @param panes    that can be shown
     * @param board    that is drawn on
     * @param leave    when the projector has done
     */
    public ProjectorBar(
            ObservableValue<String> position,
            Supplier<? extends Collection<CheckMenuItem>> panes,
            Board board,
            Runnable leave) {
        getStyleClass().add("projector-bar");
        getStylesheets().add(Board.class.getResource("projector.css").toExternalForm());
        setAlignment(Pos.CENTER_LEFT);
        Label text = new Label();
        text.getStyleClass().add("strong");
        text.textProperty().bind(position);
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(text, choice(panes));
        getChildren().addAll(tools(board));
        ToggleButton black = new ToggleButton();
        black.selectedProperty().bindBidirectional(board.blackProperty());
        getChildren()
                .addAll(
                        named(button(board::wipe), "wipe", Feather.DELETE, new KeyCodeCombination(KeyCode.E)),
                        named(black, "black", Feather.EYE_OFF, new KeyCodeCombination(KeyCode.B)),
                        named(button(leave), "leave", Feather.MINIMIZE_2, new KeyCodeCombination(KeyCode.ESCAPE)));
    }

    private static MenuButton choice(Supplier<? extends Collection<CheckMenuItem>> panes) {
        MenuButton button =
                new MenuButton("", new FontIcon(Feather.COLUMNS), new MenuItem()); // an empty one does not open
        button.setId("projector-panes");
        button.getStyleClass().add("tool");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(TEXTS.get("panes"));
        button.setTooltip(new Tooltip(TEXTS.get("panes")));
        button.setOnShowing(event -> button.getItems().setAll(panes.get()));
        return button;
    }

    private static List<ButtonBase> tools(Board board) {
        return Stream.of(Tool.values()).map(tool -> tool(tool, board)).toList();
    }

    /** A click on the one that is in use gives the arrow back. */
    private static ButtonBase tool(Tool tool, Board board) {
        ToggleButton button = new ToggleButton();
        board.toolProperty().subscribe(now -> button.setSelected(now == tool));
        button.setOnAction(event -> {
            board.toolProperty().set(board.toolProperty().get() == tool ? Tool.ARROW : tool);
            button.setSelected(board.toolProperty().get() == tool);
        });
        KeyCombination keys = new KeyCodeCombination(tool.key(), KeyCombination.SHORTCUT_DOWN);
        return named(button, tool.id(), tool.icon(), keys);
    }

    private static Button button(Runnable action) {
        Button button = new Button();
        button.setOnAction(event -> action.run());
        return button;
    }

    private static ButtonBase named(ButtonBase button, String id, Feather icon, KeyCombination keys) {
        button.setId("projector-" + id);
        button.getStyleClass().add("tool");
        button.setGraphic(new FontIcon(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(TEXTS.get(id));
        button.setTooltip(KeyText.tip(TEXTS.get(id), keys));
        return button;
    }
}
