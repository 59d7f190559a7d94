package org.gatescope.ui.file;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gatescope.format.film.Timing;
import org.gatescope.session.Playhead;
import org.gatescope.session.Stretch;
import org.gatescope.session.Stretch.Stride;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ChoiceNames;

/** Which part of the playback becomes a film, and how far it has come. */
final class FilmView extends VBox {
    private static final Texts TEXTS = Texts.of(FilmView.class);
    private static final List<Integer> SPEEDS = List.of(1, 2, 4, 8, 12, 25, 50);
    private static final int USUAL_SPEED = 4;
    /** Hundredths of a second for which the last frame stays. */
    private static final int HOLD = 100;

    private static final double WIDTH = 320;

    /** A part of the playback, from the playhead or to it, or all of it. */
    enum Span {
        ALL,
        FROM_PLAYHEAD,
        TO_PLAYHEAD;

        Stretch of(Playhead now) {
            long from = this == FROM_PLAYHEAD ? now.position() : 0;
            long to = this == TO_PLAYHEAD ? now.position() : now.schedule().length();
            return new Stretch(now.schedule(), from, to);
        }
    }

    /**
     * A film that was asked for.
     *
     * @param positions of the playhead, one for each frame
     */
    record Wanted(String pane, List<Long> positions, Timing timing) {}

    private final Playhead now;
    private final ChoiceBox<String> part = new ChoiceBox<>();
    private final ChoiceBox<Span> span = new ChoiceBox<>();
    private final ChoiceBox<Stride> stride = new ChoiceBox<>();
    private final ChoiceBox<Integer> speed = new ChoiceBox<>();
    private final ChoiceRows choices = new ChoiceRows(TEXTS, "film");
    private final Label length = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Button cancel = new Button(TEXTS.get("film.cancel"));
    private final Button write = new Button(TEXTS.get("film.write"));

    /** @param panes of the window that can be filmed alone */
    FilmView(List<String> panes, Playhead now) {
        this.now = now;
        getStyleClass().add("picture-view");
        part.getItems()
                .setAll(Stream.concat(Stream.of("window"), panes.stream()).toList());
        part.setConverter(ChoiceNames.of(name -> TEXTS.get("picture.part." + name)));
        span.getItems().setAll(Span.values());
        span.setConverter(ChoiceNames.of(item -> TEXTS.get("film.span." + item)));
        stride.getItems().setAll(Stride.values());
        stride.setConverter(ChoiceNames.of(item -> TEXTS.get("film.stride." + item)));
        speed.getItems().setAll(SPEEDS);
        speed.setConverter(ChoiceNames.of(item -> TEXTS.get("film.speed.frames", item)));
        choices.add("part", part);
        choices.add("span", span);
        choices.add("stride", stride);
        choices.add("speed", speed);
        List.of(part, span, stride).forEach(choice -> choice.getSelectionModel().selectFirst());
        speed.setValue(USUAL_SPEED);
        List.of(span, stride, speed).forEach(choice -> choice.valueProperty().subscribe(value -> measure()));
        length.setId("film-length");
        length.getStyleClass().add("muted");
        progress.setId("film-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        setPrefWidth(WIDTH);
        getChildren().addAll(choices, length, progress, buttons());
        setRunning(false);
    }

    private HBox buttons() {
        cancel.setId("film-cancel");
        write.setId("film-write");
        write.setDefaultButton(true);
        HBox buttons = new HBox(cancel, write);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("picture-buttons");
        return buttons;
    }

    private void measure() {
        if (span.getValue() == null || stride.getValue() == null || speed.getValue() == null) {
            return; // not all of them are filled yet
        }
        int frames = positions().size();
        boolean isTooLong = frames > FilmController.MOST_FRAMES;
        write.setDisable(isTooLong);
        length.setText(
                isTooLong
                        ? TEXTS.get("film.long", FilmController.MOST_FRAMES)
                        : TEXTS.get("film.length", frames, Numerals.brief(timing().whole(frames) / 100.0, 4)));
    }

    private List<Long> positions() {
        return span.getValue().of(now).positions(stride.getValue(), FilmController.MOST_FRAMES + 1);
    }

    private Timing timing() {
        return new Timing(speed.getValue(), HOLD);
    }

    /** How far it has come. @param megabytes that it will have, as far as can be told */
    void show(int frames, int all, double megabytes) {
        progress.setProgress((double) frames / all);
        length.setText(TEXTS.get("film.progress", frames, all, Numerals.brief(megabytes, 2)));
    }

    /** While a film is made there is nothing to choose. */
    void setRunning(boolean on) {
        choices.setDisable(on);
        write.setDisable(on);
        progress.setVisible(on);
        cancel.setVisible(on);
        if (on) {
            cancel.requestFocus();
        } else {
            measure();
        }
    }

    void setOnWrite(Consumer<Wanted> action) {
        write.setOnAction(event -> action.accept(new Wanted(part.getValue(), positions(), timing())));
    }

    void setOnCancel(Runnable action) {
        cancel.setOnAction(event -> action.run());
    }

    @Override
    public String getUserAgentStylesheet() {
        return FilmView.class.getResource("picture.css").toExternalForm();
    }
}
