package org.gatescope.ui.stage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Formula;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.explain.CoveredNumbers;
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
import org.gatescope.ui.lane.ComparedSide;
import org.gatescope.ui.words.PartWords;
import org.gatescope.ui.words.PlayWords;
import org.jspecify.annotations.Nullable;

/**
 * The lanes of one part of a run, of one sequence: which they are, and which number stands on which square. Squares of
 * the screen count rows, and their numbers units; the two differ where units are ordered.
 */
final class ShownLanes {
    private static final Texts TEXTS = Texts.of(ShownLanes.class);

    private static final int SHORT_NAME = 11;

    /** Before the ids of lanes that only the other run has. */
    private static final String BESIDE = "beside:";

    private final Session session;
    private final String part;
    private final int sequence;
    private final Supplier<Playhead> playhead;
    private final @Nullable OtherRun other;
    private final List<PartLane> lanes;
    private final LaneNumbers numbers;
    private final LaneIds ids;
    private final UnitRows rows;
    private final @Nullable BandLanes bands;
    /** What is not made of the shown run's quantities alone, behind those or among them. */
    private final List<BesideLane> besides;

    private final CoveredNumbers hidden;

    /**
     * @param part     a layer in one direction, the input or the read-out; the first where the run has no such part
     * @param sequence row of the batch
     * @param rows     in which the units of a layer stand
     * @param other    that the run is compared with; null to show the run as it is
     * @param bands    of several cells, in the place of all other lanes; null for none
     * @param hidden   what is to be predicted
     * @param playhead asked whenever a lane is drawn
     */
    ShownLanes(
            Run run,
            String part,
            int sequence,
            UnitRows rows,
            @Nullable OtherRun other,
            @Nullable BandLanes bands,
            CoveredNumbers hidden,
            Supplier<Playhead> playhead) {
        this.session = run.session();
        this.hidden = hidden;
        this.part = bands == null ? known(session, part) : layer(session, part);
        this.sequence = sequence;
        this.playhead = playhead;
        this.other = bands == null ? other : null;
        this.bands = bands;
        List<PartLane> all = PartLanes.of(session, this.part);
        lanes = bands == null ? all : bands.seen(all, this.part);
        numbers = new LaneNumbers(run, sequence, hidden, playhead);
        ids = new LaneIds(session, lanes, sequence);
        boolean isOneOrder = bands == null && (other == null || hasUnitsOf(other));
        this.rows = isOneOrder ? rows : UnitRows.BY_INDEX;
        besides = bands == null ? ofOther() : bands.of(source());
    }

    private BandLanes.Source source() {
        return new BandLanes.Source(session, part, sequence, lanes, numbers::of, playhead);
    }

    /** Bands are of layers alone. */
    private static String layer(Session session, String wanted) {
        return session.part(wanted).isPresent() ? wanted : session.network().key(0);
    }

