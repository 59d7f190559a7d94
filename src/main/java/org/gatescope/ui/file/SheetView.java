package org.gatescope.ui.file;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.TooLargeException;
import org.gatescope.explain.Covered;
import org.gatescope.format.FormatException;
import org.gatescope.lesson.ByHand;
import org.gatescope.picture.Picture;
import org.gatescope.picture.sheet.Paper;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ChoiceNames;
import org.gatescope.ui.paint.CanvasPen;
import org.gatescope.ui.sheet.SheetNumbers;
import org.gatescope.ui.sheet.SheetWish;
import org.gatescope.ui.sheet.Worksheets;

/** Which worksheets are wanted, with the first page of the first as it will be. */
final class SheetView extends VBox {
    private static final Texts TEXTS = Texts.of(SheetView.class);
    private static final List<Integer> COPIES = List.of(1, 2, 5, 10, 15, 20, 25, 30, 35, 40);
    private static final double MOST_SCALE = 0.62;
    /** Of the window's height, for what is above and below the preview. */
    private static final double AROUND = 230;

    /** Where numbers come from. */
    enum Source {
        HAND_RELU,
        HAND_IDENTITY,
        SESSION,
        DRAWN
    }

    private final Session session;
    private final Covered covered;
    private final ChoiceBox<Source> numbers = new ChoiceBox<>();
    private final ChoiceBox<Integer> copies = new ChoiceBox<>();
    private final ChoiceBox<Paper> paper = new ChoiceBox<>();
    private final TextField hidden = new TextField();
    private final TextField blanks = new TextField();
    private final TextField seed = new TextField("1");
    private final double room;
    private final BooleanProperty isRefused = new SimpleBooleanProperty();
    private final ProgressBar progress = new ProgressBar(0);
    private final Canvas preview = new Canvas();
    private final CanvasPen pen = new CanvasPen(preview);
    private final Label problem = new Label();
    private final Button sheets = new Button(TEXTS.get("sheet.write"));
    private final Button key = new Button(TEXTS.get("sheet.key"));

    /**
     * @param covered of the session: blank, if nothing else is said
     * @param height  of the window, in pixels
     * @param writing how far sheets have come that were asked for before
     */
    SheetView(Session session, Covered covered, double height, BackgroundTask writing) {
        room = Math.max(AROUND, height - AROUND);
        this.session = session;
        this.covered = covered;
        getStyleClass().add("picture-view");
        numbers.getItems().setAll(Source.values());
        numbers.setConverter(ChoiceNames.of(source -> TEXTS.get("sheet.numbers." + source)));
        numbers.setValue(covered.isEmpty() ? Source.HAND_RELU : Source.SESSION);
        copies.getItems().setAll(COPIES);
        copies.setValue(30);
        paper.getItems().setAll(Paper.values());
        paper.setConverter(ChoiceNames.of(size -> TEXTS.get("sheet.paper." + size)));
        paper.setValue(Paper.A4);
        hidden.setPromptText(TEXTS.get("sheet.hidden.usual"));
        blanks.setPromptText(TEXTS.get("sheet.blanks.usual"));
        ChoiceRows choices = new ChoiceRows(TEXTS, "sheet");
        choices.add("numbers", numbers);
        choices.add("hidden", hidden);
        choices.add("blanks", blanks);
        choices.add("copies", copies);
        choices.add("seed", seed);
        choices.add("paper", paper);
        problem.setId("sheet-problem");
        problem.setWrapText(true);
        problem.setMaxWidth(330);
        VBox left = new VBox(12, choices, problem);
        HBox.setHgrow(left, Priority.ALWAYS);
        StackPane frame = new StackPane(preview);
        frame.getStyleClass().add("picture-preview");
        frame.setStyle("-fx-background-color: white;");
        HBox row = new HBox(12, left, frame);
        row.setFillHeight(false);
        getChildren().addAll(row, buttons(writing));
        numbers.valueProperty().subscribe((before, now) -> show());
        paper.valueProperty().subscribe((before, now) -> show());
        List.of(hidden, blanks, seed).forEach(field -> field.textProperty().subscribe((before, now) -> show()));
        show();
    }

    private HBox buttons(BackgroundTask writing) {
        progress.setId("sheet-progress");
        progress.setPrefWidth(180);
        progress.progressProperty().bind(writing.progress());
        progress.visibleProperty().bind(writing.working());
        sheets.disableProperty().bind(isRefused.or(writing.working()));
        key.disableProperty().bind(isRefused.or(writing.working()));
        sheets.setId("sheet-write");
        sheets.setDefaultButton(true);
        key.setId("sheet-key");
        HBox buttons = new HBox(progress, key, sheets);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("picture-buttons");
        return buttons;
    }

    private void show() {
        String trouble = "";
        try {
            Picture first = Worksheets.sheet(wish(), 1).getFirst();
            pen.show(first, Math.min(MOST_SCALE, room / first.height()));
        } catch (FormatException | TooLargeException e) {
            trouble = String.valueOf(e.getMessage());
        } catch (NumberFormatException e) {
            trouble = TEXTS.get("sheet.no-number");
        }
        problem.setText(trouble);
        isRefused.set(!trouble.isEmpty());
    }

    private SheetWish wish() {
        Covered asked = Covered.read(hidden.getText().replace(',', ';'));
        boolean isOfSession = numbers.getValue() == Source.SESSION || numbers.getValue() == Source.DRAWN;
        Covered blank = asked.isEmpty() && isOfSession ? covered : asked;
        boolean isChosen = asked.isEmpty() && !blank.isEmpty();
        int usual = isOfSession && !isChosen ? SheetWish.USUAL_BLANKS : 0;
        return new SheetWish(
                isOfSession ? session.title() : Worksheets.titleByHand(),
                numbers(),
                blank,
                blanks.getText().isBlank()
                        ? usual
                        : Math.max(1, Integer.parseInt(blanks.getText().strip())),
                Optional.ofNullable(copies.getValue()).orElse(1),
                Long.parseLong(seed.getText().strip()),
                SheetWish.USUAL_DIGITS,
                paper.getValue());
    }

    private SheetNumbers numbers() {
        return switch (numbers.getValue()) {
            case HAND_RELU -> new SheetNumbers.OfHand(new ByHand(BuiltInCells.cell("rnn-relu"), 2, 4));
            case HAND_IDENTITY -> new SheetNumbers.OfHand(new ByHand(BuiltInCells.cell("rnn-identity"), 2, 4));
            case SESSION -> new SheetNumbers.OfSession(session);
            case DRAWN -> new SheetNumbers.Drawn(session);
        };
    }

    /** @param action given what is wanted */
    void setOnSheets(Consumer<SheetWish> action) {
        sheets.setOnAction(event -> action.accept(wish()));
    }

    /** @param action given what the answers are wanted of */
    void setOnKey(Consumer<SheetWish> action) {
        key.setOnAction(event -> action.accept(wish()));
    }

    @Override
    public String getUserAgentStylesheet() {
        return SheetView.class.getResource("picture.css").toExternalForm();
    }
}
