package org.gatescope.ui.file;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * The panes of a window that can be shown alone.
 *
 * @param names  of all
 * @param place  where one stands now; none where it is not shown
 * @param camera films the window as it is now, or one of its panes
 */
public record Panes(List<String> names, Function<String, Optional<Region>> place, Filmed.Camera camera) {
    Optional<Node> find(String name) {
        return place.apply(name).map(Node.class::cast);
    }

    /** Names of those that are shown now. */
    List<String> shown() {
        return names.stream().filter(name -> find(name).isPresent()).toList();
    }
}
