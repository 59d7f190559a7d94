package org.gatescope.ui.unrolled;

import org.gatescope.cell.Convention;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.picture.network.NetworkRow;
import org.gatescope.picture.network.RowNumbers;
import org.gatescope.picture.network.StepWords;
import org.gatescope.picture.network.UnrolledHeadings;
import org.gatescope.picture.network.UnrolledHit;
import org.gatescope.session.Session;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.words.PartWords;
import org.gatescope.ui.words.PlayWords;

/** What the unrolled network shows, in words. */
final class UnrolledWords {
    private static final Texts TEXTS = Texts.of(UnrolledWords.class);

    private UnrolledWords() {}

    /** A number with its place, or a row at a step. */
    static String of(Session session, RowNumbers row, UnrolledHit hit, StepWords words) {
        if (hit.isArrow()) {
            return arrow(session, row, hit.step());
        }
        if (hit.shown() == null) {
            return switch (row.row().kind()) {
                case LAYER -> TEXTS.get("place", ofCell(session, row, hit.step()), Convention.counted(hit.step()));
                case OUTPUT -> ofOutput(row, hit.step(), words);
                case INPUT, LOSS ->
                    TEXTS.get("place", UnrolledHeadings.word(row.row().kind()), Convention.counted(hit.step()));
            };
        }
        LaneContent content = hit.shown().content();
        String value = !RowNumbers.isThere(content, hit.step())
                ? PlayWords.notYet()
                : content.isHidden(hit.step(), hit.unit())
                        ? PlayWords.hidden()
                        : Numerals.exact(content.value(hit.step(), hit.unit()));
        String quantity = hit.shown().letter();
        return TEXTS.get(
                "place.value",
                quantity,
                Convention.counted(hit.step()),
                hit.unit(),
                PartWords.brief(session, row.row().part()),
                value);
    }

    /** {@code output, t = 3: cat; target: cats}, as far as they are words. */
    private static String ofOutput(RowNumbers row, int t, StepWords words) {
        String place = TEXTS.get("place", UnrolledHeadings.word(NetworkRow.Kind.OUTPUT), Convention.counted(t));
        if (words.output(t).isEmpty()) {
            return place;
        }
        boolean isThere = RowNumbers.isThere(row.shown().getFirst().content(), t);
        String output = TEXTS.get("output", place, isThere ? words.output(t) : PlayWords.notYet());
        return words.target(t).isEmpty() ? output : TEXTS.get("output.target", output, words.target(t));
    }

    /** {@code layer 1: ‖h‖ 0.61, gradient 0.41}; what is not computed yet says so. */
    static String ofCell(Session session, RowNumbers row, int t) {
        String part = PartWords.brief(session, row.row().part());
        LaneContent output = row.output().content();
        if (!output.has(t)) {
            return TEXTS.get("cell.over", part);
        }
        if (row.isSkipped(t)) {
            return TEXTS.get("cell.skipped", part);
        }
        if (!RowNumbers.isThere(output, t)) {
            return TEXTS.get("cell.not-yet", part);
        }
        String name = row.output().letter();
        String norm = norm(output, t);
        return RowNumbers.isThere(row.flow(), t)
                ? TEXTS.get("cell.gradient", part, name, norm, norm(row.flow(), t))
                : TEXTS.get("cell.value", part, name, norm);
    }

    private static String norm(LaneContent content, int t) {
        return RowNumbers.isHidden(content, t) ? PlayWords.hidden() : Numerals.rounded(RowNumbers.norm(content, t), 3);
    }

    private static String exact(LaneContent content, int t) {
        return RowNumbers.isHidden(content, t) ? PlayWords.hidden() : Numerals.exact(RowNumbers.norm(content, t));
    }

    private static String words(RowNumbers row, int next, RowNumbers.Back back) {
        if (RowNumbers.isHidden(row.flow(), next)) {
            return TEXTS.get("arrow.gradient", PlayWords.hidden());
        }
        String handed = Numerals.exact(back.handed());
        return back.isCut()
                ? TEXTS.get("arrow.gradient.cut", handed, Numerals.exact(back.arrived()))
                : TEXTS.get("arrow.gradient", handed);
    }

    /** What goes from a step to the next one, and what comes back. */
    private static String arrow(Session session, RowNumbers row, int t) {
        int next = t + (row.row().reversed() ? -1 : 1);
        LaneContent output = row.output().content();
        String value = RowNumbers.isThere(output, t) ? exact(output, t) : PlayWords.notYet();
        String text = TEXTS.get(
                "arrow",
                PartWords.brief(session, row.row().part()),
                Convention.counted(t),
                Convention.counted(next),
                row.output().letter(),
                value);
        return row.back(t, next, session.numbers().truncation())
                .map(back -> text + "\n" + words(row, next, back))
                .orElse(text);
    }
}
