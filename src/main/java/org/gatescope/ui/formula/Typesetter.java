package org.gatescope.ui.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.shape.Line;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.Text;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Formula.Style;

/**
 * Sets a formula from left to right about a baseline at y = 0, and goes on below it where there is no more room: before an
 * operator, further in. Lengths in pixels, y downwards.
 */
final class Typesetter {
    private static final double SCRIPT_SIZE = 0.7;
    private static final double LOWER = 0.22;
    private static final double RAISE = 0.38;
    /** From baseline to baseline, and how far further lines stand in. */
    private static final double LINE_HEIGHT = 1.45;

    private static final double INDENT = 1.6;
    private static final double MARK_BELOW = 0.34;

    private record Glyph(Text text, int line, boolean marked) {}

    private final String family;
    private final double size;
    private final double room;
    private final List<Glyph> glyphs = new ArrayList<>();
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

    /** In one line. */
    Typesetter(Formula formula, double size) {
        this(formula, size, Double.MAX_VALUE);
    }

    /** @param room how wide it may be, as far as there are operators to break at */
    Typesetter(Formula formula, double size, double room) {
        this.family = family();
        this.size = size;
        this.room = room;
        ascent = size * 0.75;
        descent = size * 0.25;
        row(parts(formula), size, 0, false);
        breakIfTooWide();
    }

    List<Text> texts() {
        return glyphs.stream().map(Glyph::text).toList();
    }

    /** Those of marked parts. */
    List<Text> markedTexts() {
        return glyphs.stream().filter(Glyph::marked).map(Glyph::text).toList();
    }

    /** One below the marked part of each line. */
    List<Line> marks() {
        return IntStream.rangeClosed(0, line)
                .mapToObj(this::marked)
                .filter(texts -> !texts.isEmpty())
                .map(this::mark)
                .toList();
    }

    private List<Glyph> marked(int of) {
        return glyphs.stream()
                .filter(glyph -> glyph.marked() && glyph.line() == of)
                .toList();
    }

    private Line mark(List<Glyph> marked) {
        double from = marked.stream().mapToDouble(g -> g.text().getX()).min().orElseThrow();
        double to = marked.stream()
                .mapToDouble(g -> g.text().getX() + g.text().getLayoutBounds().getWidth())
                .max()
                .orElseThrow();
        double y = Math.rint(marked.getFirst().line() * LINE_HEIGHT * size + MARK_BELOW * size) + 0.5;
        descent = Math.max(descent, y + 1);
        return new Line(from, y, to, y);
    }

    double width() {
        return Math.max(widest, right);
    }

    /** How far it reaches above the first baseline. */
    double ascent() {
        return ascent;
    }

    /** How far it reaches below the first baseline. */
    double descent() {
        return descent;
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
                    && (s.style() == Style.OPERATOR || s.text().equals("(")));
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
            Glyph glyph = glyphs.get(i);
            glyph.text().setX(glyph.text().getX() + by);
            glyph.text().setY(glyph.text().getY() + LINE_HEIGHT * size);
            glyphs.set(i, new Glyph(glyph.text(), line, glyph.marked()));
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

    private void symbol(Formula.Symbol symbol, double size, double baseline) {
        boolean italic = symbol.style() == Style.QUANTITY;
        Text text = new Text(symbol.text());
        text.setFont(Font.font(family, italic ? FontPosture.ITALIC : FontPosture.REGULAR, size));
        text.getStyleClass().add("symbol");
        text.setTextOrigin(VPos.BASELINE);
        text.setX(right);
        text.setY(baseline + line * LINE_HEIGHT * this.size);
        glyphs.add(new Glyph(text, line, marking));
        Bounds ink = text.getLayoutBounds();
        right += ink.getWidth() + (symbol.style() == Style.FUNCTION ? 0.08 * size : 0);
        ascent = Math.max(ascent, line == 0 ? size * 0.75 - baseline : 0);
        descent = Math.max(descent, text.getY() + size * 0.25);
    }

    private static String family() {
        boolean there = Font.font("STIXGeneral", 12).getFamily().equals("STIXGeneral");
        return there ? "STIXGeneral" : "Serif";
    }
}
