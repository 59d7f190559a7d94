package org.gatescope.ui.stage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatescope.cell.QuantityName;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.ui.lane.ComparedSide;
import org.jspecify.annotations.Nullable;

/** A run that the shown one is compared with, lane by lane. It may be of another network, and of other sizes. */
final class OtherRun {
    private final String name;
    private final Run run;
    private final @Nullable LaneSides sides;
    private final Schedule schedule;
    private final Map<String, List<PartLane>> lanes = new HashMap<>();
    private @Nullable Playhead ours;
    private @Nullable Playhead theirs;

    /**
     * @param name  as people know it
     * @param sides which run each lane shows; null for the difference in all of them
     */
    OtherRun(String name, Run run, @Nullable LaneSides sides) {
        this.name = name;
        this.run = run;
        this.sides = sides;
        this.schedule = Schedule.of(run.session());
    }

    String name() {
        return name;
    }

    Session session() {
        return run.session();
    }

    /** What a lane shows that both have; empty where that is not to be chosen. */
    Optional<ComparedSide> chosen(String lane) {
        return Optional.ofNullable(sides).map(known -> known.of(lane));
    }

    ComparedSide side(String lane) {
        return chosen(lane).orElse(ComparedSide.DIFFERENCE);
    }

    /** True unless all lanes are to show the shown run. */
    boolean isSeen() {
        return chosenForAll().filter(side -> side != ComparedSide.THIS).isPresent();
    }

    private Optional<ComparedSide> chosenForAll() {
        return Optional.ofNullable(sides).map(known -> known.all().get());
    }

    /** Gates and states of a part that are not among some lanes, and the gradients of such states. */
    List<PartLane> besides(String part, List<PartLane> known) {
        return lanes(part).stream()
                .filter(lane -> known.stream().noneMatch(other -> isSame(lane, other)))
                .filter(lane -> !lane.quantity().isPreActivation())
                .filter(lane -> !lane.quantity().isGradient()
                        || QuantityName.isAfter(lane.quantity().name()))
                .toList();
    }

    private static boolean isSame(PartLane one, PartLane other) {
        return one.part().equals(other.part())
                && one.quantity().id().equals(other.quantity().id());
    }

    /** True where a part has so many units. */
    boolean hasUnits(String part, int units) {
        return run.session()
                .part(part)
                .filter(known -> known.layer().outputs() == units)
                .isPresent();
    }

    /**
     * The numbers of a lane of the shown run, as far as the playhead has come; empty if this run has no such.
     *
     * @param playhead over the shown run
     */
    Optional<LaneContent> content(PartLane lane, int sequence, Supplier<Playhead> playhead) {
        if (sequence >= run.session().batch()) {
            return Optional.empty();
        }
        return lanes(lane.part()).stream()
                .filter(known -> isSame(known, lane))
                .findFirst()
                .map(known -> new LaneNumbers(run, sequence, () -> over(playhead.get())).of(known));
    }

    /** All that a part of it has; none where it has no such part. */
    List<PartLane> lanes(String part) {
        boolean isThere = ShownLanes.known(run.session(), part).equals(part);
        return lanes.computeIfAbsent(part, key -> isThere ? PartLanes.of(run.session(), key) : List.of());
    }

    /** The same place in this run; asked for each lane in every frame. */
    private Playhead over(Playhead now) {
        Playhead found = theirs;
        if (found == null || !now.equals(ours)) {
            found = now.in(schedule);
            ours = now;
            theirs = found;
        }
        return found;
    }
}
