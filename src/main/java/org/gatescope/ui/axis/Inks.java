package org.gatescope.ui.axis;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** The theme's colours for canvases, which style sheets cannot reach: an empty node that takes them. */
public final class Inks extends Region {
    private static final StyleablePropertyFactory<Inks> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Color> text = ink("-gs-ink-text", Color.web("#1f2328"));
    private final StyleableProperty<Color> muted = ink("-gs-ink-muted", Color.web("#656d76"));
    private final StyleableProperty<Color> line = ink("-gs-ink-line", Color.web("#e7ebef"));
    private final StyleableProperty<Color> hatch = ink("-gs-ink-hatch", Color.web("#dde2e8"));
    private final StyleableProperty<Color> highlight = ink("-gs-ink-highlight", Color.web("#fff8c5"));
    private final StyleableProperty<Color> playhead = ink("-gs-ink-playhead", Color.web("#8250df"));
    private Runnable onChange = () -> {};

    public Inks() {
        getStyleClass().add("inks");
        setManaged(false);
    }

    public Color text() {
        return text.getValue();
    }

    public Color muted() {
        return muted.getValue();
    }

    /** Faint lines that part things. */
    public Color line() {
        return line.getValue();
    }

    public Color hatch() {
        return hatch.getValue();
    }

    public Color highlight() {
        return highlight.getValue();
    }

    public Color playhead() {
        return playhead.getValue();
    }

    /** What to do when the theme changed a colour. */
    public void onChange(Runnable action) {
        onChange = action;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    private StyleableProperty<Color> ink(String name, Color otherwise) {
        return new javafx.css.SimpleStyleableObjectProperty<>(
                FACTORY.createColorCssMetaData(name, inks -> inks.byName(name), otherwise), this, name, otherwise) {
            @Override
            protected void invalidated() {
                get();
                onChange.run();
            }
        };
    }

    private StyleableProperty<Color> byName(String name) {
        return switch (name) {
            case "-gs-ink-text" -> text;
            case "-gs-ink-muted" -> muted;
            case "-gs-ink-line" -> line;
            case "-gs-ink-hatch" -> hatch;
            case "-gs-ink-highlight" -> highlight;
            default -> playhead;
        };
    }
}
