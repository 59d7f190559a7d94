package org.gatescope.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Convention;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Extent;
import org.gatescope.cell.Notation;
import org.gatescope.cell.QuantityName;
import org.gatescope.cell.Shape;
import org.gatescope.cell.Shapes;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.FullName;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.explain.Explanation;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.Origin;
import org.gatescope.explain.Remark;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.text.Texts;
import org.gatescope.ui.words.PartWords;
import org.gatescope.ui.words.Quantity;

/** What a number is and where it stands, in words. */
final class NumberWords {
    private static final Texts TEXTS = Texts.of(NumberWords.class);
    private static final String BETWEEN = " · ";

    private final Session session;

    NumberWords(Session session) {
        this.session = session;
    }

    /** {@code forget gate · t = 3 “pen” · unit 2 · layer 1}. */
    String of(NumberId id) {
        return switch (id) {
            case NumberId.OfStep(String part, Expression node, int step, int row, int column) ->
                joined(
                        isShare(id) ? TEXTS.get("share") : kind(part, node),
                        step(row, step),
                        isShare(id) || isLikeAParameter(part, node)
                                ? placeInTable(part, node, row, column)
                                : place(part, node, row, column),
                        part(part));
            case NumberId.Given(TableId table, int row, int column) -> joined(table(table, row, column, ""));
            case NumberId.GradientOfGiven(TableId table, int row, int column) ->
                joined(table(table, row, column, TEXTS.get("gradient") + BETWEEN));
            case NumberId.Loss() -> TEXTS.get("loss.total");
            case NumberId.Norm(String part, String name, int step, int n) ->
                joined(TEXTS.get("norm", kind(part, new Name(name))), step(n, step), sequence(n), part(part));
            case NumberId.JacobianNorm(String part, String state, int n, int later, int earlier) ->
                joined(
                        TEXTS.get("jacobian", Convention.counted(later), Convention.counted(earlier)),
                        sequence(n),
                        part(part));
        };
    }

    private static String joined(String... parts) {
        return String.join(
                BETWEEN, List.of(parts).stream().filter(part -> !part.isEmpty()).toList());
    }

    /** A vector has no rows. */
    private String placeInTable(String part, Expression node, int row, int column) {
        boolean isVector =
                shape(part, node).filter(shape -> shape.rows() == Extent.ONE).isPresent();
        return isVector ? TEXTS.get("unit", column) : TEXTS.get(isTurned() ? "place.stored" : "place", row, column);
    }

    /** Then the formula's index is not that of the table. */
    private static boolean isTurned() {
        return Convention.shown().columns();
    }

    private boolean isVector(FullName name) {
        boolean isOfCell = session.network().parts().stream()
                .filter(part -> part.parameterKey().equals(name.part()))
                .map(part -> part.layer().cell().parameters().get(name.local()))
                .anyMatch(shape -> shape != null && shape.rows() == Extent.ONE);
        return isOfCell || name.text().equals(ReadOut.BIAS);
    }

    private boolean isShare(NumberId id) {
        return Explanation.isShare(session, id);
    }

    private String kind(String part, Expression node) {
        if (!(node instanceof Name(String name))) {
            return TEXTS.get("inner");
        }
        QuantityName taken = QuantityName.of(name);
        String of = taken.base() + taken.mark();
        String words = switch (part) {
            case ReadOut.KEY -> known("read-out." + of).orElse("");
            case Embedding.KEY -> known("embedding." + of).orElse("");
            default -> cell(part, of);
        };
        return taken.isGradient() ? joined(TEXTS.get("gradient"), words) : words;
    }

    private String cell(String part, String name) {
        String known = QuantityName.isMarked(name) ? known("arrival").orElse("") : "";
        return session.part(part)
                .flatMap(own -> Quantity.of(own.layer().cell()).stream()
                        .filter(quantity -> quantity.name().equals(name) && !quantity.isGradient())
                        .findFirst())
                .map(Quantity::subtitle)
                .orElse(known);
    }

    private static Optional<String> known(String key) {
        return TEXTS.has(key) ? Optional.of(TEXTS.get(key)) : Optional.empty();
    }

    private String step(int n, int step) {
        boolean hasWord = !session.vocabulary().isEmpty() && n < session.batch() && step < session.steps();
        String word = hasWord ? session.token(n, step) : "";
        return word.isEmpty()
                ? TEXTS.get("step", Convention.counted(step))
                : TEXTS.get("step.word", Convention.counted(step), word);
    }

    private String place(String part, Expression node, int row, int column) {
        boolean isRow = part.equals(ReadOut.KEY)
                && node instanceof Name(String name)
                && (name.equals(ReadOutEquations.LOSS) || name.equals(ReadOutEquations.WEIGHT));
        return joined(isRow ? "" : unit(part, node, column), sequence(row));
    }

