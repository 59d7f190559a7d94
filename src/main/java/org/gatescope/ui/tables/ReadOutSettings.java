package org.gatescope.ui.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gatescope.engine.Loss;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.session.NetworkChange;
import org.gatescope.session.Objective;
import org.gatescope.session.Objective.Aim;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Notices;

/** What the read-out makes of the top layer's output, and what it is held against. */
final class ReadOutSettings extends VBox {
    private static final Texts TEXTS = Texts.of(ReadOutSettings.class);

    private final Workbench workbench;
    private final Consumer<NetworkChange> onChange;
    private final Notices notices;
    private final ChoiceField<Optional<Activation>> activation;
    private final ChoiceField<Boolean> steps;
    private final ChoiceField<Boolean> bias;
    private final HBox biasRow;
    private final ChoiceField<Loss.Kind> loss;
    private final ChoiceField<Loss.Average> average;
    private final ChoiceField<Aim> aim;
    private final List<HBox> objective;

    /**
     * @param onChange told what a change did to the parameters
     * @param notices  told why a choice cannot be
     */
    ReadOutSettings(Workbench workbench, Consumer<NetworkChange> onChange, Notices notices) {
        this.workbench = workbench;
        this.onChange = onChange;
        this.notices = notices;
        activation = new ChoiceField<>("activation", activations(), ReadOutSettings::key, this::changeActivation);
        steps = new ChoiceField<>(
                "steps", List.of(true, false), every -> every ? "steps.every" : "steps.last", this::changeSteps);
        bias = new ChoiceField<>(
                "read-out-bias", List.of(true, false), on -> on ? "bias.with" : "bias.without", this::changeBias);
        biasRow = row(bias);
        loss = new ChoiceField<>("loss", List.of(Loss.Kind.values()), kind -> "loss." + kind.name(), this::changeLoss);
        average = new ChoiceField<>(
                "average",
                List.of(Loss.Average.values()),
                value -> "average." + value.name(),
                value -> edit(
                        "average." + value.name(),
                        wanted -> wanted.withLoss(new Loss(wanted.loss().kind(), value))));
        aim = new ChoiceField<>("aim", List.of(Aim.values()), value -> "aim." + value.name(), this::changeAim);
        objective = List.of(row(steps), row(loss), row(average), row(aim));
        getStyleClass().add("settings");
        getChildren().addAll(row(activation), biasRow);
        getChildren().addAll(objective);
    }

    void show(Session session) {
        Optional<ReadOut> readOut = session.network().readOut();
        activation.show(readOut.map(ReadOut::activation));
        for (HBox row : objective) {
            row.setVisible(readOut.isPresent());
            row.setManaged(readOut.isPresent());
        }
        readOut.ifPresent(dense -> steps.show(dense.everyStep()));
        readOut.ifPresent(dense -> bias.show(dense.biased()));
        boolean hasWeights = readOut.filter(ReadOut::hasWeights).isPresent();
        biasRow.setVisible(hasWeights);
        biasRow.setManaged(hasWeights);
        session.objective().ifPresent(wanted -> {
            loss.show(wanted.loss().kind());
            average.show(wanted.loss().average());
            aim.show(wanted.aim());
        });
    }

    private static List<Optional<Activation>> activations() {
        List<Optional<Activation>> all = new ArrayList<>(List.of(Optional.empty()));
        Arrays.stream(Activation.values()).map(Optional::of).forEach(all::add);
        return all;
    }

    private static String key(Optional<Activation> activation) {
        return "activation." + activation.map(Enum::name).orElse("NONE");
    }

    private void changeActivation(Optional<Activation> wanted) {
        Session now = workbench.session().get();
        Optional<ReadOut> readOut = wanted.map(value -> now.network()
                .readOut()
                .map(dense -> dense.with(value))
                .orElseGet(() -> new ReadOut(now.network().inputs(), true, value)));
        reshape(TEXTS.get(key(wanted)), readOut);
    }

    private void changeSteps(boolean every) {
        workbench
                .session()
                .get()
                .network()
                .readOut()
                .ifPresent(dense ->
                        reshape(TEXTS.get(every ? "steps.every" : "steps.last"), Optional.of(dense.at(every))));
    }

    private void changeBias(boolean on) {
        workbench
                .session()
                .get()
                .network()
                .readOut()
                .ifPresent(
                        dense -> reshape(TEXTS.get(on ? "bias.with" : "bias.without"), Optional.of(dense.biased(on))));
    }

    private void reshape(String words, Optional<ReadOut> readOut) {
        onChange.accept(
                workbench.change(TEXTS.get("edit.read-out", words), session -> Reshape.withReadOut(session, readOut)));
    }

    /** Cross-entropies are computed from logits, so the activation that belongs to them comes along. */
    private void changeLoss(Loss.Kind kind) {
        Session now = workbench.session().get();
        ReadOut dense = now.network().readOut().orElseThrow();
        Loss changed = new Loss(kind, now.objective().orElseThrow().loss().average());
        if (changed.fits(dense.activation())) {
            edit("loss." + kind.name(), wanted -> wanted.withLoss(changed));
        } else {
            kind.only()
                    .ifPresent(needed -> notices.warn(TEXTS.get(
                            "loss.refused",
                            TEXTS.get("loss." + kind.name()),
                            TEXTS.get("activation." + needed.name()))));
        }
    }

    private void changeAim(Aim wanted) {
        Session now = workbench.session().get();
        if (wanted == Aim.NEXT_TOKEN && !now.canAimAtNextToken()) {
            notices.warn(TEXTS.get("aim.refused", now.network().inputs()));
        } else {
            workbench.edit(
                    TEXTS.get("edit.objective", TEXTS.get("aim." + wanted.name())), session -> session.withAim(wanted));
        }
    }

    private void edit(String words, java.util.function.UnaryOperator<Objective> change) {
        workbench.edit(TEXTS.get("edit.objective", TEXTS.get(words)), session -> session.withObjective(change));
    }

    private static HBox row(Node... fields) {
        HBox row = new HBox(fields);
        row.getStyleClass().add("settings-row");
        for (Node field : fields) {
            HBox.setHgrow(field, Priority.ALWAYS);
        }
        return row;
    }
}
