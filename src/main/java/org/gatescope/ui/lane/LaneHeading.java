package org.gatescope.ui.lane;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.gatescope.picture.FormulaText;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Scale;
import org.gatescope.picture.Tones;
import org.gatescope.picture.TypesetFormula;
import org.gatescope.picture.Typesetter;
import org.gatescope.picture.lane.HeadingPicture;
import org.gatescope.picture.lane.Lane;
import org.gatescope.picture.lane.LaneScales;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.text.Texts;
import org.gatescope.ui.paint.Drawn;
import org.gatescope.ui.paint.ScreenMeasure;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands left of a lane: its picture, and the buttons that fold it and open its menu. */
final class LaneHeading extends Region {
    private static final Texts TEXTS = Texts.of(LaneHeading.class);
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");

    private final Lane lane;
    private final TypesetFormula name;
    private HeadingPicture shown;
    private final Drawn drawn = new Drawn((width, height) -> shown.resized(width, height));
    private final FontIcon foldIcon = new FontIcon(Feather.CHEVRON_DOWN);
    private final Button fold = new Button("", foldIcon);
    private final Button menu = new Button("", new FontIcon(Feather.MORE_HORIZONTAL));
    private final Button range = new Button("", new FontIcon(Feather.MINIMIZE_2));
    private final Tooltip rangeTip = new Tooltip();

    LaneHeading(
            Lane lane, Scale scale, Palette palette, Tones tones, Runnable onFold, Runnable onMenu, Runnable onRange) {
        this.lane = lane;
        name = Typesetter.set(lane.name(), HeadingPicture.NAME_LETTERS, new ScreenMeasure());
        shown = picture(scale, palette, tones);
        getStyleClass().add("lane-heading");
        drawn.getStyleClass().add("heading");
        drawn.setAccessibleRole(AccessibleRole.TEXT);
        Tooltip.install(drawn, new Tooltip(lane.subtitle())); // the column is narrow
        button(fold, "fold", onFold);
        button(menu, "menu", onMenu);
        button(range, "range", onRange);
        range.setTooltip(rangeTip);
        range.setVisible(false);
        menu.setAccessibleText(TEXTS.get("menu"));
        getChildren().addAll(drawn, fold, menu, range);
    }

    /** Drawn only when it changes: each run shows its lanes' headings anew. */
    void show(LaneScales.Entry entry, Scale scale, Palette palette, Tones tones) {
        boolean folded = entry.look().folded();
        HeadingPicture next = picture(scale, palette, tones);
        if (!next.equals(shown)) {
            shown = next;
            drawn.redraw();
        }
        drawn.setAccessibleText(spoken(LaneScales.limits(scale)));
        showRange(entry);
        pseudoClassStateChanged(FOLDED, folded);
        foldIcon.setIconCode(folded ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN);
        fold.setAccessibleText(TEXTS.get(folded ? "unfold" : "fold"));
    }

    /** Where colours hardly differ, the way out is seen; and the way back. */
    private void showRange(LaneScales.Entry entry) {
        range.setVisible(
                (entry.isRange() || entry.needsRange()) && !entry.look().folded());
        range.pseudoClassStateChanged(CHOSEN, entry.isRange());
        String text = TEXTS.get(entry.isRange() ? "range.back" : "range");
        range.setAccessibleText(text);
        rangeTip.setText(text);
    }

    private String spoken(String limits) {
        String said = FormulaText.of(lane.name());
        return lane.subtitle().isEmpty()
                ? TEXTS.get("heading.spoken.brief", said, limits)
                : TEXTS.get("heading.spoken", said, lane.subtitle(), limits);
    }

    private HeadingPicture picture(Scale scale, Palette palette, Tones tones) {
        return new HeadingPicture(name, lane.subtitle(), scale, palette, tones, 1, 1);
    }

    /** Of its lane, in words. */
    String name() {
        return FormulaText.of(lane.name()) + (lane.subtitle().isEmpty() ? "" : "  " + lane.subtitle());
    }

    /** The button that the lane's menu drops from. */
    Node menuButton() {
        return menu;
    }

    @Override
    protected double computePrefWidth(double height) {
        return TimeAxis.HEADING;
    }

    @Override
    protected void layoutChildren() {
        HeadingPicture placed = shown.resized(getWidth(), getHeight());
        double baseline = placed.baseline();
        drawn.resizeRelocate(0, 0, getWidth(), getHeight());
        fold.resizeRelocate(0, baseline - 12, HeadingPicture.INDENT, 14);
        range.resizeRelocate(getWidth() - 24, placed.limitsLine() - 2, 18, 14);
        menu.resizeRelocate(getWidth() - 24, placed.top() + 2, 18, 16);
    }

    private static void button(Button button, String style, Runnable action) {
        button.getStyleClass().setAll("lane-button", style);
        button.setFocusTraversable(false);
        button.setOnAction(event -> action.run());
    }
}
