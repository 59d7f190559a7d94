package org.gatescope.ui.window;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.gatescope.ui.control.Fillable;
import org.gatescope.ui.control.Shortcuts;
import org.jspecify.annotations.Nullable;

/** Lets one pane fill the window, between the toolbar and playback, and puts it back. */
final class FillingController {
    /** As the command line calls them. */
    static final List<String> PANES = List.of("network", "lanes", "cell", "equations", "why");

    private static final int LARGEST = 200;
    private static final int WHOLE = 100;

    private final BorderPane root;
    private final Node usual;
    private @Nullable Fillable filled;
    private @Nullable Gap gap;

    /** @param root of the window, whose centre is filled */
    FillingController(BorderPane root) {
        this.root = root;
        usual = root.getCenter();
        root.addEventHandler(Fillable.Wish.FILL, wish -> {
            toggle(wish.wanted());
            wish.consume();
        });
        root.addEventHandler(Fillable.Wish.GO, wish -> {
            if (wish.wanted() == filled) {
                leave();
            }
            wish.consume();
        });
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && filled != null) {
                leave();
                event.consume();
            }
        });
    }

    void addShortcuts(Shortcuts shortcuts) {
        shortcuts.line("fill").everywhere(this::toggleAtFocus, Fillable.KEY);
    }

    private void toggleAtFocus() {
        if (filled != null) {
            leave();
        } else {
            Fillable.around(root.getScene().getFocusOwner()).ifPresent(this::fill);
        }
    }

    private void toggle(Fillable wanted) {
        boolean isFilled = wanted == filled;
        leave();
        if (!isFilled) {
            fill(wanted);
        }
    }

    /** @param pane one of {@link #PANES}; any other leaves the window as it is */
    void fill(String pane) {
        String selector = switch (pane) {
            case "network" -> ".unrolled-panel";
            case "lanes" -> ".lanes";
            case "cell" -> ".cell-panel";
            case "equations" -> ".equations-panel";
            case "why" -> ".inspect";
            default -> "";
        };
        if (!selector.isEmpty()) {
            root.applyCss(); // split panes hold nothing before
            Fillable.around(root.lookup(selector)).ifPresent(this::fill);
        }
    }

    private void fill(Fillable wanted) {
        Node focused = root.getScene().getFocusOwner();
        wanted.fill();
        Region pane = wanted.whole();
        double width = pane.getWidth() > 0 ? pane.getWidth() : pane.prefWidth(-1);
        gap = new Gap(pane);
        filled = wanted;
        BorderPane frame = new BorderPane(wanted.isEnlarged() ? enlarged(pane, width) : pane);
        frame.setTop(heading(wanted));
        frame.getStyleClass().add("filled");
        root.setCenter(frame);
        focus(focused);
    }

    private HBox heading(Fillable wanted) {
        Label name = new Label(wanted.name());
        name.getStyleClass().add("strong");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox heading = new HBox(name, Fillable.back(this::leave));
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getStyleClass().add("filled-heading");
        wanted.byDoubleClick(heading);
        return heading;
    }

    /** As much as its width allows. */
    private Node enlarged(Region pane, double width) {
        ScrollPane scroll = new ScrollPane(pane);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("panel", "filled-scroll");
        ScaledPane scaled = new ScaledPane(scroll);
        double share = Math.max(root.getWidth(), root.getScene().getWidth()) / width;
        scaled.percentProperty().set((int) Math.clamp(Math.floor(share * WHOLE), WHOLE, LARGEST));
        return scaled;
    }

    /** Puts back what fills the window, if anything does. */
    void leave() {
        Fillable was = filled;
        Gap place = gap;
        if (was == null || place == null) {
            return;
        }
        Node focused = root.getScene() == null ? null : root.getScene().getFocusOwner();
        filled = null;
        gap = null;
        root.setCenter(usual);
        place.close();
        was.leave();
        focus(focused);
    }

    /** A node that moves loses the focus. */
    private void focus(@Nullable Node before) {
        if (before != null && before.getScene() == root.getScene()) {
            before.requestFocus();
        } else {
            root.requestFocus();
        }
    }
}
