package org.gatescope.ui.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.gatescope.engine.Truncation;
import org.gatescope.engine.training.Batching;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.Framework;
import org.gatescope.engine.training.LearningRate;
import org.gatescope.engine.training.LearningRate.Cosine.Beyond;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.Training;
import org.gatescope.engine.training.WeightDecay;
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
        EXPONENTIAL,
        COSINE,
        PLATEAU
    }

    private enum Clip {
        NONE,
        BY_VALUE,
        BY_NORM,
        BY_NORM_PYTORCH,
        BY_TENSOR,
        BY_PARAMETER
    }

    /** What an update is made from. */
    private enum Batch {
        WHOLE,
        SEQUENCES,
        CHUNKS
    }

    private final Workbench workbench;
    private final Form first = new Form();
    private final Form rest = new Form();
    private Form fields = first;
    private final Label refusal = new ProblemLabel();
    private final TrainedChoice trained = new TrainedChoice(this::train);
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
        VBox folded = new VBox(rest, trained);
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
        trained.show(session);
        Shown now = Shown.of(session);
        if (now.equals(shown)) {
            return;
        }
        Training training = session.training();
        shown = now;
        String focused = focused();
        first.getChildren().clear();
        rest.getChildren().clear();
        refusal.setText(""); // what it was about is gone, and was left by that
        List<Setting<Training>> ofRate = Setting.ofRate(training);
        fields = first;
        number(ofRate.getFirst());
        OptimizerKind kind = OptimizerKind.of(training);
        choice("optimizer", List.of(OptimizerKind.values()), kind, chosen -> chosen.chosen(training, session));
        number(Setting.epochs(training));
        now.tests().ifPresent(split -> number(Setting.tests(split, now.batch()), this::change));
        fields = rest;
        showBatches(training, session);
        showOptimizer(training, kind, session);
        showRate(training, ofRate);
        choice("clipping", List.of(Clip.values()), clip(training), clip -> training.with(clipping(clip, training)));
        Setting.ofClipping(training).forEach(this::number);
        Setting.ofStopping(training).forEach(this::number);
        Setting.ofDecay(training).forEach(this::number);
        WeightDecay decay = training.decay();
        if (decay.coupled() != 0 || decay.decoupled() != 0) {
            flag("matrices-alone", decay.matricesAlone(), on -> training.with(decay.of(on)));
        }
        now.tests().ifPresent(this::addChosen);
        fields().filter(node -> focused.equals(node.getId())).findFirst().ifPresent(Node::requestFocus);
    }

    private void showBatches(Training training, Session session) {
        Batch now = switch (training.batching()) {
            case Batching.Whole whole -> Batch.WHOLE;
            case Batching.Sequences some -> Batch.SEQUENCES;
            case Batching.Chunks chunks -> Batch.CHUNKS;
        };
        choice("batches", List.of(Batch.values()), now, kind -> training.with(batching(kind, session)));
        List<Setting<Training>> settings = Setting.ofBatches(training);
        settings.stream().limit(1).forEach(this::number);
        if (training.batching() instanceof Batching.Sequences(int size, boolean shuffled, long seed)) {
            flag("shuffled", shuffled, on -> training.with(new Batching.Sequences(size, on, seed)));
        }
        settings.stream().skip(1).forEach(this::number);
    }

    /** Begins with each sequence by itself, and with chunks as backpropagation is truncated, or with a quarter. */
    private static Batching batching(Batch kind, Session session) {
        int chunk = session.numbers().truncation() instanceof Truncation.Chunks(int steps) ? steps : 0;
        return switch (kind) {
            case WHOLE -> new Batching.Whole();
            case SEQUENCES -> new Batching.Sequences(1, true, 1);
            case CHUNKS -> new Batching.Chunks(chunk > 0 ? chunk : Math.max(1, session.steps() / 4));
        };
    }

    private void showOptimizer(Training training, OptimizerKind kind, Session session) {
        Optimizer optimizer = training.optimizer();
        if (kind.hasTwoDefinitions()) {
            choice(
                    "definition",
                    List.of(Framework.values()),
                    OptimizerKind.definition(optimizer),
                    as -> training.with(kind.as(as, optimizer, session)),
                    as -> "definition." + word(kind) + "." + word(as) + ".tip");
        }
        Setting.ofOptimizer(training).forEach(this::number);
        if (optimizer instanceof Optimizer.RmsProp rms) {
            flag("centred", rms.centred(), on -> training.with(rms.centred(on)));
        }
        if (optimizer instanceof Optimizer.Adam(double b1, double b2, double epsilon, boolean amsgrad, Framework as)) {
            flag("amsgrad", amsgrad, on -> training.with(new Optimizer.Adam(b1, b2, epsilon, on, as)));
        }
    }

    private void showRate(Training training, List<Setting<Training>> ofRate) {
        LearningRate course = Setting.course(training);
        choice(
                "schedule",
                List.of(Schedule.values()),
                schedule(course),
                kind -> Setting.withCourse(training, rate(training, kind)));
        if (course instanceof LearningRate.Plateau plateau) {
            choice(
                    "plateau",
                    List.of(Framework.values()),
                    plateau.as(),
                    as -> Setting.withCourse(training, plateau.as(as)));
        }
        ofRate.stream().skip(1).forEach(this::number);
        if (course instanceof LearningRate.Cosine(double rate, double last, int period, Beyond now) && period != 0) {
            choice(
                    "beyond",
                    List.of(Beyond.values()),
                    now,
                    beyond -> Setting.withCourse(training, new LearningRate.Cosine(rate, last, period, beyond)));
        }
        Setting.ofWarmUp(training).forEach(this::number);
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

    private void train(Set<String> held, Set<String> learnt) {
        workbench.edit(
                TEXTS.get("edit.trained"),
                session -> session.withTraining(session.training().holding(held).learning(learnt)));
    }

    private void change(Training changed) {
        workbench.edit(TEXTS.get("edit.settings"), session -> session.withTraining(changed));
    }

    private void change(Split changed) {
        workbench.edit(TEXTS.get("edit.split"), session -> session.withObjective(wanted -> wanted.withSplit(changed)));
    }

    private void addChosen(Split split) {
        box(
                        "tested",
                        List.of(Split.Chosen.values()),
                        split.chosen(),
                        chosen -> split.with(chosen, split.seed()),
                        this::change)
                .setTooltip(new Tooltip(TEXTS.get("tested." + word(split.chosen()) + ".tip")));
        if (split.chosen() == Split.Chosen.DRAWN) {
            number(Setting.testSeed(split), this::change);
        }
    }

    private void number(Setting<Training> setting) {
        number(setting, this::change);
    }

    private <T> void number(Setting<T> setting, Consumer<T> change) {
        SettingField<T> field = new SettingField<>(setting, refusal, change);
        field.setTooltip(new Tooltip(TEXTS.get("setting." + setting.key() + ".tip")));
        fields.add(TEXTS.get("setting." + setting.key()), field);
    }

    private void flag(String key, boolean now, Function<Boolean, Training> with) {
        CheckBox box = new CheckBox();
        box.setId("training-" + key);
        box.setSelected(now);
        box.setAccessibleText(TEXTS.get("setting." + key));
        box.setTooltip(new Tooltip(TEXTS.get("setting." + key + ".tip")));
        box.setOnAction(event -> change(with.apply(box.isSelected())));
        fields.add(TEXTS.get("setting." + key), box);
    }

    private <T extends Enum<T>> void choice(String key, List<T> values, T now, Function<T, Training> with) {
        choice(key, values, now, with, value -> key + "." + word(value) + ".tip");
    }

    private <T extends Enum<T>> void choice(
            String key, List<T> values, T now, Function<T, Training> with, Function<T, String> tip) {
        ChoiceBox<T> box = box(key, values, now, with, this::change);
        box.setTooltip(new Tooltip(TEXTS.get(tip.apply(now))));
    }

    private <T extends Enum<T>, R> ChoiceBox<T> box(
            String key, List<T> values, T now, Function<T, R> with, Consumer<R> change) {
        ChoiceBox<T> box = new ChoiceBox<>();
        box.setId("training-" + key);
        box.getItems().setAll(values);
        box.setConverter(ChoiceNames.of(value -> TEXTS.get(key + "." + word(value))));
        box.setValue(now);
        box.setAccessibleText(TEXTS.get("setting." + key));
        box.getSelectionModel().selectedItemProperty().subscribe((was, is) -> {
            if (is != null && was != is) {
                change.accept(with.apply(is));
            }
        });
        fields.add(TEXTS.get("setting." + key), box);
        return box;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Schedule schedule(LearningRate course) {
        return switch (course) {
            case LearningRate.Constant constant -> Schedule.CONSTANT;
            case LearningRate.Steps steps -> Schedule.STEPS;
            case LearningRate.Exponential exponential -> Schedule.EXPONENTIAL;
            case LearningRate.Cosine cosine -> Schedule.COSINE;
            case LearningRate.Plateau plateau -> Schedule.PLATEAU;
            case LearningRate.WarmUp(LearningRate then, int epochs, double share) -> schedule(then);
        };
    }

    /** The rate stays; a schedule begins with what halves it twice over the whole run, or takes it down to nothing. */
    private static LearningRate rate(Training training, Schedule kind) {
        double rate = Setting.course(training).at(0, training.epochs());
        int third = Math.max(1, training.epochs() / 3);
        return switch (kind) {
            case CONSTANT -> new LearningRate.Constant(rate);
            case STEPS -> new LearningRate.Steps(rate, third, 0.5);
            case EXPONENTIAL -> new LearningRate.Exponential(rate, 0.5, third);
            case COSINE -> new LearningRate.Cosine(rate, 0);
            case PLATEAU -> new LearningRate.Plateau(rate, 0.1, 10, 1e-4, 0, 0, Framework.PYTORCH);
        };
    }

    private static Clip clip(Training training) {
        return switch (training.clipping()) {
            case Clipping.None none -> Clip.NONE;
            case Clipping.ByValue byValue -> Clip.BY_VALUE;
            case Clipping.ByNorm(double limit, Framework as) ->
                as == Framework.PYTORCH ? Clip.BY_NORM_PYTORCH : Clip.BY_NORM;
            case Clipping.ByTensor(double limit, boolean fused) -> fused ? Clip.BY_TENSOR : Clip.BY_PARAMETER;
        };
    }

    /** The limit stays, where there is one. */
    private static Clipping clipping(Clip kind, Training training) {
        double limit = Setting.ofClipping(training).stream()
                .mapToDouble(Setting::value)
                .findFirst()
                .orElse(1);
        return switch (kind) {
            case NONE -> new Clipping.None();
            case BY_VALUE -> new Clipping.ByValue(limit);
            case BY_NORM -> new Clipping.ByNorm(limit, Framework.KERAS);
            case BY_NORM_PYTORCH -> new Clipping.ByNorm(limit, Framework.PYTORCH);
            case BY_TENSOR -> new Clipping.ByTensor(limit, true);
            case BY_PARAMETER -> new Clipping.ByTensor(limit, false);
        };
    }
}
