package org.gatescope.picture;

/**
 * The colours of a theme for drawing on a canvas, equal to the {@code -gs-…} tokens of its stylesheet (a test holds
 * them together).
 *
 * @param ground whose palettes belong to it
 * @param window what lies behind the lanes
 * @param panel side panels, toolbar and status bar
 * @param border lines between parts
 * @param faintBorder lines within a part
 * @param text ordinary text
 * @param muted secondary text
 * @param forward accent of the forward pass and of selection
 * @param backward accent of the backward pass
 * @param highlight the column and the line of the current step
 * @param hatch strokes over what is not yet computed
 * @param selection outline of a selected square
 * @param warning numbers that are none, and what else needs attention
 */
public record Tones(
        Ground ground,
        Rgb window,
        Rgb panel,
        Rgb border,
        Rgb faintBorder,
        Rgb text,
        Rgb muted,
        Rgb forward,
        Rgb backward,
        Rgb highlight,
        Rgb hatch,
        Rgb selection,
        Rgb warning) {
    public static final Tones LIGHT = new Tones(
            Ground.LIGHT,
            Rgb.of(0xffffff),
            Rgb.of(0xf6f8fa),
            Rgb.of(0xd0d7de),
            Rgb.of(0xe7ebef),
            Rgb.of(0x1f2328),
            Rgb.of(0x656d76),
            Rgb.of(0x0969da),
            Rgb.of(0x8250df),
            Rgb.of(0xfff8c5),
            Rgb.of(0xdde2e8),
            Rgb.of(0x0969da),
            Rgb.of(0xbc4c00));

    public static final Tones DARK = new Tones(
            Ground.DARK,
            Rgb.of(0x0d1117),
            Rgb.of(0x161b22),
            Rgb.of(0x30363d),
            Rgb.of(0x21262d),
            Rgb.of(0xe6edf3),
            Rgb.of(0x8b949e),
            Rgb.of(0x4493f8),
            Rgb.of(0xab7df8),
            Rgb.of(0x3b2e00),
            Rgb.of(0x262c34),
            Rgb.of(0x4493f8),
            Rgb.of(0xf0883e));

    public static final Tones PRINT = new Tones(
            Ground.PRINT,
            Rgb.of(0xffffff),
            Rgb.of(0xffffff),
            Rgb.of(0xb0b0b0),
            Rgb.of(0xdcdcdc),
            Rgb.of(0x000000),
            Rgb.of(0x444444),
            Rgb.of(0x202020),
            Rgb.of(0x8c8c8c),
            Rgb.of(0xececec),
            Rgb.of(0xcccccc),
            Rgb.of(0x000000),
            Rgb.of(0x555555));

    /** Whether palettes are those for dark windows. */
    public boolean dark() {
        return ground == Ground.DARK;
    }

    /** Strokes over what is not yet computed where the playhead's column may lie behind them. */
    public Rgb hatchOnMark() {
        return border.mixed(muted, 0.25);
    }

    /** The same with another colour behind the current step. */
    public Tones withHighlight(Rgb changed) {
        return new Tones(
                ground,
                window,
                panel,
                border,
                faintBorder,
                text,
                muted,
                forward,
                backward,
                changed,
                hatch,
                selection,
                warning);
    }

    /** The colours of the dark theme, or of the light one. */
    public static Tones of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    /** The colours of the theme for a ground. */
    public static Tones of(Ground ground) {
        return switch (ground) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
            case PRINT -> PRINT;
        };
    }
}
