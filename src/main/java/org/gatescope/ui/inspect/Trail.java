package org.gatescope.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatescope.explain.NumberId;

/**
 * The numbers that were opened one from the other, as pages in a browser. A trail never changes.
 *
 * @param position of the one that is shown; −1 for none
 */
record Trail(List<NumberId> numbers, int position) {
    private static final int MOST = 200;

    static final Trail EMPTY = new Trail(List.of(), -1);

    Trail {
        numbers = List.copyOf(numbers);
    }

    Optional<NumberId> current() {
        return position < 0 ? Optional.empty() : Optional.of(numbers.get(position));
    }

    /** Goes on to a number; what lay ahead is forgotten. The one that is shown already is no step. */
    Trail open(NumberId number) {
        if (current().equals(Optional.of(number))) {
            return this;
        }
        List<NumberId> way = new ArrayList<>(numbers.subList(0, position + 1));
        way.add(number);
        List<NumberId> kept = way.subList(Math.max(0, way.size() - MOST), way.size());
        return new Trail(kept, kept.size() - 1);
    }

    Trail at(int place) {
        return new Trail(numbers, place);
    }

    boolean hasBack() {
        return position > 0;
    }

    boolean hasForward() {
        return position + 1 < numbers.size();
    }

    Trail back() {
        return hasBack() ? at(position - 1) : this;
    }

    Trail forward() {
        return hasForward() ? at(position + 1) : this;
    }
}
