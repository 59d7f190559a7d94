package org.gatescope.ui.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gatescope.cell.QuantityName;
import org.gatescope.explain.Covered;
import org.gatescope.format.FormatException;
import org.gatescope.format.figure.PdfPen;
import org.gatescope.format.page.PageLane;
import org.gatescope.picture.Picture;
import org.gatescope.picture.sheet.SheetFlow;
import org.gatescope.picture.sheet.SheetPage;
import org.gatescope.picture.sheet.SheetPage.Placed;
import org.gatescope.picture.sheet.SheetPiece;
import org.gatescope.picture.sheet.WritingLines;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.page.SessionPage;
import org.gatescope.ui.paint.ScreenMeasure;
import org.gatescope.ui.paint.TextContours;
import org.gatescope.ui.stage.RunLanes;

/** Makes worksheets and their keys: pages to be printed, or pages of HTML. On the JavaFX thread. */
public final class Worksheets {
    private static final Texts TEXTS = Texts.of(Worksheets.class);
    /** Above the lines that fill a page. */
    private static final double GAP = 6;

    /** Of a copy: nobody fills in more. */
    private static final int MOST_PAGES = 8;

    private Worksheets() {}

    /** The usual title of sheets by hand. */
    public static String titleByHand() {
        return TEXTS.get("title.hand");
    }

    /**
     * The sheets of all copies, each beginning on a page of its own.
     *
     * @throws FormatException if there is no room for it, nothing is blank, or there are no numbers for the hand
     */
    public static List<Picture> sheets(SheetWish wish) throws FormatException {
        List<Picture> all = new ArrayList<>();
        for (int copy = 1; copy <= wish.copies(); copy++) {
            all.addAll(sheet(wish, copy));
        }
        return all;
    }

    /**
     * The pages of one copy: those who have other things to do meanwhile ask for one after another.
     *
     * @throws FormatException as for all sheets
     */
    public static List<Picture> sheet(SheetWish wish, int copy) throws FormatException {
        SheetCopy made = SheetCopy.of(wish, copy);
        List<SheetPiece> pieces = new SheetBody(wish, made, false, new ScreenMeasure()).sheet();
        List<List<Placed>> pages = new ArrayList<>(SheetFlow.pages(pieces, wish.paper()));
        if (pages.size() > MOST_PAGES) {
            throw FormatException.of(TEXTS, "too-many-pages", pages.size(), MOST_PAGES);
        }
        pages.set(pages.size() - 1, filled(pages.getLast(), wish));
        return numbered(pages, wish, TEXTS.get("foot", copy, wish.seed()));
    }

    /**
     * The answers of all copies, as many on a page as there is room for.
     *
     * @throws FormatException as for the sheets
     */
    public static List<Picture> key(SheetWish wish) throws FormatException {
        List<SheetPiece> pieces = new ArrayList<>();
        for (int copy = 1; copy <= wish.copies(); copy++) {
            pieces.addAll(answers(wish, copy));
        }
        return key(wish, pieces);
    }

    /**
     * The answers of one copy.
     *
     * @throws FormatException as for the sheets
     */
    public static List<SheetPiece> answers(SheetWish wish, int copy) throws FormatException {
        return new SheetBody(wish, SheetCopy.of(wish, copy), true, new ScreenMeasure()).key();
    }

    /** @param answers of all copies, one after another */
    public static List<Picture> key(SheetWish wish, List<SheetPiece> answers) {
        return numbered(SheetFlow.pages(answers, wish.paper()), wish, TEXTS.get("foot.key", wish.seed()));
    }

    private static List<Picture> numbered(List<List<Placed>> pages, SheetWish wish, String foot) {
        List<Picture> numbered = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            String count = TEXTS.get("page", i + 1, pages.size());
            numbered.add(new SheetPage(wish.paper(), pages.get(i), foot, count));
        }
        return numbered;
    }

    /** Lines down to the foot of the page. */
    private static List<Placed> filled(List<Placed> page, SheetWish wish) {
        double left = SheetFlow.left(page, wish.paper()) - GAP;
        int count = (int) (left / WritingLines.SPACING);
        List<Placed> filled = new ArrayList<>(page);
        if (count > 0) {
            double bottom = page.stream()
                    .mapToDouble(piece -> piece.y() + piece.picture().height())
                    .max()
                    .orElse(0);
            filled.add(new Placed(new WritingLines(wish.paper().room(), count), bottom + GAP));
        }
        return filled;
    }

    /** The bytes of a PDF file; the same pages make the same ones. */
    public static byte[] pdf(List<Picture> pages, String title) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PdfPen.write(out, pages, title, new ScreenMeasure(), new TextContours());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // into memory
        }
        return out.toByteArray();
    }

    /**
     * A copy as a page of HTML that asks for the covered quantities and keeps the score.
     *
     * @throws FormatException if it is too large for one, or as for the sheets
     */
    public static String html(SheetWish wish, int copy) throws FormatException {
        Session session = wish.numbers().session(wish.title(), wish.seed(), copy, wish.digits());
        Covered covered = wish.covered().isEmpty() ? SheetCopy.usual(session, wish.numbers()) : wish.covered();
        List<String> known = RunLanes.quantities(session);
        List<String> hidden = covered.quantities().stream()
                .flatMap(quantity -> onPage(quantity, known))
                .distinct()
                .sorted()
                .toList();
        if (hidden.isEmpty()) {
            throw FormatException.of(TEXTS, "no-blanks", covered.written(), String.join(", ", known));
        }
        return SessionPage.html(session.withTitle(TEXTS.get("title.copy", wish.title(), copy)), hidden);
    }

    /** Pages cover lanes. */
    private static Stream<String> onPage(String quantity, List<String> known) {
        String name = quantity.substring(quantity.indexOf('|') + 1);
        String brief = PageLane.brief(QuantityName.base(name), QuantityName.isGradient(name));
        return known.contains(brief) ? Stream.of(brief) : Stream.empty();
    }
}
