package org.gatescope.ui.transport;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.gatescope.cell.Formula;
import org.gatescope.ui.formula.FormulaView;

/** A formula on one line, cut off where there is no room for it; its tip shows the whole. */
final class OperationLine extends Region {
    private static final double SIZE = 15;
    /** The letters' own; what stands above and below them in some formulas moves nothing else. */
    private static final double ASCENT = 15;

    private static final double HEIGHT = 20;
    /** Formulas with indices or fractions may be higher. */
    private static final double BEYOND = 8;

    private final Tooltip whole = new Tooltip();
    private FormulaView shown = new FormulaView(Formula.EMPTY, SIZE);

    OperationLine(ObservableValue<Formula> formula) {
        setMinWidth(0);
        Rectangle seen = new Rectangle();
        seen.widthProperty().bind(widthProperty());
        seen.setY(-BEYOND);
        seen.setHeight(HEIGHT + 2 * BEYOND);
        setClip(seen);
        whole.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        whole.setOnShowing(event -> whole.setGraphic(new FormulaView(formula.getValue(), SIZE)));
        formula.subscribe(this::show);
    }

    private void show(Formula formula) {
        shown = new FormulaView(formula, SIZE);
        shown.setId("operation-formula");
        getChildren().setAll(shown);
        if (formula.equals(Formula.EMPTY)) {
            Tooltip.uninstall(this, whole);
        } else {
            Tooltip.install(this, whole);
        }
    }

    @Override
    public double getBaselineOffset() {
        return ASCENT;
    }

    /** What is beside it goes first. */
    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        shown.resizeRelocate(0, ASCENT - shown.getBaselineOffset(), shown.prefWidth(-1), shown.prefHeight(-1));
    }
}
