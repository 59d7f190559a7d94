package org.gatescope.picture.diagram;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CrossingMinimizationStrategy;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.picture.Box;
import org.gatescope.picture.diagram.CellGraph.Kind;
import org.gatescope.picture.diagram.CellGraph.Node;
import org.gatescope.picture.diagram.CellGraph.Wire;
import org.gatescope.picture.diagram.DiagramLayout.Route;

/** Lays out any graph in layers: Sugiyama's method, by the Eclipse Layout Kernel. */
public final class ElkLayout {
    private static final double MARGIN = 8;
    private static final double BETWEEN_NODES = 12;
    private static final double BETWEEN_LAYERS = 18;
    private static final double BETWEEN_WIRES = 7;
    /** So that an arrow can be seen. */
    private static final double BEFORE_NODES = 11;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private ElkLayout() {}

    /** Where layers follow one another. */
    enum Flow {
        /** From left to right. */
        ACROSS(Direction.RIGHT, PortSide.EAST, NodePlacementStrategy.BRANDES_KOEPF),
        /** From top to bottom, for narrow places: rather more bends than more breadth. */
        DOWN(Direction.DOWN, PortSide.SOUTH, NodePlacementStrategy.NETWORK_SIMPLEX);

        private final Direction direction;
        private final PortSide end;
        private final NodePlacementStrategy placement;

        Flow(Direction direction, PortSide end, NodePlacementStrategy placement) {
            this.direction = direction;
            this.end = end;
            this.placement = placement;
        }
    }

    /**
     * From left to right for wide places and from top to bottom for narrow ones. Takes its time for a large graph.
     *
     * @param progress asked whether to go on, between the phases of the method
     * @throws java.util.concurrent.CancellationException if stopped
     */
    public static List<DiagramLayout> all(CellGraph graph, Progress progress) {
        return List.of(of(graph, Flow.ACROSS, progress), of(graph, Flow.DOWN, progress));
    }

    static DiagramLayout of(CellGraph graph, Flow flow, Progress progress) {
        ElkNode root = ElkGraphUtil.createGraph();
        options(root, flow);
        List<ElkNode> nodes =
                graph.nodes().stream().map(node -> node(root, node)).toList();
        List<ElkPort> exits = nodes.stream().map(node -> exit(node, flow)).toList();
        List<ElkEdge> edges = new ArrayList<>();
        for (Wire wire : graph.wires()) {
            edges.add(ElkGraphUtil.createSimpleEdge(exits.get(wire.from()), nodes.get(wire.to())));
        }
        new LayeredLayoutProvider().layout(root, new BasicProgressMonitor() {
            @Override
            public boolean isCanceled() {
                return !progress.goesOn(0, 1);
            }
        });
        progress.report(1, 1); // what was stopped has no places yet
        return DiagramLayout.of(
                graph,
                Math.ceil(root.getWidth()) + 1,
                Math.ceil(root.getHeight()) + 1,
                nodes.stream().map(ElkLayout::box).toList(),
                edges.stream().map(ElkLayout::route).toList());
    }

    private static void options(ElkNode root, Flow flow) {
        root.setProperty(LayeredOptions.DIRECTION, flow.direction);
        root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, flow.placement);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(LayeredOptions.CROSSING_MINIMIZATION_STRATEGY, CrossingMinimizationStrategy.LAYER_SWEEP);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, BETWEEN_WIRES);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, BETWEEN_WIRES);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, BEFORE_NODES);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, BETWEEN_WIRES);
        root.setProperty(LayeredOptions.RANDOM_SEED, 1); // the same cell always looks the same
    }

    /** All wires of what a node puts out leave it at one place: they are one wire that branches. */
    private static ElkPort exit(ElkNode node, Flow flow) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setProperty(LayeredOptions.PORT_SIDE, flow.end);
        node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_SIDE);
        return port;
    }

    private static ElkNode node(ElkNode root, Node node) {
        ElkNode made = ElkGraphUtil.createNode(root);
        made.setDimensions(DiagramLayout.width(node), DiagramLayout.height(node));
        if (node.kind() == Kind.ENTRY) {
            made.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.FIRST);
        } else if (node.kind() == Kind.EXIT) {
            made.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.LAST);
        }
        return made;
    }

    private static Box box(ElkNode node) {
        return new Box(whole(node.getX()), whole(node.getY()), node.getWidth(), node.getHeight());
    }

    /** Lines on whole pixels are sharp; all are rounded alike, so that they still meet. */
    private static double whole(double length) {
        return Math.floor(length + 0.5 + 1e-6);
    }

    private static Route route(ElkEdge edge) {
        ElkEdgeSection section = edge.getSections().getFirst();
        List<Double> points = new ArrayList<>(List.of(section.getStartX(), section.getStartY()));
        for (ElkBendPoint bend : section.getBendPoints()) {
            points.add(bend.getX());
            points.add(bend.getY());
        }
        points.add(section.getEndX());
        points.add(section.getEndY());
        return new Route(points.stream().mapToDouble(ElkLayout::whole).toArray());
    }
}
