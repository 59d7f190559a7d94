package org.gatescope.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.Clipboard;
import org.gatescope.format.text.CopiedBlock;
import org.gatescope.format.text.CopyForm;
import org.gatescope.picture.table.GridCell;
import org.gatescope.picture.table.GridSelection;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.CopyAs;

/** Turns commands into edits, and talks to the clipboard. */
final class GridActions {
    private static final Texts TEXTS = Texts.of(Grid.class);

    private final Grid grid;

    GridActions(Grid grid) {
        this.grid = grid;
    }

    /** Whether the command had anything to work on. */
    boolean run(GridCommand command) {
        if (grid.isEmpty()) {
            return false;
        }
        if (command.edits && !grid.getContent().editable()) {
            grid.refuse(TEXTS.get("refused.readOnly"));
            return true;
        }
        GridEdits edits = new GridEdits(grid.getContent(), grid.selection());
        switch (command) {
            case COPY -> copy(edits);
            case CUT -> {
                copy(edits);
                grid.send(edits.cleared());
            }
            case PASTE -> paste(edits);
            case FILL -> grid.editor().open("", true);
            case FILL_DOWN -> grid.send(edits.filledDown());
            case FILL_RIGHT -> grid.send(edits.filledRight());
            case CLEAR -> grid.send(edits.cleared());
            case RANDOMISE -> randomise(edits);
            case SELECT_ALL ->
                grid.select(GridSelection.all(
                        grid.getContent().rows(), grid.getContent().columns()));
        }
        return true;
    }

    /** A number from the editor, for the active cell or for the whole selection. */
    void typed(double value, boolean fills) {
        GridEdits edits = new GridEdits(grid.getContent(), grid.selection());
        grid.send(fills ? edits.filled(value) : edits.typed(value));
    }

    private void randomise(GridEdits edits) {
        grid.send(edits.randomised(grid.seeds().take()));
    }

    private static void copy(GridEdits edits) {
        CopyAs.copy(CopyForm.SPREADSHEET, edits.values());
    }

    /** What {@link CopyAs} takes: the selection, or all where it is but one cell. */
    double[][] copied() {
        GridSelection selection = grid.selection().isOneCell()
                ? GridSelection.all(grid.getContent().rows(), grid.getContent().columns())
                : grid.selection();
        return new GridEdits(grid.getContent(), selection).values();
    }

    private void paste(GridEdits edits) {
        String text = Clipboard.getSystemClipboard().getString();
        switch (CopiedBlock.read(Objects.requireNonNullElse(text, ""))) {
            case CopiedBlock.Refused refused -> grid.refuse(refused.reason());
            case CopiedBlock.Block block -> paste(edits, block.values());
            case CopiedBlock.Several several -> offerOneOf(edits, several.blocks());
        }
    }

    private void offerOneOf(GridEdits edits, List<CopiedBlock.Block> blocks) {
        List<GridOffer> offers = new ArrayList<>();
        for (CopiedBlock.Block block : blocks) {
            double[][] values = block.values();
            String label = TEXTS.get("offer.array", offers.size() + 1, values.length, values[0].length);
            offers.add(new GridOffer(label, () -> paste(edits, values)));
        }
        grid.offer(offers);
    }

    /** What is too large may be what the tables of all gates have side by side. */
    private void paste(GridEdits edits, double[][] block) {
        GridEdit pasted = edits.pasted(block);
        List<GridOffer> offers = edits.fits(pasted) ? List.of() : grid.offers(block);
        if (offers.isEmpty()) {
            paste(edits, pasted);
        } else {
            grid.offer(offers);
        }
    }

    private void paste(GridEdits edits, GridEdit pasted) {
        if (edits.fits(pasted)) {
            grid.select(new GridSelection(
                    new GridCell(pasted.row(), pasted.column()),
                    new GridCell(pasted.row() + pasted.rows() - 1, pasted.column() + pasted.columns() - 1)));
            grid.send(pasted);
        } else {
            int rows = grid.getContent().rows() - pasted.row();
            int columns = grid.getContent().columns() - pasted.column();
            grid.refuse(TEXTS.get("refused.size", pasted.rows(), pasted.columns(), rows, columns));
        }
    }
}
