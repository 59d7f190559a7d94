package org.gatescope.ui.equations;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.gatescope.session.Phase;
import org.gatescope.text.Texts;
import org.gatescope.ui.words.PlayWords;

/** Forward or backward equations: those of the playhead's phase, unless one of the two is pressed to stay. */
final class PhaseChoice extends HBox {
    /** Which equations are shown; the read-out's and the loss's are forward ones. */
    enum Direction {
        FORWARD,
        BACKWARD
    }

    private static final Texts TEXTS = Texts.of(PhaseChoice.class);
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final ObjectProperty<Optional<Direction>> pinned = new SimpleObjectProperty<>(Optional.empty());
    private final ToggleButton forward = pill(Direction.FORWARD);
    private final ToggleButton backward = pill(Direction.BACKWARD);

    PhaseChoice() {
        getStyleClass().add("phase-choice");
        backward.getStyleClass().add("backward");
        getChildren().addAll(forward, backward);
        pinned.subscribe(now -> {
            forward.setSelected(now.filter(Direction.FORWARD::equals).isPresent());
            backward.setSelected(now.filter(Direction.BACKWARD::equals).isPresent());
            name(forward);
            name(backward);
        });
    }

    /** Empty while the playhead decides. */
    ObjectProperty<Optional<Direction>> pinned() {
        return pinned;
    }

    /** Marks what is shown. */
    void show(Direction shown) {
        forward.pseudoClassStateChanged(CURRENT, shown == Direction.FORWARD);
        backward.pseudoClassStateChanged(CURRENT, shown == Direction.BACKWARD);
    }

    private ToggleButton pill(Direction direction) {
        ToggleButton pill =
                new ToggleButton(PlayWords.phase(direction == Direction.FORWARD ? Phase.FORWARD : Phase.BACKWARD));
        pill.setId("equations-" + direction.name().toLowerCase(Locale.ROOT));
        pill.getStyleClass().addAll("pill", "small", "phase-pill");
        pill.setOnAction(event -> pinned.set(pill.isSelected() ? Optional.of(direction) : Optional.empty()));
        return pill;
    }

    private static void name(ToggleButton pill) {
        pill.setTooltip(new Tooltip(TEXTS.get(pill.isSelected() ? "phase.follow" : "phase.stay")));
    }
}
