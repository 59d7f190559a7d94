package org.gatescope.ui.diagnostics;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.VBox;
import org.gatescope.picture.Ground;
import org.gatescope.picture.Tones;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Selection;
import org.jspecify.annotations.Nullable;

/** A diagnostic of the run that is shown. Hidden it does nothing; shown again it catches up. */
abstract class DiagnosticPanel extends VBox {
    final Desk desk;
    final Workbench workbench;
    final Selection selection;
    /** Ends with the panel. */
    final Subscriptions open = new Subscriptions();

    private final BooleanProperty active = new SimpleBooleanProperty();
    private boolean isStale = true;
    private String part = "";
    private int sequence = -1;
    private @Nullable Session before;
    private boolean isAlike;
    private boolean worn;

    DiagnosticPanel(Desk desk) {
        this.desk = desk;
        this.workbench = desk.workbench();
        this.selection = desk.selection();
        getStyleClass().add("diagnostic");
    }

    /** Once all fields of the view are there. */
    final void listen() {
        open.add(
                workbench.follow((run, playhead) -> replaced(), playhead -> catchUp()),
                selection.part().subscribe(now -> catchUp()),
                selection.sequence().subscribe(now -> catchUp()),
                active.subscribe(now -> catchUp()),
                desk.theme().subscribe(now -> {
                    worn = false;
                    catchUp();
                }));
    }

    final void close() {
        stop();
        open.unsubscribe();
    }

    private void replaced() {
        isStale = true;
        if (!active.get()) {
            stop();
        }
        catchUp();
    }

    /** False while it cannot be seen: then it does nothing. */
    public final BooleanProperty activeProperty() {
        return active;
    }

    final Tones tones() {
        return desk.tones();
    }

    final Ground ground() {
        return desk.ground();
    }

    final Run run() {
        return workbench.shown().get().run();
    }

    final Session session() {
        return run().session();
    }

    final Playhead playhead() {
        return workbench.shown().get().playhead();
    }

    /** The selected row of the batch. */
    final int sequence() {
        return selection.sequenceIn(session());
    }

    /** The selected layer and direction; the lowest while something else is selected. */
    final String part() {
        String selected = selection.part().get();
        return session().part(selected).isPresent()
                ? selected
                : session().network().key(0);
    }

    /** A name of the part's cell as it is read. */
    final String written(String name) {
        return NamesOfParts.of(session(), part()).text(name);
    }

    private void catchUp() {
        if (!active.get()) {
            return;
        }
        boolean isAnother = isStale || !part.equals(part()) || sequence != sequence();
        if (isAnother) {
            isAlike = before != null && before.hasShapeOf(session()) && part.equals(part()) && sequence == sequence();
            before = session();
            isStale = false;
            part = part();
            sequence = sequence();
            runChanged();
        }
        if (isAnother || !worn) {
            worn = true;
            themeChanged();
        }
        playheadMoved();
    }

    /**
     * True if nothing but numbers differs from what was shown before, so that what was found of that may stay until the next
     * is found.
     */
    final boolean isAlike() {
        return isAlike;
    }

    /** Nothing comes of what is under way: its run is not shown any longer while nobody looks, or the panel is closed. */
    abstract void stop();

    /** Another run, part or sequence. */
    abstract void runChanged();

    /** Other colours, or other numbers to draw. */
    void themeChanged() {}

    /** After each move, and after what changed otherwise. */
    abstract void playheadMoved();

    @Override
    public String getUserAgentStylesheet() {
        return DiagnosticPanel.class.getResource("diagnostics.css").toExternalForm();
    }
}
