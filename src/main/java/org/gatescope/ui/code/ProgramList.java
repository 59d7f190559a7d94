package org.gatescope.ui.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import org.gatescope.text.Texts;

/**
 * The lines of a program. Those at the playhead are lit and stay in view; a click, or Enter, asks for the playhead to come
 * to one. Lines are selected by keys and by dragging, as in a text.
 */
final class ProgramList extends ListView<ProgramLine> {
    private static final Texts TEXTS = Texts.of(ProgramList.class);
    private static final double LINE = 18;
    /** Lines above one that comes into view: a third of those that there is room for. */
    private static final int PART_ABOVE = 3;

    private final List<ProgramCell> cells = new ArrayList<>();
    private ProgramCell.Lit lit = ProgramCell.Lit.NONE;
    private boolean isRevealed = true;
    private int dragged = -1;

    /** @param onChoose told of the line, from 0, that the playhead should come to */
    ProgramList(IntConsumer onChoose) {
        setId("program");
        getStyleClass().add("program");
        setFixedCellSize(LINE);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setCellFactory(list -> {
            ProgramCell cell = new ProgramCell(() -> lit, onChoose);
            selectByDragging(cell);
            cells.add(cell);
            return cell;
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            int at = getFocusModel().getFocusedIndex();
            if (event.getCode() == KeyCode.ENTER && at >= 0) {
                onChoose.accept(at);
                event.consume();
            }
        });
        speak();
    }

    private void selectByDragging(ProgramCell cell) {
        cell.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> dragged = cell.isEmpty() ? -1 : cell.getIndex());
        cell.addEventHandler(MouseEvent.DRAG_DETECTED, event -> cell.startFullDrag());
        cell.addEventHandler(MouseDragEvent.MOUSE_DRAG_ENTERED, event -> {
            if (dragged >= 0 && !cell.isEmpty()) {
                int to = cell.getIndex();
                getSelectionModel().clearSelection();
                getSelectionModel().selectRange(dragged, to < dragged ? to - 1 : to + 1);
            }
        });
    }

    /** Another program; where it has as many lines, as after the edit of a number, what is selected and seen stays. */
    void show(List<ProgramLine> lines) {
        List<Integer> selected = List.copyOf(getSelectionModel().getSelectedIndices());
        boolean isAlike = lines.size() == getItems().size();
        getSelectionModel().clearSelection(); // it would look for lines that are there no more
        getItems().setAll(lines);
        if (!isAlike) {
            lit = ProgramCell.Lit.NONE;
        } else if (!selected.isEmpty()) {
            getSelectionModel()
                    .selectIndices(
                            selected.getFirst(),
                            selected.stream()
                                    .skip(1)
                                    .mapToInt(Integer::intValue)
                                    .toArray());
        }
        speak();
    }

    /** Lights the lines at the playhead and keeps them in view. */
    void light(ProgramCell.Lit now) {
        if (now.equals(lit)) {
            return;
        }
        lit = now;
        cells.forEach(ProgramCell::light);
        follow();
        isRevealed = now.lines().isEmpty();
        requestLayout();
        speak();
    }

    /** The keys go on from the line that is lit, unless lines are selected to be copied. */
    private void follow() {
        int first = first();
        if (first >= 0
                && first < getItems().size()
                && getSelectionModel().getSelectedIndices().size() <= 1) {
            getSelectionModel().clearAndSelect(first);
        }
    }

    /** −1 where none is lit. */
    int first() {
        return lit.lines().isEmpty() ? -1 : Collections.min(lit.lines());
    }

    private void speak() {
        int first = first();
        setAccessibleText(
                first < 0 || first >= getItems().size()
                        ? TEXTS.get("program.spoken", getItems().size())
                        : TEXTS.get(
                                "program.spoken.lit",
                                getItems().size(),
                                first + 1,
                                getItems().get(first).text().strip()));
    }

    /** What is selected, or all of it, as it stands in the program. */
    List<String> selected() {
        List<ProgramLine> chosen = getSelectionModel().getSelectedItems();
        return (chosen.isEmpty() ? getItems() : chosen)
                .stream().map(ProgramLine::text).collect(Collectors.toList());
    }

    /** Only then it is known which lines are in view. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        int first = isRevealed ? -1 : first();
        if (first >= 0 && first < getItems().size() && getHeight() > 0) {
            isRevealed = true;
            reveal(first, Collections.max(lit.lines()));
        }
    }

    private void reveal(int first, int last) {
        if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            IndexedCell<?> top = flow.getFirstVisibleCell();
            int rows = (int) (flow.getHeight() / LINE);
            int from = top == null ? 0 : (int) Math.ceil(top.getIndex() - top.getLayoutY() / LINE);
            boolean isSeen = top != null && first >= from && Math.min(last, first + rows - 1) < from + rows;
            if (!isSeen) {
                flow.scrollToTop(Math.max(0, first - rows / PART_ABOVE));
            }
        }
    }
}
