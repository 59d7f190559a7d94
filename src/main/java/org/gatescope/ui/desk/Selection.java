package org.gatescope.ui.desk;

import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Name;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Network;
import org.gatescope.engine.PartKey;
import org.gatescope.engine.ReadOut;
import org.gatescope.explain.NumberId;
import org.gatescope.session.Playhead;
import org.gatescope.session.Playhead.Moment;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.TableId;
import org.gatescope.session.Workbench;
import org.jspecify.annotations.Nullable;

/**
 * What the panels show together: a part of the network and a sequence of the batch. As in a debugger the part follows the
 * playhead when that enters another one.
 */
public final class Selection {
    /** The input, with its embedding where there is one. */
    public static final String INPUT = Embedding.KEY;

    /** The lowest layer, forward: there in every network whose lowest layer does not read in reverse alone. */
    public static final String FIRST = PartKey.FIRST;

    private final StringProperty part = new SimpleStringProperty(FIRST);
    private final IntegerProperty sequence = new SimpleIntegerProperty();
    private final ObjectProperty<@Nullable NumberId> opened = new SimpleObjectProperty<>();
    private final ObjectProperty<Set<NumberId>> lit = new SimpleObjectProperty<>(Set.of());
    private final BooleanProperty hidesMistakes = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Path> path = new SimpleObjectProperty<>();
    private final Subscriptions open = new Subscriptions();
    private final Workbench workbench;
    private boolean isPassing;
    private String entered = "";
    private String title = "";

    /** Nothing is opened yet; the lowest layer and the first sequence are selected. */
    public Selection(Workbench workbench) {
        this.workbench = workbench;
        opened.subscribe(number -> {
            if (number != null) {
                number.ofSequence().ifPresent(sequence::set);
            }
        });
        open.add(
                workbench.followSession(this::keepWithin),
                workbench.follow(this::runChanged, this::follow),
                workbench.followOpened(this::begin));
    }

    void close() {
        open.unsubscribe();
    }

    /** Key of a layer's direction, of the read-out, or {@link #INPUT}. */
    public StringProperty part() {
        return part;
    }

    /** Row of the batch, from 0. */
    public IntegerProperty sequence() {
        return sequence;
    }

    /** The selected row of a session's batch, which may be smaller than that of the one before: its last then. */
    public int sequenceIn(Session session) {
        return Math.clamp(sequence.get(), 0, Math.max(0, session.batch() - 1));
    }

    /** The opened number, which is one of the selected sequence unless it is one of all; null for none. */
    public ObjectProperty<@Nullable NumberId> opened() {
        return opened;
    }

    /** Shows a number where it is: its part and its sequence are selected, and it is opened. */
    public void leadTo(NumberId number) {
        select(number);
        opened.set(number);
    }

    /** Selects the part and the sequence that a number is of. */
    public void select(NumberId number) {
        switch (number) {
            case NumberId.OfStep(String of, Expression node, int step, int row, int column) ->
                select(of, node instanceof Name ? row : sequence.get());
            case NumberId.Norm(String of, String name, int step, int row) -> select(of, row);
            case NumberId.JacobianNorm(String of, String state, int row, int later, int earlier) -> select(of, row);
            case NumberId.Loss() -> {}
            case NumberId.Given(TableId table, int row, int column) -> select(table, row);
            case NumberId.GradientOfGiven(TableId table, int row, int column) -> select(table, row);
        }
    }

    private void select(TableId table, int row) {
        switch (table) {
            case TableId.Parameter(FullName name) -> part.set(name.part());
            case TableId.InitialState(FullName name) -> select(name.part(), row);
            case TableId.FinalGradient(FullName name) -> select(name.part(), row);
            case TableId.Input(int of) -> select(INPUT, of);
            case TableId.Computed(int of) -> sequence.set(of);
            case TableId.Dropped(int layer, int of) -> selectLayer(layer, of);
            case TableId.Upstream(int of) -> sequence.set(of);
            case TableId.Targets(int of) -> select(ReadOut.KEY, of);
            case TableId.Mask(int of) -> select(ReadOut.KEY, of);
        }
    }

    /** The direction that is selected stays so. */
    private void selectLayer(int layer, int row) {
        Network network = workbench.session().get().network();
        boolean isSelected =
                PartKey.read(part.get()).filter(key -> key.layer() == layer).isPresent();
        if (!isSelected && layer < network.layers().size()) {
            part.set(network.key(layer));
        }
        sequence.set(row);
    }

    private void select(String of, int row) {
        part.set(of);
        sequence.set(row);
    }

    /** Opens a number in the place of the one that is: an arrow goes from it to its neighbour. */
    public void passTo(NumberId number) {
        isPassing = true;
        try {
            opened.set(number);
        } finally {
            isPassing = false;
        }
    }

    /** While the opened number changes: whether the one before was only passed, and is no place to come back to. */
    public boolean isPassing() {
        return isPassing;
    }

    /** Steps that a gradient goes through, from an earlier one to a later one, to be marked; null for none. */
    public ObjectProperty<@Nullable Path> path() {
        return path;
    }

    /** True while a mistake is to be found: then nothing says which one is on. */
    public BooleanProperty hidesMistakes() {
        return hidesMistakes;
    }

    /** A way through time in one part. Of a reversed direction the later step is the lower one. */
    public record Path(String part, int earlier, int later) {}

    /** What the opened number is made from, to be marked wherever it is shown. */
    public ObjectProperty<Set<NumberId>> lit() {
        return lit;
    }

    /** Where the playhead is; empty before the first operation. */
    private static String part(Playhead playhead) {
        return playhead.moment().map(Moment::part).orElse("");
    }

    /** Another run is no move of the playhead: what is selected stays so. */
    private void runChanged(Run run, Playhead playhead) {
        entered = part(playhead);
    }

    private void follow(Playhead playhead) {
        String now = part(playhead);
        boolean entersAnother = !now.equals(entered) && !now.isEmpty();
        entered = now;
        if (entersAnother && !workbench.isOpening()) {
            part.set(now);
        }
    }

    /** What was selected was so in another session. */
    private void begin() {
        opened.set(null);
        part.set(workbench.session().get().network().key(0));
        sequence.set(0);
    }

    private void keepWithin(Session session) {
        if (workbench.isOpening()) {
            begin();
        }
        if (!session.title().equals(title)) {
            title = session.title();
            opened.set(null); // it was a number of what was shown before
        }
        sequence.set(Math.clamp(sequence.get(), 0, Math.max(0, session.batch() - 1)));
        if (!isThere(session, part.get())) {
            int layer = PartKey.read(part.get()).map(PartKey::layer).orElse(0);
            int last = session.network().layers().size() - 1;
            part.set(session.network().key(layer > last ? 0 : layer));
        }
    }

    /** Selects a part, unless the session has none of this key. */
    public void choosePart(String key) {
        if (isThere(workbench.session().get(), key)) {
            part.set(key);
        }
    }

    /** The read-out can be selected where there is none yet: there it is chosen. */
    private static boolean isThere(Session session, String key) {
        return session.part(key).isPresent() || key.equals(INPUT) || key.equals(ReadOut.KEY);
    }
}
