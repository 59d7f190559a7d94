package org.gatescope.ui.stage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Formula;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.explain.NumberId;
import org.gatescope.picture.Family;
import org.gatescope.picture.lane.Lane;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.picture.lane.Square;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.words.PartWords;
import org.gatescope.ui.words.PlayWords;
import org.gatescope.ui.words.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * The lanes of one part of a run, of one sequence: which they are, and which number stands on which square. Squares of
 * the screen count rows, and their numbers units; the two differ where units are ordered.
 */
final class ShownLanes {
    private static final Texts TEXTS = Texts.of(ShownLanes.class);

    private final Session session;
    private final String part;
    private final int sequence;
    private final Supplier<Playhead> playhead;
    private final @Nullable Run right;
    private final List<PartLane> lanes;
    private final LaneNumbers numbers;
    private final LaneIds ids;
    private final UnitRows rows;

    /**
     * @param part     a layer in one direction, the input or the read-out; the first where the run has no such part
     * @param sequence row of the batch
     * @param rows     in which the units of a layer stand
     * @param right    lanes show how far the run is from this one; null to show the run as it is
     * @param playhead asked whenever a lane is drawn
     */
    ShownLanes(Run run, String part, int sequence, UnitRows rows, @Nullable Run right, Supplier<Playhead> playhead) {
        this.session = run.session();
        this.part = known(session, part);
        this.sequence = sequence;
        this.playhead = playhead;
        this.right = right;
        lanes = PartLanes.of(session, this.part);
        numbers = new LaneNumbers(run, sequence, playhead);
        ids = new LaneIds(session, lanes, sequence);
        this.rows = rows;
    }

    /** While a larger network is computed, the run that is shown may lack the part that is selected. */
    static String known(Session session, String wanted) {
        boolean isReadOut =
                wanted.equals(ReadOut.KEY) && session.network().readOut().isPresent();
        boolean isThere = session.part(wanted).isPresent() || wanted.equals(Selection.INPUT) || isReadOut;
        return isThere ? wanted : session.network().key(0);
    }

    Session session() {
        return session;
    }

    int sequence() {
        return sequence;
    }

    /** In the order of {@link #lanes}. */
    List<PartLane> parts() {
        return lanes;
    }

    /** The cell of the part; null for the input and the read-out. */
    @Nullable Cell cell() {
        return session.part(part).map(known -> known.layer().cell()).orElse(null);
    }

    /** As they are drawn. */
    List<Lane> lanes() {
        return right == null
                ? lanes.stream().map(this::lane).toList()
                : differences(new LaneNumbers(right, sequence, playhead));
    }

    private Lane lane(PartLane lane) {
        Quantity quantity = lane.quantity();
        Formula formula = quantity.formula();
        return new Lane(
                lane.id(),
                lane.group().equals(PartLanes.OTHERS) ? PartWords.marked(formula, session, lane.part()) : formula,
                subtitle(lane),
                quantity.family(),
                TEXTS.get(lane.group()),
                rows.of(session, lane, numbers.of(lane)));
    }

    private List<Lane> differences(LaneNumbers ofRight) {
        return lanes.stream().map(lane -> difference(lane, ofRight)).toList();
    }

    private Lane difference(PartLane lane, LaneNumbers ofRight) {
        Family family = lane.quantity().family();
        return new Lane(
                lane.id(),
                lane.quantity().formula(),
                TEXTS.get("difference"),
                family == Family.GATES ? Family.VALUES : family, // a difference of gates has a sign
                TEXTS.get(lane.group()),
                rows.of(session, lane, new DifferenceContent(numbers.of(lane), ofRight.of(lane))));
    }

    private String subtitle(PartLane lane) {
        if (lane.group().equals(PartLanes.OTHERS)) {
            return PartWords.brief(session, lane.part());
        }
        boolean isReadOut = lane.part().equals(ReadOut.KEY) && !lane.quantity().isGradient();
        return isReadOut
                ? TEXTS.get("read-out." + lane.quantity().name())
                : lane.quantity().subtitle();
    }

    @Nullable PartLane find(Square square) {
        return lanes.stream()
                .filter(known -> known.id().equals(square.lane()))
                .findFirst()
                .orElse(null);
    }

    /** The number on a square of the screen. */
    Square unit(PartLane lane, Square shown) {
        return rows.unit(session, lane, shown);
    }

    /** The number on a square of the screen; the square itself where these lanes do not have it. */
    Square unit(Square shown) {
        PartLane lane = find(shown);
        return lane == null ? shown : unit(lane, shown);
    }

    /** Where a number is on the screen. */
    Square row(Square number) {
        PartLane lane = find(number);
        return lane == null ? number : rows.row(session, lane, number);
    }

    /** Empty for a square that these lanes do not have. */
    Optional<NumberId> number(Square shown) {
        return Optional.ofNullable(find(shown)).map(lane -> ids.of(lane, unit(lane, shown)));
    }

    /** Where a number is on the screen; empty if no lane shows it. */
    Optional<Square> square(NumberId number) {
        return ids.square(number).map(this::row);
    }

    Set<Square> squares(Set<NumberId> of) {
        return of.stream().flatMap(number -> square(number).stream()).collect(Collectors.toSet());
    }

    /** The lane of what the operation at the playhead computes; empty where that is not one of the part. */
    String active(Playhead now) {
        return now.moment()
                .flatMap(moment -> lanes.stream()
                        .filter(lane -> lane.part().equals(moment.part()))
                        .filter(lane ->
                                lane.quantity().id().equals(moment.operation().quantity()))
                        .map(PartLane::id)
                        .findFirst())
                .orElse("");
    }

    /** Name and exact value of the number on a square, as far as the playhead has come; empty where none is. */
    String reading(Square shown) {
        PartLane lane = find(shown);
        if (lane == null) {
            return "";
        }
        Square square = unit(lane, shown);
        LaneContent content = numbers.of(lane);
        boolean isThere = square.t() < content.steps() && square.unit() < content.units();
        return isThere ? TEXTS.get("reading", place(lane, square), value(content, square)) : "";
    }

    private static String value(LaneContent content, Square square) {
        if (!content.has(square.t())) {
            return TEXTS.get("over");
        }
        boolean isComputed = square.t() >= content.computedFrom() && square.t() < content.computedTo();
        return isComputed ? Numerals.exact(content.value(square.t(), square.unit())) : PlayWords.notYet();
    }

    /** What is drawn on a square: a number, or by how much it differs. */
    String name(PartLane lane, Square shown) {
        String place = place(lane, unit(lane, shown));
        return right == null ? place : TEXTS.get("difference.place", place);
    }

    /** {@code f[t=3, unit 2]}; of a network with several parts, of which layer besides. */
    String place(PartLane lane, Square square) {
        List<String> names = names(lane);
        if (!names.isEmpty()) {
            return lane.quantity().place(square.t(), names.get(square.unit()));
        }
        String place = lane.quantity().place(square.t(), square.unit());
        boolean isOneOfMany = session.part(lane.part()).isPresent()
                && session.network().parts().size() > 1;
        return isOneOfMany ? place + " " + PartWords.brief(session, lane.part()) : place;
    }

    /** What the units of a lane stand for, words or columns of data; empty where they are just numbered. */
    private List<String> names(PartLane lane) {
        String name = lane.quantity().name();
        boolean isOutput = lane.part().equals(ReadOut.KEY)
                && !name.equals(ReadOutEquations.INPUT)
                && !name.equals(ReadOutEquations.LOSS);
        return lane.part().equals(Selection.INPUT)
                ? session.inputNames()
                : isOutput ? session.outputNames() : List.of();
    }
}