    /** The order of units is one for both runs. */
    private boolean hasUnitsOf(OtherRun compared) {
        return session.part(part)
                .filter(known -> !compared.hasUnits(part, known.layer().outputs()))
                .isEmpty();
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

    /** What is hidden of the run. */
    CoveredNumbers hidden() {
        return hidden;
    }

    /** As they are drawn; behind those of {@link #parts} what only the other run has. */
    List<Lane> lanes() {
        Stream<Lane> more = besides.stream().map(BesideLane::lane);
        return bands == null
                ? Stream.concat(lanes.stream().map(this::lane), more).toList()
                : more.toList();
    }

    private List<BesideLane> ofOther() {
        OtherRun compared = other;
        if (compared == null || !compared.isSeen()) {
            return List.of();
        }
        return compared.besides(part, lanes).stream()
                .flatMap(lane -> theirs(compared, lane).stream().map(theirs -> beside(lane, compared.name(), theirs)))
                .toList();
    }

    private BesideLane beside(PartLane lane, String name, LaneContent theirs) {
        Lane drawn = new Lane(
                BESIDE + lane.id(),
                lane.quantity().formula(),
                lane.quantity().subtitle(),
                lane.quantity().family(),
                TEXTS.get("group.beside", name),
                new ComparedContent(theirs, theirs, session.steps()));
        return new BesideLane(
                drawn, square -> TEXTS.get("other.place", lane.quantity().place(square.t(), square.unit()), name));
    }

    /** What is drawn on a square that no quantity of the shown run has alone. */
    String nameBeside(Square shown) {
        return beside(shown).map(lane -> lane.name().apply(shown)).orElse("");
    }

    private Optional<BesideLane> beside(Square shown) {
        return besides.stream()
                .filter(known -> known.lane().id().equals(shown.lane()))
                .findFirst();
    }

    /** Whether these lanes have the square, though the number on it is none that can be opened. */
    boolean isBeside(Square shown) {
        return number(shown).isEmpty() && isThere(shown);
    }

    /** The band of another cell that a square stands in. */
    Optional<String> band(Square shown) {
        return Optional.ofNullable(bands).flatMap(known -> known.band(shown.lane()));
    }

    /** Whether these lanes have the square beside those of the shown run's quantities. */
    boolean isThere(Square shown) {
        return beside(shown)
                .filter(lane -> isWithin(lane.lane().content(), shown))
                .isPresent();
    }

    /** The gradient whose norm is the flow through the shown run. */
    private Optional<String> flow() {
        return bands == null
                ? Optional.empty()
                : Optional.of(BandLanes.output(session, part).quantity().id());
    }

    /** What is hidden of this run is hidden of the other, which may have the same numbers. */
    private Optional<LaneContent> theirs(OtherRun compared, PartLane lane) {
        return compared.content(lane, sequence, playhead)
                .map(theirs -> hidden.isEmpty()
                        ? theirs
                        : new CoveredContent(
                                theirs, (t, unit) -> hidden.hides(ids.of(lane, new Square(lane.id(), t, unit)))));
    }

    private Lane lane(PartLane lane) {
        OtherRun compared = other;
        if (compared == null) {
            return lane(lane, subtitle(lane), lane.quantity().family(), numbers.of(lane));
        }
        return theirs(compared, lane)
                .map(theirs -> compared(lane, compared, theirs))
                .orElseGet(() -> lane(lane, TEXTS.get("alone"), lane.quantity().family(), numbers.of(lane)));
    }

    private Lane compared(PartLane lane, OtherRun compared, LaneContent theirs) {
        LaneContent ours = numbers.of(lane);
        Family family = lane.quantity().family();
        return switch (compared.side(lane.id())) {
            case THIS -> lane(lane, subtitle(lane), family, new ComparedContent(ours, theirs, session.steps()));
            case OTHER ->
                lane(lane, inShort("other", compared), family, new ComparedContent(theirs, ours, session.steps()));
            case DIFFERENCE ->
                lane(
                        lane,
                        inShort("difference", compared),
                        family == Family.GATES ? Family.VALUES : family, // a difference of gates has a sign
                        new DifferenceContent(ours, theirs));
        };
    }

    /** There is little room beside a lane. */
    private static String inShort(String key, OtherRun compared) {
        boolean isShort = compared.name().length() <= SHORT_NAME;
        return isShort ? TEXTS.get(key, compared.name()) : TEXTS.get(key + ".long");
    }

    private Lane lane(PartLane lane, String subtitle, Family family, LaneContent content) {
        Formula formula = lane.quantity().formula();
        return new Lane(
                lane.id(),
                lane.group().equals(PartLanes.OTHERS) ? PartWords.marked(formula, session, lane.part()) : formula,
                subtitle,
                family,
                TEXTS.get(lane.group()),
                rows.of(session, lane, content));
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

    /** Empty for a square that these lanes do not have, or that only the other run has. */
    Optional<NumberId> number(Square shown) {
        if (shown.lane().equals(BandLanes.FLOW)) {
            return flow().map(name -> new NumberId.Norm(part, name, shown.t(), sequence));
        }
        return Optional.ofNullable(find(shown))
                .filter(lane -> other == null || isWithin(numbers.of(lane), unit(lane, shown)))
                .map(lane -> ids.of(lane, unit(lane, shown)));
    }

    /** Where a number is on the screen; empty if no lane shows it. */
    Optional<Square> square(NumberId number) {
        if (number instanceof NumberId.Norm(String of, String name, int step, int row)) {
            boolean isFlow = of.equals(part)
                    && row == sequence
                    && flow().filter(name::equals).isPresent();
            return isFlow ? Optional.of(new Square(BandLanes.FLOW, step, 0)) : Optional.empty();
        }
        return ids.square(number).filter(this::isShown).map(this::row);
    }

    /** Of a number that only one of two runs has there may be no difference. */
    private boolean isShown(Square number) {
        PartLane lane = find(number);
        return other == null || lane != null && isWithin(lane(lane).content(), number);
    }

    private static boolean isWithin(LaneContent content, Square square) {
        return square.t() < content.steps() && square.unit() < content.units();
    }

    /** Which run a lane shows; empty where there is no other to choose. */
    Optional<ComparedSide> side(String lane) {
        OtherRun compared = other;
        PartLane known = find(new Square(lane, 0, 0));
        return compared == null || known == null || theirs(compared, known).isEmpty()
                ? Optional.empty()
                : compared.chosen(lane);
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
            return beside(shown).map(beside -> reading(beside, shown)).orElse("");
        }
        Square square = unit(lane, shown);
        LaneContent content = numbers.of(lane);
        if (!isWithin(content, square)) {
            return "";
        }
        return compared(lane, square, content)
                .orElseGet(() -> TEXTS.get("reading", place(lane, square), value(content, square)));
    }

    private static String reading(BesideLane lane, Square square) {
        LaneContent content = lane.lane().content();
        return isWithin(content, square) ? TEXTS.get("reading", lane.name().apply(square), value(content, square)) : "";
    }

    /** The number in both runs, where the other has it, too. */
    private Optional<String> compared(PartLane lane, Square square, LaneContent ours) {
        OtherRun compared = other;
        if (compared == null || !isComputed(ours, square)) {
            return Optional.empty();
        }
        return theirs(compared, lane)
                .filter(theirs -> isWithin(theirs, square) && isComputed(theirs, square))
                .filter(theirs -> !ours.isHidden(square.t(), square.unit()))
                .map(theirs -> TEXTS.get(
                        "reading.compared",
                        place(lane, square),
                        value(ours, square),
                        value(theirs, square),
                        Numerals.exact(new DifferenceContent(ours, theirs).value(square.t(), square.unit()))));
    }

    private static boolean isComputed(LaneContent content, Square square) {
        return content.has(square.t()) && square.t() >= content.computedFrom() && square.t() < content.computedTo();
    }

    private static String value(LaneContent content, Square square) {
        if (!content.has(square.t())) {
            return TEXTS.get("over");
        }
        if (content.isHidden(square.t(), square.unit())) {
            return PlayWords.hidden();
        }
        return isComputed(content, square)
                ? Numerals.exact(content.value(square.t(), square.unit()))
                : PlayWords.notYet();
    }

    /** What is drawn on a square: a number, or by how much it differs. */
    String name(PartLane lane, Square shown) {
        OtherRun compared = other;
        String place = place(lane, unit(lane, shown));
        if (compared == null || theirs(compared, lane).isEmpty()) {
            return place;
        }
        return switch (compared.side(lane.id())) {
            case THIS -> place;
            case OTHER -> TEXTS.get("other.place", place, compared.name());
            case DIFFERENCE -> TEXTS.get("difference.place", place);
        };
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
