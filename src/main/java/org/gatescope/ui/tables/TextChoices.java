package org.gatescope.ui.tables;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
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

    /** The ways of cutting, as their pills stand, and what each usually comes with. */
    private enum Way {
        WORDS("words", true, ""),
        VECTORIZED("vectorized", true, "[UNK]"),
        WHITE_SPACE("white-space", false, ""),
        MATCHES("matches", false, ""),
        CHARACTERS("characters", true, "");

        private final String key;
        private final boolean lower;
        private final String unknown;

        Way(String key, boolean lower, String unknown) {
            this.key = key;
            this.lower = lower;
            this.unknown = unknown;
        }

        static Way of(Cutting cutting) {
            return switch (cutting) {
                case Cutting.Words words -> WORDS;
                case Cutting.Vectorized vectorized -> VECTORIZED;
                case Cutting.WhiteSpace space -> WHITE_SPACE;
                case Cutting.Matches matches -> MATCHES;
                case Cutting.Characters characters -> CHARACTERS;
            };
        }
    }

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
        List<String> keys = Stream.of(Way.values()).map(way -> way.key).toList();
        cuttings = new Pills("text", keys, Way.of(tokenizer.cutting()).ordinal(), this::chooseWay);
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

    private Way way() {
        return Way.values()[cuttings.chosen()];
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void onChange(Runnable told) {
        onChange = told;
    }

    private void chooseWay() {
        lower.setSelected(way().lower);
        unknown.setText(way().unknown);
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
        patternRow.setDisable(same.isSelected() || way() != Way.MATCHES);
    }

    @Override
    public Reading read(String text) {
        String whole = text.replaceFirst("\\R+$", "");
        if (same.isSelected()) {
            return reading(before.tokenizer().encode(whole, before));
        }
        OptionalInt limit = limit();
        if (limit.isEmpty()) {
            return refused(TEXTS.get("text.most.refused", most.getText(), Tokenizer.MOST_TOKENS));
        }
        try {
            return reading(new Tokenizer(
                            cutting(),
                            lower.isSelected(),
                            limit.getAsInt(),
                            Optional.of(unknown.getText().strip()).filter(typed -> !typed.isEmpty()))
                    .fit(whole));
        } catch (IllegalArgumentException e) {
            return refused(TEXTS.get("text.pattern.refused", String.valueOf(e.getMessage())));
        }
    }

    /** How many tokens are kept, 0 for all; empty if it is no such number. */
    private OptionalInt limit() {
        if (most.getText().isBlank()) {
            return OptionalInt.of(0);
        }
        return switch (TypedNumber.readWhole(most.getText())) {
            case TypedNumber.Number(double typed)
            when typed == Math.rint(typed) && typed >= 1 && typed <= Tokenizer.MOST_TOKENS ->
                OptionalInt.of((int) typed);
            default -> OptionalInt.empty();
        };
    }

    /** @throws IllegalArgumentException if the expression is none */
    private Cutting cutting() {
        return switch (way()) {
            case WORDS ->
                before.tokenizer().cutting() instanceof Cutting.Words words
                        ? words
                        : new Cutting.Words(Cutting.Words.KERAS_FILTERS);
            case VECTORIZED -> new Cutting.Vectorized();
            case WHITE_SPACE -> new Cutting.WhiteSpace();
            case MATCHES -> new Cutting.Matches(pattern.getText());
            case CHARACTERS -> new Cutting.Characters();
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
