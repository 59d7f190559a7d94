package org.gatescope.ui.training;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gatescope.format.text.TypedNumber;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Continuation;
import org.gatescope.session.Session;
import org.gatescope.session.Vocabulary;
import org.gatescope.session.Workbench;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ProblemLabel;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Selection;
import org.jspecify.annotations.Nullable;

/** Lets the network go on by itself from the beginning of the selected sequence; what comes of it can be opened. */
final class GeneratePanel extends VBox {
    private static final Texts TEXTS = Texts.of(GeneratePanel.class);
    private static final int MOST_VALUES = 40;

    private final Workbench workbench;
    private final Selection selection;
    private final BackgroundTask task;
    private final Form fields = new Form();
    private final TextField given = field("given", "1");
    private final TextField count = field("count", "20");
    private final TextField temperature = field("temperature", "0");
    private final TextField seed = field("draw-seed", "1");
    private final Button go = new Button(TEXTS.get("go-on"));
    private final Button open = new Button(TEXTS.get("go-on.open"));
    private final ProblemLabel result = new ProblemLabel();
    private @Nullable Continuation last;

    GeneratePanel(Desk desk) {
        this.workbench = desk.workbench();
        this.selection = desk.selection();
        this.task = desk.background().task();
        go.setId("go-on");
        go.getStyleClass().add("pill");
        go.setOnAction(event -> goOn());
        open.setId("go-on-open");
        open.getStyleClass().add("pill");
        open.setOnAction(event -> open());
        result.setId("go-on-result");
        HBox buttons = new HBox(4, go, open);
        getChildren().addAll(fields, buttons, result);
        show(workbench.session().get());
    }

    private TextField field(String key, String first) {
        TextField field = new TextField(first);
        field.setId("go-on-" + key);
        field.setPrefColumnCount(3);
        field.setAccessibleText(TEXTS.get("go-on." + key));
        fields.add(TEXTS.get("go-on." + key), field);
        return field;
    }

    /** What was said was said by the network before. */
    void show(Session session) {
        task.cancel();
        last = null;
        open.setDisable(true);
        String refusal = Continuation.refusal(session).orElse("");
        go.setDisable(!refusal.isEmpty());
        fields.setDisable(!refusal.isEmpty());
        result.refuse(refusal);
    }

    void close() {
        task.cancel();
    }

    private void goOn() {
        Session session = workbench.session().get();
        OptionalDouble steps = whole(given);
        OptionalDouble more = whole(count);
        OptionalDouble drawn = whole(seed);
        if (steps.isEmpty() || more.isEmpty() || drawn.isEmpty()) {
            return;
        }
        switch (TypedNumber.read(temperature.getText())) {
            case TypedNumber.Refused(String reason) -> result.refuse(reason);
            case TypedNumber.Number(double heat) -> {
                int sequence = selection.sequenceIn(session);
                result.tell(TEXTS.get("go-on.working"));
                task.start(
                        progress -> Continuation.of(
                                session,
                                sequence,
                                (int) steps.getAsDouble(),
                                (int) more.getAsDouble(),
                                heat,
                                (long) drawn.getAsDouble(),
                                progress),
                        this::arrive,
                        failure -> result.refuse(failure.sentence()));
            }
        }
    }

    private void arrive(Continuation found) {
        last = found;
        open.setDisable(false);
        result.tell(words(found));
    }

    /** Words as a text; of values the first of each step. */
    private static String words(Continuation of) {
        List<String> words = of.words();
        if (!words.isEmpty()) {
            Vocabulary vocabulary = of.session().vocabulary();
            return TEXTS.get(
                    "go-on.words",
                    vocabulary.joined(words.subList(0, of.given()).stream()),
                    vocabulary.joined(Stream.concat(Stream.of(""), words.subList(of.given(), words.size()).stream())));
        }
        StringBuilder values = new StringBuilder();
        int steps = of.session().steps();
        for (int t = of.given(); t < Math.min(steps, of.given() + MOST_VALUES); t++) {
            values.append(values.isEmpty() ? "" : "  ")
                    .append(Numerals.fixed(of.session().numbers().input().get(t, 0), 2));
        }
        return steps > of.given() + MOST_VALUES ? values + " …" : values.toString();
    }

    private OptionalDouble whole(TextField field) {
        if (TypedNumber.read(field.getText()) instanceof TypedNumber.Number(double value)
                && value == Math.rint(value)
                && Math.abs(value) <= Integer.MAX_VALUE) {
            return OptionalDouble.of(value);
        }
        result.refuse(TEXTS.get("go-on.whole", field.getAccessibleText(), field.getText()));
        field.requestFocus();
        return OptionalDouble.empty();
    }

    private void open() {
        Continuation shown = last;
        if (shown != null) {
            workbench.open(TEXTS.get("go-on.edit"), shown.session());
        }
    }
}
