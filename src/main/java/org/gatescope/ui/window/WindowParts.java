package org.gatescope.ui.window;

import java.util.concurrent.Executor;
import org.gatescope.session.Trainer;
import org.gatescope.session.debug.Debugging;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.lab.MistakeSwitches;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.stage.StagePanel;
import org.gatescope.ui.tables.TablesPanel;

/**
 * What a room at the right may build on. Most need the desk alone.
 *
 * @param stage    the lanes, in the middle
 * @param tables   at the left
 * @param cells    the user's own
 * @param switches of the mistakes that are made on purpose
 */
record WindowParts(
        Desk desk,
        StagePanel stage,
        TablesPanel tables,
        Trainer trainer,
        Debugging debugging,
        OwnCells cells,
        MistakeSwitches switches) {
    /** @param training makes the updates of a training */
    static WindowParts of(Desk desk, Executor training, OwnCells cells) {
        TablesPanel tables = new TablesPanel(desk);
        tables.setOwnCells(cells);
        return new WindowParts(
                desk,
                new StagePanel(desk),
                tables,
                new Trainer(desk.workbench(), training),
                new Debugging(),
                cells,
                new MistakeSwitches(desk.workbench()));
    }

    void close() {
        stage.close();
        tables.close();
        trainer.close();
        desk.close();
    }
}
