package org.gatescope.session.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.debug.Breakpoint.OnOperation;
import org.gatescope.session.debug.Breakpoint.OnStep;

/**
 * Breakpoints and watches. They stand beside the session: a breakpoint changes no number, so setting one is not a step
 * of undo and recomputes nothing.
 */
public final class Debugging {
    /** Of {@link #places}. */
    private static final int MOST_PLACES = 500;

    private final ObservableList<Breakpoint> breakpoints = FXCollections.observableArrayList();
    private final ObservableList<Watch> watches = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Stop>> stopped = new SimpleObjectProperty<>(Optional.empty());

    /** The breakpoints, in the order in which they were set. */
    public ObservableList<Breakpoint> breakpoints() {
        return breakpoints;
    }

    /** The watches, in the order in which they were added. */
    public ObservableList<Watch> watches() {
        return watches;
    }

    /** Where and why playing stopped last; empty once it goes on. */
    public ObjectProperty<Optional<Stop>> stopped() {
        return stopped;
    }

    /** The playhead has gone on, or numbers have changed: what was said of a stop holds no longer. */
    public void goOn() {
        stopped.set(Optional.empty());
    }

    /** Those that are enabled. */
    public List<Breakpoint> enabled() {
        return breakpoints.stream().filter(Breakpoint::enabled).toList();
    }

    /** Whether a breakpoint is there: true for one that is enabled, false for one that is not, empty for none. */
    public Optional<Boolean> state(Breakpoint breakpoint) {
        return breakpoints.stream()
                .filter(known -> isSame(known, breakpoint))
                .map(Breakpoint::enabled)
                .findFirst();
    }

    private static boolean isSame(Breakpoint one, Breakpoint other) {
        return one.enabled(true).equals(other.enabled(true));
    }

    /**
     * Where enabled breakpoints strike, whatever the numbers are: those on operations and on time steps. Where there are
     * too many to be told apart, some of them.
     */
    public List<Stop> places(Run run, Playhead start) {
        List<Breakpoint> fixed = enabled().stream()
                .filter(breakpoint -> breakpoint instanceof OnOperation || breakpoint instanceof OnStep)
                .toList();
        List<Stop> places = new ArrayList<>();
        Playhead at = start.toStart();
        long apart = start.schedule().length() / MOST_PLACES;
        while (!fixed.isEmpty()) {
            Optional<Stop> next = Stops.next(run, at, at.toEnd(), fixed, 0);
            if (next.isEmpty()) {
                break;
            }
            places.add(next.get());
            at = at.at(next.get().position() + apart);
        }
        return List.copyOf(places);
    }

    /** Adds a breakpoint, or removes it if it is there already. */
    public void toggle(Breakpoint breakpoint) {
        boolean wasThere = breakpoints.removeIf(known -> isSame(known, breakpoint));
        if (!wasThere) {
            breakpoints.add(breakpoint);
        }
    }

    /** Adds a watch, unless the same one is there already. */
    public void watch(Watch watch) {
        if (!watches.contains(watch)) {
            watches.add(watch);
        }
    }

    /**
     * The first strike on the way; empty where nothing is in the way.
     *
     * @param sequence of the batch, which conditions look at
     */
    public Optional<Stop> onTheWay(Run run, Playhead from, Playhead to, int sequence) {
        List<Breakpoint> active = enabled();
        return active.isEmpty() || from.position() == to.position()
                ? Optional.empty()
                : Stops.next(run, from, to, active, sequence);
    }
}
