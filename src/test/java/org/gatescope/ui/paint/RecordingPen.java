package org.gatescope.ui.paint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.paint.Color;
import org.gatescope.picture.Box;

/** Writes down what was drawn. */
public final class RecordingPen implements Pen {
    /** What was drawn, in order. */
    public final List<Mark> marks = new ArrayList<>();

    public sealed interface Mark {}

    public record Filled(Box box, Color colour) implements Mark {}

    public record Framed(Box box) implements Mark {}

    public record Lined(double fromX, double fromY, double toX, double toY) implements Mark {}

    public record Written(double x, double baseline, String text, Lettering lettering) implements Mark {}

    public record Copied(Box source, Box target) implements Mark {}

    public record Hatched(Box box) implements Mark {}

    public record Cornered(List<Double> corners) implements Mark {}

    public record Rounded(Box box, double radius, Color colour) implements Mark {}

    public record RoundFramed(Box box, double radius, Color colour, double width) implements Mark {}

    public record Drawn(List<Double> points, Color colour, double width) implements Mark {}

    /** The marks of one kind. */
    public <M extends Mark> List<M> all(Class<M> kind) {
        return marks.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public List<String> texts() {
        return all(Written.class).stream().map(Written::text).toList();
    }

    @Override
    public void fill(Box box, Color colour) {
        marks.add(new Filled(box, colour));
    }

    @Override
    public void frame(Box box, Color colour) {
        marks.add(new Framed(box));
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, Color colour) {
        marks.add(new Lined(fromX, fromY, toX, toY));
    }

    @Override
    public void text(double x, double baseline, String text, Lettering lettering) {
        marks.add(new Written(x, baseline, text, lettering));
    }

    @Override
    public void image(Pixels pixels, Box source, Box target) {
        marks.add(new Copied(source, target));
    }

    @Override
    public void hatch(Box box, Color colour) {
        marks.add(new Hatched(box));
    }

    @Override
    public void round(Box box, double radius, Color colour) {
        marks.add(new Rounded(box, radius, colour));
    }

    @Override
    public void roundFrame(Box box, double radius, Color colour, double width) {
        marks.add(new RoundFramed(box, radius, colour, width));
    }

    @Override
    public void path(Color colour, double width, double... points) {
        marks.add(new Drawn(Arrays.stream(points).boxed().toList(), colour, width));
    }

    @Override
    public void polygon(Color colour, double... corners) {
        marks.add(new Cornered(Arrays.stream(corners).boxed().toList()));
    }
}
