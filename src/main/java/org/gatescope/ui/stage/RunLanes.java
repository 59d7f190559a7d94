package org.gatescope.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.explain.Covered;
import org.gatescope.explain.CoveredNumbers;
import org.gatescope.format.page.PageLane;
import org.gatescope.picture.lane.Lane;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.unrolled.NumberSource;
import org.gatescope.ui.words.Quantity;

/** The lanes of all parts of a run, as they are called and grouped in the window. */
public final class RunLanes {
    private RunLanes() {}

    /** In the order of the parts; each part's in that of the window. */
    public static List<PageLane> of(Run run) {
        List<PageLane> all = new ArrayList<>(ofPart(run, Selection.INPUT));
        for (Part part : run.session().network().parts()) {
            all.addAll(ofPart(run, part.key()));
        }
        if (run.session().network().readOut().isPresent()) {
            all.addAll(ofPart(run, ReadOut.KEY));
        }
        return List.copyOf(all);
    }

    /** What the lanes of all parts show, each once: {@code f}, {@code d.f}. */
    public static List<String> quantities(Session session) {
        Stream<String> layers = session.network().parts().stream().map(Part::key);
        return Stream.concat(layers, Stream.of(Selection.INPUT, ReadOut.KEY))
                .flatMap(part -> PartLanes.of(session, part).stream()
                        .filter(lane -> lane.part().equals(part)))
                .map(lane ->
                        PageLane.brief(lane.quantity().name(), lane.quantity().isGradient()))
                .distinct()
                .toList();
    }

    /** Finds all numbers of a part over time. @param playhead asked whenever something is drawn */
    public static NumberSource numbers(Run run, int sequence, Supplier<Playhead> playhead) {
        return numbers(run, sequence, new CoveredNumbers(run.session(), Covered.NONE), playhead);
    }

    /**
     * Finds the numbers of a part over time.
     *
     * @param hidden   is not told
     * @param playhead asked whenever something is drawn
     */
    public static NumberSource numbers(Run run, int sequence, CoveredNumbers hidden, Supplier<Playhead> playhead) {
        LaneNumbers numbers = new LaneNumbers(run, sequence, hidden, playhead);
        return new NumberSource() {
            @Override
            public LaneContent of(String part, Quantity quantity) {
                return numbers.of(PartLane.beside(part, quantity, ""));
            }

            @Override
            public Optional<LaneContent> arrival(String part, String state) {
                return numbers.arrival(part, state);
            }
        };
    }

    private static List<PageLane> ofPart(Run run, String part) {
        Session session = run.session();
        Playhead end = Playhead.atEnd(Schedule.of(session));
        CoveredNumbers hidden = new CoveredNumbers(session, Covered.NONE);
        ShownLanes shown = new ShownLanes(run, part, 0, UnitRows.BY_INDEX, null, null, hidden, () -> end);
        List<Lane> lanes = shown.lanes();
        List<PageLane> own = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            PartLane told = shown.parts().get(i);
            if (told.part().equals(part)) {
                own.add(lane(told, lanes.get(i)));
            }
        }
        return own;
    }

    private static PageLane lane(PartLane told, Lane lane) {
        return new PageLane(
                told.part(),
                told.quantity().name(),
                told.quantity().isGradient(),
                lane.name(),
                lane.subtitle(),
                lane.group(),
                lane.family(),
                lane.content().units(),
                lane.content().canSaturate(),
                told.group().equals(PartLanes.PRE_ACTIVATIONS));
    }
}
