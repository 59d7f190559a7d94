package org.gatescope.ui.stage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Fillable;
import org.gatescope.ui.control.FittedSplit;
import org.gatescope.ui.flow.FlowPanel;
import org.gatescope.ui.lane.LanesView;
import org.gatescope.ui.unrolled.UnrolledPanel;
import org.jspecify.annotations.Nullable;

/** Network, lanes and gradient flow, one above the other on one time axis: which of them are seen, and how high they are. */
final class StagePanes {
    private static final Texts TEXTS = Texts.of(StagePanes.class);
    /** Of the height. */
    private static final double MOST_FOR_NETWORK = 0.46;
    /** The divider, and the scroll bar of the time axis. In pixels. */
    private static final double BESIDE_LANES = 8;
    /** Half of it is the network's, in pixels. */
    private static final double DIVIDER = 6;
    /** A lane or two, in pixels. */
    private static final double LEAST_FOR_LANES = 150;

    private static final double BESIDE_NETWORK = 12;

    private final Region whole;
    private final Region ruler;
    private final UnrolledPanel network;
    private final LanesView lanes;
    private final FlowPanel flow;
    private final ObjectProperty<TimeAxis> axis;
    private final FittedSplit split = new FittedSplit(this::networkShare);
    private final BooleanProperty networkShown = new SimpleBooleanProperty();
    private @Nullable Object structure;
    /** Those that fill the window; none while all stand in their places. */
    private final Set<Region> filling = new HashSet<>();

    /**
     * @param whole in which all of them stand, below the ruler
     * @param ruler above all of them, in pictures too
     * @param axis  is as wide as what is seen of them
     */
    StagePanes(
            Region whole,
            Region ruler,
            UnrolledPanel network,
            LanesView lanes,
            FlowPanel flow,
            ObjectProperty<TimeAxis> axis) {
        this.whole = whole;
        this.ruler = ruler;
        this.network = network;
        this.lanes = lanes;
        this.flow = flow;
        this.axis = axis;
        network.addTool(fillButton(network, network, "network", TEXTS.get("pane.network")));
        lanes.addTool(fillButton(lanes, lanes.column(), "lanes", TEXTS.get("pane.lanes")));
        flow.addTool(fillButton(flow, flow, "flow", TEXTS.get("pane.flow")));
        lanes.setAloneWithin(whole, ruler, alone -> fill(lanes, alone));
        VBox.setVgrow(split, Priority.ALWAYS);
        flow.activeProperty().subscribe(this::arrange);
        networkShown.subscribe(shown -> arrange());
        axis.subscribe(this::fitNetwork);
        whole.widthProperty().subscribe(this::widen);
    }

    /** Whether the network stands above the lanes. */
    BooleanProperty networkShown() {
        return networkShown;
    }

    /** The panes of network and lanes. */
    FittedSplit split() {
        return split;
    }

    /** Fills the window with the ruler above it, alone or with others on the same time axis. */
    private Button fillButton(Region pane, Node drawn, String key, String name) {
        return Fillable.within(pane, key, name, () -> whole, () -> fill(pane, true), () -> fill(pane, false))
                .drawnAs(() -> List.of(ruler, drawn))
                .button();
    }

    private void fill(Region pane, boolean fills) {
        if (fills) {
            filling.add(pane);
        } else {
            filling.remove(pane);
        }
        arrange();
        widen();
    }

    /** The time axis is as wide as the lanes; as all of the whole where they are not shown. */
    private void widen() {
        if (!isSeen(lanes) && whole.getWidth() > 0) {
            axis.set(axis.get().withWidth(whole.getWidth() - TimeAxis.HEADING - BESIDE_NETWORK));
        }
    }

    private boolean isSeen(Region pane) {
        if (!filling.isEmpty()) {
            return filling.contains(pane);
        }
        return pane == lanes || (pane == network ? networkShown : flow.activeProperty()).get();
    }

    private void arrange() {
        List<Region> seen =
                Stream.<Region>of(network, lanes).filter(this::isSeen).toList();
        if (!split.getItems().equals(seen)) {
            split.getItems().setAll(seen);
            split.fit();
        }
        show(split, !seen.isEmpty());
        show(flow, isSeen(flow));
        VBox.setVgrow(flow, seen.isEmpty() ? Priority.ALWAYS : Priority.NEVER);
    }

    private static void show(Region pane, boolean seen) {
        pane.setVisible(seen);
        pane.setManaged(seen);
    }

    /**
     * The network is as high as it likes to be, and higher where lanes leave some of the height; but the larger part is
     * theirs, unless thin rows of all layers need more.
     */
    private double networkShare(double height) {
        double most = Math.max(
                MOST_FOR_NETWORK * height, Math.min(height - LEAST_FOR_LANES, network.leastHeight() + DIVIDER));
        double comfortable = Math.min(most, network.comfortableHeight());
        double spare = height - lanes.roomyHeight() - BESIDE_LANES;
        return Math.max(comfortable, Math.min(spare, network.roomyHeight())) / height;
    }

    /** Another network, or so many steps that they are thin columns: the divider moves to where it is best. */
    void fitNetwork() {
        Object now = network.structure();
        if (!now.equals(structure)) {
            structure = now;
            split.fit();
        }
    }
}
