package org.gatescope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.Candidate;
import org.gatescope.format.found.GateFunctions;
import org.gatescope.format.found.Unstated;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.weights.ImportChoices;
import org.gatescope.format.weights.ImportChoices.Recognised;
import org.gatescope.format.weights.Neighbours;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ChoiceNames;
import org.jspecify.annotations.Nullable;

/** What is taken over, and what the file does not say: the usual answers are set, each with its reason. */
final class ChoicesForm extends GridPane {
    private static final Texts TEXTS = Texts.of(ChoicesForm.class);
    private static final List<String> FORGET_BIASES = List.of("0", "1");
    private static final List<String> YES_OR_NO = List.of("true", "false");
    private static final double NAMES = 130;

    private final ObjectProperty<ImportChoices> choices;
    /** What the fields were made for: other answers leave them in place, so that the focus stays. */
    private @Nullable Asked shown;

    /** What there is to choose. */
    private record Asked(Candidate candidate, Optional<Neighbours> beside, boolean hasDense) {}

    ChoicesForm(ObjectProperty<ImportChoices> choices) {
        this.choices = choices;
        setId("import-choices");
        getStyleClass().add("import-choices");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(NAMES);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
    }

    /** Fields for what the choices offer now. */
    void show() {
        ImportChoices now = choices.get();
        Optional<Neighbours> beside =
                now.outcome() instanceof Recognised recognised ? Optional.of(recognised.beside()) : Optional.empty();
        Asked asked = new Asked(now.candidate(), beside, now.dense().isPresent());
        if (!asked.equals(shown)) {
            shown = asked;
            getChildren().clear();
            addCandidates(now);
            now.candidate().unstated().forEach(this::addUnstated);
            beside.ifPresent(this::addNeighbours);
        }
    }

    private void addCandidates(ImportChoices now) {
        List<Candidate> offered = now.file().candidates();
        if (offered.size() > 1) {
            add(
                    "network",
                    offered,
                    ChoicesForm::name,
                    now.candidate(),
                    chosen -> choices.set(choices.get().withCandidate(chosen)));
        }
    }

    private static String name(Candidate candidate) {
        String prefix = candidate.prefix();
        return prefix.isEmpty() ? TEXTS.get("network.bare") : prefix;
    }

    private void addUnstated(Unstated asked) {
        switch (asked.subject()) {
            case ACTIVATION -> addAnswer(asked, GateFunctions.names(), Answers::withActivation);
            case RECURRENT_ACTIVATION -> addAnswer(asked, GateFunctions.names(), Answers::withRecurrentActivation);
            case FORGET_BIAS ->
                addAnswer(asked, FORGET_BIASES, (before, answer) -> before.withForgetBias(Double.parseDouble(answer)));
            case RESET_AFTER ->
                addAnswer(asked, YES_OR_NO, (before, answer) -> before.withResetAfter(Boolean.parseBoolean(answer)));
            case BIASES_APART ->
                addAnswer(asked, YES_OR_NO, (before, answer) -> before.withBiasesApart(Boolean.parseBoolean(answer)));
        }
    }

    /** Answers with another one. */
    private interface Answering {
        Answers with(Answers before, String answer);
    }

    private void addAnswer(Unstated asked, List<String> offered, Answering answering) {
        String key = asked.subject().name().toLowerCase(Locale.ROOT).replace('_', '-');
        List<String> all = new ArrayList<>(offered);
        if (!all.contains(asked.usual())) {
            all.addFirst(asked.usual());
        }
        add(
                key,
                all,
                answer -> answer,
                asked.usual(),
                answer -> choices.set(
                        choices.get().withAnswers(answering.with(choices.get().answers(), answer))));
        addReason(asked.reason());
    }

    private void addReason(String reason) {
        Label label = new Label(reason);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        add(label, 1, getRowCount());
    }

    private void addNeighbours(Neighbours beside) {
        ImportChoices now = choices.get();
        if (!beside.embeddings().isEmpty()) {
            add(
                    "embedding",
                    withNone(beside.embeddings()),
                    chosen -> name(chosen.map(NamedTensor::name)),
                    now.embedding(),
                    chosen -> choices.set(choices.get().withEmbedding(chosen)));
        }
        if (!beside.dense().isEmpty()) {
            add(
                    "dense",
                    withNone(beside.dense()),
                    chosen -> name(chosen.map(layer -> layer.weight().name())),
                    now.dense(),
                    chosen -> choices.set(choices.get().withDense(chosen)));
        }
        if (now.dense().isPresent()) {
            add(
                    "activation-of-dense",
                    List.of(Activation.IDENTITY, Activation.SIGMOID, Activation.SOFTMAX),
                    activation -> TEXTS.get("dense." + activation.name().toLowerCase(Locale.ROOT)),
                    now.activation(),
                    chosen -> choices.set(choices.get().withActivation(chosen)));
            addReason(TEXTS.get("dense.reason"));
        }
    }

    private static <T> List<Optional<T>> withNone(List<T> offered) {
        return Stream.concat(offered.stream().map(Optional::of), Stream.of(Optional.<T>empty()))
                .toList();
    }

    private static String name(Optional<String> chosen) {
        return chosen.orElse(TEXTS.get("none"));
    }

    private <T> void add(String key, List<T> offered, Function<T, String> names, T now, Consumer<T> onChoose) {
        ChoiceBox<T> box = new ChoiceBox<>();
        box.setId("import-" + key);
        box.setConverter(ChoiceNames.of(names));
        box.getItems().setAll(offered);
        box.setValue(now);
        box.setMaxWidth(Double.MAX_VALUE);
        Label label = new Label(TEXTS.get("choice." + key));
        label.setLabelFor(box);
        label.setMinWidth(USE_PREF_SIZE);
        box.valueProperty().addListener((property, before, chosen) -> {
            if (chosen != null) {
                onChoose.accept(chosen);
            }
        });
        addRow(getRowCount(), label, box);
    }
}
