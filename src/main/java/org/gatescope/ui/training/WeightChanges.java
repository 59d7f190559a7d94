package org.gatescope.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Digits;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.paint.CanvasPen;
import org.gatescope.ui.words.PartWords;
import org.jspecify.annotations.Nullable;

/**
 * How far the last update moved each parameter, against how large it is: ‖Δθ‖ / ‖θ‖ as bars from 10⁻⁶ to 1, in powers of
 * ten. About 10⁻³ is what training usually goes well with.
 */
final class WeightChanges extends Region {
    private static final Texts TEXTS = Texts.of(WeightChanges.class);
    private static final double ROW = 17;
    private static final double NAME = 112;
    private static final double NUMBER = 54;
    private static final int DECADES = 6;

    /** A parameter's name and its share. */
    record Change(String name, double share) {}

    private final Canvas canvas = new Canvas();
    private List<Change> changes = List.of();
    private @Nullable Tones tones;

    WeightChanges() {
        setId("weight-changes");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(canvas);
    }

    void show(Session session, Snapshot snapshot, Tones of) {
        tones = of;
        changes = changes(session, snapshot);
        setAccessibleText(words());
        double height = ROW * changes.size();
        if (getPrefHeight() != height) {
            setMinHeight(height);
            setPrefHeight(height);
        }
        requestLayout();
    }

    /** In the network's order. Of a parameter that is all zeros, how far it moved. */
    static List<Change> changes(Session session, Snapshot snapshot) {
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<String, Double> change : snapshot.changes().entrySet()) {
            Matrix parameter = Objects.requireNonNull(snapshot.parameters().get(change.getKey()));
            double size = Math.sqrt(parameter.sumOfSquares());
            changes.add(new Change(
                    PartWords.parameter(session, change.getKey()),
                    size == 0 ? change.getValue() : change.getValue() / size));
        }
        return changes;
    }

    private String words() {
        return changes.stream()
                .max((a, b) -> Double.compare(a.share(), b.share()))
                .map(most -> TEXTS.get("changes.spoken", most.name(), Digits.power(most.share(), 2)))
                .orElse(TEXTS.get("changes.none"));
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.max(1, getWidth()));
        canvas.setHeight(Math.max(1, getHeight()));
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (tones != null) {
            draw(new CanvasPen(canvas), canvas.getWidth(), tones);
        }
    }

    private void draw(Pen pen, double width, Tones of) {
        Lettering name = new Lettering(Typeface.CODE, 11, of.text(), Anchor.LEFT);
        Lettering number = new Lettering(Typeface.TEXT, 11, of.muted(), Anchor.RIGHT);
        double room = Math.max(1, width - NAME - NUMBER);
        for (int i = 0; i <= DECADES; i++) {
            double x = Math.rint(NAME + room * i / DECADES);
            pen.fill(new Box(x, 0, 1, ROW * changes.size()), of.faintBorder());
        }
        for (int row = 0; row < changes.size(); row++) {
            Change change = changes.get(row);
            double top = row * ROW;
            pen.text(2, top + 12.5, shortened(change.name()), name);
            double length = room * length(change.share());
            pen.fill(new Box(NAME, top + 4, length, ROW - 8), of.forward());
            pen.text(width - 2, top + 12.5, Digits.power(change.share(), 2), number);
        }
    }

    private static String shortened(String name) {
        return name.length() <= 15 ? name : name.substring(0, 14) + "…";
    }

    /** From 0 to 1. */
    private static double length(double share) {
        return share > 0 ? Math.clamp(1 + Math.log10(share) / DECADES, 0, 1) : 0;
    }
}
