package org.gatescope.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.control.MenuItem;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.picture.lane.Square;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Notices;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.lane.ComparedSide;
import org.gatescope.ui.lane.LaneListener;
import org.gatescope.ui.predict.CoverMenu;
import org.jspecify.annotations.Nullable;

/**
 * What pointing at a number of the lanes does: it is opened, the playhead goes there, or it is edited where it comes from.
 */
final class Pointing implements LaneListener {
    private static final Texts TEXTS = Texts.of(Pointing.class);

    private final Desk desk;
    private final Workbench workbench;
    private final Selection selection;
    private final Supplier<ShownLanes> shown;
    private final Notices notices;
    private final LaneSides sides;
    private final CellBands cells;
    private Consumer<UnaryOperator<Playhead>> onRunTo = place -> {};
    private Consumer<Optional<Square>> onBeside = square -> {};
    private Runnable onAsk = () -> {};
    private SourceEditor sourceEditor = (table, row, column) -> {};

    /**
     * @param shown asked when something is pointed at
     * @param sides that are chosen for lanes
     * @param cells that stand above one another
     */
    Pointing(Desk desk, Supplier<ShownLanes> shown, LaneSides sides, CellBands cells) {
        this.cells = cells;
        this.sides = sides;
        this.desk = desk;
        this.workbench = desk.workbench();
        this.selection = desk.selection();
        this.notices = desk.notices();
        this.shown = shown;
    }

    void setOnRunTo(Consumer<UnaryOperator<Playhead>> action) {
        onRunTo = action;
    }

    /** @param action told of a square whose number cannot be opened, and of none once another is pointed at */
    void setOnBeside(Consumer<Optional<Square>> action) {
        onBeside = action;
    }

    void setOnAsk(Runnable action) {
        onAsk = action;
    }

    void setSourceEditor(SourceEditor editor) {
        sourceEditor = editor;
    }

    /** A square that the lanes no longer have opens nothing. */
    @Override
    public void open(Square square) {
        point(square);
        shown.get().number(square).ifPresent(selection.opened()::set);
    }

    private void point(Square square) {
        onBeside.accept(Optional.of(square).filter(shown.get()::isBeside));
    }

    @Override
    public void passTo(Square square) {
        point(square);
        shown.get().number(square).ifPresent(selection::passTo);
    }

    @Override
    public void seek(Square square) {
        open(square);
        if (shown.get().number(square).filter(shown.get().hidden()::hides).isPresent()) {
            onAsk.run(); // the playhead stays where it is: what comes next is to be predicted
            return;
        }
        target(square).ifPresent(workbench::move);
    }

    @Override
    public void runTo(Square square) {
        open(square);
        target(square).ifPresent(onRunTo);
    }

    void runTo(int step) {
        onRunTo.accept(now -> now.atStep(step));
    }

    /** The place of a number; empty for what is given: no operation makes it. */
    Optional<UnaryOperator<Playhead>> target(Square square) {
        PartLane lane = shown.get().find(square);
        if (lane == null && shown.get().isThere(square)) {
            return Optional.of(now -> now.atStep(square.t()));
        }
        return lane == null || isGiven(lane)
                ? Optional.empty()
                : Optional.of(now -> now.atStep(phase(lane, now), lane.part(), square.t()));
    }

    private boolean isGiven(PartLane lane) {
        Playhead now = workbench.shown().get().playhead();
        boolean isRead = lane.part().equals(Selection.INPUT)
                && now.schedule().operations(Phase.FORWARD, lane.part()).isEmpty();
        return isRead || lane.quantity().name().equals(ReadOutEquations.TARGET);
    }

    private static Phase phase(PartLane lane, Playhead now) {
        if (lane.quantity().isGradient() || now.phase() == Phase.BACKWARD) {
            return Phase.BACKWARD;
        }
        return lane.part().equals(ReadOut.KEY) ? Phase.LOSS : Phase.FORWARD;
    }

    @Override
    public void edit(Square square) {
        ShownLanes lanes = shown.get();
        Session session = workbench.session().get();
        if (!lanes.session().hasShapeOf(session)) {
            return; // the lanes are of a run before the last resize
        }
        PartLane lane = lanes.find(square);
        if (lane == null) {
            lanes.band(square).ifPresent(cells::take);
            return; // of the other run
        }
        Square number = lanes.unit(lane, square);
        TableId source = Sources.of(session, lane, selection.sequence().get());
        if (source == null) {
            notices.tell(TEXTS.get("computed", lanes.place(lane, number)));
        } else {
            sourceEditor.edit(
                    source, Sources.row(session, source, number.t()), Sources.column(session, lane, number.unit()));
        }
    }

    @Override
    public String name(Square square) {
        PartLane lane = shown.get().find(square);
        return lane == null ? shown.get().nameBeside(square) : shown.get().name(lane, square);
    }

    @Override
    public List<MenuItem> coverItems(String lane, @Nullable Square square) {
        PartLane known = shown.get().find(new Square(lane, 0, 0));
        if (known == null) {
            return List.of();
        }
        List<MenuItem> items = new ArrayList<>();
        items.add(CoverMenu.ofQuantity(desk, known.part(), known.quantity().id()));
        Optional.ofNullable(square)
                .flatMap(shown.get()::number)
                .ifPresent(number -> items.addAll(CoverMenu.ofNumbers(desk, List.of(number))));
        return items;
    }

    @Override
    public Optional<ComparedSide> side(String lane) {
        return shown.get().side(lane);
    }

    @Override
    public void show(String lane, ComparedSide side) {
        sides.choose(lane, side);
    }
}
