package org.gatescope.format.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Arrivals;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Names;
import org.gatescope.cell.QuantityName;
import org.gatescope.cell.Shape;
import org.gatescope.cell.Shapes;

/** A cell's step, forward and backward, as lines of a program: what each sets, and to what. */
final class CellLines {
    private final Cell cell;

    CellLines(Cell cell) {
        this.cell = cell;
    }

    /** What a line does with what stands at its right. */
    enum Kind {
        /** Gives the name its value. */
        SET,
        /** The same, of a value that is one row and is to be repeated for all sequences. */
        REPEAT,
        /** Gives it zeros, as many as the quantity has of which it is the gradient. */
        ZERO,
        /** Adds to the gradient of a quantity. */
        ADD,
        /** Adds to the gradient of a parameter, which goes on from step to step. */
        SHARE
    }

    /** Where a line stands for none of the cell's. */
    static final int NOWHERE = -1;

    /**
     * @param value of zeros, the quantity whose shape they have
     * @param place of the statement, or adjoint line, that it is; {@link #NOWHERE} for zeros
     */
    record Line(Kind kind, String target, Expression value, int place) {}

    /** One for each statement. */
    List<Line> forward() {
        Shapes shapes = Shapes.of(cell);
        List<Line> lines = new ArrayList<>();
        for (Assignment statement : cell.statements()) {
            Kind kind = isOneRow(shapes.of(statement.expression())) ? Kind.REPEAT : Kind.SET;
            lines.add(new Line(kind, statement.name(), statement.expression(), lines.size()));
        }
        return lines;
    }

    /** True if a line of the cell has the same value for all sequences. */
    boolean repeats() {
        return forward().stream().anyMatch(line -> line.kind() == Kind.REPEAT);
    }

    /** A value as narrow as one number is repeated over units, too. */
    private static boolean isOneRow(Shape shape) {
        return shape.isShared() || shape.columns().equals(Shape.SCALAR.columns());
    }

    /** The adjoint lines, and zeros where no gradient arrives. */
    List<Line> backward() {
        List<Line> lines = new ArrayList<>();
        Set<String> there = new HashSet<>();
        int place = 0;
        for (Adjoint adjoint : cell.adjoints()) {
            for (Name name : Names.in(adjoint.share())) {
                if (QuantityName.isGradient(name.text()) && !QuantityName.isMarked(name.text())) {
                    addZeros(QuantityName.base(name.text()), there, lines);
                }
            }
            boolean isFirst = there.add(adjoint.target());
            Kind kind = isParameter(adjoint.target()) ? Kind.SHARE : isFirst ? Kind.SET : Kind.ADD;
            lines.add(new Line(kind, Cell.gradient(adjoint.target()), adjoint.share(), place++));
        }
        addZeros(Cell.INPUT, there, lines);
        cell.states().forEach(state -> addZeros(state, there, lines));
        for (Assignment statement : cell.statements()) {
            addZeros(statement.name(), there, lines);
        }
        return lines;
    }

    private static void addZeros(String quantity, Set<String> there, List<Line> lines) {
        if (there.add(quantity)) {
            lines.add(new Line(Kind.ZERO, Cell.gradient(quantity), new Name(quantity), NOWHERE));
        }
    }

    /** Places of the adjoint lines that were derived from a statement. */
    List<Integer> derived(Line statement) {
        List<Adjoint> adjoints = cell.adjoints();
        return IntStream.range(0, adjoints.size())
                .filter(place -> adjoints.get(place).source().equals(statement.target()))
                .boxed()
                .toList();
    }

    boolean isParameter(String name) {
        return cell.parameters().containsKey(name);
    }

    /** The quantities that the way back asks for, in the order in which they are computed. */
    List<String> kept(List<Line> backward) {
        Set<String> asked = new HashSet<>();
        for (Line line : backward) {
            Names.in(line.value()).forEach(name -> asked.add(name.text()));
        }
        List<String> kept = new ArrayList<>();
        quantities().stream().filter(asked::contains).forEach(kept::add);
        return kept;
    }

    /** x, the states before the step, and the lines. */
    Set<String> quantities() {
        Set<String> all = new LinkedHashSet<>(List.of(Cell.INPUT));
        all.addAll(cell.states());
        cell.statements().forEach(statement -> all.add(statement.name()));
        return all;
    }

    /** What the way back is given, as the adjoint lines name it: upstream[t], and d.h[t+1] of each state. */
    List<String> arriving() {
        List<String> names = new ArrayList<>(List.of(Arrivals.UPSTREAM.text()));
        cell.states().forEach(state -> names.add(Arrivals.fromNextStep(state).text()));
        return names;
    }
}
