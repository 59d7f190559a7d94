package org.gatescope.ui.data;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.format.data.ArrayOrder;
import org.gatescope.format.data.Choices;
import org.gatescope.format.data.Column;
import org.gatescope.format.data.FoundForm;
import org.gatescope.format.data.Role;
import org.gatescope.format.data.Scaling;
import org.gatescope.format.data.TextForm;
import org.gatescope.format.text.TypedNumber;
import org.gatescope.session.Sequences;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ChoiceNames;
import org.gatescope.ui.control.Leaving;
import org.gatescope.ui.control.ProblemLabel;
import org.jspecify.annotations.Nullable;

/** What files are taken for, as a preview with choices; what cannot be is said beside the button that it keeps shut. */
final class ImportView extends VBox {
    private static final Texts TEXTS = Texts.of(ImportView.class);
    private static final double WIDTH = 760;

    private final Consumer<UnaryOperator<Import>> onChange;
    private final Label files = new Label();
    private final ChoiceBox<TextForm.Separator> separator = box("separator", TextForm.Separator.values());
    private final ChoiceBox<Character> mark = new ChoiceBox<>();
    private final CheckBox header = check("header");
    private final ChoiceBox<ArrayOrder> order = box("order", ArrayOrder.values());
    private final HBox ofText = row(named("separator", separator), named("mark", mark), header);
    private final HBox ofArrays = row(named("order", order));
    private final Label whyForm = why("why-form");
    private final PreviewGrid preview;
    private final ScrollPane scrolled;
    private final Label whyRoles = why("why-roles");
    private final ChoiceBox<Choices.Aim> aim = box("aim", Choices.Aim.values());
    private final CheckBox classes = check("classes");
    private final ChoiceBox<Scaling> scaling = box("scaling", Scaling.values());
    private final TextField tests = new TextField();
    private final ProblemLabel says = new ProblemLabel();
    private final Button use = new Button(TEXTS.get("use"));
    private final VBox choices;
    private Optional<Sequences> made = Optional.empty();
    /** While true, controls are set by what is shown and not by the user. */
    private boolean isShowing;

    /**
     * @param onChange told what to change
     * @param onUse    given what is to be used
     */
    ImportView(Consumer<UnaryOperator<Import>> onChange, Consumer<Sequences> onUse) {
        this.onChange = onChange;
        preview = new PreviewGrid((column, role) -> change(now -> Optional.of(now.withRole(column, role))));
        scrolled = new ScrollPane(preview);
        scrolled.setId("import-preview");
        scrolled.setFocusTraversable(false);
        scrolled.setMinHeight(96);
        VBox.setVgrow(scrolled, Priority.ALWAYS);
        prepareMark();
        tests.setId("import-tests");
        tests.setPrefColumnCount(4);
        choices = new VBox(
                whyRoles, row(named("aim", aim), classes), row(named("scaling", scaling), named("tests", tests)));
        choices.getStyleClass().add("import-choices");
        listen();
        use.setId("import-use");
        use.setDefaultButton(true);
        use.setMinWidth(USE_PREF_SIZE);
        use.setOnAction(event -> made.ifPresent(onUse));
        says.setId("import-says");
        says.setMinHeight(USE_PREF_SIZE);
        says.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(says, Priority.ALWAYS);
        HBox bottom = row(says, use);
        getStyleClass().add("import-view");
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        files.setId("import-files");
        files.getStyleClass().add("section-title");
        getChildren().addAll(files, ofText, ofArrays, whyForm, scrolled, choices, bottom);
    }

    /** As high as there is room. */
    void fit(double height) {
        setPrefHeight(Math.clamp(height, 240, 620));
        setMaxHeight(getPrefHeight());
    }

    /** The keys are with the button where nothing is left to choose, as it mostly is. */
    void begin() {
        (use.isDisabled() ? ofText.isVisible() ? separator : order : use).requestFocus();
    }

    @Override
    public String getUserAgentStylesheet() {
        return ImportView.class.getResource("import.css").toExternalForm();
    }

    void show(Import now) {
        isShowing = true;
        made = now.sequences();
        files.setText(title(now));
        now.form().ifPresent(form -> {
            separator.setValue(form.separator());
            mark.setValue(form.decimalMark());
            header.setSelected(form.header());
        });
        order.setValue(now.order());
        seen(ofText, now.form().isPresent());
        seen(ofArrays, now.form().isEmpty());
        whyForm.setText(now.files()
                .found()
                .filter(found -> now.form().equals(Optional.of(found.form())))
                .map(ImportView::reasons)
                .orElse(""));
        seen(whyForm, !whyForm.getText().isEmpty());
        seen(scrolled, now.read().isPresent());
        seen(choices, now.read().isPresent());
        now.read().ifPresent(read -> show(read, now));
        says(now);
        use.setDisable(made.isEmpty());
        isShowing = false;
    }

