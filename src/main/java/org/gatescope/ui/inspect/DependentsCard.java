package org.gatescope.ui.inspect;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gatescope.explain.CoveredNumbers;
import org.gatescope.explain.Explanation;
import org.gatescope.explain.Factor;
import org.gatescope.explain.NumberId;
import org.gatescope.session.Run;
import org.gatescope.text.Texts;

/** What is computed from a number that is given: the first of it, to be opened in turn. */
final class DependentsCard extends VBox {
    private static final Texts TEXTS = Texts.of(DependentsCard.class);
    private static final int MOST = 12;
    private static final double WIDTH = 260;

    DependentsCard(
            Run run, List<NumberId> dependents, CoveredNumbers hidden, NumberWords words, Consumer<NumberId> open) {
        HBox heading = new HBox(new Label(TEXTS.get("depend")));
        heading.getStyleClass().add("group-heading");
        getChildren().add(heading);
        if (dependents.isEmpty()) {
            getChildren().add(muted(TEXTS.get("depend.none")));
        }
        FlowPane chips = new FlowPane();
        chips.setPrefWrapLength(WIDTH);
        for (NumberId id : dependents.subList(0, Math.min(MOST, dependents.size()))) {
            Explanation.of(run, id)
                    .map(why -> new Factor(why.symbol(), why.value(), false, java.util.Optional.of(id)))
                    .map(factor -> FactorChip.of(factor.hiding(hidden), words, open))
                    .ifPresent(chips.getChildren()::add);
        }
        getChildren().add(chips);
        if (dependents.size() > MOST) {
            getChildren().add(muted(TEXTS.get("depend.more", dependents.size() - MOST)));
        }
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("words");
        return label;
    }
}
