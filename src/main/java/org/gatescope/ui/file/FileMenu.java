package org.gatescope.ui.file;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.gatescope.format.session.Versions.EarlierVersion;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.NotationMenu;
import org.gatescope.ui.control.Shortcuts;

/** The File menu: made anew each time it opens, as files come and go. */
final class FileMenu {
    private static final Texts TEXTS = Texts.of(FileMenu.class);

    private static final DateTimeFormatter TIMES =
            DateTimeFormatter.ofPattern(TEXTS.get("earlier.time")).withZone(ZoneId.systemDefault());

    private final MenuButton menu;
    private final FileController files;
    private final Document document;
    private final Windows windows;
    private final Shortcuts shortcuts;
    private final Supplier<Menu> lessons;

    FileMenu(
            MenuButton menu,
            FileController files,
            Document document,
            Windows windows,
            Shortcuts shortcuts,
            Supplier<Menu> lessons) {
        this.lessons = lessons;
        this.menu = menu;
        this.files = files;
        this.document = document;
        this.windows = windows;
        this.shortcuts = shortcuts;
        fill();
        menu.setOnShowing(event -> fill());
    }

    private void fill() {
        MenuItem revert = item("revert.item", "", files::revert);
        revert.setDisable(document.file().get().isEmpty() || !document.unsaved().get());
        menu.getItems()
                .setAll(
                        item("new", "new", files::createNew),
                        item("open", "open", files::open),
                        recent(),
                        item("import", "import", files::importModel),
                        item("import-checkpoints", "", files::importCheckpoints),
                        item("import-data", "", files::importData),
                        new SeparatorMenuItem(),
                        item("save", "save", files::save),
                        item("save-as", "save-as", files::saveAs),
                        revert,
                        earlier(),
                        item("duplicate", "", files::duplicate),
                        files.exports().menu(menu),
                        new SeparatorMenuItem(),
                        lessons.get(),
                        NotationMenu.menu(),
                        new SeparatorMenuItem(),
                        item("close", "close", files::close));
    }

    private MenuItem item(String text, String keys, Runnable action) {
        MenuItem item = new MenuItem(TEXTS.get(text));
        item.setId("file-" + text);
        shortcuts.combination(keys).ifPresent(item::setAccelerator); // seen at the right; the window sees to the key
        item.setOnAction(event -> action.run());
        return item;
    }

    private Menu earlier() {
        Menu earlier = new Menu(TEXTS.get("earlier"));
        earlier.setId("file-earlier");
        for (EarlierVersion version : files.earlier()) {
            String time = TIMES.format(version.saved());
            MenuItem item = new MenuItem(time);
            item.setOnAction(event -> files.revert(version, time));
            earlier.getItems().add(item);
        }
        earlier.setDisable(earlier.getItems().isEmpty());
        return earlier;
    }

    private Menu recent() {
        Menu recent = new Menu(TEXTS.get("recent"));
        recent.setId("file-recent");
        for (Path file : windows.recent()) {
            MenuItem item = new MenuItem(String.valueOf(file));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> files.open(List.of(file)));
            recent.getItems().add(item);
        }
        recent.setDisable(recent.getItems().isEmpty());
        return recent;
    }
}
