package org.gatescope.ui.formula;

import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import org.gatescope.cell.Formula;
import org.gatescope.picture.Box;
import org.gatescope.picture.FormulaText;
import org.gatescope.picture.GlyphRun;
import org.gatescope.picture.TypesetFormula;
import org.gatescope.picture.Typesetter;
import org.gatescope.ui.paint.ScreenMeasure;
import org.gatescope.ui.theme.Fonts;

/**
 * A formula as nodes on one baseline, which it reports to its parent; where it has less room than it takes it goes on below.
 * Its symbols are texts of the style class {@code symbol}; those of a marked part have the class {@code marked} besides, and
 * a line of the class {@code mark} below them.
 */
public final class FormulaView extends Region {
    private final TypesetFormula set;

    /** @param size of the letters on the baseline, in pixels */
    public FormulaView(Formula formula, double size) {
        this(formula, size, Double.MAX_VALUE);
    }

    /** @param room how wide it may be, in pixels */
    public FormulaView(Formula formula, double size, double room) {
        set = Typesetter.set(formula, size, room, new ScreenMeasure());
        getStyleClass().add("formula-view");
        getChildren().setAll(set.marks().stream().map(FormulaView::mark).toList());
        getChildren().addAll(set.runs().stream().map(FormulaView::text).toList());
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(FormulaText.of(formula));
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    private static Node mark(Box place) {
        Line mark = new Line(place.x(), place.centreY(), place.right(), place.centreY());
        mark.getStyleClass().add("mark");
        return mark;
    }

    private static Node text(GlyphRun run) {
        Text text = new Text(run.x(), run.y(), run.text());
        text.setFont(Fonts.of(run.face(), run.size()));
        text.setTextOrigin(VPos.BASELINE);
        text.getStyleClass().add("symbol");
        if (run.marked()) {
            text.getStyleClass().add("marked");
        }
        return text;
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
