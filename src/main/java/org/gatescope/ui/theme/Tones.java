package org.gatescope.ui.theme;

import javafx.scene.paint.Color;

/**
 * The colours of a theme for drawing on a canvas, equal to the {@code -gs-…} tokens of its stylesheet (a test holds
 * them together).
 *
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
        Color window,
        Color panel,
        Color border,
        Color faintBorder,
        Color text,
        Color muted,
        Color forward,
        Color backward,
        Color highlight,
        Color hatch,
        Color selection,
        Color warning) {
    private static final Tones LIGHT = new Tones(
            Color.web("#ffffff"),
            Color.web("#f6f8fa"),
            Color.web("#d0d7de"),
            Color.web("#e7ebef"),
            Color.web("#1f2328"),
            Color.web("#656d76"),
            Color.web("#0969da"),
            Color.web("#8250df"),
            Color.web("#fff8c5"),
            Color.web("#dde2e8"),
            Color.web("#0969da"),
            Color.web("#bc4c00"));

    private static final Tones DARK = new Tones(
            Color.web("#0d1117"),
            Color.web("#161b22"),
            Color.web("#30363d"),
            Color.web("#21262d"),
            Color.web("#e6edf3"),
            Color.web("#8b949e"),
            Color.web("#4493f8"),
            Color.web("#ab7df8"),
            Color.web("#3b2e00"),
            Color.web("#262c34"),
            Color.web("#4493f8"),
            Color.web("#f0883e"));

    public static Tones of(Theme theme) {
        return switch (theme) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
        };
    }
}
