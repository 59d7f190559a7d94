package org.gatescope.ui.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.paint.Paint;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Typeface;

/** Texts of nodes, line by line as they are broken. */
final class TextLines {
    /** @param x left end, and baseline, in the text's own coordinates */
    private record Line(String text, double x, double baseline) {}

    private TextLines() {}

    static void draw(Text text, Sheet sheet) {
        Paint fill = text.getFill();
        if (fill == null || text.getText().isBlank()) {
            return;
        }
        Rgb colour = sheet.colour(fill);
        if (!Sheet.isSeen(colour)) {
            return;
        }
        Optional<Typeface> face = face(text.getFont());
        if (face.isEmpty()) {
            ShapeAreas.draw(text, sheet); // of a font that is not the app's
            return;
        }
        double size = text.getFont().getSize() * Sheet.scale(text);
        for (Line line : lines(text)) {
            Point2D at = sheet.place(text, line.x(), line.baseline());
            sheet.pen().text(at.getX(), at.getY(), line.text(), new Lettering(face.get(), size, colour, Anchor.LEFT));
            if (text.isUnderline()) {
                double width = sheet.pen().measure().width(line.text(), face.get(), size);
                sheet.pen().fill(new Box(at.getX(), at.getY() + size / 10, width, size / 15), colour);
            }
        }
    }

    private static Optional<Typeface> face(Font font) {
        boolean isBold = font.getStyle().contains("Bold");
        boolean isItalic = font.getStyle().contains("Italic");
        return Stream.of(Typeface.values())
                .filter(face -> face.family().equals(font.getFamily()))
                .filter(face -> face.bold() == isBold && face.italic() == isItalic)
                .findFirst();
    }

    private static List<Line> lines(Text text) {
        String all = text.getText();
        double ascent = text.getBaselineOffset();
        List<Line> lines = new ArrayList<>();
        int from = 0;
        double top = top(text, 0);
        for (int i = 1; i <= all.length(); i++) {
            boolean ends = i == all.length();
            double next = ends ? top : top(text, i);
            if (ends || next > top + 1) {
                add(lines, text, all.substring(from, i), from, top + ascent);
                from = i;
                top = next;
            }
        }
        return lines;
    }

    private static void add(List<Line> lines, Text text, String part, int from, double baseline) {
        String shown = part.stripTrailing();
        if (!shown.isBlank()) {
            lines.add(new Line(shown, start(text, from).getX(), baseline));
        }
    }

    /** Upper edge of the line that a character stands in. */
    private static double top(Text text, int character) {
        return start(text, character).getY();
    }

    /** The upper left corner of a character, or that of the text where it has no width. */
    private static Point2D start(Text text, int character) {
        PathElement[] range = text.rangeShape(character, character + 1);
        if (range.length > 0 && range[0] instanceof MoveTo first) {
            return new Point2D(first.getX(), first.getY());
        }
        return new Point2D(text.getX(), text.getLayoutBounds().getMinY());
    }
}
