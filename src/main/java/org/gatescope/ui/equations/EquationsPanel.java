package org.gatescope.ui.equations;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.cell.Convention;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.session.Objective;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Shown;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.gatescope.session.debug.Breakpoint;
import org.gatescope.session.debug.Debugging;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Fillable;
import org.gatescope.ui.control.KeyFocus;
import org.gatescope.ui.control.TwoEnds;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.equations.PhaseChoice.Direction;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.words.PartWords;
import org.jspecify.annotations.Nullable;

/**
 * The equations of the selected part, with the operation at the playhead lit; in the backward phase the adjoint lines take
 * their place, and the gradient of the parameter at the playhead is seen to grow. A layer's equations can be edited.
 */
public final class EquationsPanel extends VBox {
    private static final Texts TEXTS = Texts.of(EquationsPanel.class);
    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");

    private final Workbench workbench;
    private final Selection selection;
    private final Subscriptions open = new Subscriptions();
    private final Label part = new Label();
    private final Label none = new Label();
    private final PhaseChoice choice = new PhaseChoice();
    private final ToggleButton all = new ToggleButton();
    private final ToggleButton edit = new ToggleButton(TEXTS.get("edit"));
    private final LineList lines;
    private final GradientSharesPanel shares;
    private final EquationEditor editor;
    private @Nullable Run run;
    private String shownPart = "";
    private @Nullable Phase shownPhase;
    private Convention shownIn = Convention.shown();

    /**
     * @param cells the user's own, to begin with and to add to
     */
    public EquationsPanel(Desk desk, OwnCells cells, Debugging debugging) {
        this.workbench = desk.workbench();
        this.selection = desk.selection();
        lines = new LineList(
                new LineStops(debugging), () -> workbench.shown().get().playhead(), this::choose);
        ListChangeListener<Breakpoint> stops = change -> lines.light();
        debugging.breakpoints().addListener(stops);
        shares = new GradientSharesPanel(desk);
        editor = new EquationEditor(desk, cells);
        build();
        choice.pinned().subscribe(now -> show());
        open.add(
                selection.part().subscribe(now -> {
                    show();
                    editor.follow();
                }),
                workbench.followSession(session -> editor.follow()),
                workbench.follow((run, playhead) -> show(), playhead -> moved()),
                shares::close,
                () -> debugging.breakpoints().removeListener(stops));
        editor.setOnClose(() -> {
            edit.setSelected(false);
            KeyFocus.lead(edit); // Escape closed it, so the keys go on from what opened it
        });
        edit.selectedProperty().subscribe(this::showEditor);
    }

    /** Lets go of what it listens to, and of what is under way. */
    public void close() {
        open.unsubscribe();
    }

