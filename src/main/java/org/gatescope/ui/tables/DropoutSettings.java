package org.gatescope.ui.tables;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.gatescope.engine.Dropout;
import org.gatescope.text.Texts;

/** How much a layer drops of what it reads, where 0 stands for nothing, and whether the same at each step. */
final class DropoutSettings extends FlowPane {
    private static final Texts TEXTS = Texts.of(DropoutSettings.class);
    private static final double GAP = 8;
    private static final double ROW_GAP = 5;

    private final RateField rate;
    private final ChoiceField<Boolean> kind;
    private final Tooltip tip;
    private Dropout shown = Dropout.NONE;

    /** @param tip an empty one, which is filled */
    DropoutSettings(Tooltip tip, Consumer<Dropout> onChange) {
        super(GAP, ROW_GAP);
        this.tip = tip;
        rate = new RateField("dropout", value -> onChange.accept(new Dropout(value, shown.sameAtEachStep())));
        kind = new ChoiceField<>(
                        "dropout-kind",
                        List.of(false, true),
                        DropoutSettings::key,
                        same -> onChange.accept(new Dropout(shown.rate(), same)))
                .withoutLabel();
        kind.managedProperty().bind(kind.visibleProperty());
        Tooltip.install(this, tip);
        getChildren().addAll(rate, kind);
    }

    void show(Dropout dropout) {
        shown = dropout;
        rate.show(dropout.rate());
        kind.show(dropout.sameAtEachStep());
        kind.setVisible(dropout.drops());
        tip.setText(TEXTS.get(dropout.drops() ? key(dropout.sameAtEachStep()) + ".tip" : "rate.dropout.tip"));
    }

    private static String key(boolean same) {
        return same ? "dropout.same" : "dropout.each";
    }
}
