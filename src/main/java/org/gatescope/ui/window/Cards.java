package org.gatescope.ui.window;

import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.gatescope.text.Texts;

/** Panels below one another, each of which can be folded away; what is folded away, or not in view, does nothing. */
final class Cards extends VBox {
    private static final Texts TEXTS = Texts.of(Cards.class);

    private final BooleanExpression shown;

    /** @param shown true while all of it can be seen */
    Cards(BooleanExpression shown) {
        this.shown = shown;
        getStyleClass().add("cards");
    }

    /**
     * @param key    of its title
     * @param open   whether it is unfolded at first
     * @param active told when the panel is to work
     */
    TitledPane add(String key, boolean open, Node panel, BooleanProperty active) {
        TitledPane card = new TitledPane(TEXTS.get("card." + key), panel);
        card.setId("card-" + key);
        card.setAnimated(false);
        card.setExpanded(open);
        card.getStyleClass().add("card");
        active.bind(shown.and(card.expandedProperty()));
        getChildren().add(card);
        return card;
    }
}
