package org.gatescope.ui.lane;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Scale;
import org.gatescope.picture.lane.Lane;
import org.gatescope.picture.lane.LaneHeights;
import org.gatescope.picture.lane.LaneScales;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.text.Texts;
import org.gatescope.ui.formula.FormulaView;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands left of a lane: its name, what it is, its scale. Shows as much of it as its height allows. */
final class LaneHeading extends Region {
    private static final Texts TEXTS = Texts.of(LaneHeading.class);
    private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");
    private static final double INDENT = 14;
    private static final double NAME_SIZE = 16;

    private final FormulaView name;
    private final Label subtitle;
    private final Label limits = new Label();
    private final LegendStrip legend = new LegendStrip();
    private final FontIcon foldIcon = new FontIcon(Feather.CHEVRON_DOWN);
    private final Button fold = new Button("", foldIcon);
    private final Button menu = new Button("", new FontIcon(Feather.MORE_HORIZONTAL));

    LaneHeading(Lane lane, Runnable onFold, Runnable onMenu) {
        getStyleClass().add("lane-heading");
        name = new FormulaView(lane.name(), NAME_SIZE);
        subtitle = new Label(lane.subtitle());
        subtitle.getStyleClass().add("lane-subtitle");
        subtitle.setTooltip(new Tooltip(lane.subtitle())); // the column is narrow
        limits.getStyleClass().add("lane-limits");
        button(fold, "fold", onFold);
        button(menu, "menu", onMenu);
        menu.setAccessibleText(TEXTS.get("menu"));
        getChildren().addAll(fold, name, subtitle, limits, legend, menu);
    }

    void show(Scale scale, Palette palette, boolean folded) {
        pseudoClassStateChanged(FOLDED, folded);
        limits.setText(LaneScales.limits(scale));
        legend.show(palette, scale.signed());
        foldIcon.setIconCode(folded ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN);
        fold.setAccessibleText(TEXTS.get(folded ? "unfold" : "fold"));
    }

    /** The button that the lane's menu drops from. */
    Node menuButton() {
        return menu;
    }

    /** The family that its small texts are set in, which numbers in squares take too. */
    Label sample() {
        return subtitle;
    }

    @Override
    protected double computePrefWidth(double height) {
        return TimeAxis.HEADING;
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double nameHeight = name.prefHeight(-1);
        double top = Math.max(0, Math.min(2, Math.floor((height - nameHeight) / 2)));
        name.resizeRelocate(INDENT, top, name.prefWidth(-1), nameHeight);
        fold.resizeRelocate(0, top + name.getBaselineOffset() - 12, INDENT, 14);
        menu.resizeRelocate(getWidth() - 24, top + 2, 18, 16);
        limits.setVisible(height >= 34);
        legend.setVisible(height >= 44);
        subtitle.setVisible(height >= LaneHeights.HEADING - 2);
        double y = top + nameHeight;
        for (Node line : List.of(subtitle, limits, legend)) {
            if (line.isVisible()) {
                double lineHeight = line == legend ? 9 : 13;
                line.resizeRelocate(INDENT, y, getWidth() - INDENT - 2, lineHeight);
                y += lineHeight;
            }
        }
    }

    private static void button(Button button, String style, Runnable action) {
        button.getStyleClass().setAll("lane-button", style);
        button.setFocusTraversable(false);
        button.setOnAction(event -> action.run());
    }
}
