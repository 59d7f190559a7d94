package org.gatescope.ui.window;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import org.gatescope.engine.Network;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.jspecify.annotations.Nullable;

/** Mistakes that are made on purpose in each run, as switches. */
final class MistakesMenu {
    private static final Texts TEXTS = Texts.of(MistakesMenu.class);
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final MenuButton button;
    private final BooleanProperty hidden;
    private final Map<Mistake, CheckMenuItem> items = new EnumMap<>(Mistake.class);
    private Set<Mistake> possible = EnumSet.noneOf(Mistake.class);
    private @Nullable Network checked;

    /** @param hidden true while nothing may say which one is on */
    MistakesMenu(MenuButton button, Workbench workbench, BooleanProperty hidden) {
        this.button = button;
        this.hidden = hidden;
        Label hint = new Label(TEXTS.get("mistakes.hint"));
        hint.getStyleClass().add("muted");
        button.getItems().addAll(new CustomMenuItem(hint, false), new SeparatorMenuItem());
        for (Mistake mistake : Mistake.values()) {
            CheckMenuItem item = new CheckMenuItem(mistake.title());
            item.setId("mistake-" + mistake.id());
            item.setOnAction(event -> change(workbench, mistake, item.isSelected()));
            items.put(mistake, item);
            button.getItems().add(item);
        }
        workbench.session().subscribe(this::show);
        hidden.subscribe(now -> show(workbench.session().get()));
    }

    @SuppressWarnings("ReferenceEquality") // edits of numbers leave the very network in place
    private void show(Session session) {
        if (session.network() != checked) {
            checked = session.network();
            possible = EnumSet.allOf(Mistake.class);
            possible.removeIf(mistake -> !mistake.appliesTo(session.network()));
        }
        int count = session.mistakes().mistakes().size();
        boolean isHidden = hidden.get();
        button.setText(
                isHidden
                        ? TEXTS.get("mistakes.hidden")
                        : count == 0 ? TEXTS.get("mistakes") : TEXTS.get("mistakes.on", count));
        button.pseudoClassStateChanged(WARNING, count > 0);
        for (Mistake mistake : Mistake.values()) {
            CheckMenuItem item = Objects.requireNonNull(items.get(mistake));
            boolean isOn = session.mistakes().mistakes().contains(mistake);
            item.setSelected(isOn && !isHidden);
            item.setDisable(isHidden || !isOn && !possible.contains(mistake));
        }
    }

    private static void change(Workbench workbench, Mistake mistake, boolean on) {
        String label = TEXTS.get(on ? "mistake.on" : "mistake.off", mistake.title());
        workbench.edit(label, session -> session.withMistake(mistake, on));
    }
}
