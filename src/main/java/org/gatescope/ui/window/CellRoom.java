package org.gatescope.ui.window;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.gatescope.session.Workbench;
import org.gatescope.ui.cell.DiagramPanel;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.debug.DebugPanel;
import org.gatescope.ui.desk.Room;
import org.gatescope.ui.equations.EquationsPanel;

/** The cell at the playhead: its diagram, its equations, breakpoints and watches. */
final class CellRoom implements Room {
    private final DiagramPanel diagram;
    private final EquationsPanel equations;
    private final DebugPanel debug;
    /** It keeps up while it is not seen. */
    private final BooleanProperty active = new SimpleBooleanProperty();

    private final Workbench workbench;
    private Subscription opened = Subscription.EMPTY;

    CellRoom(WindowParts parts) {
        workbench = parts.desk().workbench();
        diagram = new DiagramPanel(parts.desk());
        equations = new EquationsPanel(parts.desk(), parts.cells(), parts.debugging());
        debug = new DebugPanel(parts.desk(), parts.debugging());
    }

    @Override
    public List<Region> content() {
        return List.of(diagram, equations, debug);
    }

    @Override
    public BooleanProperty activeProperty() {
        return active;
    }

    @Override
    public void onBegin(Runnable show) {
        opened = workbench.followOpened(show);
    }

    @Override
    public void addShortcuts(Shortcuts shortcuts) {
        shortcuts
                .line("breakpoint")
                .everywhere(debug::toggleOperation, KeyCode.F9)
                .everywhere(debug::toggleStep, KeyCode.F9, KeyCombination.SHORTCUT_DOWN)
                .line("watch")
                .everywhere(debug::watchThis, KeyCode.F9, KeyCombination.SHIFT_DOWN);
    }

    @Override
    public void close() {
        opened.unsubscribe();
        diagram.close();
        equations.close();
        debug.close();
    }
}
