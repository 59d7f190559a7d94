package org.gatescope.ui.file;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * The panes of a window that can be shown alone.
 *
 * @param names of all
 * @param place where one stands now; none where it is not shown
 */
public record Panes(List<String> names, Function<String, Optional<Region>> place) {
    Optional<Node> find(String name) {
        return place.apply(name).map(Node.class::cast);
    }
}
