package org.gatescope.ui.window;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.gatescope.session.debug.Breakpoint;
import org.gatescope.session.debug.Breakpoint.OnOperation;
import org.gatescope.session.debug.Breakpoint.OnStep;
import org.gatescope.session.debug.Debugging;
import org.gatescope.session.debug.Stop;
import org.gatescope.ui.axis.Ruler;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.transport.Transport;

/** Marks breakpoints on the ruler and above the bar of phases, and sets and removes those that are clicked there. */
final class StopMarksController {
    private final Workbench workbench;
    private final Debugging debugging;
    private final Ruler ruler;
    private final Transport transport;
    private final ListChangeListener<Breakpoint> changed = change -> show();
    private final Subscriptions open = new Subscriptions();
    private List<Stop> places = List.of();

    StopMarksController(Desk desk, Debugging debugging, Ruler ruler, Transport transport) {
        this.workbench = desk.workbench();
        this.debugging = debugging;
        this.ruler = ruler;
        this.transport = transport;
        ruler.setOnStop(step -> debugging.toggle(new OnStep(step, true)));
        transport.setOnStop(this::toggle);
        debugging.breakpoints().addListener(changed);
        open.add(
                workbench.follow((run, playhead) -> show(run, playhead), playhead -> {}),
                () -> debugging.breakpoints().removeListener(changed));
    }

    void close() {
        open.unsubscribe();
    }

    private void show() {
        show(workbench.shown().get().run(), workbench.shown().get().playhead());
    }

    private void show(Run run, Playhead playhead) {
        Map<Integer, Boolean> steps = new HashMap<>();
        for (Breakpoint breakpoint : debugging.breakpoints()) {
            if (breakpoint instanceof OnStep(int step, boolean on)) {
                steps.put(step, on);
            }
        }
        ruler.stopsProperty().set(steps);
        places = debugging.places(run, playhead);
        transport.stopsProperty().set(places.stream().map(Stop::position).toList());
    }

    /** The breakpoint whose mark it is; where there is none, one on the operation there. */
    private void toggle(long position) {
        Breakpoint there = places.stream()
                .filter(stop -> stop.position() == position)
                .map(Stop::breakpoint)
                .findFirst()
                .orElse(null);
        if (there != null) {
            debugging.toggle(there);
            return;
        }
        Playhead at = workbench.shown().get().playhead().at(Math.max(1, position));
        at.moment().ifPresent(moment -> debugging.toggle(OnOperation.at(moment)));
    }
}
