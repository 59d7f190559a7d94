package org.gatescope.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.gatescope.cell.Book;
import org.gatescope.cell.Convention;
import org.gatescope.text.Texts;

/** The choice of a notation: a book, which brings all of its own along, then vectors and time apart. */
public final class NotationMenu {
    private static final Texts TEXTS = Texts.of(NotationMenu.class);

    private NotationMenu() {}

    /** As a menu within another. */
    public static Menu menu() {
        Menu menu = new Menu(TEXTS.get("notation"));
        menu.setId("notation");
        menu.getItems().setAll(items());
        return menu;
    }

    /** Its items, with what is in use now chosen. */
    public static List<MenuItem> items() {
        Convention now = ShownNotation.property().get();
        List<MenuItem> items = new ArrayList<>();
        ToggleGroup books = new ToggleGroup();
        for (Book book : Book.values()) {
            String name = book.name().toLowerCase(Locale.ROOT);
            items.add(item("notation." + name, "notation-" + name, books, now.book() == book, book.convention()));
        }
        ToggleGroup vectors = new ToggleGroup();
        items.add(new SeparatorMenuItem());
        items.add(item("notation.rows", "notation-rows", vectors, !now.columns(), now.withColumns(false)));
        items.add(item("notation.columns", "notation-columns", vectors, now.columns(), now.withColumns(true)));
        ToggleGroup time = new ToggleGroup();
        items.add(new SeparatorMenuItem());
        items.add(item("notation.from-0", "notation-from-0", time, now.firstStep() == 0, now.withFirstStep(0)));
        items.add(item("notation.from-1", "notation-from-1", time, now.firstStep() == 1, now.withFirstStep(1)));
        return items;
    }

    private static RadioMenuItem item(String text, String id, ToggleGroup group, boolean isChosen, Convention then) {
        RadioMenuItem item = new RadioMenuItem(TEXTS.get(text));
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(isChosen);
        item.setOnAction(event -> ShownNotation.property().set(then));
        return item;
    }
}
