package org.gatescope.ui.inspect;

import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.gatescope.cell.Formula;
import org.gatescope.explain.NumberId;
import org.gatescope.text.Texts;
import org.gatescope.ui.formula.FormulaView;

/** The last numbers of the trail, by which one came. */
final class Crumbs extends HBox {
    private static final Texts TEXTS = Texts.of(Crumbs.class);
    private static final double SIZE = 12;
    private static final double WIDEST = 80;
    private static final int MOST = 3;

    Crumbs() {
        getStyleClass().add("trail");
        setAccessibleText(TEXTS.get("trail"));
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    interface Symbol {
        Formula of(NumberId id);
    }

    /** @param choose told the place in the trail that is gone back to */
    void show(Trail trail, Symbol symbols, NumberWords words, IntConsumer choose) {
        getChildren().clear();
        setVisible(trail.hasBack());
        int first = Math.max(0, trail.position() - MOST);
        if (first > 0) {
            getChildren().add(between("…"));
        }
        for (int place = first; place < trail.position(); place++) {
            NumberId id = trail.numbers().get(place);
            getChildren().addAll(crumb(symbols.of(id), words.of(id), place, choose), between("›"));
        }
    }

    private static Button crumb(Formula symbol, String words, int place, IntConsumer choose) {
        FormulaView view = new FormulaView(symbol, SIZE);
        Button crumb = new Button();
        crumb.getStyleClass().setAll("crumb");
        crumb.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        crumb.setGraphic(view.prefWidth(-1) > WIDEST ? between("(…)") : view);
        crumb.setAccessibleText(words);
        crumb.setTooltip(new Tooltip(words));
        crumb.setOnAction(event -> choose.accept(place));
        return crumb;
    }

    private static Label between(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("crumb-between");
        return label;
    }
}