    /** True where rows are not the sequences of the batch. */
    private boolean isLikeAParameter(String part, Expression node) {
        return shape(part, node).filter(shape -> !shape.rows().equals(Extent.N)).isPresent();
    }

    private Optional<Shape> shape(String part, Expression node) {
        return session.part(part).map(own -> Shapes.of(own.layer().cell()).of(node));
    }

    private String unit(String part, Expression node, int column) {
        boolean isOutput =
                part.equals(ReadOut.KEY) && node instanceof Name(String name) && !isNamed(name, ReadOutEquations.INPUT);
        List<String> outputs = session.outputNames();
        if (isOutput && column < outputs.size()) {
            return TEXTS.get("output.word", column, outputs.get(column));
        }
        boolean isInput = node instanceof Name(String name)
                ? isNamed(name, Cell.INPUT)
                : shape(part, node)
                        .filter(shape -> shape.columns().equals(Extent.D))
                        .isPresent();
        return isInput ? input(part, column) : TEXTS.get("unit", column);
    }

    private String input(String part, int column) {
        boolean isOfNetwork = session.part(part).filter(own -> own.index() == 0).isPresent()
                && session.network().embedding().isEmpty();
        List<String> names = isOfNetwork ? session.inputNames() : List.of();
        return names.isEmpty() ? TEXTS.get("input", column) : TEXTS.get("input.word", column, names.get(column));
    }

    /** True for a quantity and for its gradient. */
    private static boolean isNamed(String name, String quantity) {
        return name.equals(quantity) || name.equals(Cell.gradient(quantity));
    }

    private String sequence(int n) {
        return session.batch() > 1 ? TEXTS.get("sequence", n + 1) : "";
    }

    private String part(String part) {
        return session.network().parts().size() > 1 || session.part(part).isEmpty()
                ? PartWords.brief(session, part)
                : "";
    }

    private String[] table(TableId table, int row, int column, String before) {
        List<String> words = new ArrayList<>();
        switch (table) {
            case TableId.Parameter(FullName name) -> {
                words.add(before
                        + (isVector(name)
                                ? TEXTS.get("weight.vector", column)
                                : TEXTS.get(isTurned() ? "weight.stored" : "weight", row, column)));
                words.add(part(name.part()));
            }
            case TableId.InitialState(FullName name) -> {
                words.add(before + TEXTS.get("initial", column));
                words.add(sequence(row));
                words.add(part(name.part()));
            }
            case TableId.FinalGradient(FullName name) -> {
                words.add(TEXTS.get("final", column));
                words.add(sequence(row));
                words.add(part(name.part()));
            }
            case TableId.Input(int n) ->
                words.addAll(List.of(before + TEXTS.get("input", column), step(n, row), sequence(n)));
            case TableId.Upstream(int n) ->
                words.addAll(List.of(TEXTS.get("upstream", column), step(n, row), sequence(n)));
            case TableId.Targets(int n) ->
                words.addAll(List.of(TEXTS.get("target", column), step(n, row), sequence(n)));
            case TableId.Computed(int n) -> words.addAll(List.of(TEXTS.get("computed"), step(n, row), sequence(n)));
            case TableId.Dropped(int layer, int n) -> {
                boolean same = session.network().layers().get(layer).dropout().sameAtEachStep();
                words.add(TEXTS.get("dropped", layer + 1, column));
                words.add(same ? TEXTS.get("dropped.every-step") : step(n, row));
                words.add(sequence(n));
            }
            case TableId.Mask(int n) -> words.addAll(List.of(TEXTS.get("mask"), step(n, row), sequence(n)));
        }
        return words.toArray(String[]::new);
    }

    /** Where terms come from; empty for a summand, whose formula says it. */
    String of(Origin origin) {
        return switch (origin) {
            case Origin.Summand() -> "";
            case Origin.Same() -> "";
            case Origin.CarriedPast(int layer) -> TEXTS.get("from.carried", layer + 1);
            case Origin.FromOutput(int step) -> TEXTS.get("from.output", Convention.counted(step));
            case Origin.BackThroughTime(int step) ->
                step >= 0 && step < session.steps()
                        ? TEXTS.get("from.time", Convention.counted(step))
                        : TEXTS.get("from.end");
            case Origin.BeyondWindow() -> TEXTS.get("from.beyond-window");
            case Origin.Through(String quantity) -> TEXTS.get("from.use", Notation.of(quantity, false));
            case Origin.Typed() -> TEXTS.get("from.typed");
            case Origin.FromPart(String part) -> TEXTS.get("from.part", PartWords.brief(session, part));
            case Origin.OverTime(String part) -> TEXTS.get("from.steps", PartWords.brief(session, part));
        };
    }

    static String of(Remark remark) {
        return TEXTS.get(
                "remark." + remark.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }
}
