package org.gatescope.ui.inspect;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.gatescope.explain.Explanation;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.Prediction;
import org.gatescope.explain.Rounding;
import org.gatescope.format.text.TypedNumber;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.KeyFocus;
import org.gatescope.ui.control.ProblemLabel;
import org.gatescope.ui.formula.FormulaView;

/** In the place of an explanation: what a hidden number is called and how it is computed, and where one says what it will be. */
final class PredictionCard extends Beside {
    private static final Texts TEXTS = Texts.of(PredictionCard.class);
    private static final double TITLE_SIZE = 19;
    private static final double TITLE_WIDTH = 165;
    private static final double FIELD = 120;

    private final NumberId number;
    private final TextField field = new TextField();
    private final ProblemLabel problem = new ProblemLabel();
    private final Consumer<Optional<Prediction>> onAnswer;

    /**
     * @param words    that name the number
     * @param typed    what is in the field at first
     * @param onAnswer told what was predicted; of nothing, if the number is to be shown without
     */
    PredictionCard(Explanation why, String words, String typed, Consumer<Optional<Prediction>> onAnswer) {
        number = why.id();
        this.onAnswer = onAnswer;
        setId("prediction");
        left.getChildren().addAll(title(why), wrapped(words, "words"));
        if (!why.groups().isEmpty() && !why.passesOn()) {
            left.getChildren().add(ExplanationView.line(FormulaLines.symbols(why), "symbols"));
        }
        right.getChildren().addAll(wrapped(TEXTS.get("predict.ask"), "words"), answer(typed), problem);
    }

    private static HBox title(Explanation why) {
        FormulaView symbol = FormulaFitting.shortened(why.symbol(), TITLE_SIZE, TITLE_WIDTH);
        Label mark = new Label("= " + Rounding.HIDDEN);
        mark.getStyleClass().add("number-value");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        HBox title = new HBox(symbol, mark);
        title.getStyleClass().add("prediction-title");
        return title;
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private HBox answer(String typed) {
        field.setId("prediction-field");
        field.setText(typed);
        field.setPromptText(TEXTS.get("predict.field"));
        field.setAccessibleText(TEXTS.get("predict.field"));
        field.setPrefWidth(FIELD);
        field.textProperty().subscribe(() -> problem.refuse(""));
        field.setOnAction(event -> commit());
        Button check = new Button(TEXTS.get("predict.check"));
        check.setId("prediction-check");
        check.getStyleClass().add("accent");
        check.setMinWidth(Region.USE_PREF_SIZE);
        check.setOnAction(event -> commit());
        Hyperlink show = new Hyperlink(TEXTS.get("predict.show"));
        show.setId("prediction-show");
        show.setMinWidth(Region.USE_PREF_SIZE);
        show.setOnAction(event -> onAnswer.accept(Optional.empty()));
        HBox line = new HBox(field, check, show);
        line.getStyleClass().add("prediction-answer");
        return line;
    }

    boolean isOf(NumberId other) {
        return number.equals(other);
    }

    /** What is typed. */
    String text() {
        return field.getText();
    }

    void ask() {
        KeyFocus.lead(field);
    }

    private void commit() {
        String text = field.getText().strip();
        if (text.equals("+") || text.equals("-") || text.equals("−")) {
            onAnswer.accept(Optional.of(new Prediction.Sign(!text.equals("+"))));
            return;
        }
        switch (TypedNumber.read(text)) {
            case TypedNumber.Number(double value) -> onAnswer.accept(Optional.of(new Prediction.Amount(value)));
            case TypedNumber.Refused(String reason) -> {
                problem.refuse(reason);
                field.selectAll();
            }
        }
    }
}
