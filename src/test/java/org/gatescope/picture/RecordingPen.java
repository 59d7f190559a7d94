package org.gatescope.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes down what was drawn. */
public final class RecordingPen implements Pen {
    /** What was drawn, in order. */
    public final List<Mark> marks = new ArrayList<>();

    private final Measure measure;

    public RecordingPen() {
        this(new EvenMeasure());
    }

    public RecordingPen(Measure measure) {
        this.measure = measure;
    }

    public sealed interface Mark {}

    public record Filled(Box box, Rgb colour) implements Mark {}

    public record Framed(Box box, Rgb colour) implements Mark {}

    public record Dashed(Box box, Rgb colour, double width, double dash, double gap) implements Mark {}

    public record Lined(double fromX, double fromY, double toX, double toY, Rgb colour) implements Mark {}

    public record Written(double x, double baseline, String text, Lettering lettering) implements Mark {}

    public record Rastered(Box place, Raster raster) implements Mark {}

    public record Laid(Mosaic mosaic, int from, int to) implements Mark {}

    public record Hatched(Box box, Rgb colour) implements Mark {}

    public record Cornered(List<Double> corners, Rgb colour) implements Mark {}

    public record Contoured(double x, double y, Contour contour, Rgb colour) implements Mark {}

    public record Rounded(Box box, double radius, Rgb colour) implements Mark {}

    public record RoundFramed(Box box, double radius, Rgb colour, double width) implements Mark {}

    public record Traced(List<Double> points, Rgb colour, double width) implements Mark {}

    public record Parted(Box place, double scale, List<Mark> marks) implements Mark {}

    /** The marks of one kind, those in parts too. */
    public <M extends Mark> List<M> all(Class<M> kind) {
        return marks.stream()
                .flatMap(RecordingPen::flat)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static Stream<Mark> flat(Mark mark) {
        Stream<Mark> within =
                mark instanceof Parted part ? part.marks().stream().flatMap(RecordingPen::flat) : Stream.empty();
        return Stream.concat(Stream.of(mark), within);
    }

    public List<String> texts() {
        return all(Written.class).stream().map(Written::text).toList();
    }

    /** One line for each mark: what it is, then places, then colours; what is drawn in a part stands further in. */
    public List<String> lines() {
        return marks.stream().flatMap(mark -> lines(mark, "")).toList();
    }

    private static Stream<String> lines(Mark mark, String indent) {
        String line = switch (mark) {
            case Filled m -> "fill " + box(m.box()) + " " + m.colour();
            case Framed m -> "frame " + box(m.box()) + " " + m.colour();
            case Dashed m -> "dashes " + box(m.box()) + " " + m.colour() + " " + numbers(m.width(), m.dash(), m.gap());
            case Lined m -> "line " + numbers(m.fromX(), m.fromY(), m.toX(), m.toY()) + " " + m.colour();
            case Written m ->
                "text " + numbers(m.x(), m.baseline()) + " \"" + m.text() + "\" " + lettering(m.lettering());
            case Rastered m -> "raster " + box(m.place()) + colours(m.raster());
            case Laid m ->
                "mosaic " + m.from() + " to " + m.to() + edges(m.mosaic())
                        + colours(m.mosaic().colours());
            case Hatched m -> "hatch " + box(m.box()) + " " + m.colour();
            case Cornered m -> "polygon " + numbers(m.corners()) + " " + m.colour();
            case Rounded m -> "round " + box(m.box()) + " " + m.colour() + " " + number(m.radius());
            case RoundFramed m ->
                "round-frame " + box(m.box()) + " " + m.colour() + " " + numbers(m.radius(), m.width());
            case Traced m -> "path " + numbers(m.points()) + " " + m.colour() + " " + number(m.width());
            case Contoured m ->
                "contour " + numbers(m.x(), m.y()) + " " + m.colour() + " "
                        + m.contour().segments();
            case Parted m -> "part " + box(m.place()) + " " + number(m.scale());
        };
        Stream<String> within = mark instanceof Parted part
                ? part.marks().stream().flatMap(inner -> lines(inner, indent + "  "))
                : Stream.empty();
        return Stream.concat(line.lines().map(text -> indent + text), within);
    }

    private static String lettering(Lettering lettering) {
        return (lettering.face() + " " + number(lettering.size()) + " " + lettering.anchor()).toLowerCase(Locale.ROOT)
                + " " + lettering.colour();
    }

    /** Rows below one another, a colour for each of their squares; a dot for none. Large ones by their size alone. */
    private static String colours(Raster raster) {
        if (raster.width() * raster.height() > 64) {
            return " " + raster.width() + " by " + raster.height() + " colours";
        }
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < raster.height(); row++) {
            text.append("\n ");
            for (int column = 0; column < raster.width(); column++) {
                int argb = raster.argb(column, row);
                text.append(' ').append(argb == 0 ? "." : new Rgb(argb));
            }
        }
        return text.toString();
    }

