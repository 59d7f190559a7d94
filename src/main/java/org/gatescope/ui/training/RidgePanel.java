package org.gatescope.ui.training;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkTrace.ReadOutTrace;
import org.gatescope.format.text.TypedNumber;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Trainer;
import org.gatescope.session.Workbench;
import org.gatescope.session.number.RidgeReadOut;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ProblemLabel;
import org.gatescope.ui.desk.Desk;

/** Solves the read-out at once, as one edit; where that cannot be, the tip says why. */
final class RidgePanel extends VBox {
    private static final Texts TEXTS = Texts.of(RidgePanel.class);

    private final Workbench workbench;
    private final Trainer trainer;
    private final BackgroundTask task;
    private final Button solve = new Button(TEXTS.get("ridge"));
    private final Tooltip tip = new Tooltip();
    private final TextField lambda = field("ridge-lambda", TEXTS.get("ridge.lambda"), "1e-6", 4);
    private final TextField washout = field("ridge-washout", TEXTS.get("ridge.washout"), "0", 3);
    private final FlowPane row = new FlowPane(8, 4);
    private final ProblemLabel result = new ProblemLabel();

    RidgePanel(Desk desk, Trainer trainer) {
        this.workbench = desk.workbench();
        this.trainer = trainer;
        this.task = desk.background().task();
        solve.setId("ridge");
        solve.getStyleClass().add("pill");
        solve.setMinWidth(USE_PREF_SIZE);
        solve.setOnAction(event -> solve());
        result.setId("ridge-result");
        lambda.setTooltip(new Tooltip(TEXTS.get("ridge.lambda.tip")));
        washout.setTooltip(new Tooltip(TEXTS.get("ridge.washout.tip")));
        StackPane around = new StackPane(solve); // what is disabled shows no tip of its own
        Tooltip.install(around, tip);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().setAll(around, named(lambda), named(washout));
        getStyleClass().add("training-section");
        getChildren().addAll(row, result);
    }

    private static TextField field(String id, String name, String first, int columns) {
        TextField field = new TextField(first);
        field.setId(id);
        field.setPrefColumnCount(columns);
        field.setAccessibleText(name);
        return field;
    }

    private static Node named(TextField field) {
        Label name = new Label(field.getAccessibleText());
        name.getStyleClass().add("size-label");
        name.setLabelFor(field);
        name.setMinWidth(USE_PREF_SIZE);
        HBox pair = new HBox(4, name, field);
        pair.setAlignment(Pos.CENTER_LEFT);
        return pair;
    }

    /** What was said was said of the numbers before. */
    void show(Session session) {
        task.cancel();
        result.refuse("");
        offer(session);
    }

    /** Offers it where it can be, as a session and its training are now. */
    void offer(Session session) {
        Optional<String> refusal = RidgeReadOut.refusal(session)
                .or(() -> trainer.isBusy() ? Optional.of(TEXTS.get("ridge.training")) : Optional.empty());
        String words = refusal.orElse(TEXTS.get("ridge.tip"));
        tip.setText(words);
        solve.setAccessibleHelp(words);
        solve.setDisable(refusal.isPresent());
        lambda.setDisable(refusal.isPresent());
        washout.setDisable(refusal.isPresent());
    }

    void close() {
        task.cancel();
    }

    private void solve() {
        Run run = workbench.shown().get().run();
        if (workbench.computing().get()) {
            result.refuse(TEXTS.get("ridge.computing"));
            return;
        }
        switch (TypedNumber.read(lambda.getText())) {
            case TypedNumber.Refused(String reason) -> refuse(lambda, reason);
            case TypedNumber.Number(double penalty) -> solve(run, penalty);
        }
    }

    private void solve(Run run, double penalty) {
        if (!(TypedNumber.readWhole(washout.getText()) instanceof TypedNumber.Number(double steps))
                || steps != Math.rint(steps)
                || steps < 0
                || steps > Integer.MAX_VALUE) {
            refuse(washout, TEXTS.get("ridge.whole", washout.getText()));
            return;
        }
        RidgeReadOut asked;
        try {
            asked = new RidgeReadOut(penalty, (int) steps);
        } catch (IllegalArgumentException e) {
            refuse(lambda, String.valueOf(e.getMessage()));
            return;
        }
        result.tell(TEXTS.get("ridge.working"));
        task.start(
                progress -> asked.of(run), solved -> take(run, solved), failure -> result.refuse(failure.sentence()));
    }

    private void refuse(TextField field, String why) {
        result.refuse(why);
        field.requestFocus();
    }

    /** Another session would have dropped the task. */
    private void take(Run before, Map<String, Matrix> solved) {
        result.refuse("");
        workbench.edit(
                TEXTS.get("ridge.edit"),
                session -> session.withNumbers(numbers -> {
                    Map<String, Matrix> parameters = new HashMap<>(numbers.parameters());
                    parameters.putAll(solved);
                    return numbers.withParameters(parameters);
                }));
        Run after = workbench.shown().get().run();
        if (!workbench.computing().get()) {
            result.tell(TEXTS.get("ridge.done", loss(before), loss(after)));
        }
    }

    private static String loss(Run of) {
        double loss = of.trace().readOut().map(ReadOutTrace::loss).orElse(Double.NaN);
        return Numerals.rounded(loss, 3);
    }
}
