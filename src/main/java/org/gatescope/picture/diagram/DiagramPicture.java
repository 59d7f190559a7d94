package org.gatescope.picture.diagram;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.gatescope.cell.Expression.Name;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.ArrowHead;
import org.gatescope.picture.Box;
import org.gatescope.picture.Family;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Scale;
import org.gatescope.picture.Strongest;
import org.gatescope.picture.Typeface;
import org.gatescope.picture.diagram.CellGraph.Kind;
import org.gatescope.picture.diagram.CellGraph.Node;
import org.gatescope.picture.diagram.CellGraph.Wire;
import org.gatescope.picture.diagram.DiagramMarks.Unit;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.number.Table;

/**
 * Draws a cell's diagram at the playhead.
 *
 * @param width    of its place, in the middle of which it stands
 * @param scale    to which it is drawn
 * @param numbers  of each node
 * @param step     time step that is shown
 * @param sequence row of the batch
 * @param marks    units that are marked
 */
public record DiagramPicture(
        double width,
        double scale,
        PartDiagram diagram,
        DiagramLayout layout,
        List<NodeNumbers> numbers,
        Playhead playhead,
        int step,
        int sequence,
        DiagramColours colours,
        DiagramMarks marks)
        implements Picture {
    /** How high the strip of a node's units is. */
    static final double STRIP = 9;

    private static final double PAD = 3;
    private static final double LETTERS = 15;
    /** For whole words beside a name. */
    private static final double SMALL_LETTERS = 11.5;

    private static final double VALVE = 7;
    private static final double VALVE_BACK = 12;

    /** The same in another place. */
    public DiagramPicture fitted(double newWidth, double newScale) {
        return new DiagramPicture(
                newWidth, newScale, diagram, layout, numbers, playhead, step, sequence, colours, marks);
    }

    /** How high a diagram is at a scale. */
    public static double height(DiagramLayout layout, double scale) {
        return Math.ceil(layout.height() * scale);
    }

    @Override
    public double height() {
        return height(layout, scale);
    }

    private double left() {
        return Math.max(0, Math.floor((width - layout.width() * scale) / 2));
    }

    /** Where a node is drawn. */
    public Optional<Box> place(int node) {
        if (node >= layout.nodes().size()) {
            return Optional.empty();
        }
        Box box = layout.nodes().get(node);
        return Optional.of(
                new Box(left() + box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale));
    }

    /** The unit of the node at a point; beside its strip the first one. */
    public Optional<Unit> at(double pointX, double pointY) {
        double x = (pointX - left()) / scale;
        double y = pointY / scale;
        for (int node = 0; node < layout.nodes().size(); node++) {
            if (contains(layout.nodes().get(node), x, y)) {
                Box strip = strip(node);
                int units = numbers.get(node).value().columns();
                int unit = (int) Math.floor((x - strip.x()) / strip.width() * units);
                boolean isOnStrip = contains(strip, x, y) && unit >= 0 && unit < units;
                return Optional.of(new Unit(node, isOnStrip ? unit : 0));
            }
        }
        return Optional.empty();
    }

    private static boolean contains(Box box, double x, double y) {
        return x >= box.x() && x < box.right() && y >= box.y() && y < box.bottom();
    }

    @Override
    public void draw(Pen pen) {
        pen.part(new Box(left(), 0, Math.max(0, width - left()), height()), scale, this::diagram);
    }

    private void diagram(Pen pen) {
        OptionalInt lit = diagram.lit(playhead);
        Set<Integer> litWires = diagram.litWires(playhead);
        for (int i = 0; i < layout.routes().size(); i++) {
            if (!litWires.contains(i)) {
                wire(pen, i, false);
            }
        }
        litWires.forEach(i -> wire(pen, i, true));
        for (Node node : diagram.graph().nodes()) {
            node(pen, node, lit.isPresent() && lit.getAsInt() == node.id());
        }
        valves(pen);
        marks.draw(pen, this);
    }

    private boolean isBack() {
        return playhead.phase() == Phase.BACKWARD;
    }

    private Rgb accent() {
        return isBack() ? colours.tones().backward() : colours.tones().forward();
    }

    private void wire(Pen pen, int index, boolean isLit) {
        Wire wire = diagram.graph().wires().get(index);
        double[] points = layout.routes().get(index).points();
        boolean passed = diagram.hasPassed(playhead, step, wire);
        boolean isThere = diagram.hasValue(playhead, step, diagram.graph().node(wire.from()));
        Rgb colour = isLit
                ? accent()
                : passed
                        ? colours.passed()
                        : isThere ? colours.wire() : colours.tones().hatch();
        ArrowHead.draw(pen, points, colour, isLit ? 2.6 : 1.3, isBack() && (passed || isLit));
    }

    private void node(Pen pen, Node node, boolean isLit) {
        Box box = layout.nodes().get(node.id());
        boolean isEnd = node.kind() == Kind.ENTRY || node.kind() == Kind.EXIT;
        double radius = node.kind() == Kind.OPERATOR ? 12 : 5;
        pen.round(box, radius, isEnd ? colours.tones().panel() : colours.tones().window());
        boolean isThere = diagram.hasValue(playhead, step, node);
        strip(pen, node, isThere);
        name(pen, node, box, isThere);
        Rgb frame = isLit
                ? accent()
                : isThere ? colours.tones().border() : colours.tones().hatch();
        pen.roundFrame(box, radius, frame, isLit ? 2.6 : 1);
    }

    /** Where the units of a node are shown. */
    Box strip(int node) {
        Box box = layout.nodes().get(node);
        boolean isEnd = diagram.graph().node(node).kind() == Kind.ENTRY
                || diagram.graph().node(node).kind() == Kind.EXIT;
        double inset = diagram.graph().node(node).kind() == Kind.OPERATOR ? 7 : PAD;
        double y = isEnd ? box.bottom() - PAD - STRIP : box.y() + PAD + 1;
        return new Box(box.x() + inset, y, box.width() - 2 * inset, STRIP);
    }

    /** Values forward; in the backward pass gradients as far as they are there, values where none is recorded. */
    private void strip(Pen pen, Node node, boolean isThere) {
        Box strip = strip(node.id());
        if (isBack() && diagram.hasGradient(playhead, step, node)) {
            numbers.get(node.id())
                    .gradient()
                    .ifPresent(table ->
                            units(pen, strip, table, numbers.get(node.id()).gradientScale(), colours.gradients()));
        } else if (isThere && (!isBack() || numbers.get(node.id()).gradient().isEmpty())) {
            NodeNumbers shown = numbers.get(node.id());
            units(pen, strip, shown.value(), shown.scale(), colours.palette(shown.family()));
        } else {
            pen.hatch(strip, colours.tones().hatch());
        }
    }

    private void units(Pen pen, Box strip, Table table, Scale scale, Palette palette) {
        int count = (int) Math.min(table.columns(), strip.width());
        double gap = count > 0 && strip.width() / count >= 4 ? 0.75 : 0;
        for (int i = 0; i < count; i++) {
            double left = strip.x() + i * strip.width() / count;
            double right = strip.x() + (i + 1) * strip.width() / count;
            int argb = palette.argb(
                    scale.index(Strongest.at(i, count, table.columns(), unit -> table.at(sequence, unit))));
            Rgb colour = new Rgb(argb);
            pen.fill(new Box(left, strip.y(), right - left - (i < count - 1 ? gap : 0), strip.height()), colour);
        }
    }

    /** What happens in it, and what it is called. */
    private void name(Pen pen, Node node, Box box, boolean isThere) {
        Rgb strong = isThere ? colours.tones().text() : colours.tones().muted();
        if (node.kind() == Kind.ENTRY || node.kind() == Kind.EXIT) {
            pen.text(box.centreX(), box.y() + 11, label(node), italic(strong, Anchor.CENTRE));
            return;
        }
        double baseline = box.bottom() - 8;
        boolean isNamed = node.value() instanceof Name && !isExit(node);
        if (!isNamed) {
            pen.text(box.centreX(), baseline, node.symbol(), upright(strong, Anchor.CENTRE));
            return;
        }
        double size = node.symbol().length() > 2 ? SMALL_LETTERS : LETTERS;
        pen.text(
                box.x() + 5,
                baseline,
                node.symbol(),
                new Lettering(Typeface.MATH, size, colours.tones().muted(), Anchor.LEFT));
        pen.text(box.right() - 5, baseline, label(node), italic(strong, Anchor.RIGHT));
    }

    /** A state's new value is named where it goes on. */
    private boolean isExit(Node node) {
        return diagram.graph().wires().stream()
                .anyMatch(wire -> wire.from() == node.id()
                        && diagram.graph().node(wire.to()).kind() == Kind.EXIT);
    }

    private String label(Node node) {
        String name = node.value() instanceof Name(String text) ? text : node.key();
        boolean isGradient = isBack() && diagram.hasGradient(playhead, step, node);
        return (isGradient ? "∂" : "") + DiagramLayout.label(name);
    }

    private Lettering italic(Rgb colour, Anchor anchor) {
        return new Lettering(Typeface.ITALIC, LETTERS, colour, anchor);
    }

    private Lettering upright(Rgb colour, Anchor anchor) {
        return new Lettering(Typeface.MATH, LETTERS, colour, anchor);
    }

    /** Before a product with a gate stand two bars in the other wire, as far apart as the gate is open. */
    private void valves(Pen pen) {
        for (int i = 0; i < diagram.graph().wires().size(); i++) {
            Wire wire = diagram.graph().wires().get(i);
            if (diagram.graph().node(wire.to()).symbol().equals("×") && !isGate(wire.from())) {
                int controlled = i;
                diagram.graph().wires().stream()
                        .filter(other -> other.to() == wire.to() && isGate(other.from()))
                        .filter(other ->
                                diagram.hasValue(playhead, step, diagram.graph().node(other.from())))
                        .findFirst()
                        .ifPresent(gate ->
                                valve(pen, controlled, numbers.get(gate.from()).mean(sequence)));
            }
        }
    }

    private boolean isGate(int node) {
        return numbers.get(node).isGate();
    }

    private void valve(Pen pen, int wire, double open) {
        if (!(open >= 0 && open <= 1)) {
            return;
        }
        double[] p = layout.routes().get(wire).points();
        int end = p.length - 2;
        double dx = Math.signum(p[end] - p[end - 2]);
        double dy = Math.signum(p[end + 1] - p[end - 1]);
        double length = Math.abs(p[end] - p[end - 2]) + Math.abs(p[end + 1] - p[end - 1]);
        double back = Math.min(VALVE_BACK, length * 0.6);
        double x = p[end] - dx * back;
        double y = p[end + 1] - dy * back;
        double half = 0.5 + open * (VALVE - 2);
        int argb = colours.palette(Family.GATES).argb(Palette.SIZE - 40);
        Rgb colour = new Rgb(argb);
        pen.path(colour, 2.6, x - dy * half, y - dx * half, x - dy * VALVE, y - dx * VALVE);
        pen.path(colour, 2.6, x + dy * half, y + dx * half, x + dy * VALVE, y + dx * VALVE);
    }
}
