package org.gatescope.ui.cell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.picture.Digits;
import org.gatescope.picture.diagram.CellGraph;
import org.gatescope.picture.diagram.CellGraph.Node;
import org.gatescope.picture.diagram.DiagramColours;
import org.gatescope.picture.diagram.DiagramLayout;
import org.gatescope.picture.diagram.DiagramMarks;
import org.gatescope.picture.diagram.DiagramMarks.Unit;
import org.gatescope.picture.diagram.DiagramPicture;
import org.gatescope.picture.diagram.ElkLayout;
import org.gatescope.picture.diagram.NodeNumbers;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Failure;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Session;
import org.gatescope.session.Shown;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.gatescope.session.number.Table;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.cell.PartNumbers.NodeScale;
import org.gatescope.ui.control.Reveal;
import org.gatescope.ui.control.Fillable;
import org.gatescope.ui.control.TwoEnds;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.MarkedNumbers;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.words.OperationWords;
import org.gatescope.ui.words.PlayWords;
import org.jspecify.annotations.Nullable;

/** The selected part's cell at the playhead: its diagram with the numbers of the step. */
public final class DiagramPanel extends VBox {
    private static final Texts TEXTS = Texts.of(DiagramPanel.class);
    private static final PseudoClass BACKWARD = PseudoClass.getPseudoClass("backward");
    private static final double HIGHEST = 420;
    /** Of a node that came into view. */
    private static final double BESIDE = 40;
    /** Layouts of graphs that are not shown at the moment. */
    private static final int MOST_KEPT = 16;

    private final Workbench workbench;
    private final Selection selection;
    private final Desk desk;
    private final Subscriptions open = new Subscriptions();
    private final BackgroundTask layingOut;
    private final BackgroundTask measuring;
    private final Map<CellGraph, DiagramLayout> laidOut = new HashMap<>();
    private final Label title = new Label();
    private final Label phase = new Label();
    private final Label problem = new Label();
    private final DiagramView view = new DiagramView();
    private final ScrollPane scroll = new ScrollPane(view);
    private @Nullable ShownPart shown;
    private @Nullable DiagramLayout layout;
    private @Nullable Unit cursor;
    private OptionalInt inView = OptionalInt.empty();
    private MarkedNumbers marked = MarkedNumbers.NONE;

    /** Shows the cell of the desk's selection, and goes on following it until it is closed. */
    public DiagramPanel(Desk desk) {
        this.desk = desk;
        this.workbench = desk.workbench();
        this.selection = desk.selection();
        this.layingOut = desk.background().task();
        this.measuring = desk.background().task();
        getStyleClass().add("cell-panel");
        title.getStyleClass().add("section-title");
        phase.getStyleClass().add("cell-phase");
        Fillable fillable = Fillable.of(this, TEXTS.get("pane"));
        HBox tools = new HBox(phase, fillable.button());
        tools.setAlignment(Pos.BASELINE_RIGHT);
        TwoEnds heading = new TwoEnds(title, tools);
        fillable.byDoubleClick(heading);
        scroll.setPannable(true);
        scroll.setVbarPolicy(ScrollBarPolicy.AS_NEEDED);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("diagram-scroll");
        problem.setId("diagram-problem");
        problem.setWrapText(true);
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().addAll(heading, problem, scroll);
        view.setOnClick(this::open);
        view.setWords(this::words);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        view.focusedProperty().subscribe(focused -> {
            cursor = focused ? cursor : null;
            refresh();
        });
        widthProperty().subscribe(this::fit);
        open.add(
                desk.theme().subscribe(this::refresh),
                selection.part().subscribe(this::rebuild),
                selection.sequence().subscribe(this::rebuild),
                selection.lit().subscribe(this::light),
                selection.opened().subscribe(this::light),
                workbench.follow((run, playhead) -> rebuild(), playhead -> refresh()),
                layingOut::cancel,
                measuring::cancel);
    }

    /** Lets go of what it listens to, and of what is under way. */
    public void close() {
        open.unsubscribe();
    }

    @Override
    public String getUserAgentStylesheet() {
        return DiagramPanel.class.getResource("cell.css").toExternalForm();
    }

    private void rebuild() {
        Shown now = workbench.shown().get();
        ShownPart before = shown;
        int sequence = selection.sequenceIn(now.run().session());
        ShownPart next = ShownPart.of(
                now.run(), selection.part().get(), sequence, now.playhead().step(), before);
        shown = next;
        boolean isSameGraph =
                before != null && before.diagram().graph().equals(next.diagram().graph());
        if (!isSameGraph) {
            layOut(next);
        }
        if (before == null || !before.diagram().equals(next.diagram())) {
            measuring.cancel();
        }
        measure(next);
        light();
    }

    /** Those that come with the app are placed at once; others in the background, for a large one takes its time. */
    private void layOut(ShownPart next) {
        layingOut.cancel();
        problem.setText("");
        cursor = null;
        inView = OptionalInt.empty();
        CellGraph graph = next.diagram().graph();
        layout = next.curated().orElse(laidOut.get(graph));
        if (layout == null && !graph.nodes().isEmpty()) {
            layingOut.start(progress -> ElkLayout.of(graph, progress), found -> arrive(graph, found), this::fail);
        }
    }

    /** While numbers change all the time, those of some runs are measured. */
    private void measure(ShownPart of) {
        if (of.steps().isPresent()) {
            measuring.keepUp(
                    progress -> PartNumbers.scales(of.diagram(), of.run(), of.sequence(), progress),
                    this::measured,
                    this::fail);
        }
    }

