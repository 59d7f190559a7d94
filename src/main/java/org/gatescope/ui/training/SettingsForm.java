package org.gatescope.ui.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.LearningRate;
import org.gatescope.engine.training.Training;
import org.gatescope.session.Objective;
import org.gatescope.session.Session;
import org.gatescope.session.Split;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ChoiceNames;
import org.gatescope.ui.control.ProblemLabel;
import org.jspecify.annotations.Nullable;

/** Optimizer, learning rate, clipping and how long: settings of the session, each change a step that can be undone. */
final class SettingsForm extends VBox {
    private static final Texts TEXTS = Texts.of(SettingsForm.class);

    private enum Schedule {
        CONSTANT,
        STEPS,
        COSINE
    }

    private enum Clip {
        NONE,
        BY_VALUE,
        BY_NORM
    }

    private final Workbench workbench;
    private final Form first = new Form();
    private final Form rest = new Form();
    private Form fields = first;
    private final Label refusal = new ProblemLabel();
    private @Nullable Shown shown;

    /** What the fields are made from. @param tests empty where there is nothing to be tested, or nothing to be left for it */
    private record Shown(Training training, Optional<Split> tests, int batch) {
        static Shown of(Session session) {
            return new Shown(
                    session.training(),
                    session.objective().map(Objective::split).filter(split -> session.batch() > 1),
                    session.batch());
        }
    }

    /** @param others stand with the rarer settings, which are folded until somebody asks for them */
    SettingsForm(Workbench workbench, Node... others) {
        this.workbench = workbench;
        refusal.setId("training-refusal");
        VBox folded = new VBox(rest);
        folded.getStyleClass().add("training-section");
        folded.getChildren().addAll(others);
        TitledPane more = new TitledPane(TEXTS.get("settings"), folded);
        more.setId("training-more");
        more.getStyleClass().add("card");
        more.setAnimated(false);
        more.setExpanded(false);
        getStyleClass().add("training-section");
        getChildren().addAll(first, refusal, more);
    }

    void show(Session session) {
        Shown now = Shown.of(session);
        if (now.equals(shown)) {
            return;
        }
        Training training = session.training();
        shown = now;
        String focused = focused();
        first.getChildren().clear();
        rest.getChildren().clear();
        List<Setting<Training>> ofRate = Setting.ofRate(training);
        fields = first;
        number(ofRate.getFirst());
        choice(
                "optimizer",
                List.of(OptimizerKind.values()),
                OptimizerKind.of(training.optimizer()),
                kind -> Setting.with(training, kind.standard(session)));
        number(Setting.epochs(training));
        now.tests().ifPresent(split -> number(Setting.tests(split, now.batch()), this::change));
        fields = rest;
        Setting.ofOptimizer(training).forEach(this::number);
        choice(
                "schedule",
                List.of(Schedule.values()),
                schedule(training),
                kind -> Setting.with(training, rate(training, kind)));
        ofRate.stream().skip(1).forEach(this::number);
        choice("clipping", List.of(Clip.values()), clip(training), kind -> Setting.with(training, clipping(kind)));
        Setting.ofClipping(training).forEach(this::number);
        number(Setting.weightDecay(training));
        now.tests().ifPresent(this::addChosen);
        fields().filter(node -> focused.equals(node.getId())).findFirst().ifPresent(Node::requestFocus);
    }

    /** The fields are made anew, so the one that has the focus gives it to its successor. */
    private String focused() {
        return fields().filter(Node::isFocused)
                .map(node -> String.valueOf(node.getId()))
                .findFirst()
                .orElse("");
    }

    private Stream<Node> fields() {
        return Stream.concat(first.getChildren().stream(), rest.getChildren().stream());
    }

    private void change(Training changed) {
        workbench.edit(TEXTS.get("edit.settings"), session -> session.withTraining(changed));
    }

    private void change(Split changed) {
        workbench.edit(TEXTS.get("edit.split"), session -> session.withObjective(wanted -> wanted.withSplit(changed)));
    }

    private void addChosen(Split split) {
        choice(
                "tested",
                List.of(Split.Chosen.values()),
                split.chosen(),
                chosen -> split.with(chosen, split.seed()),
                this::change);
        if (split.chosen() == Split.Chosen.DRAWN) {
            number(Setting.testSeed(split), this::change);
        }
    }

    private void number(Setting<Training> setting) {
        number(setting, this::change);
    }

    private <T> void number(Setting<T> setting, Consumer<T> change) {
        fields.add(TEXTS.get("setting." + setting.key()), new SettingField<>(setting, refusal, change));
    }

    private <T extends Enum<T>> void choice(String key, List<T> values, T now, Function<T, Training> with) {
        choice(key, values, now, with, this::change);
    }

    private <T extends Enum<T>, R> void choice(
            String key, List<T> values, T now, Function<T, R> with, Consumer<R> change) {
        ChoiceBox<T> box = new ChoiceBox<>();
        box.setId("training-" + key);
        box.getItems().setAll(values);
        box.setConverter(ChoiceNames.of(value ->
                TEXTS.get(key + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-'))));
        box.setValue(now);
        box.setAccessibleText(TEXTS.get("setting." + key));
        box.getSelectionModel().selectedItemProperty().subscribe((was, is) -> {
            if (is != null && was != is) {
                change.accept(with.apply(is));
            }
        });
        fields.add(TEXTS.get("setting." + key), box);
    }

    private static Schedule schedule(Training training) {
        return switch (training.learningRate()) {
            case LearningRate.Constant constant -> Schedule.CONSTANT;
            case LearningRate.Steps steps -> Schedule.STEPS;
            case LearningRate.Cosine cosine -> Schedule.COSINE;
        };
    }

    /** The rate stays; a schedule begins with what halves it twice over the whole run, or takes it down to nothing. */
    private static LearningRate rate(Training training, Schedule kind) {
        double rate = training.learningRate().at(0, training.epochs());
        return switch (kind) {
            case CONSTANT -> new LearningRate.Constant(rate);
            case STEPS -> new LearningRate.Steps(rate, Math.max(1, training.epochs() / 3), 0.5);
            case COSINE -> new LearningRate.Cosine(rate, 0);
        };
    }

    private static Clip clip(Training training) {
        return switch (training.clipping()) {
            case Clipping.None none -> Clip.NONE;
            case Clipping.ByValue byValue -> Clip.BY_VALUE;
            case Clipping.ByNorm byNorm -> Clip.BY_NORM;
        };
    }

    private static Clipping clipping(Clip kind) {
        return switch (kind) {
            case NONE -> new Clipping.None();
            case BY_VALUE -> new Clipping.ByValue(1);
            case BY_NORM -> new Clipping.ByNorm(1);
        };
    }
}
