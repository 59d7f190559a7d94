package org.gatescope.ui.tables;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.training.Framework;
import org.gatescope.engine.training.Initialiser;
import org.gatescope.engine.training.Initialiser.Distribution;
import org.gatescope.engine.training.Initialiser.Kind;
import org.gatescope.engine.training.LibraryStart;
import org.gatescope.format.text.TypedNumber;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Bubble;
import org.gatescope.ui.control.ProblemLabel;

/** Draws all parameters of the network anew, from one visible seed. */
final class DrawMenu {
    private static final Texts TEXTS = Texts.of(DrawMenu.class);
    /** Beyond it doubles skip whole numbers. */
    private static final double LARGEST_SEED = 1L << 53;

    private static final double CHOICE_WIDTH = 170;
    private static final double TIP_WIDTH = 340;

    private final Workbench workbench;
    private final Button button = new Button(TEXTS.get("draw"));
    private final GridPane fields = new GridPane();
    private final Label refusal = new ProblemLabel();
    private final ChoiceField<Start> start =
            new ChoiceField<>("draw-start", List.of(Start.values()), value -> "start." + value.name(), this::begin);
    private final Label startTip = new Label();
    private final Label declared = new Label();
    private Start chosen = Start.OWN;
    private final Choice input = new Choice("input", Kind.GLOROT, 0);
    private final Choice recurrent = new Choice("recurrent", Kind.ORTHOGONAL, 1);
    private final Choice readOut = new Choice("read-out", Kind.GLOROT, 2);
    private final TextField bias = number("bias", "0", 3);
    private final TextField forgetBias = number("forget-bias", "1", 4);
    private final TextField seed = number("seed", "1", 5);
    private final PopOver popOver;

    /** Whose way to start. */
    private enum Start {
        /** As the fields say, which begin with what the papers recommend. */
        OWN,
        KERAS,
        PYTORCH
    }

    /** One kind of distribution with its scale. */
    private final class Choice {
        private final ChoiceField<Kind> field;
        private final TextField scale;
        private Kind kind;

        void enable(boolean on) {
            field.setDisable(!on);
            scale.setDisable(!on);
        }

        Choice(String key, Kind first, int row) {
            kind = first;
            field = new ChoiceField<>(
                    "draw-" + key, List.of(Kind.values()), value -> "kind." + value.name(), this::show);
            scale = number("scale-" + key, "1", -1);
            Label label = new Label(TEXTS.get("draw." + key));
            label.setMinWidth(Region.USE_PREF_SIZE);
            fields.addRow(row, label, row(field, scale));
            show(first);
        }

        private static HBox row(ChoiceField<Kind> field, TextField scale) {
            field.withoutLabel().setMinWidth(CHOICE_WIDTH); // scales stand below one another
            return new HBox(6, field, scale);
        }

        private void show(Kind chosen) {
            kind = chosen;
            field.show(chosen);
        }

        Distribution distribution(List<String> problems) {
            return new Distribution(kind, read(scale, problems));
        }
    }

    DrawMenu(Workbench workbench) {
        this.workbench = workbench;
        button.setId("draw");
        button.getStyleClass().addAll("pill", "small");
        button.setOnAction(event -> open(button));
        Button use = new Button(TEXTS.get("draw.use"));
        use.setId("draw-use");
        use.setOnAction(event -> draw());
        use.setMinWidth(Region.USE_PREF_SIZE);
        refusal.setId("draw-says");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bottom = new HBox(refusal, space, use);
        bottom.setAlignment(Pos.CENTER_LEFT);
        fields.getStyleClass().add("draw-fields");
        startTip.setId("draw-start-tip");
        startTip.setWrapText(true);
        startTip.getStyleClass().add("muted");
        startTip.setPrefWidth(TIP_WIDTH); // its height is that of its lines at this width
        startTip.setMinHeight(Region.USE_PREF_SIZE);
        declared.setId("draw-declared");
        declared.setWrapText(true);
        declared.getStyleClass().add("muted");
        declared.setPrefWidth(TIP_WIDTH);
        declared.setMinHeight(Region.USE_PREF_SIZE);
        declared.managedProperty().bind(declared.visibleProperty());
        begin(chosen);
        VBox content = new VBox(start, startTip, fields, declared, bottom);
        content.getStyleClass().add("paste-text");
        popOver = Bubble.of(Bubble.scrolling(content), PopOver.ArrowLocation.LEFT_TOP, TEXTS.get("draw.title"));
    }

