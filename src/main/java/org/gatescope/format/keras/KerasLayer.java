package org.gatescope.format.keras;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatescope.engine.Merging;
import org.gatescope.format.FormatException;
import org.gatescope.format.keras.KerasCell.Checked;
import org.gatescope.format.tensor.NamedTensor;

/**
 * A recurrent layer: one cell, several on one another, or one for each direction.
 *
 * @param key      what the names of its cells begin with
 * @param forward  the lowest first
 * @param backward of a layer that goes both ways
 * @param entry    of the model's description
 */
record KerasLayer(String key, List<KerasCell> forward, List<KerasCell> backward, Optional<KerasConfig.Entry> entry) {
    /** Behind what tells one layer from another: {@code cell/cells/lstm_cell_1/vars/}. */
    private static final Pattern NUMBERED_CELL =
            Pattern.compile("(.*?)(?:cell/(?:cells/[^/]+/)?)?vars/", Pattern.DOTALL);

    private static final Pattern NAMED_CELL =
            Pattern.compile("(.+?[./])(?:stacked_rnn_cells[^./]*[./])?[^./]*cell(?:_\\d+)?[./]", Pattern.DOTALL);
    private static final Pattern WAY = Pattern.compile("(.+[./])(forward|backward)_[^./]*[./]?", Pattern.DOTALL);
    private static final String WHOLE_MODEL = "model_weights/";

    KerasLayer {
        forward = List.copyOf(forward);
        backward = List.copyOf(backward);
    }

    /** Where a cell belongs. @param key of its layer */
    record Place(String key, boolean isBackward) {
        static Place of(KerasCell cell) {
            Matcher inside = (cell.isNumbered() ? NUMBERED_CELL : NAMED_CELL).matcher(cell.path());
            String layer = inside.matches() ? inside.group(1) : cell.path();
            Matcher way = WAY.matcher(layer);
            return way.matches() && !way.group(1).equals(WHOLE_MODEL)
                    ? new Place(way.group(1), way.group(2).equals("backward"))
                    : new Place(layer, false);
        }
    }

    boolean isBothWays() {
        return !backward.isEmpty();
    }

    /** Of both directions; side by side where nobody says. */
    Merging merging() {
        return settings(false, 0).flatMap(KerasSettings::merging).orElse(Merging.CONCATENATION);
    }

    Stream<KerasCell> cells() {
        return Stream.concat(forward.stream(), backward.stream());
    }

    Stream<NamedTensor> tensors() {
        return cells().flatMap(cell -> cell.tables().values().stream()).flatMap(gates -> gates.values().stream());
    }

    Optional<KerasSettings> settings(boolean isBackward, int index) {
        return entry.map(found -> KerasSettings.of(found, isBackward, index));
    }

    /** A cell with its sizes checked. @param resetAfter of a GRU, where neither biases nor settings tell */
    Checked checked(boolean isBackward, int index, boolean resetAfter) throws FormatException {
        KerasCell cell = (isBackward ? backward : forward).get(index);
        return KerasLayout.checked(cell, statedReset(isBackward, index).orElse(resetAfter));
    }

    /** Where the reset gate of a GRU acts, if the model's description says it. */
    Optional<Boolean> statedReset(boolean isBackward, int index) {
        return settings(isBackward, index).flatMap(KerasSettings::resetAfter);
    }

    /** How many numbers it reads at each step, or −1 if it cannot be taken. */
    int inputs() {
        try {
            return forward.isEmpty() ? -1 : checked(false, 0, true).inputs();
        } catch (FormatException e) {
            return -1; // the network itself says why
        }
    }

    /** How many it puts out. */
    int width() {
        if (forward.isEmpty()) {
            return -2;
        }
        try {
            int hidden = checked(false, forward.size() - 1, true).hidden();
            return isBothWays() && merging() == Merging.CONCATENATION ? 2 * hidden : hidden;
        } catch (FormatException e) {
            return -2;
        }
    }
}
