package org.gatescope.ui.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.gatescope.engine.TooLargeException;
import org.gatescope.format.FormatException;
import org.gatescope.format.weights.ImportedModel;
import org.gatescope.format.weights.TestVector;
import org.gatescope.format.weights.TestVector.Agreement;
import org.gatescope.session.BackgroundTask;
import org.gatescope.text.NumberForm;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ChoiceNames;
import org.gatescope.ui.control.ProblemLabel;

/** An input with what another program computes from it: whether the model agrees shows before it is opened. */
final class VectorCard extends VBox {
    private static final Texts TEXTS = Texts.of(VectorCard.class);
    /** Larger differences are not those of rounding, even in single precision. */
    private static final double ROUNDING = 1e-5;

    private final BackgroundTask task;
    private final Button input = new Button();
    private final Button expected = new Button();
    private final ChoiceBox<Boolean> order = new ChoiceBox<>();
    private final ProblemLabel result = new ProblemLabel();
    private Optional<Path> inputFile = Optional.empty();
    private Optional<Path> expectedFile = Optional.empty();
    private Optional<ImportedModel> model = Optional.empty();

    VectorCard(Supplier<Optional<Path>> chooser, BackgroundTask task) {
        this.task = task;
        getStyleClass().add("vector-card");
        input.setId("vector-input");
        input.setOnAction(event -> chooser.get().ifPresent(file -> {
            inputFile = Optional.of(file);
            compare();
        }));
        expected.setId("vector-expected");
        expected.setOnAction(event -> chooser.get().ifPresent(file -> {
            expectedFile = Optional.of(file);
            compare();
        }));
        order.setId("vector-order");
        order.setAccessibleText(TEXTS.get("vector.order"));
        order.getItems().setAll(false, true);
        order.setConverter(ChoiceNames.of(isTimeFirst -> TEXTS.get(isTimeFirst ? "vector.time" : "vector.batch")));
        order.setValue(false);
        order.valueProperty().addListener(change -> compare());
        result.setId("vector-result");
        Label title = new Label(TEXTS.get("vector"));
        title.getStyleClass().add("section-title");
        Label purpose = new Label(TEXTS.get("vector.purpose"));
        purpose.getStyleClass().add("muted");
        purpose.setWrapText(true);
        FlowPane fields = new FlowPane(6, 6, input, expected, order);
        getChildren().setAll(title, purpose, fields, result);
        label();
    }

    /** The model as it would be opened now; empty where there is none. */
    void show(Optional<ImportedModel> changed) {
        model = changed;
        compare();
    }

    private void label() {
        input.setText(name("vector.input", inputFile));
        expected.setText(name("vector.expected", expectedFile));
    }

    private static String name(String key, Optional<Path> file) {
        return file.map(path -> TEXTS.get(key + ".is", String.valueOf(path.getFileName())))
                .orElse(TEXTS.get(key));
    }

    private void compare() {
        label();
        if (model.isEmpty() || inputFile.isEmpty() || expectedFile.isEmpty()) {
            task.cancel();
            result.tell("");
            return;
        }
        ImportedModel now = model.get();
        Path from = inputFile.get();
        Path to = expectedFile.get();
        boolean isTimeFirst = order.getValue();
        result.tell(TEXTS.get("vector.running"));
        task.start(
                progress -> verdict(now, from, to, isTimeFirst),
                this::say,
                failure -> result.refuse(failure.sentence()));
    }

    /** What is said of it. */
    private record Verdict(boolean isGood, String sentence) {}

    private void say(Verdict verdict) {
        if (verdict.isGood()) {
            result.tell(verdict.sentence());
        } else {
            result.refuse(verdict.sentence());
        }
    }

    private static Verdict verdict(ImportedModel model, Path input, Path expected, boolean isTimeFirst) {
        try {
            Agreement found = TestVector.read(input, expected, isTimeFirst).with(model);
            if (found.largest() == 0) {
                return new Verdict(true, TEXTS.get("vector.equal"));
            }
            String largest = NumberForm.ofPowers(2).of(found.largest());
            if (found.largest() <= ROUNDING) {
                return new Verdict(true, TEXTS.get("vector.agrees", largest));
            }
            return new Verdict(
                    false,
                    TEXTS.get(
                            "vector.differs",
                            largest,
                            found.step() + 1,
                            found.sequence() + 1,
                            found.column() + 1,
                            NumberForm.of(found.computed(), 6).of(found.computed()),
                            NumberForm.of(found.expected(), 6).of(found.expected())));
        } catch (FormatException | TooLargeException e) {
            return new Verdict(false, String.valueOf(e.getMessage()));
        }
    }
}
