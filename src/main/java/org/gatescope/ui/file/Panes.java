package org.gatescope.ui.file;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.gatescope.ui.control.Fillable;

/**
 * The panes of a window, of which pictures and films can be made.
 *
 * @param window all of it
 * @param filmed keys of those that can be filmed alone
 * @param shown  those that are shown now, those too that stand in others
 * @param camera films the window as it is now, or one of its panes
 */
public record Panes(Node window, List<String> filmed, Supplier<List<Fillable>> shown, Filmed.Camera camera) {
    /** Keys of those that can be filmed now. */
    List<String> shownForFilms() {
        List<String> keys = shown.get().stream().map(Fillable::key).toList();
        return filmed.stream().filter(keys::contains).toList();
    }
}
