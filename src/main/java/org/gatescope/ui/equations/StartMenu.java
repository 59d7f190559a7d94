package org.gatescope.ui.equations;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.text.Texts;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.settings.OwnCells.OwnCell;
import org.gatescope.ui.words.CellName;

/** What an edit can start from: a built-in cell or one of the user's own, which can be deleted here too. */
final class StartMenu extends MenuButton {
    private static final Texts TEXTS = Texts.of(StartMenu.class);

    private final OwnCells cells;
    private final Consumer<String> onStart;
    private final Consumer<OwnCell> onDelete;

    /** @param onStart takes a text */
    StartMenu(OwnCells cells, Consumer<String> onStart, Consumer<OwnCell> onDelete) {
        super(TEXTS.get("start"));
        this.cells = cells;
        this.onStart = onStart;
        this.onDelete = onDelete;
        setId("start-from");
        setAccessibleText(getText());
        getStyleClass().addAll("tool", "start-menu");
        fill();
        setOnShowing(event -> fill());
    }

    /** Anew each time: files come and go. */
    private void fill() {
        List<OwnCell> own = cells.all();
        getItems().clear();
        own.forEach(cell -> getItems().add(item(cell)));
        if (!own.isEmpty()) {
            getItems().addAll(delete(own), new SeparatorMenuItem());
        }
        List<String> titles = List.of(
                TEXTS.get("start.simple"), TEXTS.get("start.lstm"), TEXTS.get("start.gru"), TEXTS.get("start.fewer"));
        for (int i = 0; i < titles.size(); i++) {
            Menu group = new Menu(titles.get(i));
            group.setId("start-group-" + i);
            BuiltInCells.groups().get(i).forEach(name -> group.getItems().add(item(name)));
            getItems().add(group);
        }
    }

    private MenuItem item(String name) {
        MenuItem item = new MenuItem(CellName.ofBuiltIn(name));
        item.setId("start-" + name);
        item.setOnAction(event -> onStart.accept(BuiltInCells.text(name).orElseThrow()));
        return item;
    }

    private MenuItem item(OwnCell cell) {
        MenuItem item = new MenuItem();
        item.setMnemonicParsing(false);
        item.setId("start-own-" + cell.name());
        switch (cell) {
            case OwnCell.Usable readable -> {
                item.setText(cell.name());
                item.setOnAction(event -> onStart.accept(readable.cell().source()));
            }
            case OwnCell.Broken broken -> {
                item.setText(TEXTS.get("own.broken", cell.name(), broken.problem()));
                item.setDisable(true);
            }
        }
        return item;
    }

    private Menu delete(List<OwnCell> own) {
        Menu menu = new Menu(TEXTS.get("own.delete"));
        menu.setId("delete-own");
        for (OwnCell cell : own) {
            MenuItem item = new MenuItem(cell.name());
            item.setMnemonicParsing(false);
            item.setId("delete-own-" + cell.name());
            item.setOnAction(event -> onDelete.accept(cell));
            menu.getItems().add(item);
        }
        return menu;
    }
}
