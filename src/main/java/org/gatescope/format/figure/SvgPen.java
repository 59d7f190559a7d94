package org.gatescope.format.figure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Contour;
import org.gatescope.picture.Contour.Segment;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Measure;
import org.gatescope.picture.Mosaic;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Raster;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Typeface;
import org.jspecify.annotations.Nullable;

/** Writes SVG (Scalable Vector Graphics 1.1): lines and areas as such, large heatmaps as one image each. */
public final class SvgPen implements Pen {
    /** What programs that leave out the fonts of a file take instead. */
    private static final Map<Typeface, String> GENERIC = Map.of(
            Typeface.TEXT, "sans-serif",
            Typeface.BOLD, "sans-serif",
            Typeface.HEADING, "sans-serif",
            Typeface.MATH, "serif",
            Typeface.ITALIC, "serif",
            Typeface.CODE, "monospace");

    /** Of letters that are drawn, in pixels. */
    private static final double DRAWN_SIZE = 50;

    /** Begins the names of what is drawn once, until all is written: no text can have it, since XML has no place for it. */
    static final String MARK = "\0";

    private final StringBuilder definitions = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private final Measure measure;
    private final Contour.OfText contours;
    private final FigureTexts texts;
    private final Map<Typeface, Set<Integer>> letters = new EnumMap<>(Typeface.class);
    private final Map<Letter, String> drawings = new HashMap<>();
    private int clips;
    /** Of drawings with names: which are written; null for a file that keeps no names. */
    private @Nullable Predicate<String> names;

    /** Where elements go that are not written. */
    private final StringBuilder left = new StringBuilder();

    private boolean isWriting = true;

    private record Letter(Typeface face, int codePoint) {}

    private SvgPen(Measure measure, Contour.OfText contours, FigureTexts texts) {
        this.measure = measure;
        this.contours = contours;
        this.texts = texts;
    }

    /**
     * A picture as the text of an SVG file.
     *
     * @param title for readers who hear it
     * @param width of the figure, with its unit, as {@code 85mm}; its height follows
     */
    public static String write(
            Picture picture,
            String title,
            FigureWidth width,
            Measure measure,
            Contour.OfText contours,
            FigureTexts texts) {
        SvgPen pen = new SvgPen(measure, contours, texts);
        picture.draw(pen);
        String file = """
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
                width="%s" height="%s" viewBox="0 0 %s %s" role="img">
                <title>%s</title>
                %s<defs>
                %s</defs>
                %s</svg>
                """.formatted(
                        width.svg(picture.width(), picture),
                        width.svg(picture.height(), picture),
                        SvgElement.number(picture.width()),
                        SvgElement.number(picture.height()),
                        SvgElement.escaped(title),
                        pen.fonts(),
                        pen.definitions,
                        pen.body);
        return file.replace(MARK, "g" + hash(file) + "-");
    }

