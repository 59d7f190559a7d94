package org.gatescope.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.gatescope.ui.control.Fillable;

/** A pane that was taken out of its place to fill the window, or a part of it, under a heading. Panes of one whole share it. */
final class FilledPlace extends BorderPane {
    private static final int LARGEST = 200;
    private static final int WHOLE = 100;
    /** Beside texts, in pixels. */
    private static final double MARGINS = 30;

    private final Region whole;
    private final double usualWidth;
    private final Gap gap;
    private final boolean isNarrow;
    private final List<Fillable> panes = new ArrayList<>();
    private final Label name = new Label();
    private final HBox heading = new HBox();
    private final MenuButton beside;

    /**
     * @param beside offers what else can stand there
     */
    FilledPlace(Fillable first, MenuButton beside, Button back) {
        whole = first.whole();
        usualWidth = whole.getWidth() > 0 ? whole.getWidth() : whole.prefWidth(-1);
        gap = new Gap(whole);
        isNarrow = first.isNarrow();
        this.beside = beside;
        name.getStyleClass().add("strong");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        heading.getChildren().setAll(name, beside, back);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getStyleClass().add("filled-heading");
        first.byDoubleClick(heading);
        getStyleClass().add("filled");
        setTop(heading);
        setCenter(first.isEnlarged() ? enlarged() : whole);
        add(first);
    }

    /** As much as its width allows. */
    private Node enlarged() {
        ScrollPane scroll = new ScrollPane(whole);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("panel", "filled-scroll");
        ScaledPane scaled = new ScaledPane(scroll);
        widthProperty()
                .subscribe(width -> scaled.percentProperty().set((int)
                        Math.clamp(Math.floor(width.doubleValue() / (usualWidth + MARGINS) * WHOLE), WHOLE, LARGEST)));
        return scaled;
    }

    /** Whether a pane stands here, or would. */
    boolean isFor(Fillable pane) {
        return pane.whole() == whole;
    }

    boolean has(Fillable pane) {
        return panes.contains(pane);
    }

    /** Most texts need less room than pictures. */
    boolean isNarrow() {
        return isNarrow;
    }

    /** Shows one more pane of the same whole. */
    void add(Fillable pane) {
        pane.fill();
        panes.add(pane);
        showNames();
    }

    /** The pane goes back to its place, unless it is the last: then all of this is to go. */
    boolean leaves(Fillable pane) {
        panes.remove(pane);
        pane.leave();
        showNames();
        return panes.isEmpty();
    }

    private void showNames() {
        name.setText(panes.stream().map(Fillable::name).collect(Collectors.joining(" · ")));
    }

    void showHeading(boolean shown) {
        heading.setVisible(shown);
        heading.setManaged(shown);
    }

    /** Opens the list of what can stand beside it. */
    void offer() {
        beside.show();
    }

    List<Fillable> panes() {
        return List.copyOf(panes);
    }

    /** Puts the whole back to where it was. */
    void close() {
        setCenter(null);
        gap.close();
    }
}
