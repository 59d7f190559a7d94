package org.gatescope.explain;

import java.util.OptionalInt;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Name;
import org.gatescope.engine.FullName;
import org.gatescope.session.TableId;

/** Names one number of a run, so that it can be pointed at and opened. Steps, rows and columns count from 0. */
public sealed interface NumberId {
    /**
     * What a node of a part's equations or adjoint lines comes to at a time step. A node that is a name is a quantity
     * ({@code f}), a gradient ({@code d.f}: the whole of it, all lines summed) or what arrives from elsewhere ({@code
     * d.h[t+1]}).
     *
     * @param part   key of a layer's direction, of the read-out, or of the embedding
     * @param row    sequence of the batch; of a node that is shaped like a parameter, its row
     * @param column unit; of a node that is shaped like a parameter, its column
     */
    record OfStep(String part, Expression node, int step, int row, int column) implements NumberId {
        /** A quantity or a gradient. */
        public OfStep(String part, String name, int step, int sequence, int unit) {
            this(part, new Name(name), step, sequence, unit);
        }
    }

    /** A number that is given: it stands in a table and can be edited. */
    record Given(TableId table, int row, int column) implements NumberId {}

    /** The gradient of the loss with respect to a number that is given: all steps and sequences summed. */
    record GradientOfGiven(TableId table, int row, int column) implements NumberId {}

    /** The loss of a whole run. */
    record Loss() implements NumberId {}

    /** The Euclidean norm of a quantity or gradient of one sequence at a step: what an arrow is labelled with. */
    record Norm(String part, String name, int step, int sequence) implements NumberId {}

    /** ‖∂state[later]/∂state[earlier]‖ of one sequence, the Frobenius norm. */
    record JacobianNorm(String part, String state, int sequence, int later, int earlier) implements NumberId {}

    /** The sequence of the batch that it is a number of; empty for weights and for sums over all sequences. */
    default OptionalInt ofSequence() {
        return switch (this) {
            case OfStep(String part, Expression node, int step, int row, int column) ->
                node instanceof Name ? OptionalInt.of(row) : OptionalInt.empty();
            case Given(TableId table, int row, int column) -> ofSequence(table, row);
            case GradientOfGiven(TableId table, int row, int column) -> ofSequence(table, row);
            case Loss() -> OptionalInt.empty();
            case Norm(String part, String name, int step, int of) -> OptionalInt.of(of);
            case JacobianNorm(String part, String state, int of, int later, int earlier) -> OptionalInt.of(of);
        };
    }

    private static OptionalInt ofSequence(TableId table, int row) {
        return switch (table) {
            case TableId.Parameter(FullName name) -> OptionalInt.empty();
            case TableId.InitialState(FullName name) -> OptionalInt.of(row);
            case TableId.FinalGradient(FullName name) -> OptionalInt.of(row);
            case TableId.Input(int of) -> OptionalInt.of(of);
            case TableId.Upstream(int of) -> OptionalInt.of(of);
            case TableId.Targets(int of) -> OptionalInt.of(of);
            case TableId.Dropped(int layer, int of) -> OptionalInt.of(of);
            case TableId.Computed(int of) -> OptionalInt.of(of);
            case TableId.Mask(int of) -> OptionalInt.of(of);
        };
    }
}
