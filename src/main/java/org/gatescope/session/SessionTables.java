package org.gatescope.session;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatescope.engine.DropoutMasks;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.StepMask;
import org.gatescope.text.Texts;

/** A session's numbers table by table: those over time sequence by sequence, (steps, width) each. */
record SessionTables(Session session) {
    private static final Texts TEXTS = Texts.of(SessionTables.class);

    boolean has(TableId id) {
        return switch (id) {
            case TableId.Input(int sequence) -> sequence < session.batch();
            case TableId.Computed(int sequence) -> sequence < session.batch();
            case TableId.Upstream(int sequence) -> sequence < session.batch();
            case TableId.Dropped(int layer, int sequence) -> sequence < session.batch() && drops(layer);
            case TableId.Targets(int sequence) -> isAimedAt(sequence);
            case TableId.Mask(int sequence) -> isAimedAt(sequence);
            default -> find(id).isPresent();
        };
    }

    private boolean isAimedAt(int sequence) {
        return sequence < session.batch() && session.objective().isPresent();
    }

    private boolean drops(int layer) {
        return session.numbers().dropout().factors().containsKey(layer);
    }

    private Session withDropped(int layer, int sequence, Matrix table) {
        if (session.isTested(sequence)) {
            throw new RefusedException(TEXTS.get("dropped.refused"));
        }
        DropoutMasks masks = session.numbers().dropout();
        Matrix factors = Objects.requireNonNull(masks.factors().get(layer));
        return session.withNumbers(
                numbers -> numbers.withDropout(masks.with(layer, withSequence(factors, sequence, table))));
    }

    Optional<Matrix> find(TableId id) {
        NetworkInputs numbers = session.numbers();
        return switch (id) {
            case TableId.Parameter(FullName name) ->
                Optional.ofNullable(numbers.parameters().get(name.text()));
            case TableId.Input(int sequence) -> Optional.of(ofSequence(numbers.input(), sequence));
            case TableId.Computed(int sequence) -> Optional.of(computed(sequence));
            case TableId.Dropped(int layer, int sequence) ->
                Optional.ofNullable(numbers.dropout().factors().get(layer))
                        .map(factors -> ofSequence(factors, sequence))
                        .map(own -> session.isTested(sequence) ? own.map(factor -> 1) : own);
            case TableId.InitialState(FullName name) ->
                Optional.ofNullable(numbers.initialState().get(name.text()));
            case TableId.Upstream(int sequence) -> Optional.of(ofSequence(numbers.upstream(), sequence));
            case TableId.FinalGradient(FullName name) ->
                Optional.ofNullable(numbers.finalState().get(name.text()));
            case TableId.Targets(int sequence) ->
                session.objective().map(wanted -> ofSequence(wanted.targets(session), sequence));
            case TableId.Mask(int sequence) -> session.objective().map(wanted -> ofSequence(wanted.mask(), sequence));
        };
    }

    private Matrix computed(int sequence) {
        double[][] rows = new double[session.steps()][1];
        session.mask().computed(sequence).forEach(t -> rows[t][0] = 1);
        return Matrix.of(rows, 1);
    }

    /** A step past the end that is to be computed makes the sequence longer; what lies between is skipped. */
    private StepMask withComputed(int sequence, Matrix table) {
        BitSet rows = session.mask().skipped();
        int length = session.lengths().get(sequence);
        for (int t = 0; t < table.rows(); t++) {
            double value = table.get(t, 0);
            if (value != 0 && value != 1) {
                throw new RefusedException(TEXTS.get("computed.refused", value));
            }
            rows.set(t * session.batch() + sequence, value == 0);
            length = value == 1 ? Math.max(length, t + 1) : length;
        }
        List<Integer> lengths = new ArrayList<>(session.lengths());
        lengths.set(sequence, length);
        return session.mask().skipping(lengths, rows);
    }

    private Matrix ofSequence(Matrix table, int sequence) {
        return table.rows(sequence, session.batch(), table.rows() / session.batch());
    }

    Session with(TableId id, Matrix table) {
        NetworkInputs numbers = session.numbers();
        return switch (id) {
            case TableId.Parameter(FullName name) ->
                session.withNumbers(numbers.withParameters(replaced(numbers.parameters(), name, table)));
            case TableId.Input(int sequence) ->
                session.withNumbers(numbers.withInput(withSequence(numbers.input(), sequence, table)));
            case TableId.Computed(int sequence) -> session.withNumbers(numbers.withMask(withComputed(sequence, table)));
            case TableId.Dropped(int layer, int sequence) -> withDropped(layer, sequence, table);
            case TableId.InitialState(FullName name) ->
                session.withNumbers(numbers.withInitialState(replaced(numbers.initialState(), name, table)));
            case TableId.Upstream(int sequence) ->
                session.withNumbers(numbers.withUpstream(withSequence(numbers.upstream(), sequence, table)));
            case TableId.FinalGradient(FullName name) ->
                session.withNumbers(numbers.withFinalState(replaced(numbers.finalState(), name, table)));
            case TableId.Targets(int sequence) ->
                session.withObjective(wanted -> wanted.withTargets(withSequence(wanted.targets(), sequence, table)));
            case TableId.Mask(int sequence) ->
                session.withObjective(wanted -> wanted.withMask(withSequence(wanted.mask(), sequence, table)));
        };
    }

    private Matrix withSequence(Matrix table, int sequence, Matrix replacement) {
        return table.withRows(sequence, session.batch(), replacement);
    }

    private static Map<String, Matrix> replaced(Map<String, Matrix> tables, FullName name, Matrix table) {
        Map<String, Matrix> changed = new LinkedHashMap<>(tables);
        changed.put(name.text(), table);
        return changed;
    }
}
