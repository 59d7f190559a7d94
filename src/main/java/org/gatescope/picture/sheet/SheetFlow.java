package org.gatescope.picture.sheet;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.picture.sheet.SheetPage.Placed;

/** Puts pieces on pages, from above, without dividing what belongs together. */
public final class SheetFlow {
    private final Paper paper;
    private final List<List<Placed>> pages = new ArrayList<>();
    private double y;

    private SheetFlow(Paper paper) {
        this.paper = paper;
        turn();
    }

    /** The pieces of each page. */
    public static List<List<Placed>> pages(List<SheetPiece> pieces, Paper paper) {
        SheetFlow flow = new SheetFlow(paper);
        int from = 0;
        for (int i = 0; i < pieces.size(); i++) {
            if (!pieces.get(i).keepsNext() || i == pieces.size() - 1) {
                flow.add(pieces.subList(from, i + 1));
                from = i + 1;
            }
        }
        return flow.pages.stream().map(List::copyOf).toList();
    }

    /** Where the last page has room again: below its lowest piece, to the lowest that a piece may reach. */
    public static double left(List<Placed> page, Paper paper) {
        double used = page.stream()
                .mapToDouble(piece -> piece.y() + piece.picture().height())
                .max()
                .orElse(Paper.MARGIN);
        return Paper.MARGIN + paper.depth() - used;
    }

    /** On this page if there is room for all of them, otherwise on the next; what is longer than a page is divided. */
    private void add(List<SheetPiece> together) {
        double height = together.stream()
                .mapToDouble(piece -> piece.before() + piece.picture().height())
                .sum();
        if (y + height > end() && !pages.getLast().isEmpty()) {
            turn();
        }
        for (SheetPiece piece : together) {
            double before = pages.getLast().isEmpty() ? 0 : piece.before();
            if (y + before + piece.picture().height() > end()
                    && !pages.getLast().isEmpty()) {
                turn();
                before = 0;
            }
            pages.getLast().add(new Placed(piece.picture(), y + before));
            y += before + piece.picture().height();
        }
    }

    private void turn() {
        pages.add(new ArrayList<>());
        y = Paper.MARGIN;
    }

    private double end() {
        return Paper.MARGIN + paper.depth();
    }
}