    /** A section's title with the button at its right. */
    Node beside(Node title) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(title, space, button);
        row.getStyleClass().add("side-switch");
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    /** @param at what it points at */
    void open(Node at) {
        refusal.setText("");
        showDeclared();
        popOver.show(at);
    }

    private void showDeclared() {
        Set<String> names = new LinkedHashSet<>();
        workbench
                .session()
                .get()
                .network()
                .starts()
                .keySet()
                .forEach(name ->
                        names.add(NamesOfParts.plain(workbench.session().get().network(), name)));
        declared.setVisible(!names.isEmpty());
        declared.setText(TEXTS.get("draw.declared", String.join(", ", names)));
    }

    private void begin(Start value) {
        chosen = value;
        start.show(value);
        startTip.setText(TEXTS.get("start." + value.name() + ".tip"));
        boolean isOwn = value == Start.OWN;
        List.of(input, recurrent, readOut).forEach(choice -> choice.enable(isOwn));
        bias.setDisable(!isOwn);
        forgetBias.setDisable(!isOwn);
    }

    private void draw() {
        List<String> problems = new ArrayList<>();
        Distribution ofInput = input.distribution(problems);
        Distribution ofState = recurrent.distribution(problems);
        Distribution ofReadOut = readOut.distribution(problems);
        double ofBias = read(bias, problems);
        double ofForget = read(forgetBias, problems);
        double drawn = read(seed, problems);
        if (problems.isEmpty() && (drawn != Math.rint(drawn) || Math.abs(drawn) > LARGEST_SEED)) {
            problems.add(TEXTS.get("draw.seed.whole", seed.getText()));
        }
        refusal.setText(problems.isEmpty() ? "" : problems.getFirst());
        if (problems.isEmpty()) {
            long whole = (long) drawn;
            switch (chosen) {
                case OWN -> {
                    Initialiser own = new Initialiser(ofInput, ofState, ofReadOut, ofBias, ofForget, whole);
                    change(whole, own::parameters);
                }
                case KERAS -> change(whole, new LibraryStart(Framework.KERAS, whole)::parameters);
                case PYTORCH -> change(whole, new LibraryStart(Framework.PYTORCH, whole)::parameters);
            }
            seed.setText(Long.toString((long) drawn + 1)); // the next time other numbers
        }
    }

    private void change(long from, Function<Network, Map<String, Matrix>> drawing) {
        popOver.hide();
        workbench.edit(TEXTS.get("edit.draw", from), session -> {
            Map<String, Matrix> drawn = drawing.apply(session.network());
            return session.withNumbers(numbers -> numbers.withParameters(drawn));
        });
    }

    private static double read(TextField field, List<String> problems) {
        return switch (TypedNumber.read(field.getText())) {
            case TypedNumber.Number(double value) when Double.isFinite(value) -> value;
            case TypedNumber.Number(double value) -> {
                problems.add(TEXTS.get("draw.finite", field.getText()));
                yield 0;
            }
            case TypedNumber.Refused(String reason) -> {
                problems.add(reason);
                yield 0;
            }
        };
    }

    /** @param row in the form, or −1 for a field that stands beside another */
    private TextField number(String key, String first, int row) {
        TextField field = new TextField(first);
        field.setId("draw-" + key);
        field.setPrefColumnCount(5);
        field.setAccessibleText(Optional.of(key)
                .filter(name -> name.startsWith("scale-"))
                .map(name -> TEXTS.get("draw.scale", TEXTS.get("draw." + name.substring("scale-".length()))))
                .orElseGet(() -> TEXTS.get("draw." + key)));
        if (row >= 0) {
            Label label = new Label(TEXTS.get("draw." + key));
            label.setLabelFor(field);
            fields.addRow(row, label, field);
        }
        return field;
    }
}
