package org.gatescope.ui.tables;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gatescope.format.text.TypedNumber;
import org.gatescope.session.Cutting;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;
import org.gatescope.session.Tokenizer;
import org.gatescope.session.Tokens;
import org.gatescope.session.Tokens.Tokenized;
import org.gatescope.session.Vocabulary;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.tables.PasteText.Reading;

/** How a text is cut into tokens and which of them are kept; at first as the session's own was. */
final class TextChoices implements PasteText.Choices {
    private static final Texts TEXTS = Texts.of(TextChoices.class);
    private static final List<String> CUTTINGS = List.of("words", "vectorized", "white-space", "matches", "characters");

    private final Vocabulary before;
    private final Pills cuttings;
    private final TextField pattern = new TextField(Cutting.Matches.WORDS_AND_SIGNS);
    private final CheckBox lower = check("lower");
    private final TextField most = new TextField();
    private final TextField unknown = new TextField();
    private final CheckBox same = check("same");
    private final HBox patternRow = row("pattern", pattern);
    private final VBox node = new VBox();
    private Runnable onChange = () -> {};

    TextChoices(Vocabulary before) {
        this.before = before;
        Tokenizer tokenizer = before.tokenizer();
        cuttings = new Pills("text", CUTTINGS, place(tokenizer.cutting()), this::chooseCutting);
        if (tokenizer.cutting() instanceof Cutting.Matches(String typed)) {
            pattern.setText(typed);
        }
        lower.setSelected(tokenizer.lower());
        most.setText(tokenizer.most() == 0 ? "" : Numerals.grouped(tokenizer.most()));
        unknown.setText(tokenizer.unknown().orElse(""));
        same.setText(TEXTS.get("text.same", before.size()));
        FlowPane kept = new FlowPane(14, 6, row("most", most), row("unknown", unknown), lower);
        kept.setPrefWrapLength(PasteText.WIDTH);
        node.getStyleClass().add("text-choices");
        node.getChildren().addAll(cuttings, patternRow, kept);
        if (!before.isEmpty()) {
            node.getChildren().add(same);
        }
        pattern.setPrefColumnCount(22);
        most.setPrefColumnCount(4);
        most.setPromptText(TEXTS.get("text.most.all"));
        unknown.setPrefColumnCount(6);
        unknown.setPromptText(TEXTS.get("text.unknown.none"));
        pattern.textProperty().subscribe(text -> onChange.run());
        most.textProperty().subscribe(text -> onChange.run());
        unknown.textProperty().subscribe(text -> onChange.run());
        lower.selectedProperty().subscribe(on -> onChange.run());
        same.selectedProperty().subscribe(on -> chooseSame());
        chooseSame();
    }

    private static HBox row(String key, TextField field) {
        Label label = new Label(TEXTS.get("text." + key));
        label.setLabelFor(field);
        label.getStyleClass().add("muted");
        field.setId("text-" + key);
        field.setAccessibleText(label.getText());
        HBox row = new HBox(6, label, field);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private static CheckBox check(String key) {
        CheckBox box = new CheckBox(TEXTS.get("text." + key, 0));
        box.setId("text-" + key);
        return box;
    }

    private static int place(Cutting cutting) {
        return switch (cutting) {
            case Cutting.Words words -> 0;
            case Cutting.Vectorized vectorized -> 1;
            case Cutting.WhiteSpace space -> 2;
            case Cutting.Matches matches -> 3;
            case Cutting.Characters characters -> 4;
        };
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void onChange(Runnable told) {
        onChange = told;
    }

    /** What a way of cutting usually comes with. */
    private void chooseCutting() {
        int chosen = cuttings.chosen();
        lower.setSelected(chosen == 0 || chosen == 1 || chosen == 4);
        unknown.setText(chosen == 1 ? "[UNK]" : "");
        showPattern();
        onChange.run();
    }

    /** With the tokens that there are, a text is read as the one was from which they came. */
    private void chooseSame() {
        boolean isSame = same.isSelected();
        for (Node choice : List.of(cuttings, most, unknown, lower)) {
            choice.setDisable(isSame);
        }
        showPattern();
        onChange.run();
    }

    /** It is always there: a bubble that grows at the edge of the screen is not to be had. */
    private void showPattern() {
        patternRow.setDisable(same.isSelected() || cuttings.chosen() != 3);
    }

    @Override
    public Reading read(String text) {
        String whole = text.replaceFirst("\\R+$", "");
        if (same.isSelected()) {
            return reading(before.tokenizer().encode(whole, before));
        }
        int limit = 0;
        if (!most.getText().isBlank()) {
            if (!(TypedNumber.readWhole(most.getText()) instanceof TypedNumber.Number(double typed))
                    || typed < 1
                    || typed > Tokenizer.MOST_TOKENS) {
                return refused(TEXTS.get("text.most.refused", most.getText(), Tokenizer.MOST_TOKENS));
            }
            limit = (int) typed;
        }
        try {
            return reading(new Tokenizer(
                            cutting(),
                            lower.isSelected(),
                            limit,
                            Optional.of(unknown.getText().strip()).filter(typed -> !typed.isEmpty()))
                    .fit(whole));
        } catch (IllegalArgumentException e) {
            return refused(TEXTS.get("text.pattern.refused", String.valueOf(e.getMessage())));
        }
    }

    /** @throws IllegalArgumentException if the expression is none */
    private Cutting cutting() {
        return switch (cuttings.chosen()) {
            case 0 ->
                before.tokenizer().cutting() instanceof Cutting.Words words
                        ? words
                        : new Cutting.Words(Cutting.Words.KERAS_FILTERS);
            case 1 -> new Cutting.Vectorized();
            case 2 -> new Cutting.WhiteSpace();
            case 3 -> new Cutting.Matches(pattern.getText());
            default -> new Cutting.Characters();
        };
    }

    private static Reading refused(String reason) {
        return new Reading(reason, Optional.empty());
    }

    private static Reading reading(Tokens tokens) {
        return switch (tokens) {
            case Tokens.Refused(String reason) -> refused(reason);
            case Tokenized read
            when read.lengths().stream().allMatch(length -> length == 0) -> refused(TEXTS.get("text.none"));
            case Tokenized read ->
                new Reading(
                        TEXTS.get(
                                "text.read",
                                read.sequences().size(),
                                read.vocabulary().size(),
                                Collections.max(read.lengths())),
                        Optional.of((Session session) -> Reshape.withText(session, read)));
        };
    }
}
