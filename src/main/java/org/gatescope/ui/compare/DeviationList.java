package org.gatescope.ui.compare;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.explain.Comparison.Deviation;
import org.gatescope.explain.Comparison.Pair;
import org.gatescope.explain.CoveredNumbers;
import org.gatescope.explain.Rounding;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.PassedWheel;
import org.gatescope.ui.words.PlayWords;
import org.jspecify.annotations.Nullable;

/** What differs, from the first number on; a click or Enter goes there, and with Shift to the largest difference. */
final class DeviationList extends ListView<Deviation> {
    private static final Texts TEXTS = Texts.of(DeviationList.class);
    private static final int MOST_IN_VIEW = 7;
    private static final double ROW = 44;

    private final Consumer<Pair> onGo;
    private @Nullable PairWords words;
    private @Nullable CoveredNumbers covered;

    /** @param onGo told where to go */
    DeviationList(Consumer<Pair> onGo) {
        this.onGo = onGo;
        setId("compare-list");
        getStyleClass().add("deviations");
        setFixedCellSize(ROW);
        setCellFactory(list -> new Row());
        setAccessibleText(TEXTS.get("list"));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Deviation chosen = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null && !event.isShortcutDown()) {
                go(chosen, event.isShiftDown());
                event.consume();
            }
        });
        managedProperty().bind(visibleProperty());
        PassedWheel.of(this);
    }

    /** The row that was chosen stays so, by its place. */
    void show(Session session, CoveredNumbers hidden, List<Deviation> deviations) {
        covered = hidden;
        words = new PairWords(session);
        int chosen = getSelectionModel().getSelectedIndex();
        getItems().setAll(deviations);
        if (chosen >= 0 && chosen < deviations.size()) {
            getSelectionModel().select(chosen);
        }
        double height = Math.min(MOST_IN_VIEW, deviations.size()) * ROW + 2;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        setVisible(!deviations.isEmpty());
    }

    private void go(Deviation to, boolean toLargest) {
        onGo.accept(toLargest ? to.largest() : to.first());
    }

    private final class Row extends ListCell<Deviation> {
        private final Label place = new Label();
        private final Label sequence = new Label();
        private final Label values = new Label();
        private final Label difference = new Label();
        private final Label largest = new Label();
        private final HBox lines;

        Row() {
            place.getStyleClass().add("strong");
            sequence.getStyleClass().add("muted");
            values.getStyleClass().add("muted");
            largest.getStyleClass().add("muted");
            place.setMinWidth(Region.USE_PREF_SIZE);
            sequence.setMinWidth(0);
            values.setMinWidth(0);
            difference.setMinWidth(Region.USE_PREF_SIZE);
            largest.setMinWidth(Region.USE_PREF_SIZE);
            HBox first = new HBox(6, place, sequence);
            first.setMinWidth(0);
            VBox left = new VBox(first, values);
            left.setMinWidth(0);
            HBox.setHgrow(left, Priority.ALWAYS);
            VBox right = new VBox(difference, largest);
            right.setAlignment(Pos.TOP_RIGHT);
            lines = new HBox(8, left, right);
            setPrefWidth(0);
            addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
                Deviation of = getItem();
                if (of != null && event.getButton() == MouseButton.PRIMARY) {
                    go(of, event.isShiftDown());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Deviation of, boolean empty) {
            super.updateItem(of, empty);
            PairWords said = words;
            CoveredNumbers hidden = covered;
            if (empty || of == null || said == null || hidden == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            place.setText(said.name(of.first().number()));
            sequence.setText(said.sequence(of.first().number()));
            boolean isHidden = hidden.hides(of.first().number());
            values.setText(isHidden ? PlayWords.hidden() : PairWords.values(of.first()));
            difference.setText(isHidden ? Rounding.HIDDEN : PairWords.difference(of.first()));
            boolean isLargest = of.largest().equals(of.first());
            boolean isLargestHidden = hidden.hides(of.largest().number());
            largest.setText(
                    isLargest || isLargestHidden ? "" : TEXTS.get("largest", PairWords.difference(of.largest())));
            setGraphic(lines);
            setAccessibleText(TEXTS.get(
                    "spoken",
                    place.getText(),
                    values.getText(),
                    said.name(of.largest().number()),
                    isLargestHidden ? PlayWords.hidden() : PairWords.values(of.largest())));
        }
    }
}
