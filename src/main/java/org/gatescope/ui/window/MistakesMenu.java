package org.gatescope.ui.window;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.session.Session;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.lab.MistakeSwitches;

/** Mistakes that are made on purpose in each run, as switches. */
final class MistakesMenu {
    private static final Texts TEXTS = Texts.of(MistakesMenu.class);
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final MenuButton button;
    private final BooleanProperty hidden;
    private final Map<Mistake, CheckMenuItem> items = new EnumMap<>(Mistake.class);
    private final MistakeSwitches switches;
    private final Subscriptions open = new Subscriptions();

    MistakesMenu(MenuButton button, Desk desk, MistakeSwitches switches) {
        Workbench workbench = desk.workbench();
        this.switches = switches;
        this.button = button;
        this.hidden = desk.selection().hidesMistakes();
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
        open.add(
                workbench.session().subscribe(this::show),
                hidden.subscribe(now -> show(workbench.session().get())));
    }

    void close() {
        open.unsubscribe();
    }

    private void show(Session session) {
        int count = session.mistakes().mistakes().size();
        boolean isHidden = hidden.get();
        button.setText(
                isHidden
                        ? TEXTS.get("mistakes.hidden")
                        : count == 0 ? TEXTS.get("mistakes") : TEXTS.get("mistakes.on", count));
        button.pseudoClassStateChanged(WARNING, count > 0);
        for (Mistake mistake : Mistake.values()) {
            CheckMenuItem item = Objects.requireNonNull(items.get(mistake));
            boolean isOn = switches.isOn(mistake);
            item.setSelected(isOn && !isHidden);
            item.setDisable(isHidden || !isOn && !switches.isPossible(mistake));
        }
    }
}
