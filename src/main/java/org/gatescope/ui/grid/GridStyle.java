package org.gatescope.ui.grid;

import java.util.List;
import java.util.Objects;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** What style sheets decide about a grid: the inherited font family, the size of its numbers, five colours. */
abstract class GridStyle extends Region {
    private static final StyleablePropertyFactory<GridStyle> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Font> font =
            STYLES.createStyleableFontProperty(this, "font", "-fx-font", grid -> grid.font, Font.getDefault(), true);
    private final StyleableProperty<Number> cellFontSize = STYLES.createStyleableNumberProperty(
            this, "cellFontSize", "-gs-cell-font-size", grid -> grid.cellFontSize, 11);
    private final StyleableProperty<Color> text = STYLES.createStyleableColorProperty(
            this, "textColor", "-gs-text-color", grid -> grid.text, Color.web("#1f2328"));
    private final StyleableProperty<Color> heading = STYLES.createStyleableColorProperty(
            this, "headingColor", "-gs-heading-color", grid -> grid.heading, Color.web("#656d76"));
    private final StyleableProperty<Color> surface = STYLES.createStyleableColorProperty(
            this, "surfaceColor", "-gs-surface-color", grid -> grid.surface, Color.WHITE);
    private final StyleableProperty<Color> accent = STYLES.createStyleableColorProperty(
            this, "accentColor", "-gs-accent-color", grid -> grid.accent, Color.web("#0969da"));
    private GridFigures figures = new GridFigures(Font.getDefault().getFamily(), 11);

    GridStyle() {
        getStyleClass().add("gs-grid");
        for (StyleableProperty<?> property : List.of(font, cellFontSize, text, heading, surface, accent)) {
            ((Observable) property).addListener(change -> requestLayout());
        }
    }

    /** Size of the numbers and headings in pixels ({@code -gs-cell-font-size}); cells follow it. */
    public final double getCellFontSize() {
        return cellFontSize.getValue().doubleValue();
    }

    public final void setCellFontSize(double size) {
        cellFontSize.setValue(size);
    }

    @SuppressWarnings("unchecked")
    public final ObservableValue<Number> cellFontSizeProperty() {
        return (ObservableValue<Number>) cellFontSize;
    }

    final GridFigures figures() {
        String family = font.getValue().getFamily();
        if (!figures.is(family, getCellFontSize())) {
            figures = new GridFigures(family, getCellFontSize());
        }
        return figures;
    }

    final GridLook look(boolean focused) {
        return new GridLook(
                figures(), text.getValue(), heading.getValue(), surface.getValue(), accent.getValue(), focused);
    }

    @Override
    public final List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }

    @Override
    public final String getUserAgentStylesheet() {
        return Objects.requireNonNull(GridStyle.class.getResource("grid.css")).toExternalForm();
    }
}
