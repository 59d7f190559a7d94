package org.gatescope.picture.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Formula;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.ArrowHead;
import org.gatescope.picture.Box;
import org.gatescope.picture.Family;
import org.gatescope.picture.HiddenSquare;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Typeface;
import org.gatescope.picture.TypesetFormula;
import org.gatescope.picture.Typesetter;
import org.gatescope.picture.diagram.CellGraph.Kind;
import org.gatescope.picture.diagram.CellGraph.Node;
import org.gatescope.picture.diagram.CellGraph.Wire;
import org.gatescope.picture.diagram.DiagramMarks.Unit;
import org.gatescope.picture.diagram.Wiring.Joint;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.number.Table;

/**
 * Draws a cell's diagram at the playhead.
 *
 * @param sight    how large, and which part of it
 * @param numbers  of each node
 * @param step     time step that is shown
 * @param sequence row of the batch
 * @param marks    units that are marked
 */
public record DiagramPicture(
        Sight sight,
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
    static final double STRIP = 11;

    private static final double PAD = 3;
    private static final double LETTERS = 15;
    /** For whole words beside a name. */
    private static final double SMALL_LETTERS = 12.5;

    private static final double HEAD = 7.5;
    private static final double JOINT = 2.4;

    /** The same on another layout of the same graph, seen otherwise. */
    public DiagramPicture seen(DiagramLayout newLayout, Sight newSight) {
        return new DiagramPicture(newSight, diagram, newLayout, numbers, playhead, step, sequence, colours, marks);
    }

    @Override
    public double width() {
        return sight.width();
    }

    @Override
    public double height() {
        return sight.height();
    }

    /** Where a node is drawn. */
    public Optional<Box> place(int node) {
        if (node >= layout.nodes().size()) {
            return Optional.empty();
        }
        return Optional.of(sight.placed(layout.nodes().get(node)));
    }

    /** The unit of the node at a point; beside its strip the first one. */
    public Optional<Unit> at(double pointX, double pointY) {
        double x = sight.diagramX(pointX);
        double y = sight.diagramY(pointY);
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

    /** The units that are drawn where this one is: many units share the bars of a curve. */
    public UnitRange sharing(Unit unit) {
        int count = numbers.get(unit.node()).value().columns();
        return UnitStrip.sharing(unit.unit(), strip(unit.node()).width(), count, sight.scale());
    }

    /** The valve at a point. */
    public Optional<Valve> valveAt(double pointX, double pointY) {
        return valves().stream()
                .filter(valve -> contains(valve.place(), sight.diagramX(pointX), sight.diagramY(pointY)))
                .findFirst();
    }

    private static boolean contains(Box box, double x, double y) {
        return x >= box.x() && x < box.right() && y >= box.y() && y < box.bottom();
    }

    @Override
    public void draw(Pen pen) {
        draw(pen, diagram.lit(playhead), diagram.litWires(playhead));
    }

    /** The same in which nothing is lit. */
    public Picture unlit() {
        return new Unlit(this);
    }

    private record Unlit(DiagramPicture of) implements Picture {
        @Override
        public double width() {
            return of.width();
        }

        @Override
        public double height() {
            return of.height();
        }

        @Override
        public void draw(Pen pen) {
            of.draw(pen, OptionalInt.empty(), Set.of());
        }
    }

    private void draw(Pen pen, OptionalInt lit, Set<Integer> litWires) {
        pen.part(
                new Box(0, 0, width(), height()),
                1,
                place -> place.part(
                        sight.placed(new Box(0, 0, layout.width(), layout.height())),
                        sight.scale(),
                        inner -> diagram(inner, lit, litWires)));
    }

    private void diagram(Pen pen, OptionalInt lit, Set<Integer> litWires) {
        for (int i = 0; i < layout.routes().size(); i++) {
            if (!litWires.contains(i)) {
                int wire = i;
                pen.named((isBack() && hasPassed(i) ? "wire|d." : "wire|") + i, inner -> wire(inner, wire, false));
            }
        }
        litWires.forEach(i -> wire(pen, i, true));
        layout.wiring().joints().forEach(joint -> joint(pen, joint, litWires));
        for (Node node : diagram.graph().nodes()) {
            pen.named("node|" + node.id(), inner -> node(inner, node, lit.isPresent() && lit.getAsInt() == node.id()));
        }
        valves().forEach(valve -> pen.named("valve|" + valve.product(), inner -> valve(inner, valve)));
        marks.draw(pen, this);
    }

    private boolean isBack() {
        return playhead.phase() == Phase.BACKWARD;
    }

    private Rgb accent() {
        return isBack() ? colours.tones().backward() : colours.tones().forward();
    }

    private void wire(Pen pen, int index, boolean isLit) {
        boolean isBackward = isBack() && (isLit || hasPassed(index));
        ArrowHead.draw(
                pen,
                layout.wiring().paths().get(index).points(),
                colour(index, isLit),
                isLit ? 2.6 : 1.4,
                isBackward,
                HEAD);
    }

    private Rgb colour(int index, boolean isLit) {
        int from = diagram.graph().wires().get(index).from();
        boolean isThere = diagram.hasValue(playhead, step, diagram.graph().node(from));
        return isLit
                ? accent()
                : hasPassed(index)
                        ? colours.passed()
                        : isThere ? colours.wire() : colours.tones().hatch();
    }

    private boolean hasPassed(int index) {
        return diagram.hasPassed(playhead, step, diagram.graph().wires().get(index));
    }

    /** As strong as the strongest of its wires. */
    private void joint(Pen pen, Joint joint, Set<Integer> litWires) {
        int strongest = joint.wires().stream()
                .max(Comparator.comparingInt(wire -> litWires.contains(wire) ? 2 : hasPassed(wire) ? 1 : 0))
                .orElseThrow();
        boolean isLit = litWires.contains(strongest);
        double radius = isLit ? JOINT + 0.8 : JOINT;
        Box dot = new Box(joint.at().x() - radius, joint.at().y() - radius, 2 * radius, 2 * radius);
        pen.round(dot, radius, colour(strongest, isLit));
    }

    private void node(Pen pen, Node node, boolean isLit) {
        Box box = layout.nodes().get(node.id());
        boolean isEnd = node.kind() == Kind.ENTRY || node.kind() == Kind.EXIT;
        double radius = node.kind() == Kind.OPERATOR ? 12 : 5;
        pen.round(box, radius, isEnd ? colours.tones().panel() : colours.tones().window());
        boolean isThere = diagram.hasValue(playhead, step, node);
        pen.numbers(
                "strip|" + node.id(),
                strip(node.id()),
                1,
                numbers.get(node.id()).value().columns(),
                inner -> strip(inner, node, isThere));
        boolean isGradient = isBack() && diagram.hasGradient(playhead, step, node);
        pen.named((isGradient ? "label|d." : "label|") + node.id(), inner -> name(inner, node, box, isThere));
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

    /** Values forward. In the backward pass gradients alone; what has none stays empty. */
    private void strip(Pen pen, Node node, boolean isThere) {
        NodeNumbers shown = numbers.get(node.id());
        boolean isShown = isBack() ? diagram.hasGradient(playhead, step, node) : isThere;
        Box strip = strip(node.id());
        if (isBack() && shown.gradient().isEmpty()) {
            return;
        }
        if (!isShown) {
            pen.hatch(strip, colours.tones().hatch());
        } else if (isBack()) {
            Table gradient = shown.gradient().orElseThrow();
            units(
                    pen,
                    strip,
                    new UnitStrip(gradient, sequence, shown.gradientScale(), colours.gradients(), hidden(node)));
        } else {
            units(
                    pen,
                    strip,
                    new UnitStrip(
                            shown.value(), sequence, shown.scale(), colours.palette(shown.family()), hidden(node)));
        }
    }

    private void units(Pen pen, Box strip, UnitStrip units) {
        units.draw(pen, strip, sight.scale(), colours.tones());
    }

    private IntPredicate hidden(Node node) {
        return unit -> marks.hidden().hides(new Unit(node.id(), unit));
    }

    /** What happens in it, and what it is called. */
    private void name(Pen pen, Node node, Box box, boolean isThere) {
        Rgb strong = isThere ? colours.tones().text() : colours.tones().muted();
        if (node.kind() == Kind.ENTRY || node.kind() == Kind.EXIT) {
            TypesetFormula label = label(node, pen);
            double down = label.descent() > LETTERS / 3 ? 12 : 14; // a script must not reach the strip
            pen.formula(box.centreX() - label.width() / 2, box.y() + down, label, strong);
            return;
        }
        double baseline = box.bottom() - 8;
        boolean isNamed = node.value() instanceof Name && !isExit(node);
        if (!isNamed) {
            double x = box.centreX() - (hasValve(node) ? Valve.WIDTH / 2 + 2 : 0);
            pen.text(x, baseline, node.symbol(), upright(strong, Anchor.CENTRE));
            return;
        }
        double size = node.symbol().length() > 2 ? SMALL_LETTERS : LETTERS;
        pen.text(
                box.x() + 5,
                baseline,
                node.symbol(),
                new Lettering(Typeface.MATH, size, colours.tones().muted(), Anchor.LEFT));
        TypesetFormula label = label(node, pen);
        pen.formula(box.right() - 5 - label.width(), baseline, label, strong);
    }

    /** A state's new value is named where it goes on. */
    private boolean isExit(Node node) {
        return diagram.graph().wires().stream()
                .anyMatch(wire -> wire.from() == node.id()
                        && diagram.graph().node(wire.to()).kind() == Kind.EXIT);
    }

    private TypesetFormula label(Node node, Pen pen) {
        Formula label = DiagramLayout.label(node);
        boolean isGradient = isBack() && diagram.hasGradient(playhead, step, node);
        return Typesetter.set(isGradient ? Formula.gradient(label) : label, LETTERS, pen.measure());
    }

    private Lettering upright(Rgb colour, Anchor anchor) {
        return new Lettering(Typeface.MATH, LETTERS, colour, anchor);
    }

    private boolean hasValve(Node node) {
        return valves().stream().anyMatch(valve -> valve.product() == node.id());
    }

    /** In each product with a gate whose value is there; forward only, as gradients are not held up by it. */
    private List<Valve> valves() {
        if (isBack()) {
            return List.of();
        }
        List<Valve> valves = new ArrayList<>();
        for (Node node : diagram.graph().nodes()) {
            if (node.symbol().equals("×")) {
                List<Integer> operands = diagram.graph().wires().stream()
                        .filter(wire -> wire.to() == node.id())
                        .map(Wire::from)
                        .toList();
                boolean isControlled = operands.stream().anyMatch(operand -> !isGate(operand));
                operands.stream()
                        .filter(operand -> isControlled && isGate(operand))
                        .filter(operand ->
                                diagram.hasValue(playhead, step, diagram.graph().node(operand)))
                        .findFirst()
                        .ifPresent(gate -> valves.add(new Valve(node.id(), gate, valvePlace(node))));
            }
        }
        return valves;
    }

    private Box valvePlace(Node node) {
        Box box = layout.nodes().get(node.id());
        double left = DiagramLayout.isNamedProduct(node) ? box.x() + 17 : box.centreX() - 1;
        return new Box(left, box.bottom() - Valve.HEIGHT - 4, Valve.WIDTH, Valve.HEIGHT);
    }

    private boolean isGate(int node) {
        return numbers.get(node).isGate();
    }

    private void valve(Pen pen, Valve valve) {
        NodeNumbers gate = numbers.get(valve.gate());
        if (IntStream.range(0, gate.value().columns())
                .anyMatch(unit -> marks.hidden().hides(new Unit(valve.gate(), unit)))) {
            HiddenSquare.draw(pen, valve.place(), colours.tones());
            return;
        }
        double open = gate.mean(sequence);
        if (open >= 0 && open <= 1) {
            Rgb doors = new Rgb(colours.palette(Family.GATES).argb(Palette.SIZE - 40));
            valve.draw(
                    pen,
                    open,
                    doors,
                    colours.wire(),
                    colours.wire().mixed(colours.tones().window(), 0.75));
        }
    }
}
