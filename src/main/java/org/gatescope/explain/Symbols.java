package org.gatescope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Arrivals;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Convention;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Formula.Style;
import org.gatescope.cell.Formula.Symbol;
import org.gatescope.cell.NameMoment;
import org.gatescope.cell.QuantityName;
import org.gatescope.cell.SymbolName;
import org.gatescope.engine.DropoutMasks;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.engine.TimeOrder;
import org.gatescope.engine.Truncation;
import org.gatescope.engine.mistakes.Mistakes;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;

/** Symbols of numbers with their places: {@code f₃[2]}, {@code W_xf[1, 2]}; in networks of several parts with the layer. */
final class Symbols {
    private static final String CUT_OFF = "✂";

    private final Session session;
    private final boolean withLayers;

    Symbols(Session session) {
        this(session, true);
    }

    private Symbols(Session session, boolean withLayers) {
        this.session = session;
        this.withLayers = withLayers;
    }

    /** Without the layer, which its words name. */
    Formula plain(NumberId id) {
        return new Symbols(session, false).of(id);
    }

    Formula of(NumberId id) {
        return switch (id) {
            case NumberId.OfStep(String part, Expression node, int step, int row, int column) ->
                shared(part, node)
                        .map(parameter -> share(gradient(part, parameter, row, column), step))
                        .orElseGet(() -> marked(of(part, node, step, row, column, false), node, part));
            case NumberId.Given(TableId table, int row, int column) -> given(table, row, column);
            case NumberId.GradientOfGiven(TableId table, int row, int column) ->
                Places.row(Places.operator("∂"), given(table, row, column));
            case NumberId.Loss() -> new Symbol(ReadOutEquations.TOTAL, Style.QUANTITY);
            case NumberId.Norm(String part, String name, int step, int sequence) ->
                norm(marked(named(part, name, step, "", Places.ALL, false), new Name(name), part));
            case NumberId.JacobianNorm(String part, String state, int sequence, int later, int earlier) ->
                norm(Places.row(partial(part, state, later), Places.operator("/"), partial(part, state, earlier)));
        };
    }

