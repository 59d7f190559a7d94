package org.gatescope.ui.paint;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;

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
    public void polygon(Color colour, double... corners) {
        List<Double> list = new ArrayList<>();
        for (double corner : corners) {
            list.add(corner);
        }
        marks.add(new Cornered(list));
    }
}
