package org.gatescope.ui.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
import org.gatescope.engine.training.RidgeSettings;
import org.gatescope.engine.training.Training;
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
import org.jspecify.annotations.Nullable;

/** Solves the read-out at once, as one edit; where that cannot be, the tip says why. */
final class RidgePanel extends VBox {
    private static final Texts TEXTS = Texts.of(RidgePanel.class);

    private final Workbench workbench;
    private final Trainer trainer;
    private final BackgroundTask task;
    private final Button solve = new Button(TEXTS.get("ridge"));
    private final Tooltip tip = new Tooltip();
    private final StackPane around = new StackPane(); // what is disabled shows no tip of its own
    private final FlowPane row = new FlowPane(8, 4);
    private final List<SettingField<Training>> fields = new ArrayList<>();
    private final ProblemLabel result = new ProblemLabel();
    private @Nullable RidgeSettings shown;

    RidgePanel(Desk desk, Trainer trainer) {
        this.workbench = desk.workbench();
        this.trainer = trainer;
        this.task = desk.background().task();
        solve.setId("ridge");
        solve.getStyleClass().add("pill");
        solve.setMinWidth(USE_PREF_SIZE);
        solve.setOnAction(event -> solve());
        result.setId("ridge-result");
        around.getChildren().add(solve);
        Tooltip.install(around, tip);
        row.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("training-section");
        getChildren().addAll(row, result);
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
        if (!session.training().ridge().equals(shown)) {
            shown = session.training().ridge();
            showFields(session.training());
        }
        offer(session);
    }

    /** They are made anew, so the one that has the focus gives it to its successor. */
    private void showFields(Training training) {
        String focused = fields.stream()
                .filter(Node::isFocused)
                .map(Node::getId)
                .findFirst()
                .orElse("");
        fields.clear();
        row.getChildren().setAll(around);
        for (Setting<Training> setting : Setting.ofRidge(training)) {
            SettingField<Training> field = new SettingField<>(setting, result, this::change);
            field.setPrefColumnCount(4);
            field.setTooltip(new Tooltip(TEXTS.get("setting." + setting.key() + ".tip")));
            fields.add(field);
            row.getChildren().add(named(field));
        }
        fields.stream().filter(field -> focused.equals(field.getId())).forEach(Node::requestFocus);
    }

    private void change(Training changed) {
        workbench.edit(TEXTS.get("edit.settings"), session -> session.withTraining(changed));
    }

    /** Offers it where it can be, as a session and its training are now. */
    void offer(Session session) {
        Optional<String> refusal = RidgeReadOut.refusal(session)
                .or(() -> trainer.isBusy() ? Optional.of(TEXTS.get("ridge.training")) : Optional.empty());
        String words = refusal.orElse(TEXTS.get("ridge.tip"));
        tip.setText(words);
        solve.setAccessibleHelp(words);
        solve.setDisable(refusal.isPresent());
        fields.forEach(field -> field.setDisable(refusal.isPresent()));
    }

    void close() {
        task.cancel();
    }

    private void solve() {
        if (fields.stream().anyMatch(SettingField::isRefused)) {
            return; // why is said already
        }
        Session session = workbench.session().get();
        Run run = workbench.shown().get().run();
        if (!isOf(run.session(), session)) {
            result.refuse(TEXTS.get("ridge.computing"));
            return;
        }
        result.tell(TEXTS.get("ridge.working"));
        RidgeReadOut asked = new RidgeReadOut(session.training().ridge());
        task.start(
                progress -> asked.of(run), solved -> take(run, solved), failure -> result.refuse(failure.sentence()));
    }

    /** A run has the states that a session asks for where they differ in settings alone. */
    @SuppressWarnings("ReferenceEquality") // what an edit leaves alone is the same instance
    private static boolean isOf(Session computed, Session session) {
        return computed.numbers() == session.numbers()
                && computed.network() == session.network()
                && computed.objective().equals(session.objective());
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
