package org.gatescope.ui.window;

import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** What stands in a pane's place while the pane is elsewhere. */
final class Gap extends Region {
    private final Runnable back;

    /** Takes a pane out of whatever holds it. */
    Gap(Region pane) {
        setPrefSize(pane.getWidth(), pane.getHeight());
        back = take(pane, pane.getParent());
    }

    /** Puts the pane back. */
    void close() {
        back.run();
    }

    private Runnable take(Region pane, Parent inner) {
        for (Parent holder = inner; holder != null; holder = holder.getParent()) {
            switch (holder) {
                case SplitPane split
                when split.getItems().contains(pane) -> {
                    return takeFrom(split, pane);
                }
                case ScrollPane scroll
                when scroll.getContent() == pane -> {
                    scroll.setContent(this);
                    return () -> scroll.setContent(pane);
                }
                case TitledPane titled
                when titled.getContent() == pane -> {
                    titled.setContent(this);
                    return () -> titled.setContent(pane);
                }
                case BorderPane border
                when border.getCenter() == pane -> {
                    border.setCenter(this);
                    return () -> border.setCenter(pane);
                }
                case Pane plain
                when plain.getChildren().contains(pane) -> {
                    return takeFrom(plain.getChildren(), pane);
                }
                default -> {}
            }
        }
        return () -> {};
    }

    private Runnable takeFrom(SplitPane split, Region pane) {
        double[] dividers = split.getDividerPositions();
        Runnable put = takeFrom(split.getItems(), pane);
        split.setDividerPositions(dividers);
        return () -> {
            put.run();
            split.setDividerPositions(dividers);
        };
    }

    private Runnable takeFrom(ObservableList<Node> nodes, Region pane) {
        nodes.set(nodes.indexOf(pane), this);
        return () -> {
            int place = nodes.indexOf(this);
            if (place >= 0) {
                nodes.set(place, pane);
            }
        };
    }
}
