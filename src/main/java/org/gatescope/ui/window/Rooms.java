package org.gatescope.ui.window;

import java.util.List;
import org.gatescope.text.Texts;
import org.gatescope.ui.compare.ComparePanel;
import org.gatescope.ui.diagnostics.DiagnosticsRoom;
import org.gatescope.ui.lab.MistakesPanel;
import org.gatescope.ui.training.TrainingPanel;

/** The rooms at the right, in their order: the buttons above them, their keys, settings and command line follow from this. */
public final class Rooms {
    private static final Texts TEXTS = Texts.of(Rooms.class);

    /** Where a training is made and watched. */
    public static final String TRAINING = "training";

    static final String COMPARE = "compare";

    static final List<RoomOffer> ALL = List.of(
            new RoomOffer("cell", TEXTS, CellRoom::new),
            new RoomOffer(
                    TRAINING,
                    TEXTS,
                    parts -> new TrainingPanel(parts.desk(), parts.trainer(), parts.tables()::offerToDraw)),
            new RoomOffer(
                    "diagnostics",
                    TEXTS,
                    parts -> new DiagnosticsRoom(parts.desk(), parts.stage().orderProperty())),
            new RoomOffer(
                    "mistakes",
                    TEXTS,
                    parts -> new MistakesPanel(
                            parts.desk(), parts.switches(), parts.stage().differenceProperty())),
            new RoomOffer(
                    COMPARE,
                    TEXTS,
                    parts -> new ComparePanel(
                            parts.desk(), parts.stage().sides(), parts.stage().cells(), parts.trainer())));

    private Rooms() {}

    /** What settings and the command line call them. */
    public static List<String> keys() {
        return ALL.stream().map(RoomOffer::key).toList();
    }

    /** The one that is shown by default. */
    static String first() {
        return ALL.getFirst().key();
    }
}
