package org.gatescope.ui.grid;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.gatescope.engine.Fill;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.CopyAs;
import org.gatescope.ui.control.Fillable;

/** The commands as a context menu; each says its keys. */
final class GridMenu {
    private static final Texts TEXTS = Texts.of(Grid.class);

    private final Grid grid;
    private final ContextMenu menu = new ContextMenu();

    GridMenu(Grid grid) {
        this.grid = grid;
        grid.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::requested);
    }

    private void requested(ContextMenuEvent event) {
        if (grid.editor().isOpen() || grid.isEmpty()) {
            return;
        }
        menu.getItems().clear();
        for (GridCommand command : GridCommand.values()) {
            menu.getItems().add(item(command));
            if (command == GridCommand.COPY) {
                menu.getItems().add(CopyAs.menu(grid.actions()::copied));
            }
            if (command == GridCommand.PASTE || command == GridCommand.RANDOMISE) {
                menu.getItems().add(new SeparatorMenuItem());
            }
        }
        List<MenuItem> more = grid.more();
        if (!more.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().addAll(more);
        }
        Fillable.around(grid).ifPresent(pane -> {
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().addAll(pane.pictureItems());
        });
        show(event.isKeyboardTrigger() ? besideCell() : new Point2D(event.getScreenX(), event.getScreenY()));
        event.consume();
    }

    /** The forms to copy in, alone: for the keyboard. */
    void showForms() {
        menu.getItems().setAll(CopyAs.items(grid.actions()::copied));
        show(besideCell());
    }

    /** What to do with what was pasted. */
    void offer(List<GridOffer> offers) {
        menu.getItems().setAll(offers.stream().map(GridMenu::item).toList());
        show(besideCell());
    }

    private static MenuItem item(GridOffer offer) {
        MenuItem item = new MenuItem(offer.label());
        item.setMnemonicParsing(false);
        item.setOnAction(chosen -> offer.use().run());
        return item;
    }

    private Point2D besideCell() {
        Bounds cell = grid.anchorBounds();
        return grid.localToScreen(cell.getMaxX(), cell.getMaxY());
    }

    private void show(Point2D at) {
        menu.show(grid, at.getX(), at.getY());
    }

    private MenuItem item(GridCommand command) {
        MenuItem item = new MenuItem(
                TEXTS.get(command.text(), Fill.Normal.SIGMA, grid.seeds().next()));
        item.setMnemonicParsing(false);
        item.setAccelerator(command.keys);
        item.setDisable(command.edits && !grid.isEditable());
        item.setOnAction(chosen -> grid.actions().run(command));
        return item;
    }

    void hide() {
        menu.hide();
    }
}
