package org.gatescope.ui.lane;

import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.gatescope.text.Texts;

/** The part of a lane's menu where it is chosen which of two runs it shows. */
final class ComparedMenu {
    private static final Texts TEXTS = Texts.of(ComparedMenu.class);

    private ComparedMenu() {}

    static Menu of(ComparedSide now, Consumer<ComparedSide> show) {
        Menu menu = new Menu(TEXTS.get("compared"));
        ToggleGroup group = new ToggleGroup();
        for (ComparedSide side : ComparedSide.values()) {
            RadioMenuItem item = new RadioMenuItem(TEXTS.get("compared." + side.key()));
            item.setToggleGroup(group);
            item.setSelected(side == now);
            item.setOnAction(event -> show.accept(side));
            menu.getItems().add(item);
        }
        return menu;
    }
}
