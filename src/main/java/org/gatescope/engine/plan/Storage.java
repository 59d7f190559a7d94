package org.gatescope.engine.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.gatescope.cell.Arrivals;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Extent;
import org.gatescope.cell.Shape;
import org.gatescope.engine.Sizes;
import org.gatescope.engine.program.Buffer.Life;
import org.gatescope.engine.program.Buffers;
import org.gatescope.engine.program.Slot;

/** Gives every quantity, gradient, parameter and intermediate its place. */
final class Storage {
    private final Sizes sizes;
    private final Cell cell;
    private final boolean reversed;
    private final Map<String, StatePlaces> states = new LinkedHashMap<>();
    private final Buffers buffers = new Buffers();
    private final Map<String, Slot> named = new LinkedHashMap<>();
    private final Map<String, Slot> parameters = new HashMap<>();

    Storage(Cell cell, Sizes sizes, boolean reversed) {
        this.cell = cell;
        this.sizes = sizes;
        this.reversed = reversed;
        cell.widths().forEach((quantity, width) -> {
            if (!isState(quantity)) {
                named.put(quantity, recorded(sizes.of(width)));
                named.put(Cell.gradient(quantity), recorded(sizes.of(width)));
            }
        });
        Objects.requireNonNull(named.get(Cell.INPUT)).buffer().markOverwritten();
        cell.states().forEach(this::placeState);
        named.put(Arrivals.UPSTREAM.text(), allSteps(sizes.of(cell.outputWidth())));
    }

    /** The places of a state that lie outside of its T steps, and what flows into a step. */
    record StatePlaces(Slot initial, Slot last, Slot initialGradient, Slot finalGradient, Slot flowIn) {}

    /**
     * A state's values stand in one array of T + 1 steps: before step t at t, after it at t + 1. So do the gradients
     * that flow back: out of step t at t, into it at t + 1. Where time is reversed, the two change places.
     */
    private void placeState(String state) {
        int width = sizes.of(cell.widthOf(state));
        Slot values = overSteps(width, sizes.steps() + 1L, Life.RECORDED);
        Slot flow = overSteps(width, sizes.steps() + 1L, Life.RECORDED);
        int early = 0;
        int late = sizes.batch();
        int end = sizes.timeRows();
        named.put(state, values.below(reversed ? late : early));
        named.put(Cell.after(state), values.below(reversed ? early : late));
        named.put(Cell.gradient(state), flow.below(reversed ? late : early));
        named.put(Arrivals.fromNextStep(state).text(), allSteps(width));
        named.put(Cell.gradient(Cell.after(state)), recorded(width));
        states.put(
                state,
                new StatePlaces(
                        values.below(reversed ? end : 0),
                        values.below(reversed ? 0 : end),
                        flow.below(reversed ? end : 0),
                        flow.below(reversed ? 0 : end),
                        flow.below(reversed ? early : late)));
    }

    StatePlaces state(String name) {
        return Objects.requireNonNull(states.get(name), name);
    }

    private boolean isState(String quantity) {
        return cell.states().contains(Cell.unprimed(quantity));
    }

    /** The place of a quantity, a gradient, an arrival or a parameter. */
    Slot named(String name) {
        Slot slot = named.get(name);
        return slot != null ? slot : parameter(name);
    }

    /** A parameter's own place, unless it was given one. */
    Slot parameter(String name) {
        return parameters.computeIfAbsent(name, key -> {
            Shape shape = cell.parameters().get(key);
            if (shape == null) {
                throw new IllegalArgumentException("no quantity " + key);
            }
            return shared(shape);
        });
    }

    /** Lets a parameter live within a larger matrix, if it has no place yet. */
    boolean adopt(String name, Slot place) {
        return cell.parameters().containsKey(name) && parameters.putIfAbsent(name, place) == null;
    }

    /** For all steps, kept by the Trace. */
    private Slot recorded(int columns) {
        return overSteps(columns, sizes.steps(), Life.RECORDED);
    }

    /** For all steps, forgotten after the run. */
    Slot allSteps(int columns) {
        return overSteps(columns, sizes.steps(), Life.SCRATCH);
    }

    private Slot overSteps(int columns, long steps, Life life) {
        int stepStride = Math.multiplyExact(sizes.batch(), columns);
        return new Slot(buffers.add(steps * stepStride, life), 0, stepStride, columns, columns);
    }

    /** For one step, overwritten by the next. */
    Slot oneStep(int columns) {
        return new Slot(buffers.add((long) sizes.batch() * columns, Life.SCRATCH), 0, 0, columns, columns);
    }

    /** For what all steps and sequences share; a vector repeats over rows. */
    Slot shared(Shape shape) {
        int columns = sizes.columns(shape);
        return shape.rows().equals(Extent.ONE) ? vector(columns) : buffers.table(sizes.rows(shape), columns);
    }

    Slot vector(int columns) {
        return new Slot(buffers.add(columns, Life.SCRATCH), 0, 0, 0, columns);
    }

    Buffers buffers() {
        return buffers;
    }
}
