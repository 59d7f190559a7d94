package org.gatescope.ui.stage;

import java.util.List;
import java.util.stream.IntStream;
import org.gatescope.cell.Cell;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.picture.lane.Square;
import org.gatescope.session.Session;

/**
 * Which unit stands in which row of a part's lanes. Squares on the screen count rows from above; numbers count units.
 *
 * @param part  whose lanes are ordered
 * @param units row by row; empty where all stand in their own order
 */
record UnitRows(String part, List<Integer> units) {
    static final UnitRows BY_INDEX = new UnitRows("", List.of());

    static UnitRows of(String part, int[] units) {
        return new UnitRows(part, IntStream.of(units).boxed().toList());
    }

    /** True for the part's own quantities of as many numbers as units. */
    private boolean orders(Session session, PartLane lane) {
        if (units.isEmpty() || !lane.part().equals(part)) {
            return false;
        }
        String name = lane.quantity().name();
        return session.part(part)
                .filter(known -> known.layer().outputs() == units.size())
                .map(known -> known.layer().cell())
                .filter(cell -> isWide(cell, name))
                .isPresent();
    }

    private static boolean isWide(Cell cell, String name) {
        return cell.outputWidth().equals(cell.widths().get(name));
    }

    /** The number that a square on the screen is. */
    Square unit(Session session, PartLane lane, Square shown) {
        boolean isOrdered = orders(session, lane) && shown.unit() < units.size();
        return isOrdered ? new Square(shown.lane(), shown.t(), units.get(shown.unit())) : shown;
    }

    /** Where a number's square is on the screen. */
    Square row(Session session, PartLane lane, Square number) {
        boolean isOrdered = orders(session, lane) && units.contains(number.unit());
        return isOrdered ? new Square(number.lane(), number.t(), units.indexOf(number.unit())) : number;
    }

    LaneContent of(Session session, PartLane lane, LaneContent content) {
        return orders(session, lane) && content.units() == units.size() ? new Ordered(content, units) : content;
    }

    /** The same numbers in other rows. */
    private record Ordered(LaneContent of, List<Integer> order) implements DerivedContent {
        @Override
        public int unit(int row) {
            return order.get(row);
        }

        @Override
        public double value(int t, int row) {
            return of.value(t, order.get(row));
        }

        @Override
        public boolean isHidden(int t, int row) {
            return of.isHidden(t, order.get(row));
        }

        @Override
        public double largest() {
            return of.largest();
        }

        @Override
        public double least() {
            return of.least();
        }
    }
}
