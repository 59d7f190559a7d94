package org.gatescope.ui.stage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression.Name;
import org.gatescope.engine.DropoutMasks;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Network.Part;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.picture.lane.Square;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.ui.desk.Selection;

/** Which number each square of the lanes shows, of one sequence, and the other way round. */
final class LaneIds {
    private final Session session;
    private final int sequence;
    /** By what a number of a step is called: its part and name. */
    private final Map<Place, PartLane> byName = new HashMap<>();

    private record Place(String part, String name) {}

    LaneIds(Session session, List<PartLane> lanes, int sequence) {
        this.session = session;
        this.sequence = sequence;
        lanes.forEach(lane -> byName.putIfAbsent(place(lane), lane));
    }

    private static Place place(PartLane lane) {
        return new Place(lane.part(), lane.quantity().id());
    }

    NumberId of(PartLane lane, Square square) {
        boolean isGiven = lane.part().equals(Selection.INPUT)
                && session.network().embedding().isEmpty();
        if (isGiven) {
            TableId table = new TableId.Input(sequence);
            return lane.quantity().isGradient()
                    ? new GradientOfGiven(table, square.t(), square.unit())
                    : new Given(table, square.t(), square.unit());
        }
        if (lane.quantity().name().equals(DropoutMasks.NAME)) {
            Part part = session.part(lane.part()).orElseThrow();
            int step = part.layer().dropout().sameAtEachStep() ? 0 : square.t();
            return new Given(new TableId.Dropped(part.index(), sequence), step, square.unit());
        }
        return new OfStep(lane.part(), lane.quantity().id(), square.t(), sequence, square.unit());
    }

    /** Where a number is shown; empty if no lane does. */
    Optional<Square> square(NumberId number) {
        return switch (number) {
            case OfStep(String part, Name(String name), int step, int row, int column) ->
                row == sequence ? ofStep(part, name, step, column) : Optional.empty();
            case Given(TableId.Input(int row), int step, int column) ->
                row == sequence ? input(false, step, column) : Optional.empty();
            case Given(TableId.Dropped(int layer, int row), int step, int column) ->
                row == sequence ? dropped(layer, step, column) : Optional.empty();
            case GradientOfGiven(TableId.Input(int row), int step, int column) ->
                row == sequence ? input(true, step, column) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** In the lane of either direction. */
    private Optional<Square> dropped(int layer, int step, int column) {
        return session.network().parts().stream()
                .filter(part -> part.index() == layer)
                .flatMap(part -> ofStep(part.key(), DropoutMasks.NAME, step, column).stream())
                .findFirst();
    }

    /** A state before the step is shown as what it was after the one before. */
    private Optional<Square> ofStep(String part, String name, int step, int unit) {
        PartLane lane = byName.get(new Place(part, name));
        return lane == null ? before(part, name, step, unit) : Optional.of(new Square(lane.id(), step, unit));
    }

    private Optional<Square> before(String part, String state, int step, int unit) {
        Optional<Part> layer = session.part(part);
        PartLane after = byName.get(new Place(part, Cell.after(state)));
        if (layer.isEmpty() || after == null) {
            return Optional.empty();
        }
        int before = layer.get().reversed() ? step + 1 : step - 1;
        boolean isState = layer.get().layer().cell().states().contains(state);
        boolean isThere = isState && before >= 0 && before < session.steps();
        return isThere ? Optional.of(new Square(after.id(), before, unit)) : Optional.empty();
    }

    private static String name(String quantity, boolean isGradient) {
        return isGradient ? Cell.gradient(quantity) : quantity;
    }

    /** In the lane of the input, or of what the lowest layer reads. */
    private Optional<Square> input(boolean isGradient, int step, int column) {
        if (session.network().embedding().isPresent()) {
            return ofStep(Selection.INPUT, name(Embedding.TOKEN, isGradient), step, column);
        }
        Optional<Square> own = ofStep(Selection.INPUT, name(Cell.INPUT, isGradient), step, column);
        boolean isOther = isGradient || session.numbers().dropout().of(0).isPresent(); // than the input itself
        return own.isPresent() || isOther ? own : ofStep(session.network().key(0), Cell.INPUT, step, column);
    }
}
