package org.gatescope.ui.file;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gatescope.format.figure.FigureTexts;
import org.gatescope.format.figure.FigureWidth;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ChoiceNames;
import org.gatescope.ui.control.Fillable;
import org.gatescope.ui.render.FigureForm;
import org.gatescope.ui.render.FigureKind;
import org.gatescope.ui.theme.Theme;

/** What a picture shows and how it is written, with the picture as it will be. */
final class PictureView extends VBox {
    private static final Texts TEXTS = Texts.of(PictureView.class);
    private static final double WIDTH = 380;
    private static final double HEIGHT = 240;
    /** As it stands in a choice; sealed types have no order of their own. */
    private static final List<FigureWidth> WIDTHS =
            List.of(new FigureWidth.Pixels(), FigureWidth.COLUMN, FigureWidth.SLIDE);

    /** A picture that was asked for. @param shown one below the other */
    record Wanted(List<Node> shown, Theme theme, FigureForm form) {}

    /** Dresses the window in a theme for as long as it is drawn. */
    @FunctionalInterface
    interface Wardrobe {
        <T> T in(Theme theme, Supplier<T> drawing);
    }

    private final Node window;
    private final Wardrobe wardrobe;
    private final ChoiceBox<Theme> theme = new ChoiceBox<>();
    /** Empty for the whole window. */
    private final ChoiceBox<Optional<Fillable>> part = new ChoiceBox<>();

    private final ChoiceBox<FigureWidth> width = new ChoiceBox<>();
    private final ChoiceBox<Optional<FigureTexts>> letters = new ChoiceBox<>();
    private final ChoiceBox<Integer> density = new ChoiceBox<>();
    private final ImageView preview = new ImageView();
    private final Button copy = new Button(TEXTS.get("picture.copy"));
    private final Button write = new Button(TEXTS.get("picture.write"));

    /**
     * @param window all of it
     * @param panes  of the window that are shown
     * @param first  the one that is chosen at first; empty for the window
     * @param worn   by the window
     */
    PictureView(Node window, List<Fillable> panes, Optional<Fillable> first, Theme worn, Wardrobe wardrobe) {
        this.window = window;
        this.wardrobe = wardrobe;
        theme.getItems().setAll(Theme.values());
        theme.setConverter(ChoiceNames.of(item -> TEXTS.get("picture.theme." + item)));
        theme.setValue(worn);
        getStyleClass().add("picture-view");
        part.getItems().add(Optional.empty());
        panes.forEach(pane -> part.getItems().add(Optional.of(pane)));
        part.setConverter(
                ChoiceNames.of(pane -> pane.map(Fillable::name).orElseGet(() -> TEXTS.get("picture.part.window"))));
        width.getItems().setAll(WIDTHS);
        width.setConverter(ChoiceNames.of(PictureView::name));
        letters.getItems().add(Optional.empty());
        List.of(FigureTexts.values()).forEach(texts -> letters.getItems().add(Optional.of(texts)));
        letters.setConverter(ChoiceNames.of(texts ->
                TEXTS.get("picture.letters." + texts.map(FigureTexts::name).orElse("USUAL"))));
        IntStream.rangeClosed(1, FigureForm.MOST_DENSE).forEach(density.getItems()::add);
        density.setConverter(ChoiceNames.of(times -> TEXTS.get("picture.density.times", times)));
        ChoiceRows choices = new ChoiceRows(TEXTS, "picture");
        List.of(part, width, letters, density)
                .forEach(choice -> choice.getSelectionModel().selectFirst());
        part.setValue(first);
        choices.add("part", part);
        choices.add("theme", theme);
        choices.add("width", width);
        choices.add("letters", letters);
        choices.add("density", density);
        getChildren().addAll(choices, frame(), buttons());
        part.valueProperty().subscribe(pane -> show());
        theme.valueProperty().subscribe((before, now) -> show());
    }

    private static String name(FigureWidth width) {
        return switch (width) {
            case FigureWidth.Pixels() -> TEXTS.get("picture.width.screen");
            case FigureWidth.Millimetres(double millimetres) ->
                TEXTS.get(width == FigureWidth.COLUMN ? "picture.width.column" : "picture.width.slide", millimetres);
        };
    }

    private StackPane frame() {
        preview.setId("picture-preview");
        preview.setPreserveRatio(true);
        preview.setSmooth(true);
        StackPane frame = new StackPane(preview);
        frame.getStyleClass().add("picture-preview");
        frame.setMinSize(WIDTH, HEIGHT);
        frame.setPrefSize(WIDTH, HEIGHT);
        return frame;
    }

    private HBox buttons() {
        copy.setId("picture-copy");
        copy.setTooltip(new Tooltip(TEXTS.get("picture.copy.tip")));
        write.setId("picture-write");
        write.setDefaultButton(true);
        HBox buttons = new HBox(copy, write);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("picture-buttons");
        return buttons;
    }

    /** As large as there is room, never larger than it is. */
    private void show() {
        show(wardrobe.in(theme.getValue(), () -> FigureKind.image(shown(), FigureForm.USUAL)));
    }

    private void show(WritableImage image) {
        preview.setFitWidth(Math.min(WIDTH, image.getWidth()));
        preview.setFitHeight(Math.min(HEIGHT, image.getHeight()));
        preview.setImage(image);
    }

    private List<Node> shown() {
        return part.getValue().map(Fillable::drawn).orElse(List.of(window));
    }

    private Wanted wanted() {
        return new Wanted(
                shown(), theme.getValue(), new FigureForm(width.getValue(), letters.getValue(), density.getValue()));
    }

    void setOnCopy(Consumer<Wanted> action) {
        copy.setOnAction(event -> action.accept(wanted()));
    }

    void setOnWrite(Consumer<Wanted> action) {
        write.setOnAction(event -> action.accept(wanted()));
    }

    @Override
    public String getUserAgentStylesheet() {
        return PictureView.class.getResource("picture.css").toExternalForm();
    }
}
