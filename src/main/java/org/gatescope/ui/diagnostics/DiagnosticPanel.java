package org.gatescope.ui.diagnostics;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.VBox;
import org.gatescope.picture.Tones;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Shown;
import org.gatescope.session.Workbench;
import org.gatescope.ui.desk.Selection;
import org.jspecify.annotations.Nullable;

/** A diagnostic of the run that is shown. Hidden it does nothing; shown again it catches up. */
abstract class DiagnosticPanel extends VBox {
    final Workbench workbench;
    final Selection selection;
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final BooleanProperty active = new SimpleBooleanProperty();
    private @Nullable Run shown;
    private String part = "";
    private int sequence = -1;
    private boolean worn;

    DiagnosticPanel(Workbench workbench, Selection selection) {
        this.workbench = workbench;
        this.selection = selection;
        getStyleClass().add("diagnostic");
    }

    /** Once all fields of the view are there. */
    final void listen() {
        workbench.shown().subscribe(now -> catchUp());
        selection.part().subscribe(now -> catchUp());
        selection.sequence().subscribe(now -> catchUp());
        active.subscribe(now -> catchUp());
        dark.subscribe(now -> {
            worn = false;
            catchUp();
        });
    }

    public final BooleanProperty darkProperty() {
        return dark;
    }

    /** False while it cannot be seen: then it does nothing. */
    public final BooleanProperty activeProperty() {
        return active;
    }

    final Tones tones() {
        return Tones.of(dark.get());
    }

    final boolean isDark() {
        return dark.get();
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
        return session().part(selected).isPresent() ? selected : Selection.FIRST;
    }

    @SuppressWarnings("ReferenceEquality") // the very run
    private void catchUp() {
        if (!active.get()) {
            return;
        }
        Shown now = workbench.shown().get();
        boolean isAnother = now.run() != shown || !part.equals(part()) || sequence != sequence();
        if (isAnother) {
            shown = now.run();
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
