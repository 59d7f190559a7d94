package org.gatescope.ui.window;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.lab.MistakeSwitches;

/** Mistakes that are made on purpose in each run, as switches. */
final class MistakesMenu {
    private static final Texts TEXTS = Texts.of(MistakesMenu.class);
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final MenuButton button;
    private final Map<Mistake, CheckMenuItem> items = new EnumMap<>(Mistake.class);
    private final MistakeSwitches switches;

    MistakesMenu(MenuButton button, MistakeSwitches switches) {
        this.switches = switches;
        this.button = button;
        button.accessibleTextProperty().bind(button.textProperty()); // of itself a menu's button says nothing
        Label hint = new Label(TEXTS.get("mistakes.hint"));
        hint.getStyleClass().add("muted");
        button.getItems().addAll(new CustomMenuItem(hint, false), new SeparatorMenuItem());
        for (Mistake mistake : Mistake.values()) {
            CheckMenuItem item = new CheckMenuItem(mistake.title());
            item.setId("mistake-" + mistake.id());
            item.setOnAction(event -> switches.set(mistake, item.isSelected()));
            items.put(mistake, item);
            button.getItems().add(item);
        }
    }

    /** @param isHidden true while a mistake is to be found: then none is told of */
    void show(Session session, boolean isHidden) {
        int count = session.mistakes().mistakes().size();
        button.setText(
                isHidden
                        ? TEXTS.get("mistakes.hidden")
                        : count == 0 ? TEXTS.get("mistakes") : TEXTS.get("mistakes.on", count));
        button.setTooltip(new Tooltip(button.getText())); // there may be less room than it needs
        button.pseudoClassStateChanged(WARNING, count > 0);
        for (Mistake mistake : Mistake.values()) {
            CheckMenuItem item = Objects.requireNonNull(items.get(mistake));
            boolean isOn = switches.isOn(mistake);
            item.setSelected(isOn && !isHidden);
            item.setDisable(isHidden || !isOn && !switches.isPossible(mistake));
        }
    }
}
