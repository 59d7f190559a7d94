package org.gatescope.ui.inspect;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.session.number.Factor;
import org.gatescope.session.number.NumberId;
import org.gatescope.session.number.Rounding;
import org.gatescope.session.number.Term;

/** A term: its factors, what they come to, and a bar. */
final class TermRow extends VBox {
    /** Factors beside a value of eight digits. */
    private static final double FACTORS_WIDTH = 182;

    /**
     * @param largest magnitude among the terms
     * @param figures of the number that it is a term of
     */
    TermRow(Term term, double largest, Rounding figures, NumberWords words, Consumer<NumberId> open) {
        getStyleClass().add("term");
        Label value = new Label(figures.term(term.value()));
        value.getStyleClass().add("term-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        value.setAlignment(Pos.CENTER_RIGHT);
        FlowPane factors = factors(term, figures, words, open);
        HBox.setHgrow(factors, Priority.ALWAYS);
        HBox line = new HBox(factors, value);
        line.setAlignment(Pos.CENTER_LEFT);
        double share = largest > 0 && Double.isFinite(term.value()) ? term.value() / largest : 0;
        getChildren().addAll(line, new SignedBar(share));
    }

    private static FlowPane factors(Term term, Rounding figures, NumberWords words, Consumer<NumberId> open) {
        FlowPane pane = new FlowPane();
        pane.getStyleClass().add("factors");
        pane.setRowValignment(VPos.CENTER);
        pane.setPrefWrapLength(FACTORS_WIDTH);
        if (term.negative()) {
            pane.getChildren().add(sign("−"));
        }
        List<Factor> factors = term.factors();
        for (int i = 0; i < factors.size(); i++) {
            Node chip = factors.size() == 1
                    ? FactorChip.of(factors.get(i), alone(term, figures), words, open)
                    : FactorChip.of(factors.get(i), words, open);
            pane.getChildren().add(i == 0 ? chip : joined(factors.get(i), chip));
        }
        return pane;
    }

    /** A sign stays with what follows it. */
    private static HBox joined(Factor factor, Node chip) {
        HBox both = new HBox(sign(factor.divides() ? "/" : "·"), chip);
        both.setAlignment(Pos.CENTER);
        return both;
    }

    /** A factor that is the whole term is written as the term is. */
    private static String alone(Term term, Rounding figures) {
        return figures.term(term.factors().getFirst().value());
    }

    private static Label sign(String text) {
        Label sign = new Label(text);
        sign.getStyleClass().add("sign");
        return sign;
    }
}
