package org.gatescope.ui.grid;

import java.util.List;
import java.util.Objects;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import org.gatescope.picture.Measure;
import org.gatescope.picture.Tones;
import org.gatescope.picture.table.GridFigures;
import org.gatescope.ui.paint.ScreenMeasure;

/** What style sheets decide about a grid: the size of its numbers. Colours come with the theme. */
abstract class GridStyle extends Region {
    private static final Measure MEASURE = new ScreenMeasure();
    private static final StyleablePropertyFactory<GridStyle> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Number> cellFontSize = STYLES.createStyleableNumberProperty(
            this, "cellFontSize", "-gs-cell-font-size", grid -> grid.cellFontSize, 11);
    private final ObjectProperty<Tones> tones = new SimpleObjectProperty<>(this, "tones", Tones.LIGHT);
    private GridFigures figures = new GridFigures(11, MEASURE);

    GridStyle() {
        getStyleClass().add("gs-grid");
        ((Observable) cellFontSize).addListener(change -> requestLayout());
    }

    /** The colours of its theme. */
    public final ObjectProperty<Tones> tones() {
        return tones;
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
        if (figures.size() != getCellFontSize()) {
            figures = new GridFigures(getCellFontSize(), MEASURE);
        }
        return figures;
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
