package org.gatescope.ui.formula;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.gatescope.cell.Formula;

/**
 * A formula as nodes on one baseline, which it reports to its parent; where it has less room than it takes it goes on below.
 * Its symbols are texts of the style class {@code symbol}; those of a marked part have the class {@code marked} besides, and
 * a line of the class {@code mark} below them.
 */
public final class FormulaView extends Region {
    private final Typesetter set;
    private final List<Line> marks;

    /** @param size of the letters on the baseline, in pixels */
    public FormulaView(Formula formula, double size) {
        this(formula, size, Double.MAX_VALUE);
    }

    /** @param room how wide it may be, in pixels */
    public FormulaView(Formula formula, double size, double room) {
        set = new Typesetter(formula, size, room);
        marks = set.marks();
        marks.forEach(mark -> mark.getStyleClass().add("mark"));
        set.markedTexts().forEach(text -> text.getStyleClass().add("marked"));
        getStyleClass().add("formula-view");
        getChildren().setAll(marks);
        getChildren().addAll(set.texts());
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
        for (Node node : getChildren()) {
            node.setTranslateX(snappedLeftInset());
            node.setTranslateY(getBaselineOffset());
        }
    }
}
