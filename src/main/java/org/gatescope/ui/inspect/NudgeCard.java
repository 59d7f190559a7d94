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
import org.gatescope.session.Background;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Run;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ProblemLabel;

/** What a nudge of a given number does to the loss: its gradient times ε beside the true difference. */
final class NudgeCard extends VBox {
    private static final Texts TEXTS = Texts.of(NudgeCard.class);

    private final BackgroundTask task;
    private final Run run;
    private final Given given;
    private final TextField epsilon = new TextField();
    private final ProblemLabel result = new ProblemLabel();

    /** @param size ε as it was typed last */
    NudgeCard(Background background, Run run, Given given, String size) {
        this.task = background.task();
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
            case TypedNumber.Refused(String reason) -> {
                task.cancel();
                result.refuse(reason);
            }
        }
    }

    /** A run takes its time; only the last that was asked for counts. */
    private void nudge(double value) {
        result.tell(TEXTS.get("working"));
        task.start(
                progress -> Nudge.of(run, given, value, progress),
                nudge -> result.tell(words(nudge)),
                failure -> result.refuse(TEXTS.get("nudge.failed", failure.sentence())));
    }

    void close() {
        task.cancel();
    }

    private static String words(Optional<Nudge> nudge) {
        return nudge.map(done ->
                        TEXTS.get("nudge.result", Rounding.factor(done.expected()), Rounding.factor(done.difference())))
                .orElse(TEXTS.get("nudge.none"));
    }
}
