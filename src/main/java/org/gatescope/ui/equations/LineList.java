package org.gatescope.ui.equations;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.gatescope.cell.Convention;
import org.gatescope.picture.FormulaText;
import org.gatescope.session.Playhead;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Reveal;
import org.gatescope.ui.formula.FormulaView;

/**
 * The lines of a part. It is as high as they are up to some; of more it shows those about the one that is lit. Up and down
 * move through the lines, Enter takes the playhead to one.
 */
final class LineList extends ListView<EquationLine> {
    private static final Texts TEXTS = Texts.of(LineList.class);
    /** Most lines that are shown without scrolling. */
    private static final int MOST = 8;

    /** Of long lists: the line that is lit with its neighbours. */
    private static final int NEAR = 5;
    /** Of the next line, which is seen to go on. */
    private static final double MORE = 13;

    private static final double SHORTEST = 30;
    /** So much more than the line that is lit comes into view in the room, in pixels. */
    private static final double BESIDE = 30;
    /** Pixels that a place may be off. */
    private static final double ROUNDING = 0.5;

    private final Supplier<Playhead> playhead;
    private final List<LineCell> cells = new ArrayList<>();
    private boolean isRevealed = true;
    private boolean showsAll;
    /** Where each line begins, and the last one ends, in pixels from the first. */
    private double[] tops = {0};

    /** @param onChoose told where the playhead should go */
    LineList(LineStops stops, Supplier<Playhead> playhead, Consumer<EquationLine> onChoose) {
        this.playhead = playhead;
        setId("equations");
        getStyleClass().add("equation-list");
        setCellFactory(list -> {
            LineCell cell = new LineCell(stops, playhead, onChoose);
            cells.add(cell);
            return cell;
        });
        widthProperty().subscribe(now -> {
            light();
            fit();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            EquationLine line = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && line != null) {
                onChoose.accept(line);
                event.consume();
            }
        });
    }

    void show(List<EquationLine> lines) {
        if (!lines.equals(getItems())) {
            getItems().setAll(lines);
            fit();
        }
    }

    /** Lights the line at the playhead and keeps it in view. */
    void light() {
        cells.forEach(LineCell::light);
        int lit = lit();
        if (lit >= 0) {
            getSelectionModel().select(lit);
            isRevealed = false;
            requestLayout();
        }
        setAccessibleText(lit < 0 ? TEXTS.get("lines.spoken", getItems().size()) : spoken(lit));
    }

    /** The line that is lit comes into view in whatever the list is scrolled with, once both are laid out. */
    void come() {
        Platform.runLater(() -> cells.stream()
                .filter(cell -> cell.getScene() != null && !cell.isEmpty() && cell.getIndex() == lit())
                .findFirst()
                .ifPresent(cell -> Reveal.inItsPage(cell, BESIDE)));
    }

    /** {@code backward, t = 3: ∂f += ∂c′ ⊙ c. Line 6 of 32.} */
    private String spoken(int lit) {
        EquationLine line = getItems().get(lit);
        return TEXTS.get(
                "lines.lit." + line.phase(),
                Convention.counted(playhead.get().step()),
                FormulaText.of(line.formula()),
                lit + 1,
                getItems().size());
    }

    /** −1 where the playhead is at none of these lines. */
    int lit() {
        Playhead now = playhead.get();
        for (int i = 0; i < getItems().size(); i++) {
            if (getItems().get(i).lit(now) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Only then it is known how many lines there is room for. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        int lit = isRevealed ? -1 : lit();
        if (lit >= 0 && getHeight() > 0) {
            isRevealed = true;
            reveal(lit);
        }
    }

    /**
     * Scrolls where a line or one of its neighbours is not in view, so far that the lines which a playback in that direction
     * comes to next are. Lines that stay in view keep their nodes.
     */
    private void reveal(int index) {
        if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow && !scrolls(flow, index)) {
            flow.scrollToTop(Math.max(0, index - 1));
            flow.layout(); // heights are estimates until the lines there have been laid out
            scrolls(flow, index);
        }
    }

    /** @return false where it is too far, or nothing has been laid out yet */
    private boolean scrolls(VirtualFlow<?> flow, int index) {
        IndexedCell<?> first = flow.getFirstVisibleCell();
        if (first == null) {
            return false;
        }
        double top = tops[first.getIndex()] - first.getLayoutY();
        double upward = tops[Math.max(0, index - 1)] - top;
        double downward = tops[Math.min(getItems().size(), index + 2)] - top - flow.getHeight();
        if (upward >= -ROUNDING && downward <= ROUNDING) {
            return true;
        }
        double way = upward < 0 ? downward : upward;
        if (Math.abs(way) >= flow.getHeight()) {
            return false;
        }
        flow.scrollPixels(way);
        return true;
    }

    private void fit() {
        tops = new double[getItems().size() + 1];
        for (int i = 0; i < getItems().size(); i++) {
            tops[i + 1] = tops[i] + height(getItems().get(i));
        }
        int shown = showsAll || !isLong() ? getItems().size() : NEAR;
        double full = Math.max(2 + tops[shown] + (shown < getItems().size() ? MORE : 0), SHORTEST);
        setMinHeight(full);
        setPrefHeight(full);
        setMaxHeight(full);
    }

    private double height(EquationLine line) {
        double room = LineCell.room(line, getWidth());
        return LineCell.height(new FormulaView(line.formula(), LineCell.SIZE, room));
    }

    /** Whether there are more lines than those about the one that is lit. */
    boolean isLong() {
        return getItems().size() > MOST;
    }

    /** All lines, or those about the one that is lit. */
    void showAll(boolean all) {
        showsAll = all;
        fit();
        light();
    }
}
