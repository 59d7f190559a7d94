package org.gatescope.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Formula.Style;

/**
 * Sets a formula from left to right about a baseline at y = 0, and goes on below it where there is no more room: before an
 * operator, further in. Lengths in pixels, y downwards.
 */
public final class Typesetter {
    private static final double SCRIPT_SIZE = 0.7;
    private static final double LOWER = 0.22;
    private static final double RAISE = 0.38;
    /** From baseline to baseline, and how far further lines stand in. */
    private static final double LINE_HEIGHT = 1.45;

    private static final double INDENT = 1.6;
    private static final double MARK_BELOW = 0.34;
    /** How far a mark over a letter goes to the right, as the letter slants, and up, where it is high; in sizes. */
    private static final double SLANT = 0.06;

    private static final double HIGH_SLANT = 0.04;
    private static final double HIGH = 0.22;

    private final Measure measure;
    private final double size;
    private final double room;
    private final List<GlyphRun> glyphs = new ArrayList<>();
    private double right;
    private double widest;
    private double ascent;
    private double descent;
    private int line;
    private boolean marking;
    /** The first glyph of the line, and of what cannot be parted, with where that begins. */
    private int lineStart;

    private int pieceStart;
    private double pieceLeft;

    private Typesetter(double size, double room, Measure measure) {
        this.measure = measure;
        this.size = size;
        this.room = room;
        ascent = size * 0.75;
        descent = size * 0.25;
    }

    /**
     * In one line.
     *
     * @param size of the letters on the baseline, in pixels
     */
    public static TypesetFormula set(Formula formula, double size, Measure measure) {
        return set(formula, size, Double.MAX_VALUE, measure);
    }

    /**
     * In as many lines as it takes.
     *
     * @param size of the letters on the baseline, in pixels
     * @param room how wide it may be, as far as there are operators to break at, in pixels
     */
    public static TypesetFormula set(Formula formula, double size, double room, Measure measure) {
        Typesetter setter = new Typesetter(size, room, measure);
        setter.row(parts(formula), size, 0, false);
        setter.breakIfTooWide();
        return setter.result();
    }

    private TypesetFormula result() {
        List<Box> marks = IntStream.rangeClosed(0, line)
                .mapToObj(this::marked)
                .filter(runs -> !runs.isEmpty())
                .map(this::mark)
                .toList();
        double lowest = marks.stream().mapToDouble(Box::bottom).reduce(descent, Math::max);
        return new TypesetFormula(glyphs, marks, Math.max(widest, right), ascent, lowest);
    }

    private List<GlyphRun> marked(int of) {
        return glyphs.stream().filter(run -> run.marked() && run.line() == of).toList();
    }

    private Box mark(List<GlyphRun> marked) {
        double from = marked.stream().mapToDouble(GlyphRun::x).min().orElseThrow();
        double to =
                marked.stream().mapToDouble(run -> run.x() + run.width()).max().orElseThrow();
        double y = Math.rint(marked.getFirst().line() * LINE_HEIGHT * size + MARK_BELOW * size);
        return new Box(from, y, to - from, 1);
    }

    private void set(Formula formula, double size, double baseline) {
        switch (formula) {
            case Formula.Symbol symbol -> symbol(symbol, size, baseline);
            case Formula.Row row -> row(row.parts(), size, baseline, false);
            case Formula.Script script -> script(script, size, baseline);
            case Formula.Marked marked -> row(List.of(marked), size, baseline, false);
        }
    }

    private static List<Formula> parts(Formula formula) {
        return formula instanceof Formula.Row(List<Formula> parts) ? parts : List.of(formula);
    }

    /** A sign at the head of a row or after another operator belongs to what follows: no room about it. */
    private boolean row(List<Formula> parts, double size, double baseline, boolean after) {
        boolean afterOperand = after;
        for (Formula part : parts) {
            if (part instanceof Formula.Marked(Formula inner)) {
                marking = true;
                afterOperand = row(parts(inner), size, baseline, afterOperand);
                marking = false;
                continue;
            }
            double space = part instanceof Formula.Symbol symbol && afterOperand ? Spacing.around(symbol) * size : 0;
            if (part instanceof Formula.Symbol symbol && space > 0 && baseline == 0 && Spacing.joins(symbol)) {
                breakIfTooWide();
                pieceStart = glyphs.size();
                pieceLeft = right + space;
            }
            right += space;
            set(part, size, baseline);
            right += space;
            afterOperand = !(part instanceof Formula.Symbol s
                    && (s.style() == Style.OPERATOR
                            || s.text().equals("(")
                            || s.text().equals(", ")));
        }
        return afterOperand;
    }

    /** What goes beyond the room moves to a line of its own, from its last operator on. */
    private void breakIfTooWide() {
        if (right <= room || pieceStart == lineStart) {
            return;
        }
        line++;
        double by = INDENT * size - pieceLeft;
        for (int i = pieceStart; i < glyphs.size(); i++) {
            glyphs.set(i, glyphs.get(i).moved(by, LINE_HEIGHT * size, line));
        }
        widest = Math.max(widest, pieceLeft);
        right += by;
        descent += LINE_HEIGHT * size;
        lineStart = pieceStart;
    }

    /** Below and above start at the same x; the wider one decides where the formula goes on. */
    private void script(Formula.Script script, double size, double baseline) {
        set(script.base(), size, baseline);
        double start = right;
        boolean primes = Spacing.primes(script.above());
        set(script.above(), primes ? size : size * SCRIPT_SIZE, primes ? baseline : baseline - RAISE * size);
        double above = right;
        right = start;
        set(script.below(), size * SCRIPT_SIZE, baseline + LOWER * size);
        right = Math.max(right, above) + (right > start || above > start ? 0.05 * size : 0);
    }

    /** Over the middle of a letter that slants. */
    private void accent(Accent accent, Typeface face, double size, double y, double width) {
        double wide = measure.width(accent.mark(), face, size);
        double x = right + (width - wide) / 2 + (accent.isHigh() ? HIGH_SLANT : SLANT) * size;
        double high = accent.isHigh() ? y - HIGH * size : y;
        glyphs.add(new GlyphRun(accent.mark(), face, size, x, high, wide, line, marking));
    }

    private void symbol(Formula.Symbol symbol, double size, double baseline) {
        Typeface face = symbol.style() == Style.QUANTITY ? Typeface.ITALIC : Typeface.MATH;
        Optional<Accent> accent = Accent.of(symbol.text());
        String letters = accent.map(Accent::letter).orElse(symbol.text());
        double width = measure.width(letters, face, size);
        double y = baseline + line * LINE_HEIGHT * this.size;
        glyphs.add(new GlyphRun(letters, face, size, right, y, width, line, marking));
        accent.ifPresent(found -> accent(found, face, size, y, width));
        right += width + (symbol.style() == Style.FUNCTION ? 0.08 * size : 0);
        ascent = Math.max(ascent, line == 0 ? size * 0.75 - baseline : 0);
        descent = Math.max(descent, y + size * 0.25);
    }
}