    private void build() {
        getStyleClass().add("equations-panel");
        getStylesheets()
                .add(Objects.requireNonNull(EquationsPanel.class.getResource("equations.css"))
                        .toExternalForm());
        Label title = new Label(TEXTS.get("title"));
        title.getStyleClass().add("section-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        part.getStyleClass().add("equations-part");
        part.setMaxWidth(Double.MAX_VALUE);
        part.setMinWidth(Region.USE_PREF_SIZE);
        edit.setId("edit-equations");
        edit.getStyleClass().addAll("pill", "small", "edit-pill");
        edit.setMinWidth(Region.USE_PREF_SIZE);
        choice.setMinWidth(Region.USE_PREF_SIZE);
        HBox what = new HBox(title, part);
        Fillable fillable = Fillable.enlarged(this, "equations", TEXTS.get("title"))
                .titled(title)
                .drawnAs(this::whole);
        HBox choices = new HBox(choice, edit, fillable.button());
        choices.setFillHeight(false);
        List.of(what, choices).forEach(end -> end.getStyleClass().add("equations-header"));
        none.getStyleClass().addAll("muted", "no-equations");
        none.setWrapText(true);
        List.of(none, shares, editor).forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        lines.managedProperty().bind(lines.visibleProperty());
        all.setId("all-equations");
        all.getStyleClass().addAll("pill", "small", "edit-pill");
        all.managedProperty().bind(all.visibleProperty());
        all.setVisible(false);
        all.selectedProperty().subscribe(lines::showAll);
        TwoEnds heading = new TwoEnds(what, choices);
        fillable.byDoubleClick(heading);
        getChildren().addAll(heading, editor, none, lines, all, shares);
    }

    /** A picture has all lines: none can be scrolled to in it. */
    private List<Node> whole() {
        all.setSelected(true);
        return List.of(this);
    }

    private void moved() {
        show();
        lines.come();
    }

    private void show() {
        Shown shown = workbench.shown().get();
        Session session = shown.run().session();
        String key = selection.part().get();
        Direction direction = choice.pinned().get().orElse(direction(shown.playhead()));
        choice.show(direction);
        showLines(shown.run(), key, phase(direction, key));
        part.setText(PartWords.brief(session, key));
        edit.setDisable(session.part(key).isEmpty());
        if (edit.isDisabled()) {
            edit.setSelected(false);
        }
        lines.light();
        showShares(shown);
    }

    private static Direction direction(Playhead playhead) {
        return playhead.phase() == Phase.BACKWARD ? Direction.BACKWARD : Direction.FORWARD;
    }

    private static Phase phase(Direction direction, String part) {
        if (direction == Direction.BACKWARD) {
            return Phase.BACKWARD;
        }
        return part.equals(ReadOut.KEY) ? Phase.LOSS : Phase.FORWARD;
    }

    /** Lines are made anew for another network, part or phase, or where sizes may have changed. */
    private void showLines(Run current, String key, Phase phase) {
        boolean isSame = key.equals(shownPart)
                && phase == shownPhase
                && run != null
                && isLike(current, run)
                && Convention.shown().equals(shownIn);
        run = current;
        if (isSame) {
            return;
        }
        shownPart = key;
        shownPhase = phase;
        shownIn = Convention.shown();
        List<EquationLine> found = EquationLine.of(current, phase, key);
        lines.show(found);
        lines.setVisible(!found.isEmpty());
        none.setVisible(found.isEmpty());
        all.setVisible(lines.isLong());
        all.setText(TEXTS.get("all", found.size()));
        none.setText(TEXTS.get(key.equals(Selection.INPUT) ? "none.input" : "none.read-out"));
        pseudoClassStateChanged(EMPTY, found.isEmpty());
    }

    private static boolean isLike(Run one, Run other) {
        Session a = one.session();
        Session b = other.session();
        return a.hasNetworkOf(b)
                && a.batch() == b.batch()
                && a.mistakes().equals(b.mistakes())
                && a.objective().map(Objective::loss).equals(b.objective().map(Objective::loss));
    }

    private void choose(EquationLine line) {
        workbench.move(line::playedAt);
        parameter(line).ifPresent(shares::choose);
        showShares(workbench.shown().get());
    }

    /** The parameter of the line at the playhead, or the one before it that had one. */
    private void showShares(Shown shown) {
        boolean isBackward = shownPhase == Phase.BACKWARD;
        int lit = isBackward ? lines.lit() : -1;
        if (lit >= 0) {
            parameter(lines.getItems().get(lit)).ifPresent(shares::choose);
        }
        shares.show(shown, isBackward ? shownPart : "");
    }

    private Optional<String> parameter(EquationLine line) {
        if (line.phase() != Phase.BACKWARD) {
            return Optional.empty();
        }
        Session session = workbench.shown().get().run().session();
        String owner = session.part(line.pass()).map(Part::parameterKey).orElse(line.pass());
        String name = QuantityName.base(line.played().quantity());
        String full = new FullName(owner, name).text();
        return session.network().parameters().containsKey(full) ? Optional.of(full) : Optional.empty();
    }

    private void showEditor(boolean isOpen) {
        editor.setVisible(isOpen);
        if (isOpen) {
            editor.open();
        }
    }
}
