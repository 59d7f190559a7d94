package org.gatescope.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.session.TableId;

/**
 * The numbers that were opened one from the other, as pages in a browser, each with where the playhead stood while it was
 * looked at. A trail never changes.
 *
 * @param position of the one that is shown; −1 for none
 */
record Trail(List<Stop> stops, int position) {
    private static final int MOST = 200;

    static final Trail EMPTY = new Trail(List.of(), -1);

    /** @param place of the playhead: operations done */
    record Stop(NumberId number, long place) {}

    Trail {
        stops = List.copyOf(stops);
    }

    List<NumberId> numbers() {
        return stops.stream().map(Stop::number).toList();
    }

    Optional<NumberId> current() {
        return stop().map(Stop::number);
    }

    /** The one that is shown. */
    Optional<Stop> stop() {
        return position < 0 ? Optional.empty() : Optional.of(stops.get(position));
    }

    /**
     * Goes on to a number; what lay ahead is forgotten. The one that is shown already is no step, and cells of one table
     * are passed: the last of them alone is kept.
     */
    Trail open(NumberId number, long place) {
        if (current().equals(Optional.of(number))) {
            return this;
        }
        boolean isPassing = current().filter(last -> isSameTable(last, number)).isPresent();
        return isPassing ? pass(number, place) : after(position + 1, new Stop(number, place));
    }

    /** Goes on to a number in the place of the one that is shown. */
    Trail pass(NumberId number, long place) {
        return after(Math.max(0, position), new Stop(number, place));
    }

    /** @param kept how many come before */
    private Trail after(int kept, Stop last) {
        List<Stop> way = new ArrayList<>(stops.subList(0, kept));
        way.add(last);
        List<Stop> most = way.subList(Math.max(0, way.size() - MOST), way.size());
        return new Trail(most, most.size() - 1);
    }

    private static boolean isSameTable(NumberId last, NumberId next) {
        return last instanceof Given(TableId from, int row, int column)
                        && next instanceof Given(TableId to, int toRow, int toColumn)
                        && from.equals(to)
                || last instanceof GradientOfGiven(TableId gradientFrom, int fromRow, int fromColumn)
                        && next instanceof GradientOfGiven(TableId gradientTo, int gradientRow, int gradientColumn)
                        && gradientFrom.equals(gradientTo);
    }

    /** The playhead was moved while the number was looked at. */
    Trail moved(long place) {
        if (position < 0) {
            return this;
        }
        List<Stop> changed = new ArrayList<>(stops);
        changed.set(position, new Stop(stops.get(position).number(), place));
        return new Trail(changed, position);
    }

    Trail at(int other) {
        return new Trail(stops, other);
    }

    boolean hasBack() {
        return position > 0;
    }

    boolean hasForward() {
        return position + 1 < stops.size();
    }

    Trail back() {
        return hasBack() ? at(position - 1) : this;
    }

    Trail forward() {
        return hasForward() ? at(position + 1) : this;
    }
}
