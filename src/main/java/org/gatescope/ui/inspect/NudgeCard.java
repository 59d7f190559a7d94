package org.gatescope.ui.inspect;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gatescope.explain.Nudge;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.Rounding;
import org.gatescope.format.text.TypedNumber;
import org.gatescope.session.Run;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;

/** What a nudge of a given number does to the loss: its gradient times ε beside the true difference. */
final class NudgeCard extends VBox {
    private static final Texts TEXTS = Texts.of(NudgeCard.class);

    private final Workbench workbench;
    private final Run run;
    private final Given given;
    private final TextField epsilon = new TextField();
    private final Label result = new Label();
    private int latest;

    /** @param size ε as it was typed last */
    NudgeCard(Workbench workbench, Run run, Given given, String size) {
        this.workbench = workbench;
        this.run = run;
        this.given = given;
        Label title = new Label(TEXTS.get("nudge"));
        title.setLabelFor(epsilon);
        epsilon.setId("nudge-epsilon");
        epsilon.setText(size);
        epsilon.setPrefColumnCount(6);
        epsilon.setAccessibleText(TEXTS.get("nudge.epsilon"));
        epsilon.setOnAction(event -> read());
        result.setId("nudge-result");
        result.setWrapText(true);
        result.getStyleClass().add("figures");
        HBox line = new HBox(8, title, epsilon);
        line.setAlignment(Pos.BASELINE_LEFT);
        getStyleClass().add("nudge");
        getChildren().addAll(line, result);
        read();
    }

    String size() {
        return epsilon.getText();
    }

    private void read() {
        switch (TypedNumber.read(epsilon.getText())) {
            case TypedNumber.Number(double value) -> nudge(value);
            case TypedNumber.Refused(String reason) -> result.setText(reason);
        }
    }

    /** A run takes its time; only the last that was asked for counts. */
    private void nudge(double value) {
        int request = ++latest;
        result.setText(TEXTS.get("working"));
        workbench.aside(() -> compute(value), nudge -> {
            if (request == latest) {
                result.setText(nudge);
            }
        });
    }

    private String compute(double value) {
        try {
            Optional<Nudge> nudge = Nudge.of(run, given, value);
            return nudge.map(done -> TEXTS.get(
                            "nudge.result", Rounding.factor(done.expected()), Rounding.factor(done.difference())))
                    .orElse(TEXTS.get("nudge.none"));
        } catch (RuntimeException e) {
            return TEXTS.get("nudge.failed", String.valueOf(e.getMessage()));
        }
    }
}
