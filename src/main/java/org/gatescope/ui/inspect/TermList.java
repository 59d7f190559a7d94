package org.gatescope.ui.inspect;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.Rounding;
import org.gatescope.explain.Term;
import org.gatescope.text.Texts;

/** Terms, the largest contribution first; after the first dozen folded into one line, and unfolded some at a time. */
final class TermList extends Columns {
    private static final Texts TEXTS = Texts.of(TermList.class);
    private static final int FIRST = 12;
    private static final int MORE = 100;

    private final List<Term> terms;
    private final double largest;
    private final Rounding figures;
    private final NumberWords words;
    private final Consumer<NumberId> open;
    private final Button more = new Button();
    private int shown;

    /** @param largest magnitude among all terms of the number */
    TermList(List<Term> terms, double largest, Rounding figures, NumberWords words, Consumer<NumberId> open) {
        this.terms = terms.stream()
                .sorted(Comparator.comparingDouble(TermList::rank))
                .toList();
        this.largest = largest;
        this.figures = figures;
        this.words = words;
        this.open = open;
        more.getStyleClass().setAll("more", "opens");
        more.setWrapText(true);
        more.setOnAction(event -> unfold());
        getStyleClass().add("terms");
        show(Math.min(FIRST, terms.size()));
    }

    private static double rank(Term term) {
        double magnitude = Math.abs(term.value());
        return Double.isNaN(magnitude) ? Double.NEGATIVE_INFINITY : -magnitude;
    }

    private void unfold() {
        boolean hadFocus = more.isFocused();
        int before = shown;
        show(Math.min(terms.size(), shown + MORE));
        if (hadFocus) {
            getChildren().get(before).lookupAll(".opens").stream().findFirst().ifPresent(node -> node.requestFocus());
        }
    }

    private void show(int count) {
        getChildren().remove(more);
        for (Term term : terms.subList(shown, count)) {
            getChildren().add(new TermRow(term, largest, figures, words, open));
        }
        shown = count;
        if (shown < terms.size()) {
            double rest = 0;
            for (Term term : terms.subList(shown, terms.size())) {
                rest += term.value();
            }
            more.setText(TEXTS.get("more", terms.size() - shown, figures.term(rest)));
            getChildren().add(more);
        }
    }
}
