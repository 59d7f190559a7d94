package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.gatescope.lesson.Task;
import org.gatescope.session.Session;
import org.gatescope.ui.grid.Grid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has the keyboard alone sees at each stop of Tab where the focus is, and who hears the window is told what it is on. */
class FocusSeenTest extends WindowScene {
    private static final int MOST_STOPS = 200;
    private static final int FEWEST_PIXELS = 40;
    /** Of a colour that has changed so much that it is seen. */
    private static final double CLEARLY = 0.2;

    private static final double BESIDE = 4;
    /** A weight as the language of cells has it, where all others see it typeset. */
    private static final Pattern AS_TYPED = Pattern.compile("\\b(W[xh]?|b|dense)\\.\\p{L}");

    @Override
    protected Session first() {
        return Task.HELLO.session(1);
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(true, true, true, 0.3, 0.4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cell", "training", "diagnostics", "mistakes"})
    void atEachStopOfTab(String room) {
        robot.interact(() -> {
            window.showRoom(room);
            workbench.move(now -> now.at(now.schedule().length() / 2));
        });
        List<String> unseen = new ArrayList<>();
        List<String> unnamed = new ArrayList<>();
        Set<Node> stops = new HashSet<>();
        Set<String> kinds = new HashSet<>();
        tab();
        for (Node stop = owner(); stops.add(stop) && stops.size() < MOST_STOPS; stop = owner()) {
            String what = stop.getId() + ", a " + kind(stop);
            if (name(stop).isBlank() || AS_TYPED.matcher(name(stop)).find()) {
                unnamed.add(what + ": " + name(stop));
            }
            if (kinds.add(kind(stop)) && !isSeen(stop) && !isSeenAgain()) {
                unseen.add(what);
            }
            tab();
        }
        assertThat(stops.size()).as("stops").isBetween(50, MOST_STOPS - 1);
        assertThat(unseen).as("stops at which no focus is seen").isEmpty();
        assertThat(unnamed).as("stops of which nothing is said").isEmpty();
    }

    private void tab() {
        if (owner() instanceof Grid) {
            chord(KeyCode.TAB, KeyCode.CONTROL); // within a table Tab goes from number to number
        } else {
            type(KeyCode.TAB);
        }
    }

    private Node owner() {
        return onWindow(() -> stage.getScene().getFocusOwner());
    }

    private static String kind(Node node) {
        return node.getClass().getSimpleName() + " " + node.getStyleClass()
                + (node instanceof Toggle toggle && toggle.isSelected() ? " selected" : "");
    }

    private static String name(Node node) {
        return onWindow(
                () -> node.queryAccessibleAttribute(AccessibleAttribute.TEXT) instanceof String text ? text : "");
    }

    /** Something else may have changed meanwhile, as when an explanation was worked out. */
    private boolean isSeenAgain() {
        chord(KeyCode.TAB, KeyCode.SHIFT);
        tab();
        return isSeen(owner());
    }

    /** Whether it looks another way once the focus is gone. */
    private boolean isSeen(Node stop) {
        Bounds place = onWindow(() -> seenPart(stop));
        Screenshot with = atRest();
        robot.interact(() -> window.root().requestFocus());
        Screenshot without = atRest();
        robot.interact(stop::requestFocus);
        settle();
        return changed(place, with, without) >= FEWEST_PIXELS;
    }

    /** A picture may be taken before all of it is drawn. */
    private Screenshot atRest() {
        Screenshot before = pixels(window.root());
        Screenshot now = pixels(window.root());
        while (!now.equals(before)) {
            before = now;
            now = pixels(window.root());
        }
        return now;
    }

    private static long changed(Bounds place, Screenshot one, Screenshot other) {
        long changed = 0;
        for (double y = Math.max(0, place.getMinY() - BESIDE);
                y < Math.min(one.height(), place.getMaxY() + BESIDE);
                y++) {
            for (double x = Math.max(0, place.getMinX() - BESIDE);
                    x < Math.min(one.width(), place.getMaxX() + BESIDE);
                    x++) {
                changed += distance(one.at(x, y), other.at(x, y)) > CLEARLY ? 1 : 0;
            }
        }
        return changed;
    }

    /** Within all that it is scrolled in. */
    private static Bounds seenPart(Node node) {
        Bounds place = node.localToScene(node.getLayoutBounds());
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane) {
                place = common(place, pane.localToScene(pane.getLayoutBounds()));
            }
        }
        return place;
    }

    private static Bounds common(Bounds one, Bounds other) {
        double left = Math.max(one.getMinX(), other.getMinX());
        double top = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(
                left,
                top,
                Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - left),
                Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - top));
    }

    private static double distance(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed())
                + Math.abs(one.getGreen() - other.getGreen())
                + Math.abs(one.getBlue() - other.getBlue());
    }
}
