package org.gatescope.ui.tables;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.PopOver;
import org.gatescope.cell.Cell;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Bubble;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.words.CellName;

/** Shows what a layer's cell is called; opens the list of cells beside it, where a menu would be too long to search. */
final class CellChoice extends MenuButton {
    private static final Texts TEXTS = Texts.of(CellChoice.class);
    private static final double TOOLTIP_WIDTH = 360;
    /** Of the window's height, what is left for the search and the edges of the screen, in pixels. */
    private static final double BESIDE = 150;

    private static final double LEAST_ROOM = 120;
    /** Some fifteen lines: a bubble that reaches over the screen's edge is moved to and fro by its arrow. */
    private static final double MOST_ROOM = 420;

    private final CellsView cells;
    private final PopOver bubble;
    private Supplier<List<OfferedCell>> own = List::of;

    /** @param onChoose told what the chosen cell is called, and the cell */
    CellChoice(BiConsumer<String, Cell> onChoose) {
        cells = new CellsView(onChoose);
        bubble = Bubble.of(cells, PopOver.ArrowLocation.LEFT_TOP);
        cells.setOnDone(bubble::hide);
        setId("cell");
        setMaxWidth(Double.MAX_VALUE);
        getStyleClass().addAll("outline-card", "cell-choice");
    }

    /** The user's own cells stand below those that come with the app, as they are when the list opens. */
    void setOwnCells(OwnCells offered) {
        own = () -> offered.all().stream().map(OfferedCell::of).toList();
    }

    void show(Cell now) {
        cells.mark(now);
        setText(CellName.of(now));
        setAccessibleText(TEXTS.get("cell.spoken", getText()));
        setTooltip(now.title().isEmpty() ? null : tooltip(now));
    }

    /** What every way of opening a menu does. */
    @Override
    public void show() {
        double room = Math.clamp(getScene().getHeight() - BESIDE, LEAST_ROOM, MOST_ROOM);
        cells.begin(own.get(), room); // a bubble is placed by its size
        bubble.show(this);
        cells.search();
    }

    /** The cell's title, and what is worth knowing of it. */
    static Tooltip tooltip(Cell cell) {
        Tooltip tooltip = new Tooltip(
                cell.title() + CellName.note(cell).map(note -> "\n" + note).orElse(""));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        return tooltip;
    }
}
