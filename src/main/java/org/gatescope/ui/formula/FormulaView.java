package org.gatescope.ui.formula;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.gatescope.cell.Formula;

/** A formula as nodes on one baseline, which it reports to its parent. Its symbols are texts of the style class {@code symbol}. */
public final class FormulaView extends Region {
    private final Typesetter set;

    /** @param size of the letters on the baseline, in pixels */
    public FormulaView(Formula formula, double size) {
        set = new Typesetter(formula, size);
        getStyleClass().add("formula-view");
        getChildren().setAll(set.texts());
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(FormulaText.of(formula));
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    @Override
    public double getBaselineOffset() {
        return snappedTopInset() + Math.ceil(set.ascent());
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + Math.ceil(set.width()) + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        return getBaselineOffset() + Math.ceil(set.descent()) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        for (Text text : set.texts()) {
            text.setTranslateX(snappedLeftInset());
            text.setTranslateY(getBaselineOffset());
        }
    }
}
