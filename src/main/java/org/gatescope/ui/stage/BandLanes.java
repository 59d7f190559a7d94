package org.gatescope.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Convention;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Notation;
import org.gatescope.cell.SymbolName;
import org.gatescope.engine.Network.Part;
import org.gatescope.picture.Family;
import org.gatescope.picture.lane.Lane;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.picture.lane.Square;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.words.Quantity;
import org.jspecify.annotations.Nullable;

/** What several cells have in their lanes: one band for each, on the axis of the shown run. */
final class BandLanes {
    /** The lane of the gradient flow. */
    static final String FLOW = "flow";

    private static final Texts TEXTS = Texts.of(BandLanes.class);

    private final Set<BandKind> kinds;
    private final List<BandRun> bands;

    /** @param run null for the one that is shown */
    record BandRun(String name, @Nullable OtherRun run) {}

    BandLanes(List<CellBands.Band> bands, Set<BandKind> kinds) {
        this.kinds = kinds;
        this.bands = bands.stream()
                .map(band -> new BandRun(band.name(), other(band)))
                .toList();
    }

    private static @Nullable OtherRun other(CellBands.Band band) {
        Run run = band.run().orElse(null);
        return run == null ? null : new OtherRun(band.name(), run, null);
    }

    /** Those that are seen of a part. */
    List<PartLane> seen(List<PartLane> lanes, String part) {
        return lanes.stream()
                .filter(lane -> lane.part().equals(part))
                .filter(lane -> kinds.stream().anyMatch(kind -> kind.has(lane.quantity())))
                .toList();
    }

    /** Of the shown run's lanes those that are seen, as they are drawn; of the others theirs, and the flow of all. */
    List<BesideLane> of(Source source) {
        List<Row> rows = new ArrayList<>();
        for (BandRun band : bands) {
            OtherRun run = band.run();
            rows.addAll(run == null ? own(band, source) : others(band, run, source));
        }
        return rows.stream()
                .map(row -> row.drawn(rows, source.session().steps()))
                .toList();
    }

    /**
     * Where the shown run's numbers come from.
     *
     * @param lanes   that are seen
     * @param content of its lanes
     */
    record Source(
            Session session,
            String part,
            int sequence,
            List<PartLane> lanes,
            Function<PartLane, LaneContent> content,
            Supplier<Playhead> playhead) {
        PartLane output() {
            return BandLanes.output(session, part);
        }
    }

    /** The gradient that flows back through a part. */
    static PartLane output(Session session, String part) {
        Cell cell = session.part(part).map(Part::layer).orElseThrow().cell();
        Quantity gradient = new Quantity(Cell.after(cell.output()), true, false);
        return PartLane.selected(part, gradient, PartLanes.GRADIENTS);
    }

    /** A lane before its scale is known. */
    private record Row(String key, String id, Lane lane, Function<Square, String> name) {
        BesideLane drawn(List<Row> all, int axis) {
            List<LaneContent> alike = all.stream()
                    .filter(row -> row.key.equals(key))
                    .map(row -> row.lane.content())
                    .toList();
            Lane scaled = new Lane(
                    id,
                    lane.name(),
                    alike.size() > 1 ? TEXTS.get("band.shared") : lane.subtitle(),
                    lane.family(),
                    lane.group(),
                    SharedScale.of(lane.content(), alike, axis));
            return new BesideLane(scaled, name);
        }
    }

    private List<Row> own(BandRun band, Source source) {
        String group = TEXTS.get("band.own", band.name());
        List<Row> rows = new ArrayList<>();
        for (PartLane lane : source.lanes()) {
            rows.add(row(lane, lane.id(), group, "", source.content().apply(lane)));
        }
        if (kinds.contains(BandKind.FLOW)) {
            PartLane output = source.output();
            rows.add(flow(output, FLOW, group, "", source.content().apply(output)));
        }
        return rows;
    }

    private List<Row> others(BandRun band, OtherRun run, Source source) {
        String group = TEXTS.get("band.other", band.name());
        String before = band.name() + ":";
        List<Row> rows = new ArrayList<>();
        for (PartLane lane : seen(run.lanes(source.part()), source.part())) {
            run.content(lane, source.sequence(), source.playhead())
                    .ifPresent(content -> rows.add(row(lane, before + lane.id(), group, band.name(), content)));
        }
        if (kinds.contains(BandKind.FLOW) && !run.lanes(source.part()).isEmpty()) {
            PartLane output = output(run.session(), source.part());
            run.content(output, source.sequence(), source.playhead())
                    .ifPresent(content -> rows.add(flow(output, before + FLOW, group, band.name(), content)));
        }
        return rows;
    }

    private static Row row(PartLane lane, String id, String group, String cell, LaneContent content) {
        Quantity quantity = lane.quantity();
        Lane shown = new Lane(id, quantity.formula(), quantity.subtitle(), quantity.family(), group, content);
        return new Row(lane.id(), id, shown, square -> in(cell, quantity.place(square.t(), square.unit())));
    }

    private static Row flow(PartLane output, String id, String group, String cell, LaneContent content) {
        String gradient = Notation.of(output.quantity().shown(), true);
        Lane shown =
                new Lane(id, norm(output), TEXTS.get("band.flow"), Family.GRADIENTS, group, FlowContent.of(content));
        return new Row(
                FLOW, id, shown, square -> in(cell, TEXTS.get("band.norm", gradient, Convention.counted(square.t()))));
    }

    private static Formula norm(PartLane output) {
        Formula bar = new Formula.Symbol("‖", Formula.Style.OPERATOR);
        Formula inner =
                Formula.derivative(SymbolName.of(Cell.unprimed(output.quantity().shown())));
        return new Formula.Row(List.of(bar, inner, bar));
    }

    private static String in(String cell, String place) {
        return cell.isEmpty() ? place : TEXTS.get("other.place", place, cell);
    }

    /** The band of another cell that a lane stands in. */
    Optional<String> band(String lane) {
        return bands.stream()
                .filter(band -> band.run() != null)
                .map(BandRun::name)
                .filter(name -> lane.startsWith(name + ":"))
                .findFirst();
    }

    /** Lanes whose numbers are so small or large that colours need a logarithmic scale. */
    static Stream<Lane> flows(List<Lane> lanes) {
        return lanes.stream().filter(lane -> lane.id().equals(FLOW) || lane.id().endsWith(":" + FLOW));
    }
}
