package org.gatescope.ui.control;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.gatescope.format.text.CopyForm;
import org.gatescope.text.Texts;

/** Puts numbers on the clipboard as other programs write them. */
public final class CopyAs {
    /** Opens the choice of forms. */
    public static final KeyCombination KEYS =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private static final Texts TEXTS = Texts.of(CopyAs.class);

    private CopyAs() {}

    /** Copies at once. @param numbers row by row */
    public static void copy(CopyForm form, double[][] numbers) {
        ClipboardContent copied = new ClipboardContent();
        copied.putString(form.of(numbers));
        Clipboard.getSystemClipboard().setContent(copied);
    }

    /** The forms as a menu in another. @param numbers asked for when a form is chosen */
    public static Menu menu(Supplier<double[][]> numbers) {
        Menu menu = new Menu(TEXTS.get("copy-as"));
        menu.setId("copy-as");
        menu.getItems().setAll(items(numbers));
        return menu;
    }

    /** The forms alone. */
    public static List<MenuItem> items(Supplier<double[][]> numbers) {
        return Stream.of(CopyForm.values())
                .map(form -> {
                    MenuItem item = new MenuItem(TEXTS.get("copy-as." + form));
                    item.setOnAction(chosen -> copy(form, numbers.get()));
                    return item;
                })
                .toList();
    }
}
