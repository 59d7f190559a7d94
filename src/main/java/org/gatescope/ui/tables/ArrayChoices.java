package org.gatescope.ui.tables;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.gatescope.format.text.CopiedTensor;
import org.gatescope.format.text.CopiedTensor.Layout;
import org.gatescope.format.text.CopiedTensor.Tensor;
import org.gatescope.session.Reshape;
import org.gatescope.text.Texts;
import org.gatescope.ui.tables.PasteText.Reading;

/** Which dimension of an array counts sequences, and which steps. */
final class ArrayChoices implements PasteText.Choices {
    private static final Texts TEXTS = Texts.of(ArrayChoices.class);

    private Runnable onChange = () -> {};
    private final Pills layouts = new Pills("array", List.of("batch-first", "time-first"), 0, () -> onChange.run());

    @Override
    public Node node() {
        return layouts;
    }

    @Override
    public void onChange(Runnable told) {
        onChange = told;
    }

    @Override
    public Reading read(String text) {
        return switch (CopiedTensor.read(text, Layout.values()[layouts.chosen()])) {
            case CopiedTensor.Refused(String reason) -> new Reading(reason, Optional.empty());
            case Tensor read
            when read.batch() == 0 || read.steps() == 0 || read.width() == 0 ->
                new Reading(TEXTS.get("array.none"), Optional.empty());
            case Tensor read ->
                new Reading(
                        TEXTS.get("array.read", read.batch(), read.steps(), read.width()),
                        Optional.of(
                                session -> Reshape.withInput(session, read.steps(), read.lengths(), read.values())));
        };
    }
}
