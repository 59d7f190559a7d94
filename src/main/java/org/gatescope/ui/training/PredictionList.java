package org.gatescope.ui.training;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.gatescope.picture.Blank;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Tones;
import org.gatescope.picture.chart.PredictionPicture;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.PassedWheel;
import org.gatescope.ui.paint.Drawn;
import org.jspecify.annotations.Nullable;

/** All sequences with their targets and what the network puts out; choosing one shows it everywhere. */
final class PredictionList extends ListView<Integer> {
    private static final Texts TEXTS = Texts.of(PredictionList.class);
    private static final int MOST_IN_VIEW = 6;
    /** Beyond it the words are too many to be heard. */
    private static final int MOST_SPOKEN = 60;

    private final ObservableList<Integer> sequences = FXCollections.observableArrayList();
    private @Nullable Predictions predictions;
    private @Nullable Tones tones;

    PredictionList() {
        setId("predictions");
        setItems(sequences);
        setFixedCellSize(PredictionPicture.HEIGHT + 2);
        setCellFactory(list -> new Row());
        setAccessibleText(TEXTS.get("predictions"));
        PassedWheel.of(this);
    }

    void show(Predictions of, Tones inks) {
        predictions = of;
        tones = inks;
        while (sequences.size() > of.sequences()) {
            sequences.removeLast();
        }
        while (sequences.size() < of.sequences()) {
            sequences.add(sequences.size());
        }
        double height = Math.min(MOST_IN_VIEW, Math.max(1, of.sequences())) * getFixedCellSize() + 4;
        if (getPrefHeight() != height) {
            setPrefHeight(height);
            setMinHeight(height);
        }
        lookupAll(".prediction-row").forEach(row -> ((Row) row).redraw());
    }

    /** In words: {@code sequence 1: have ✓, a ✗ an}. */
    private static String words(Predictions of, int sequence) {
        StringBuilder words = new StringBuilder(
                TEXTS.get(of.isTested(sequence) ? "prediction.spoken.test" : "prediction.spoken", sequence + 1));
        for (int t = 0; t < Math.min(MOST_SPOKEN, of.steps()); t++) {
            if (of.counts(sequence, t) && of.isOfClasses()) {
                String wanted = of.word(of.targetClass(sequence, t));
                String found = of.word(of.outputClass(sequence, t));
                words.append(
                        wanted.equals(found)
                                ? TEXTS.get("prediction.right", wanted)
                                : TEXTS.get("prediction.wrong", wanted, found));
            }
        }
        return words.toString();
    }

    private final class Row extends ListCell<Integer> {
        private final Drawn drawn = new Drawn((width, height) -> picture(width));

        Row() {
            getStyleClass().add("prediction-row");
            setPrefWidth(0);
            widthProperty().subscribe(this::redraw);
        }

        @Override
        protected void updateItem(@Nullable Integer sequence, boolean empty) {
            super.updateItem(sequence, empty);
            setGraphic(empty ? null : drawn);
            redraw();
        }

        private Picture picture(double width) {
            Predictions of = predictions;
            Integer sequence = getItem();
            return of == null || tones == null || sequence == null || sequence >= of.sequences()
                    ? new Blank(width, PredictionPicture.HEIGHT)
                    : new PredictionPicture(
                            width,
                            sequence + 1,
                            of.isTested(sequence) ? TEXTS.get("prediction.test") : "",
                            of.steps(sequence),
                            of.isOfClasses(),
                            tones);
        }

        void redraw() {
            Predictions of = predictions;
            Integer sequence = getItem();
            if (of == null || tones == null || sequence == null || sequence >= of.sequences()) {
                setAccessibleText(null);
                return;
            }
            double width = Math.max(1, getWidth() - 12);
            drawn.setMinSize(width, PredictionPicture.HEIGHT);
            drawn.setMaxSize(width, PredictionPicture.HEIGHT);
            drawn.setPrefSize(width, PredictionPicture.HEIGHT);
            drawn.redraw();
            setAccessibleText(words(of, sequence));
        }
    }
}
