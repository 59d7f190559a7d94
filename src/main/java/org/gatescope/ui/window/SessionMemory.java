package org.gatescope.ui.window;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatescope.explain.Covered;
import org.gatescope.explain.PredictionScore;
import org.gatescope.explain.WrittenNumber;
import org.gatescope.session.Run;
import org.gatescope.session.Workbench;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.lane.LanesView;
import org.gatescope.ui.stage.StagePanel;
import org.gatescope.ui.stage.UnitOrder;

/** What a session file keeps of its window and the next window does not begin with: what is selected, opened and how lanes stand. */
final class SessionMemory {
    private static final String SPACE = " ";

    private final WindowMemory memory = new WindowMemory();
    private final Workbench workbench;
    private final Selection selection;
    private final StagePanel stage;
    private final FillingController filling;

    SessionMemory(Desk desk, StagePanel stage, Side side, FillingController filling) {
        workbench = desk.workbench();
        selection = desk.selection();
        this.stage = stage;
        this.filling = filling;
        LanesView lanes = stage.lanes();
        // in this order: another part has lanes of its own, and what is opened fills the window, too
        memory.keep("part", selection.part()::get, selection::choosePart)
                .keep("sequence", () -> Integer.toString(selection.sequence().get()), this::chooseSequence)
                .keep("units", () -> stage.orderProperty().get().key(), this::chooseOrder)
                .keep(
                        "difference",
                        () -> Boolean.toString(stage.differenceProperty().get()),
                        text -> stage.differenceProperty().set(Boolean.parseBoolean(text)));
        side.keepIn(memory); // a mistake that is hidden is not seen in differences either
        memory.keep(
                        "covered",
                        () -> desk.covered().get().written(),
                        text -> desk.covered().set(Covered.read(text)))
                .keep(
                        "score",
                        () -> desk.score().get().written(),
                        text -> desk.score().set(PredictionScore.read(text)));
        memory.keep("lanes", () -> String.join(SPACE, lanes.order()), text -> lanes.setOrder(words(text)))
                .keep("looks", () -> Looks.written(lanes.chosen()), text -> lanes.choose(Looks.read(text)))
                .keep("opened", () -> WrittenNumber.written(selection.opened().get()), this::open)
                .keep("filled", () -> String.join(SPACE, filling.filled()), this::fill);
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(SPACE, -1))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private void chooseSequence(String text) {
        if (text.matches("\\d{1,9}")) {
            int sequence = Integer.parseInt(text);
            selection
                    .sequence()
                    .set(Math.min(
                            sequence, Math.max(0, workbench.session().get().batch() - 1)));
        }
    }

    private void chooseOrder(String text) {
        Stream.of(UnitOrder.values())
                .filter(order -> order.key().equals(text))
                .findFirst()
                .ifPresent(stage.orderProperty()::set);
    }

    private void open(String text) {
        Run run = workbench.shown().get().run();
        WrittenNumber.read(text)
                .filter(number -> WrittenNumber.isThere(run, number))
                .ifPresent(selection.opened()::set);
    }

    private void fill(String text) {
        words(text).stream().filter(pane -> !filling.filled().contains(pane)).forEach(filling::refill);
    }

    Map<String, String> now() {
        return memory.now();
    }

    void restore(Map<String, String> view) {
        memory.restore(view);
    }
}
