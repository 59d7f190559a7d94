package org.gatescope.ui.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Convention;
import org.gatescope.cell.Extent;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Notation;
import org.gatescope.cell.ParameterName;
import org.gatescope.cell.Roles;
import org.gatescope.cell.Shape;
import org.gatescope.cell.ShownNames;
import org.gatescope.cell.SymbolName;
import org.gatescope.engine.DropoutMasks;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.picture.Family;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Objective.Aim;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.text.Texts;
import org.gatescope.ui.words.PartWords;
import org.gatescope.ui.words.Quantity;

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

    /** Tells tables apart, whatever they are called. */
    String key() {
        return switch (id) {
            case TableId.Parameter(FullName full) ->
                full.part().equals(ReadOut.KEY) || full.part().equals(Embedding.KEY) ? full.text() : full.local();
            default -> name;
        };
    }

    /** A part's parameters by the gate they belong to; those without a gate stand under the empty name. */
    static Map<String, List<TableDescription>> parameters(Session session, Part part) {
        Map<String, List<TableDescription>> byGate = new LinkedHashMap<>();
        Roles roles = Roles.of(part.layer().cell());
        part.layer()
                .cell()
                .parameters()
                .forEach((name, shape) -> byGate.computeIfAbsent(
                                ParameterName.of(name).gate(), g -> new ArrayList<>())
                        .add(parameter(session, part, roles, name, shape)));
        return byGate;
    }

    /** The read-out's weights, and its bias where it has one. */
    static List<TableDescription> readOut(Session session) {
        TableDescription weights =
                own(ReadOut.WEIGHTS, "read-out.weights", unitHeadings(session), outputHeadings(session));
        return session.network().readOut().filter(ReadOut::hasBias).isPresent()
                ? List.of(weights, own(ReadOut.BIAS, "bias", row -> ReadOut.B, outputHeadings(session)))
                : List.of(weights);
    }

    /** A row for each token. */
    static TableDescription embedding(Session session) {
        return own(Embedding.TABLE, "embedding", inputHeadings(session), Integer::toString);
    }

    private static TableDescription own(
            String name, String words, IntFunction<String> rows, IntFunction<String> columns) {
        return new TableDescription(
                new TableId.Parameter(name),
                name.equals(ReadOut.BIAS)
                        ? SymbolName.of(ReadOut.B)
                        : Convention.shown()
                                .asStored(SymbolName.of(FullName.of(name).local())),
                TEXTS.get(words),
                PartWords.own(name),
                Family.WEIGHTS,
                rows,
                columns);
    }

    private static String vectorKey(ParameterName name) {
        return name.isBias() ? "bias" : name.isPeephole() ? "peephole" : "vector";
    }

    private static TableDescription parameter(Session session, Part part, Roles roles, String name, Shape shape) {
        ShownNames names = NamesOfParts.of(part);
        ParameterName taken = ParameterName.of(name);
        String gate = taken.gate();
        String word = gate.isEmpty() ? TEXTS.get("cell") : Quantity.longWord(roles, gate);
        Extent from = shape.rows();
        boolean isOfOutput = from.equals(part.layer().cell().outputWidth());
        IntFunction<String> rows = from.equals(Extent.ONE)
                ? row -> ParameterName.of(names.of(name)).stem()
                : from.equals(Extent.D)
                        ? inputHeadings(session, part)
                        : row -> (isOfOutput ? Notation.plain(names.of("h")) : from.name()) + row;
        String words = from.equals(Extent.ONE)
                ? TEXTS.get(shape.equals(Shape.SCALAR) ? "number" : vectorKey(taken))
                : TEXTS.get(from.equals(Extent.D) ? "from-input" : isOfOutput ? "from-state" : "from-size", word, from);
        return new TableDescription(
                new TableId.Parameter(part.parameter(name)),
                from.equals(Extent.ONE)
                        ? names.symbol(name)
                        : Convention.shown().asStored(names.symbol(name)),
                part.layer().cell().declared().fixed().contains(name) ? TEXTS.get("fixed", words) : words,
                Notation.plain(names.of(name)),
                Family.WEIGHTS,
                rows,
                shape.columns().equals(Extent.D) ? inputHeadings(session, part) : Integer::toString);
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

    static TableDescription computed(Session session, int sequence) {
        return new TableDescription(
                new TableId.Computed(sequence),
                SymbolName.of("computed"),
                TEXTS.get("computed"),
                TEXTS.get("computed.name"),
                Family.VALUES,
                step -> step(session, sequence, step),
                column -> TEXTS.get("computed.column"));
    }

    /** What a layer multiplies the numbers by that it reads. */
    static TableDescription dropped(Session session, Part part, int sequence) {
        boolean same = part.layer().dropout().sameAtEachStep();
        return new TableDescription(
                new TableId.Dropped(part.index(), sequence),
                SymbolName.of(DropoutMasks.NAME),
                TEXTS.get(session.isTested(sequence) ? "dropped.tested" : "dropped"),
                TEXTS.get("dropped.name"),
                Family.VALUES,
                step -> same ? TEXTS.get("dropped.every-step") : step(session, sequence, step),
                inputHeadings(session, part));
    }

    static TableDescription upstream(Session session, int sequence) {
        return new TableDescription(
                new TableId.Upstream(sequence),
                Formula.derivative(SymbolName.of("y")),
                TEXTS.get("upstream"),
                TEXTS.get("upstream.name"),
                Family.GRADIENTS,
                step -> step(session, sequence, step),
                unitHeadings(session));
    }

    /** What should be read out. */
    static TableDescription targets(Session session, int sequence) {
        boolean isDerived = session.objective().orElseThrow().aim() == Aim.NEXT_TOKEN;
        return new TableDescription(
                new TableId.Targets(sequence),
                SymbolName.of(ReadOutEquations.TARGET),
                TEXTS.get(isDerived ? "targets.next" : "targets"),
                TEXTS.get("targets.name"),
                Family.VALUES,
                step -> readOutStep(session, sequence, step),
                outputHeadings(session));
    }

    static TableDescription mask(Session session, int sequence) {
        return new TableDescription(
                new TableId.Mask(sequence),
                SymbolName.of("mask"),
                TEXTS.get("mask"),
                TEXTS.get("mask.name"),
                Family.VALUES,
                step -> readOutStep(session, sequence, step),
                column -> TEXTS.get("mask.column"));
    }

    private static String readOutStep(Session session, int sequence, int row) {
        boolean everyStep = session.network().readOut().orElseThrow().everyStep();
        int last = session.mask().computed(sequence).max().orElse(-1);
        return everyStep ? step(session, sequence, row) : last < 0 ? "" : step(session, sequence, last);
    }

    static List<TableDescription> initialStates(Session session, Part part) {
        return part.layer().cell().states().stream()
                .map(state -> new TableDescription(
                        new TableId.InitialState(part.state(state)),
                        NamesOfParts.of(part).symbol(state),
                        TEXTS.get("initial"),
                        TEXTS.get(
                                "initial.name",
                                Notation.plain(NamesOfParts.of(part).of(state))),
                        Family.VALUES,
                        sequence -> sequence(session, sequence),
                        Integer::toString))
                .toList();
    }

    static List<TableDescription> finalGradients(Session session, Part part) {
        return part.layer().cell().states().stream()
                .map(state -> new TableDescription(
                        new TableId.FinalGradient(part.state(state)),
                        Formula.derivative(Formula.atEnd(NamesOfParts.of(part).symbol(state))),
                        TEXTS.get("final"),
                        TEXTS.get(
                                "final.name",
                                Notation.plain(NamesOfParts.of(part).of(state))),
                        Family.GRADIENTS,
                        sequence -> sequence(session, sequence),
                        Integer::toString))
                .toList();
    }

    /** What a layer reads: the network's input, or what the layer below puts out. */
    private static IntFunction<String> inputHeadings(Session session, Part part) {
        boolean isInput = part.index() == 0 && session.network().embedding().isEmpty();
        return isInput ? inputHeadings(session) : input -> "x" + input;
    }

    /** The top layer's units; those of the reverse direction have an arrow. */
    private static IntFunction<String> unitHeadings(Session session) {
        Layer top = session.network().layers().getLast();
        return unit -> unit < top.outputs() ? Integer.toString(unit) : TEXTS.get("unit.reverse", unit - top.outputs());
    }

    private static IntFunction<String> outputHeadings(Session session) {
        List<String> names = session.outputNames();
        return names.isEmpty() ? Integer::toString : names::get;
    }

    private static IntFunction<String> inputHeadings(Session session) {
        List<String> names = session.inputNames();
        return names.isEmpty() ? input -> "x" + input : names::get;
    }

    private static String step(Session session, int sequence, int step) {
        String token = session.vocabulary().isEmpty() ? "" : session.token(sequence, step);
        return token.isEmpty() ? "t=" + Convention.counted(step) : Convention.counted(step) + " " + token;
    }

    private static String sequence(Session session, int sequence) {
        return session.batch() == 1 ? "" : TEXTS.get("sequence", sequence + 1);
    }
}
