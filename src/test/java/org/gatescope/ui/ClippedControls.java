package org.gatescope.ui;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** Which controls of a scene that has been laid out are not to be seen whole, and which texts. */
public final class ClippedControls {
    /** Layouts round to whole pixels. */
    private static final double ROUNDING = 1;

    private ClippedControls() {}

    /**
     * In words for who mends them, with their places; of what is shown.
     *
     * @param mayShorten whose text may be cut off, as it is to be had whole elsewhere
     */
    public static Stream<String> in(Parent root, Predicate<Node> mayShorten) {
        return every(root)
                .filter(Control.class::isInstance)
                .flatMap(control -> Stream.concat(
                                cutText(control).filter(text -> !mayShorten.test(control)).stream(),
                                outside(control).stream())
                        .map(problem -> path(control) + ": " + problem));
    }

    /** All that is shown. */
    private static Stream<Node> every(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        Stream<Node> beneath = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(ClippedControls::every)
                : Stream.empty();
        return Stream.concat(Stream.of(node), beneath);
    }

    private static Optional<String> cutText(Node node) {
        return switch (node) {
            case Labeled labeled when labeled.isTextTruncated() -> Optional.of("cut off: “" + labeled.getText() + "”");
            case TextField field
            when room(field) + ROUNDING < width(field) -> Optional.of("cut off: “" + field.getPromptText() + "”");
            default -> Optional.empty();
        };
    }

    private static double room(TextField field) {
        return field.getWidth()
                - field.getInsets().getLeft()
                - field.getInsets().getRight();
    }

    private static double width(TextField field) {
        Text prompt = new Text(field.getPromptText());
        prompt.setFont(field.getFont());
        return prompt.getLayoutBounds().getWidth();
    }

    /** Beyond the edge of what it stands in, up to what scrolls. */
    private static Optional<String> outside(Node node) {
        Bounds place = node.getLayoutBounds();
        Node here = node;
        for (Parent around = node.getParent(); around != null; around = around.getParent()) {
            if (scrolls(around)) {
                return Optional.empty();
            }
            place = here.localToParent(place);
            if (around instanceof Region region && !isContent(region)) {
                if (isView(region)) {
                    return isWithin(place.getMinX(), place.getMaxX(), region.getWidth())
                            ? Optional.empty()
                            : Optional.of("beyond the side of " + path(region.getParent()));
                }
                if (!isWithin(place.getMinX(), place.getMaxX(), region.getWidth())
                        || cuts(region) && !isWithin(place.getMinY(), place.getMaxY(), region.getHeight())) {
                    return Optional.of("beyond the edge of " + path(region));
                }
            }
            here = around;
        }
        return Optional.empty();
    }

    /** Others let stand what is higher than they are, as the strip of colours does with its signs. */
    private static boolean cuts(Region region) {
        return region.getClip() != null || region.getParent() == null || region instanceof Control;
    }

    private static boolean isView(Node node) {
        return node.getStyleClass().contains("viewport");
    }

    /** What a scroll pane puts between its view and what is scrolled. */
    private static boolean isContent(Region region) {
        return region.getParent() != null && isView(region.getParent());
    }

    /** Whether all that stands in it can be brought into view. */
    private static boolean scrolls(Parent around) {
        return around instanceof VirtualFlow<?>
                || around.getParent() instanceof VirtualFlow<?>
                || isView(around)
                        && around.getParent() instanceof ScrollPane pane
                        && pane.getHbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER;
    }

    private static boolean isWithin(double from, double to, double size) {
        return from >= -ROUNDING && to <= size + ROUNDING;
    }

    /** Where a node is, by the names that it and those around it have. */
    private static String path(Node node) {
        String name = node.getId() == null
                ? node.getClass().getSimpleName() + "." + String.join(".", node.getStyleClass())
                : "#" + node.getId();
        return node.getParent() == null || name.startsWith("#") ? name : path(node.getParent()) + " " + name;
    }
}
