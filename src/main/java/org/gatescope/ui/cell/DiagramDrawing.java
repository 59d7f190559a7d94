package org.gatescope.ui.cell;

import java.util.List;
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
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Scale;
import org.gatescope.picture.Typeface;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.number.Table;
import org.gatescope.ui.cell.CellGraph.Kind;
import org.gatescope.ui.cell.CellGraph.Node;
import org.gatescope.ui.cell.CellGraph.Wire;

/**
 * Draws a cell's diagram at the playhead.
 *
 * @param numbers  of each node
 * @param step     time step that is shown
 * @param sequence row of the batch
 * @param marks    units that are marked
 */
record DiagramDrawing(
        PartDiagram diagram,
        DiagramLayout layout,
        List<NodeNumbers> numbers,
        Playhead playhead,
        int step,
        int sequence,
        DiagramColours colours,
        DiagramMarks marks) {
    /** How high the strip of a node's units is. */
    static final double STRIP = 9;

    private static final double PAD = 3;
    private static final double LETTERS = 15;
    /** For whole words beside a name. */
    private static final double SMALL_LETTERS = 11.5;

    private static final double VALVE = 7;
    private static final double VALVE_BACK = 12;

    void draw(Pen pen) {
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
            int argb = palette.argb(scale.index(strongest(table, i, count)));
            Rgb colour = new Rgb(argb);
            pen.fill(new Box(left, strip.y(), right - left - (i < count - 1 ? gap : 0), strip.height()), colour);
        }
    }

    /** Where there is a pixel for several units, the strongest of them shows. */
    private double strongest(Table table, int place, int count) {
        int from = (int) ((long) place * table.columns() / count);
        int to = (int) ((long) (place + 1) * table.columns() / count);
        double strongest = table.at(sequence, from);
        for (int unit = from + 1; unit < to; unit++) {
            double value = table.at(sequence, unit);
            if (!(Math.abs(value) <= Math.abs(strongest)) && !Double.isNaN(strongest)) {
                strongest = value;
            }
        }
        return strongest;
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