    private static String edges(Mosaic mosaic) {
        Raster raster = mosaic.colours();
        if (raster.width() * raster.height() > 64) {
            return "";
        }
        StringBuilder text = new StringBuilder(" columns");
        for (int column = 0; column < raster.width(); column++) {
            text.append(' ').append(mosaic.left(column)).append('-').append(mosaic.right(column));
        }
        text.append(" rows");
        for (int row = 0; row <= raster.height(); row++) {
            text.append(' ').append(mosaic.top(row));
        }
        return text.toString();
    }

    private static String box(Box box) {
        return numbers(box.x(), box.y(), box.width(), box.height());
    }

    private static String numbers(double... values) {
        return Arrays.stream(values).mapToObj(RecordingPen::number).collect(Collectors.joining(" "));
    }

    private static String numbers(List<Double> values) {
        return values.stream().map(RecordingPen::number).collect(Collectors.joining(" "));
    }

    /** At most two decimals. */
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    @Override
    public Measure measure() {
        return measure;
    }

    @Override
    public void fill(Box box, Rgb colour) {
        marks.add(new Filled(box, colour));
    }

    @Override
    public void frame(Box box, Rgb colour) {
        marks.add(new Framed(box, colour));
    }

    @Override
    public void dashedFrame(Box box, Rgb colour, double width, double dash, double gap) {
        marks.add(new Dashed(box, colour, width, dash, gap));
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, Rgb colour) {
        marks.add(new Lined(fromX, fromY, toX, toY, colour));
    }

    @Override
    public void text(double x, double baseline, String text, Lettering lettering) {
        marks.add(new Written(x, baseline, text, lettering));
    }

    @Override
    public void raster(Box place, Raster raster) {
        marks.add(new Rastered(place, raster));
    }

    @Override
    public void mosaic(Mosaic mosaic, int fromColumn, int toColumn) {
        marks.add(new Laid(mosaic, fromColumn, toColumn));
    }

    @Override
    public void hatch(Box box, Rgb colour) {
        marks.add(new Hatched(box, colour));
    }

    @Override
    public void round(Box box, double radius, Rgb colour) {
        marks.add(new Rounded(box, radius, colour));
    }

    @Override
    public void roundFrame(Box box, double radius, Rgb colour, double width) {
        marks.add(new RoundFramed(box, radius, colour, width));
    }

    @Override
    public void path(Rgb colour, double width, double... points) {
        marks.add(new Traced(Arrays.stream(points).boxed().toList(), colour, width));
    }

    @Override
    public void polygon(Rgb colour, double... corners) {
        marks.add(new Cornered(Arrays.stream(corners).boxed().toList(), colour));
    }

    @Override
    public void contour(double x, double y, Contour contour, Rgb colour) {
        marks.add(new Contoured(x, y, contour, colour));
    }

    @Override
    public void part(Box place, double scale, Consumer<Pen> drawing) {
        RecordingPen within = new RecordingPen(measure);
        drawing.accept(within);
        marks.add(new Parted(place, scale, within.marks));
    }
}