    private void show(Import.Read read, Import now) {
        preview.show(read.table(), read.choices().roles());
        aim.setValue(read.choices().aim());
        classes.setSelected(read.choices().asClasses());
        seen(classes, hasNumbersAsTargets(read));
        scaling.setValue(read.choices().scaling());
        tests.setText(Integer.toString(now.split().count()));
        boolean isAsRecognised = read.choices().equals(read.recognition().choices());
        whyRoles.setText(
                isAsRecognised
                        ? read.recognition().roles() + " " + read.recognition().aim()
                        : "");
        seen(whyRoles, isAsRecognised);
    }

    private static boolean hasNumbersAsTargets(Import.Read read) {
        Choices choices = read.choices();
        return choices.aim() != Choices.Aim.NEXT_ROW
                && IntStream.range(0, choices.roles().size())
                        .anyMatch(i -> choices.roles().get(i) == Role.TARGET
                                && read.table().columns().get(i) instanceof Column.Numbers);
    }

    private static String reasons(FoundForm found) {
        return String.join(" ", found.separator(), found.decimalMark(), found.header());
    }

    private static String title(Import now) {
        String name = String.valueOf(now.files().paths().getFirst().getFileName());
        String all = now.files().paths().size() == 1
                ? name
                : TEXTS.get("files", name, now.files().paths().size() - 1);
        return now.read()
                .map(read -> TEXTS.get(
                        "size", all, read.table().rows(), read.table().columns().size()))
                .orElse(all);
    }

    private void says(Import now) {
        made.ifPresentOrElse(
                sequences -> says.tell(TEXTS.get(
                        "says",
                        sequences.lengths().size(),
                        sequences.steps(),
                        sequences.input().columns(),
                        sequences.readOut().outputs(),
                        now.split().of(sequences.lengths().size()))),
                () -> says.refuse(now.problem()));
    }

    private void prepareMark() {
        mark.setId("import-mark");
        mark.getItems().setAll('.', ',');
        mark.setConverter(ChoiceNames.of(sign -> TEXTS.get(sign == ',' ? "mark.comma" : "mark.point")));
    }

    private void listen() {
        on(separator, to -> change(now -> now.form().map(form -> now.with(form.withSeparator(to)))));
        on(mark, to -> change(now -> now.form().map(form -> now.with(form.withDecimalMark(to)))));
        header.selectedProperty()
                .subscribe((was, is) -> change(now -> now.form().map(form -> now.with(form.withHeader(is)))));
        on(order, to -> change(now -> Optional.of(now.with(to))));
        on(aim, to -> changeChoices(now -> now.withAim(to)));
        classes.selectedProperty().subscribe((was, is) -> changeChoices(now -> now.withClasses(is)));
        on(scaling, to -> changeChoices(now -> now.withScaling(to)));
        tests.setOnAction(event -> commitTests());
        Leaving.commits(tests, this::commitTests);
    }

    private static <T> void on(ChoiceBox<T> box, Consumer<T> action) {
        box.valueProperty().subscribe((was, is) -> {
            if (is != null) {
                action.accept(is);
            }
        });
    }

    private void change(Function<Import, Optional<Import>> change) {
        if (!isShowing) {
            onChange.accept(now -> change.apply(now).orElse(now));
        }
    }

    private void changeChoices(UnaryOperator<Choices> change) {
        change(now -> now.read().map(read -> now.with(change.apply(read.choices()))));
    }

    private void commitTests() {
        if (TypedNumber.readWhole(tests.getText()) instanceof TypedNumber.Number(double count)
                && count == Math.rint(count)
                && count >= 0
                && count <= Integer.MAX_VALUE) {
            change(now -> now.split().count() == count
                    ? Optional.empty()
                    : Optional.of(now.with(now.split().withCount((int) count))));
        } else {
            says.refuse(TEXTS.get("tests.whole", tests.getText()));
        }
    }

    private static void seen(Node node, boolean isSeen) {
        node.setVisible(isSeen);
        node.setManaged(isSeen);
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("import-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static HBox named(String key, javafx.scene.control.Control field) {
        Label name = new Label(TEXTS.get(key));
        name.setLabelFor(field);
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.getStyleClass().add("size-label");
        field.setAccessibleText(name.getText());
        HBox pair = new HBox(name, field);
        pair.getStyleClass().add("import-pair");
        pair.setAlignment(Pos.CENTER_LEFT);
        return pair;
    }

    private static <T extends Enum<T>> ChoiceBox<T> box(String key, T[] values) {
        ChoiceBox<T> box = new ChoiceBox<>();
        box.setId("import-" + key);
        box.getItems().setAll(values);
        box.setConverter(ChoiceNames.of(value -> words(key, value)));
        return box;
    }

    /** A constant as people read it. */
    static String words(String key, @Nullable Enum<?> value) {
        return value == null ? "" : TEXTS.get(key + "." + value.name().toLowerCase(Locale.ROOT));
    }

    private static CheckBox check(String key) {
        CheckBox box = new CheckBox(TEXTS.get(key));
        box.setId("import-" + key);
        return box;
    }

    private static Label why(String id) {
        Label why = new Label();
        why.setId("import-" + id);
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        why.getStyleClass().add("muted");
        return why;
    }
}
