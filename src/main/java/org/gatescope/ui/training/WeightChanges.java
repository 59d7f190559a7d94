package org.gatescope.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.picture.FormulaText;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Tones;
import org.gatescope.picture.chart.ChangesPicture;
import org.gatescope.picture.chart.ChangesPicture.Change;
import org.gatescope.session.Background;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Session;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.paint.Drawn;
import org.gatescope.ui.words.PartWords;
import org.jspecify.annotations.Nullable;

/**
 * How far the last update moved each parameter, against how large it is: ‖Δθ‖ / ‖θ‖ as bars from 10⁻⁶ to 1, in powers of
 * ten. About 10⁻³ is what training usually goes well with.
 */
final class WeightChanges extends StackPane {
    private static final Texts TEXTS = Texts.of(WeightChanges.class);
    private final Drawn drawn = new Drawn((width, height) -> picture(width));
    private final BackgroundTask summing;
    private List<Change> changes = List.of();
    private @Nullable Tones tones;

    /** @param background sums the squares of all weights, in each frame of a training */
    WeightChanges(Background background) {
        summing = background.task();
        setId("weight-changes");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(drawn);
    }

    void show(Session session, Snapshot snapshot, Tones of) {
        tones = of;
        summing.keepUp(progress -> changes(session, snapshot), this::show, failure -> {
            setAccessibleText(failure.sentence());
            changes = List.of();
            drawn.redraw();
        });
    }

    void close() {
        summing.cancel();
    }

    private void show(List<Change> found) {
        changes = found;
        setAccessibleText(words());
        double height = ChangesPicture.height(changes.size());
        if (getPrefHeight() != height) {
            setMinHeight(height);
            setPrefHeight(height);
        }
        drawn.redraw();
    }

    /** In the network's order. Of a parameter that is all zeros, how far it moved. */
    static List<Change> changes(Session session, Snapshot snapshot) {
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<String, Double> change : snapshot.changes().entrySet()) {
            Matrix parameter = Objects.requireNonNull(snapshot.parameters().get(change.getKey()));
            double size = Math.sqrt(parameter.sumOfSquares());
            changes.add(new Change(
                    PartWords.owner(session, change.getKey()),
                    NamesOfParts.symbol(session, change.getKey()),
                    size == 0 ? change.getValue() : change.getValue() / size));
        }
        return changes;
    }

    private static String spoken(Change change) {
        return (change.owner() + " " + FormulaText.of(change.symbol())).strip();
    }

    private String words() {
        return changes.stream()
                .max((a, b) -> Double.compare(a.share(), b.share()))
                .map(most -> TEXTS.get("changes.spoken", spoken(most), Numerals.rounded(most.share(), 2)))
                .orElse(TEXTS.get("changes.none"));
    }

    private Picture picture(double width) {
        return new ChangesPicture(width, changes, tones == null ? Tones.LIGHT : tones);
    }
}