    /** The parameter to whose gradient a node is all that a step adds; empty where that may be several. */
    Optional<String> shared(String part, Expression node) {
        if (node instanceof Name || session.part(part).isEmpty()) {
            return Optional.empty();
        }
        Cell cell = session.network().part(part).layer().cell();
        List<Adjoint> adjoints = Mistakes.adjoints(cell, session.mistakes().mistakes());
        List<String> found = cell.parameters().keySet().stream()
                .filter(parameter ->
                        NodeExplaining.shares(adjoints, parameter).stream().anyMatch(node::equals))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private Formula gradient(String part, String parameter, int row, int column) {
        Formula symbol = named(part, parameter, 0, Integer.toString(row), Integer.toString(column), false);
        return Formula.gradient(symbol);
    }

    /** What a step adds to a gradient: ∂W with the step above it. */
    static Formula share(Formula gradient, int step) {
        return marked(gradient, "(t=" + Convention.counted(step) + ")");
    }

    private Formula partial(String part, String state, int step) {
        return Places.row(Places.operator("∂"), Places.at(symbol(part, state), step));
    }

    private static Formula norm(Formula of) {
        return Places.row(new Symbol("‖", Style.FENCE), of, new Symbol("‖", Style.FENCE));
    }

    /** @param bySequence true where sequences are summed over, so that it matters which one it is */
    Formula of(String part, Expression node, int step, int row, int column, boolean bySequence) {
        return Places.of(
                node,
                Integer.toString(row),
                Integer.toString(column),
                (name, r, c) -> named(part, name, step, r, c, bySequence));
    }

    private Formula named(String part, String name, int step, String row, String column, boolean bySequence) {
        Optional<Matrix> parameter = parameter(part, NameMoment.unmarked(name));
        if (parameter.isPresent()) {
            boolean isVector = parameter.get().rows() == 1;
            boolean isWhole = column.equals(Places.ALL) && (isVector || row.equals(Places.ALL));
            Formula symbol = symbol(part, name);
            if (isWhole) {
                return symbol;
            }
            return Places.bracketed(symbol, isVector ? column : entry(row, column));
        }
        if (name.equals(ReadOutEquations.TOTAL)) {
            return symbol(part, name);
        }
        Formula symbol = atStep(part, name, step);
        List<String> index = new ArrayList<>();
        if (bySequence && session.batch() > 1 && !row.equals(Places.ALL)) {
            index.add("n = " + (Integer.parseInt(row) + 1)); // sequences count from 1, as everywhere in the window
        }
        if (!column.equals(Places.ALL) && !isSingle(part, name)) {
            index.add(column);
        }
        return index.isEmpty() ? symbol : Places.bracketed(symbol, String.join(", ", index));
    }

    /** What is one number a sequence. */
    private static boolean isSingle(String part, String name) {
        return part.equals(ReadOut.KEY) && (name.equals(ReadOutEquations.LOSS) || name.equals(ReadOutEquations.WEIGHT));
    }

    /** A value or gradient with the step that it belongs to: the state before step 3 is that of step 2. */
    private Formula atStep(String part, String name, int step) {
        if (name.equals(Arrivals.UPSTREAM.text())) {
            return Places.at(Places.row(Places.operator("∂"), SymbolName.of("y")), step);
        }
        Optional<Part> own = session.part(part);
        if (own.isPresent() && Arrivals.isFromNextStep(name)) {
            return arrival(own.get(), symbol(part, Cell.gradient(Arrivals.state(name))), step);
        }
        if (own.isPresent() && Arrivals.isCutOff(name)) {
            int next = TimeOrder.of(session.numbers(), own.get()).next(step);
            Formula gradient = at(symbol(part, Cell.gradient(Arrivals.state(name))), step);
            return marked(gradient, "(t=" + Convention.counted(next) + ", " + CUT_OFF + ")");
        }
        if (!NameMoment.unmarked(name).equals(name)) {
            return NamesOfParts.of(session, part).within(name);
        }
        return own.isPresent() ? ofCell(own.get(), name, step) : Places.at(symbol(part, name), step);
    }

    private Formula arrival(Part own, Formula gradient, int step) {
        TimeOrder order = TimeOrder.of(session.numbers(), own);
        int next = order.next(step);
        if (isStep(next) && order.truncation() instanceof Truncation.Window(int most)) {
            return marked(at(gradient, step), "(t=" + Convention.counted(next) + ", ≤" + most + ")");
        }
        return isStep(next) ? share(at(gradient, step), next) : Places.under(gradient, "T");
    }

    /** With a step it needs no prime. What step 3 adds to the gradient of a state of step 2 is marked as its share. */
    private Formula ofCell(Part own, String name, int step) {
        if (own.layer().cell().states().contains(QuantityName.base(name))) {
            int previous = TimeOrder.of(session.numbers(), own).previous(step);
            Formula before = at(symbol(own.key(), name), previous);
            return QuantityName.isGradient(name) ? share(before, step) : before;
        }
        return at(symbol(own.key(), QuantityName.unprimed(name)), step);
    }

    private Formula symbol(String part, String name) {
        return NamesOfParts.of(session, part).symbol(name);
    }

    /** Where vectors are columns, a formula's matrix is the transpose of the table. */
    private static String entry(String row, String column) {
        return Convention.shown().columns() ? column + ", " + row : row + ", " + column;
    }

    private boolean isStep(int step) {
        return step >= 0 && step < session.steps();
    }

    private Formula at(Formula symbol, int step) {
        return isStep(step) ? Places.at(symbol, step) : Places.under(symbol, "init");
    }

    /** With the layer above it where there are several. */
    private Formula marked(Formula symbol, Expression node, String part) {
        boolean isPlain = !withLayers || session.network().parts().size() == 1 || !(node instanceof Name);
        return session.part(part)
                .filter(own -> !isPlain)
                .map(own -> layered(symbol, own))
                .orElse(symbol);
    }

    private Formula layered(Formula symbol, Part part) {
        String arrow = !part.layer().directions().isBidirectional() ? "" : part.reversed() ? "←" : "→";
        String layer = session.network().layers().size() == 1 ? "" : "(" + (part.index() + 1) + ")";
        return marked(symbol, layer + arrow);
    }

    /** The mark belongs to the letter, not to the bracket behind it. */
    static Formula marked(Formula symbol, String mark) {
        if (symbol instanceof Formula.Row(var parts)
                && parts.size() > 1
                && parts.getLast() instanceof Symbol(String text, Style style)
                && style == Style.FENCE
                && text.startsWith("[")) {
            Formula letter = new Formula.Row(parts.subList(0, parts.size() - 1));
            return Places.row(Places.over(letter, mark), parts.getLast());
        }
        return Places.over(symbol, mark);
    }

    private Optional<Matrix> parameter(String part, String name) {
        String key = session.part(part).map(Part::parameterKey).orElse(part);
        return Optional.ofNullable(
                session.numbers().parameters().get(new FullName(key, QuantityName.base(name)).text()));
    }

    private Formula given(TableId table, int row, int column) {
        return switch (table) {
            case TableId.Parameter(FullName name) -> {
                Formula symbol =
                        named(name.part(), name.local(), 0, Integer.toString(row), Integer.toString(column), false);
                yield marked(symbol, new Name(name.local()), name.part());
            }
            case TableId.Input(int sequence) -> timed(SymbolName.of(Cell.INPUT), row, column);
            case TableId.InitialState(FullName name) -> {
                Formula state = Places.under(symbol(name.part(), name.local()), "init");
                yield marked(Places.bracketed(state, Integer.toString(column)), new Name(name.local()), name.part());
            }
            case TableId.Upstream(int sequence) ->
                timed(Places.row(Places.operator("∂"), SymbolName.of("y")), row, column);
            case TableId.FinalGradient(FullName name) -> {
                Formula state = Places.under(symbol(name.part(), Cell.gradient(name.local())), "T");
                yield marked(Places.bracketed(state, Integer.toString(column)), new Name(name.local()), name.part());
            }
            case TableId.Targets(int sequence) -> timed(SymbolName.of(ReadOutEquations.TARGET), row, column);
            case TableId.Dropped(int layer, int sequence) -> timed(SymbolName.of(DropoutMasks.NAME), row, column);
            case TableId.Computed(int sequence) -> Places.at(SymbolName.of("computed"), row);
            case TableId.Mask(int sequence) -> Places.at(SymbolName.of("mask"), row);
        };
    }

    private static Formula timed(Formula symbol, int step, int column) {
        return Places.bracketed(Places.at(symbol, step), Integer.toString(column));
    }
}
