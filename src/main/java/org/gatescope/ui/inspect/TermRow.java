package org.gatescope.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.gatescope.explain.Factor;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.Rounding;
import org.gatescope.explain.Term;

/** A term: its factors, as many in a line as fit, what they come to at their right, and a bar below. */
final class TermRow extends Region {
    private static final double GAP = 2;

    private final List<Node> factors = new ArrayList<>();
    private final Label value = new Label();
    private final SignedBar bar;

    /**
     * @param largest magnitude among the terms
     * @param figures of the number that it is a term of
     */
    TermRow(Term term, double largest, Rounding figures, NumberWords words, Consumer<NumberId> open) {
        getStyleClass().add("term");
        value.setText(figures.term(term.value()));
        value.getStyleClass().add("term-value");
        bar = new SignedBar(largest > 0 && Double.isFinite(term.value()) ? term.value() / largest : 0);
        addFactors(term, figures, words, open);
        getChildren().addAll(factors);
        getChildren().addAll(value, bar);
    }

    private void addFactors(Term term, Rounding figures, NumberWords words, Consumer<NumberId> open) {
        boolean isAlone = term.factors().size() == 1;
        for (Factor factor : term.factors()) {
            String written = isAlone ? figures.term(factor.value()) : factor.written();
            Node chip = FactorChip.of(factor, written, words, open);
            boolean isFirst = factors.isEmpty();
            String sign = isFirst ? term.negative() ? "−" : "" : factor.divides() ? "/" : "·";
            factors.add(sign.isEmpty() ? chip : joined(sign, chip));
        }
    }

    /** A sign stays with what follows it. */
    private static HBox joined(String text, Node chip) {
        Label sign = new Label(text);
        sign.getStyleClass().add("sign");
        sign.setMinWidth(USE_PREF_SIZE);
        HBox both = new HBox(sign, chip);
        both.setAlignment(Pos.CENTER);
        return both;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return arranged(width < 0 ? getWidth() : width, false) + GAP + bar.prefHeight(-1) + GAP;
    }

    @Override
    protected void layoutChildren() {
        double height = arranged(getWidth(), true);
        double wide = value.prefWidth(-1);
        double high = value.prefHeight(-1);
        value.resizeRelocate(getWidth() - wide, (height - high) / 2, wide, high);
        bar.resizeRelocate(0, height + GAP, getWidth(), bar.prefHeight(-1));
    }

    /** Lines of factors left of the value. @return their height */
    private double arranged(double width, boolean place) {
        double room = width - value.prefWidth(-1) - 2 * GAP;
        double x = 0;
        double y = 0;
        double line = 0;
        for (Node factor : factors) {
            double wide = factor.prefWidth(-1);
            double high = factor.prefHeight(-1);
            if (x > 0 && x + wide > room) {
                y += line;
                x = 0;
                line = 0;
            }
            if (place) {
                factor.resizeRelocate(x, y, wide, high);
            }
            x += wide + 1;
            line = Math.max(line, high);
        }
        return Math.max(y + line, value.prefHeight(-1));
    }
}
