package org.gatescope.ui.window;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import org.gatescope.ui.cell.DiagramPanel;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.debug.DebugPanel;
import org.gatescope.ui.desk.Room;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.equations.EquationsPanel;
import org.gatescope.ui.inspect.InspectPanel;

/** The cell at the playhead: its diagram, its equations, why a number is what it is, breakpoints and watches. */
final class CellRoom implements Room {
    private final Selection selection;
    private final DiagramPanel diagram;
    private final EquationsPanel equations;
    private final InspectPanel inspect;
    private final DebugPanel debug;
    /** It keeps up while it is not seen: what is opened is lit in all other panels. */
    private final BooleanProperty active = new SimpleBooleanProperty();

    CellRoom(WindowParts parts) {
        selection = parts.desk().selection();
        diagram = new DiagramPanel(parts.desk());
        equations = new EquationsPanel(parts.desk(), parts.cells());
        inspect = new InspectPanel(parts.desk());
        debug = new DebugPanel(parts.desk(), parts.debugging());
    }

    @Override
    public List<Region> content() {
        return List.of(diagram, equations, inspect, debug);
    }

    @Override
    public BooleanProperty activeProperty() {
        return active;
    }

    @Override
    public void addShortcuts(Shortcuts shortcuts) {
        shortcuts
                .line("breakpoint")
                .everywhere(debug::toggleOperation, KeyCode.F9)
                .line("watch")
                .everywhere(debug::watchThis, KeyCode.F9, KeyCombination.SHIFT_DOWN);
    }

    /** A number that is opened anywhere is explained here. */
    @Override
    public void setOnReveal(Consumer<Region> reveal) {
        selection.opened().subscribe(number -> {
            if (number != null) {
                reveal.accept(inspect);
            }
        });
    }

    @Override
    public void close() {
        diagram.close();
        equations.close();
        inspect.close();
        debug.close();
    }
}