    /** Files that stand in one page share their names, so each has its own. */
    private static String hash(String file) {
        CRC32 sum = new CRC32();
        sum.update(file.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /**
     * A picture, and over it of another one what has certain names, as an element of a page; drawings keep their names, and
     * numbers leave their places empty.
     *
     * @param label for readers who hear it
     * @param over  of the same size
     * @param used  to which the letters are added that the page's fonts need
     */
    static String element(
            Picture picture,
            Picture over,
            Predicate<String> names,
            String label,
            Measure measure,
            Contour.OfText contours,
            Map<Typeface, Set<Integer>> used) {
        SvgPen pen = new SvgPen(measure, contours, FigureTexts.FONTS);
        pen.names = any -> true;
        picture.draw(pen);
        pen.names = names;
        pen.isWriting = false;
        over.draw(pen);
        pen.letters.forEach((face, own) ->
                used.computeIfAbsent(face, any -> new TreeSet<>()).addAll(own));
        String size = SvgElement.number(picture.width()) + " " + SvgElement.number(picture.height());
        String[] sides = size.split(" ");
        return """
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
                width="%s" height="%s" viewBox="0 0 %s" role="img" aria-label="%s"><defs>
                %s</defs>
                %s</svg>
                """.formatted(sides[0], sides[1], size, SvgElement.escaped(label), pen.definitions, pen.body);
    }

    private String fonts() {
        return letters.isEmpty() ? "" : "<style>\n" + fonts(letters, FontFiles::subset) + "</style>\n";
    }

    /** As rules of CSS. */
    static String fonts(Map<Typeface, Set<Integer>> letters, BiFunction<Typeface, Set<Integer>, byte[]> file) {
        StringBuilder style = new StringBuilder();
        letters.forEach((face, used) -> style.append("@font-face{font-family:\"")
                .append(face.family())
                .append("\";font-weight:")
                .append(face.bold() ? "bold" : "normal")
                .append(";font-style:")
                .append(face.italic() ? "italic" : "normal")
                .append(";src:url(data:font/ttf;base64,")
                .append(Base64.getEncoder().encodeToString(file.apply(face, used)))
                .append(")}\n"));
        return style.toString();
    }

    @Override
    public Measure measure() {
        return measure;
    }

    @Override
    public void fill(Box box, Rgb colour) {
        element("rect").box(box).fill(colour).end();
    }

    @Override
    public void frame(Box box, Rgb colour) {
        element("rect").box(box.inset(0.5)).stroke(colour, 1).end();
    }

    @Override
    public void dashedFrame(Box box, Rgb colour, double width, double dash, double gap) {
        element("rect")
                .box(box)
                .stroke(colour, width)
                .set("stroke-dasharray", SvgElement.number(dash) + " " + SvgElement.number(gap))
                .end();
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, Rgb colour) {
        element("line")
                .set("x1", fromX)
                .set("y1", fromY)
                .set("x2", toX)
                .set("y2", toY)
                .stroke(colour, 1)
                .set("stroke-linecap", "square")
                .end();
    }

    @Override
    public void text(double x, double baseline, String text, Lettering lettering) {
        if (text.isBlank()) {
            return;
        }
        Typeface face = lettering.face();
        if (texts == FigureTexts.FONTS && FontFiles.cover(face, text)) {
            text.codePoints().forEach(letters.computeIfAbsent(face, key -> new TreeSet<>())::add);
            SvgElement element = element("text").set("x", x).set("y", baseline);
            face(element, face)
                    .set("font-size", lettering.size())
                    .set("text-anchor", anchor(lettering.anchor()))
                    .fill(lettering.colour())
                    .containing(SvgElement.escaped(text));
        } else {
            letters(lettering.left(x, text, measure), baseline, text, lettering);
        }
    }

    /** A page says once how a face is written. */
    private SvgElement face(SvgElement element, Typeface face) {
        return names != null
                ? element.set("class", className(face))
                : element.set("font-family", face.family() + ", " + GENERIC.get(face))
                        .set("font-weight", face.bold() ? "bold" : "normal")
                        .set("font-style", face.italic() ? "italic" : "normal")
                        .set("xml:space", "preserve");
    }

    private static String className(Typeface face) {
        return "gs-" + face.name().toLowerCase(Locale.ROOT);
    }

    /** As rules of CSS: what texts of pages have for a class. */
    static String classes(Iterable<Typeface> faces) {
        StringBuilder style = new StringBuilder();
        for (Typeface face : faces) {
            style.append(".%s{font-family:\"%s\",%s;font-weight:%s;font-style:%s;white-space:pre}\n"
                    .formatted(
                            className(face),
                            face.family(),
                            GENERIC.get(face),
                            face.bold() ? "bold" : "normal",
                            face.italic() ? "italic" : "normal"));
        }
        return style.toString();
    }

    /** As drawings: each letter is drawn once, and placed wherever it stands. Letters that join are one drawing. */
    private void letters(double left, double baseline, String text, Lettering lettering) {
        Typeface face = lettering.face();
        if (!FontFiles.cover(face, text)) {
            contour(left, baseline, contours.text(text, face, lettering.size()), lettering.colour());
            return;
        }
        element("g")
                .fill(lettering.colour())
                .set("aria-label", SvgElement.escaped(text))
                .begin();
        double scale = lettering.size() / DRAWN_SIZE;
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (!Character.isWhitespace(points[i])) {
                double x = left + measure.width(new String(points, 0, i), lettering);
                String place = "translate(%s %s) scale(%s)"
                        .formatted(SvgElement.number(x), SvgElement.number(baseline), SvgElement.number(scale));
                element("use")
                        .set("xlink:href", "#" + drawn(face, points[i]))
                        .set("transform", place)
                        .end();
            }
        }
        written().append("</g>\n");
    }

    private String drawn(Typeface face, int point) {
        return drawings.computeIfAbsent(new Letter(face, point), letter -> {
            String name = MARK + "letter" + drawings.size();
            Contour contour = contours.text(Character.toString(point), face, DRAWN_SIZE);
            new SvgElement(definitions, "path")
                    .set("id", name)
                    .set("d", path(contour, 0, 0))
                    .end();
            return name;
        });
    }

    @Override
    public void contour(double x, double y, Contour contour, Rgb colour) {
        element("path").set("d", path(contour, x, y)).fill(colour).end();
    }

    private static String anchor(Anchor anchor) {
        return switch (anchor) {
            case LEFT -> "start";
            case CENTRE -> "middle";
            case RIGHT -> "end";
        };
    }

    private static String path(Contour contour, double x, double y) {
        StringBuilder d = new StringBuilder();
        for (Segment segment : contour.segments()) {
            switch (segment) {
                case Segment.Move to -> points(d, 'M', x, y, to.x(), to.y());
                case Segment.Line to -> points(d, 'L', x, y, to.x(), to.y());
                case Segment.Quadratic to -> points(d, 'Q', x, y, to.controlX(), to.controlY(), to.x(), to.y());
                case Segment.Cubic to ->
                    points(
                            d,
                            'C',
                            x,
                            y,
                            to.firstControlX(),
                            to.firstControlY(),
                            to.secondControlX(),
                            to.secondControlY(),
                            to.x(),
                            to.y());
                case Segment.Close() -> d.append('Z');
            }
        }
        return d.toString();
    }

    private static void points(StringBuilder d, char command, double x, double y, double... points) {
        d.append(command);
        for (int i = 0; i < points.length; i += 2) {
            d.append(i == 0 ? "" : " ")
                    .append(SvgElement.number(x + points[i]))
                    .append(' ')
                    .append(SvgElement.number(y + points[i + 1]));
        }
    }

    @Override
    public void raster(Box place, Raster raster) {
        if (HeatImage.isBetterFor(place, raster)) {
            image(place, HeatImage.of(place, raster));
        } else {
            HeatSquares.of(place, raster).forEach(this::square);
        }
    }

    @Override
    public void mosaic(Mosaic mosaic, int fromColumn, int toColumn) {
        if (HeatImage.isBetterFor(mosaic, fromColumn, toColumn)) {
            image(HeatSquares.place(mosaic, fromColumn, toColumn), HeatImage.of(mosaic, fromColumn, toColumn));
        } else {
            HeatSquares.of(mosaic, fromColumn, toColumn).forEach(this::square);
        }
    }

    /** Neighbours touch: without smoothed edges nothing shines through between them. */
    private void square(Box square, Rgb colour) {
        element("rect")
                .box(square)
                .fill(colour)
                .set("shape-rendering", "crispEdges")
                .end();
    }

    private void image(Box place, HeatImage heat) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(heat.image(), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        element("image")
                .box(place)
                .set("preserveAspectRatio", "none")
                .set("style", "image-rendering:pixelated")
                .set("xlink:href", data)
                .end();
    }

    @Override
    public void round(Box box, double radius, Rgb colour) {
        element("rect").box(box).set("rx", radius).fill(colour).end();
    }

    @Override
    public void roundFrame(Box box, double radius, Rgb colour, double width) {
        element("rect").box(box).set("rx", radius).stroke(colour, width).end();
    }

    @Override
    public void path(Rgb colour, double width, double... points) {
        element("polyline")
                .set("points", list(points))
                .stroke(colour, width)
                .set("stroke-linejoin", "round")
                .end();
    }

    @Override
    public void polygon(Rgb colour, double... corners) {
        element("polygon").set("points", list(corners)).fill(colour).end();
    }

    private static String list(double... points) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < points.length; i++) {
            list.append(i == 0 ? "" : i % 2 == 0 ? " " : ",").append(SvgElement.number(points[i]));
        }
        return list.toString();
    }

    @Override
    public void part(Box place, double scale, Consumer<Pen> drawing) {
        String clip = MARK + "part" + ++clips;
        new SvgElement(body, "clipPath").set("id", clip).begin();
        new SvgElement(body, "rect").box(place).end();
        body.append("</clipPath>\n");
        new SvgElement(body, "g").set("clip-path", "url(#" + clip + ")").begin();
        String moved = "translate(" + SvgElement.number(place.x()) + " " + SvgElement.number(place.y()) + ")";
        String scaled = scale == 1 ? "" : " scale(" + SvgElement.number(scale) + ")";
        new SvgElement(body, "g").set("transform", moved + scaled).begin();
        drawing.accept(this);
        body.append("</g></g>\n");
    }

    @Override
    public void named(String name, Consumer<Pen> drawing) {
        boolean before = isWriting;
        isWriting |= names != null && names.test(name);
        if (names == null || !isWriting) {
            drawing.accept(this);
        } else {
            element("g").set("data-name", SvgElement.escaped(name)).begin();
            drawing.accept(this);
            body.append("</g>\n");
        }
        isWriting = before;
    }

    @Override
    public void numbers(String name, Box box, int rows, int columns, Consumer<Pen> drawing) {
        if (names == null) {
            drawing.accept(this);
            return;
        }
        String place = String.join(
                " ",
                SvgElement.number(box.x()),
                SvgElement.number(box.y()),
                SvgElement.number(box.width()),
                SvgElement.number(box.height()));
        element("g")
                .set("data-name", SvgElement.escaped(name))
                .set("data-place", place)
                .set("data-rows", rows)
                .set("data-columns", columns)
                .end();
    }

    private StringBuilder written() {
        left.setLength(0);
        return isWriting ? body : left;
    }

    private SvgElement element(String name) {
        return new SvgElement(written(), name);
    }
}
