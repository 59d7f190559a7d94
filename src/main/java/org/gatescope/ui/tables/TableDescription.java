package org.gatescope.ui.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Extent;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Shape;
import org.gatescope.cell.SymbolName;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.text.Texts;
import org.gatescope.ui.paint.Family;
import org.gatescope.ui.quantity.Quantity;

/**
 * How a table of the session is shown.
 *
 * @param title   its symbol
 * @param words   what it holds, in a few words
 * @param name    what screen readers and undo steps call it
 */
record TableDescription(
        TableId id,
        Formula title,
        String words,
        String name,
        Family family,
        IntFunction<String> rowHeadings,
        IntFunction<String> columnHeadings) {
    private static final Texts TEXTS = Texts.of(TableDescription.class);

    /** Parameters by the gate they belong to; those without a gate stand under the empty name. */
    static Map<String, List<TableDescription>> parameters(Session session) {
        Map<String, List<TableDescription>> byGate = new LinkedHashMap<>();
        session.cell()
                .parameters()
                .forEach((name, shape) -> byGate.computeIfAbsent(gate(name), g -> new ArrayList<>())
                        .add(parameter(session, name, shape)));
        return byGate;
    }

    /** {@code f} of {@code Wx.f}. */
    private static String gate(String parameter) {
        int dot = parameter.lastIndexOf('.');
        return dot < 0 ? "" : parameter.substring(dot + 1);
    }

    private static String vectorKey(String name) {
        return name.matches("b|bh?\\..+") ? "bias" : name.startsWith("p.") ? "peephole" : "vector";
    }

    private static TableDescription parameter(Session session, String name, Shape shape) {
        String gate = gate(name);
        String word = gate.isEmpty() ? TEXTS.get("cell") : Quantity.longWord(gate);
        IntFunction<String> rows = shape.rows() == Extent.ONE
                ? row -> name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name
                : shape.rows() == Extent.D ? inputHeadings(session) : row -> "h" + row;
        String words = shape.rows() == Extent.ONE
                ? TEXTS.get(vectorKey(name))
                : TEXTS.get(shape.rows() == Extent.D ? "from-input" : "from-state", word);
        return new TableDescription(
                new TableId.Parameter(name),
                SymbolName.of(name),
                words,
                name,
                Family.WEIGHTS,
                rows,
                shape.columns() == Extent.D ? inputHeadings(session) : Integer::toString);
    }

    static TableDescription input(Session session, int sequence) {
        return new TableDescription(
                new TableId.Input(sequence),
                SymbolName.of(Cell.INPUT),
                TEXTS.get("input"),
                TEXTS.get("input.name"),
                Family.VALUES,
                step -> step(session, sequence, step),
                inputHeadings(session));
    }

    static TableDescription upstream(Session session, int sequence) {
        return new TableDescription(
                new TableId.Upstream(sequence),
                Formula.derivative(SymbolName.of("y")),
                TEXTS.get("upstream"),
                TEXTS.get("upstream.name"),
                Family.GRADIENTS,
                step -> step(session, sequence, step),
                Integer::toString);
    }

    static List<TableDescription> initialStates(Session session) {
        return session.cell().states().stream()
                .map(state -> new TableDescription(
                        new TableId.InitialState(state),
                        SymbolName.of(state),
                        TEXTS.get("initial"),
                        TEXTS.get("initial.name", state),
                        Family.VALUES,
                        sequence -> sequence(session, sequence),
                        Integer::toString))
                .toList();
    }

    static List<TableDescription> finalGradients(Session session) {
        return session.cell().states().stream()
                .map(state -> new TableDescription(
                        new TableId.FinalGradient(state),
                        Formula.derivative(Formula.atEnd(SymbolName.of(state))),
                        TEXTS.get("final"),
                        TEXTS.get("final.name", state),
                        Family.GRADIENTS,
                        sequence -> sequence(session, sequence),
                        Integer::toString))
                .toList();
    }

    private static IntFunction<String> inputHeadings(Session session) {
        return session.vocabulary().isEmpty() ? input -> "x" + input : session.vocabulary()::get;
    }

    private static String step(Session session, int sequence, int step) {
        String token = session.vocabulary().isEmpty() ? "" : session.token(sequence, step);
        return token.isEmpty() ? "t=" + step : step + " " + token;
    }

    private static String sequence(Session session, int sequence) {
        return session.sizes().batch() == 1 ? "" : TEXTS.get("sequence", sequence + 1);
    }
}
