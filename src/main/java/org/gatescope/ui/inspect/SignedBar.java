package org.gatescope.ui.inspect;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/** How much a term contributes: a bar from the middle, to the right if it is positive. */
final class SignedBar extends Region {
    private static final PseudoClass NEGATIVE = PseudoClass.getPseudoClass("negative");
    private static final double HEIGHT = 4;

    private final Region bar = new Region();
    private final double share;

    /** @param share of the largest, from −1 to 1 */
    SignedBar(double share) {
        this.share = share;
        bar.getStyleClass().add("bar");
        bar.pseudoClassStateChanged(NEGATIVE, share < 0);
        getStyleClass().add("signed-bar");
        getChildren().add(bar);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    @Override
    protected void layoutChildren() {
        double middle = getWidth() / 2;
        double length = Math.max(share == 0 ? 0 : 1, Math.abs(share) * middle);
        bar.resizeRelocate(share < 0 ? middle - length : middle, 0, length, HEIGHT);
    }
}