    private void measured(List<NodeScale> scales) {
        ShownPart now = shown;
        if (now != null && now.steps().isPresent()) {
            shown = now.with(scales);
            refresh();
        }
    }

    private void arrive(CellGraph graph, DiagramLayout found) {
        if (laidOut.size() == MOST_KEPT) {
            laidOut.clear();
        }
        laidOut.put(graph, found);
        layout = found;
        refresh();
    }

    private void fail(Failure why) {
        problem.setText(TEXTS.get("no-diagram", why.sentence()));
    }

    private void refresh() {
        Shown now = workbench.shown().get();
        ShownPart of = shown;
        if (of == null || !of.run().session().hasShapeOf(now.run().session())) {
            return; // the other run is told of next
        }
        Playhead playhead = now.playhead();
        describe(of, playhead);
        view.show(picture(of, playhead).orElse(null));
        fit();
        follow(of, playhead);
    }

    private Optional<DiagramPicture> picture(ShownPart of, Playhead playhead) {
        DiagramLayout placed = layout;
        if (placed == null || of.nodes().isEmpty()) {
            return Optional.empty();
        }
        int step = playhead.step();
        of.moveTo(step);
        return Optional.of(new DiagramPicture(
                placed.width(),
                1,
                of.diagram(),
                placed,
                of.nodes(),
                playhead,
                step,
                of.sequence(),
                DiagramColours.of(desk.tones()),
                new DiagramMarks(of.units(marked, step), cursor)));
    }

    /** In a diagram larger than its place the operation at the playhead comes into view. */
    private void follow(ShownPart of, Playhead playhead) {
        OptionalInt node = of.diagram().lit(playhead);
        if (layout == null || node.equals(inView)) {
            return;
        }
        inView = node;
        node.ifPresent(id -> Platform.runLater(() -> reveal(id))); // once it is laid out
    }

    private void reveal(int node) {
        view.place(node).ifPresent(box -> {
            Reveal.horizontally(scroll, box.x(), box.right(), BESIDE);
            Reveal.vertically(scroll, box.y(), box.bottom(), BESIDE);
        });
    }

    private void describe(ShownPart of, Playhead playhead) {
        Session session = of.run().session();
        int step = playhead.step();
        String token = step < session.steps() ? session.token(of.sequence(), step) : "";
        title.setText(TEXTS.get(token.isEmpty() ? "title" : "title.token", step, token));
        phase.setText(playhead.isAtStart() ? "" : PlayWords.phase(playhead.phase()));
        phase.pseudoClassStateChanged(BACKWARD, playhead.phase() == Phase.BACKWARD);
        view.setAccessibleText(OperationWords.of(workbench.shown().get().run(), playhead, of.sequence()));
    }

    private void fit() {
        double room = Math.max(1, getWidth() - 2);
        view.setRoom(room);
        double height = view.heightFor(room);
        scroll.setPrefHeight(Math.min(HIGHEST, height + (view.widthFor(room) > room + 1 ? 16 : 2)));
        scroll.setMinHeight(scroll.getPrefHeight());
        scroll.setVisible(height > 0);
        scroll.setManaged(height > 0);
    }

    private void light() {
        marked = MarkedNumbers.of(selection);
        refresh();
    }

    private void open(Unit unit) {
        cursor = unit;
        number(unit).ifPresent(number -> selection.opened().set(number));
        refresh();
    }

    private Optional<OfStep> number(Unit unit) {
        Playhead playhead = workbench.shown().get().playhead();
        return Optional.ofNullable(shown).flatMap(of -> of.number(unit, playhead));
    }

    private String words(Unit unit) {
        ShownPart of = shown;
        OfStep number = number(unit).orElse(null);
        if (of == null || number == null) {
            return "";
        }
        Playhead playhead = workbench.shown().get().playhead();
        Node node = of.diagram().graph().node(unit.node());
        boolean isGradient = !number.node().equals(node.value());
        boolean isThere = isGradient
                ? of.diagram().hasGradient(playhead, number.step(), node)
                : of.diagram().hasValue(playhead, number.step(), node);
        NodeNumbers numbers = of.nodes().get(unit.node());
        Table table = isGradient ? numbers.gradient().orElseThrow() : numbers.value();
        String value = !isThere
                ? PlayWords.notYet()
                : unit.unit() < table.columns() ? Numerals.exact(table.at(of.sequence(), unit.unit())) : "";
        String text = TEXTS.get("unit", number.node(), number.step(), unit.unit(), value);
        return numbers.isGate() && isThere && !isGradient
                ? text + "\n" + TEXTS.get("gate", Digits.fixed(numbers.mean(of.sequence()), 2))
                : text;
    }

    private void pressed(KeyEvent event) {
        ShownPart of = shown;
        boolean isOther = event.isShortcutDown() || event.isShiftDown() || event.isAltDown();
        if (isOther || of == null || of.nodes().isEmpty()) {
            return;
        }
        int count = of.nodes().size();
        Unit at = cursor == null ? new Unit(0, 0) : cursor;
        switch (event.getCode()) {
            case UP -> put(new Unit(at.node(), Math.max(0, at.unit() - 1)));
            case DOWN -> put(new Unit(at.node(), Math.min(of.lastUnit(at.node()), at.unit() + 1)));
            case PAGE_UP -> put(new Unit((at.node() + count - 1) % count, 0));
            case PAGE_DOWN -> put(new Unit((at.node() + 1) % count, 0));
            case ENTER -> open(at);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void put(Unit unit) {
        cursor = unit;
        refresh();
        view.setAccessibleText(words(unit));
    }
}
