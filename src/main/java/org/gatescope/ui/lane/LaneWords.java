package org.gatescope.ui.lane;

import java.util.stream.IntStream;
import org.gatescope.cell.Convention;
import org.gatescope.picture.FormulaText;
import org.gatescope.picture.Strongest;
import org.gatescope.picture.lane.Lane;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.picture.lane.PointedCell;
import org.gatescope.picture.lane.Square;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.words.PlayWords;
import org.jspecify.annotations.Nullable;

/** What a lane says to a screen reader and to the mouse. */
final class LaneWords {
    private static final Texts TEXTS = Texts.of(LaneWords.class);

    private LaneWords() {}

    /** Its name, the current step and the largest number there, then the selected one. */
    static String spoken(Lane lane, int t, @Nullable Square selected) {
        String here = atStep(lane, t);
        LaneContent content = lane.content();
        if (selected == null || selected.t() >= content.steps() || selected.unit() >= content.units()) {
            return here;
        }
        if (!content.has(selected.t())) {
            return TEXTS.get(
                    "spoken.selected.over", here, Convention.counted(selected.t()), content.unit(selected.unit()));
        }
        if (!computed(content, selected.t())) {
            return TEXTS.get(
                    "spoken.selected.missing", here, Convention.counted(selected.t()), content.unit(selected.unit()));
        }
        String value = content.isHidden(selected.t(), selected.unit())
                ? PlayWords.hidden()
                : Numerals.exact(content.value(selected.t(), selected.unit()));
        return TEXTS.get(
                "spoken.selected", here, Convention.counted(selected.t()), content.unit(selected.unit()), value);
    }

    /** The exact number with its name. */
    static String tip(Lane lane, PointedCell cell, String name) {
        if (!lane.content().has(cell.t())) {
            return TEXTS.get("tooltip.over", name);
        }
        if (!computed(lane.content(), cell.t())) {
            return TEXTS.get("tooltip.missing", name);
        }
        boolean isHidden = lane.content().isHidden(cell.t(), cell.unit());
        String value =
                isHidden ? PlayWords.hidden() : Numerals.exact(lane.content().value(cell.t(), cell.unit()));
        String exact = TEXTS.get("tooltip", name, value);
        return cell.among() == 1 ? exact : TEXTS.get("tooltip.of", exact, cell.among());
    }

    private static String atStep(Lane lane, int t) {
        LaneContent content = lane.content();
        String name = FormulaText.of(lane.name());
        if (t < 0 || t >= content.steps() || content.units() == 0) {
            return TEXTS.get("spoken.none", name);
        }
        if (!content.has(t)) {
            return TEXTS.get("spoken.over", name, Convention.counted(t));
        }
        if (!computed(content, t)) {
            return TEXTS.get("spoken.missing", name, Convention.counted(t));
        }
        if (IntStream.range(0, content.units()).anyMatch(unit -> content.isHidden(t, unit))) {
            return TEXTS.get("spoken.hidden", name, Convention.counted(t));
        }
        int largest = Strongest.place(0, content.units(), unit -> content.value(t, unit));
        return TEXTS.get(
                "spoken",
                name,
                Convention.counted(t),
                Numerals.rounded(content.value(t, largest), 2),
                content.unit(largest));
    }

    private static boolean computed(LaneContent content, int t) {
        return t >= content.computedFrom() && t < content.computedTo();
    }
}
