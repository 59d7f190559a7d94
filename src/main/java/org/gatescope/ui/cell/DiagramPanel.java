package org.gatescope.ui.cell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gatescope.cell.Convention;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Mathematics;
import org.gatescope.cell.Notation;
import org.gatescope.cell.ShownNames;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.explain.CoveredNumbers;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.picture.FormulaText;
import org.gatescope.picture.diagram.CellGraph;
import org.gatescope.picture.diagram.CellGraph.Node;
import org.gatescope.picture.diagram.CuratedLayout;
import org.gatescope.picture.diagram.DiagramColours;
import org.gatescope.picture.diagram.DiagramLayout;
import org.gatescope.picture.diagram.DiagramMarks;
import org.gatescope.picture.diagram.DiagramMarks.Unit;
import org.gatescope.picture.diagram.DiagramPicture;
import org.gatescope.picture.diagram.ElkLayout;
import org.gatescope.picture.diagram.NodeNumbers;
import org.gatescope.picture.diagram.Sight;
import org.gatescope.picture.diagram.UnitRange;
import org.gatescope.picture.diagram.Valve;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Failure;
import org.gatescope.session.NamesOfParts;
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
import org.gatescope.ui.control.Fillable;
import org.gatescope.ui.control.ProblemLabel;
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
    /** Layouts of graphs that are not shown at the moment. */
    private static final int MOST_KEPT = 16;

    private final Workbench workbench;
    private final Selection selection;
    private final Desk desk;
    private final Subscriptions open = new Subscriptions();
    private final BackgroundTask layingOut;
    private final BackgroundTask measuring;
    private final Map<CellGraph, List<DiagramLayout>> laidOut = new HashMap<>();
    private final Label title = new Label();
    private final Label phase = new Label();
    private final ProblemLabel problem = new ProblemLabel();
    private final DiagramView view = new DiagramView();
    private final Button fit = new Button(TEXTS.get("fit"));
    private @Nullable ShownPart shown;
    private List<DiagramLayout> layouts = List.of();
    private @Nullable Unit cursor;
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
        Fillable fillable = Fillable.of(this, "cell", TEXTS.get("pane"));
        fit.setId("diagram-fit");
        fit.getStyleClass().addAll("pill", "small");
        fit.setTooltip(new Tooltip(TEXTS.get("fit.tip")));
        fit.setFocusTraversable(false);
        fit.disableProperty().bind(view.wholeProperty());
        fit.setOnAction(event -> view.fit());
        HBox ends = new HBox(phase, fit, fillable.button());
        ends.getStyleClass().add("diagram-ends");
        TwoEnds heading = new TwoEnds(title, ends);
        fillable.byDoubleClick(heading);
        VBox.setVgrow(view, Priority.ALWAYS);
        problem.setId("diagram-problem");
        getChildren().addAll(heading, problem, view);
        view.setOnClick(this::open);
        view.setWords(this::words);
        view.setValveWords(this::words);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        view.focusedProperty().subscribe(focused -> {
            cursor = focused ? cursor : null;
            refresh();
        });
        open.add(
                desk.theme().subscribe(this::refresh),
                desk.covered().subscribe((before, now) -> refresh()),
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
        CellGraph graph = next.diagram().graph();
        layouts = next.curated().map(List::of).orElse(laidOut.getOrDefault(graph, List.of()));
        if (layouts.isEmpty() && !graph.nodes().isEmpty()) {
            boolean isCell = next.run().session().part(next.part()).isPresent();
            layingOut.start(progress -> layouts(graph, isCell, progress), found -> arrive(graph, found), this::fail);
        }
    }

    /** What is much like a cell that comes with the app looks like that one. */
    private static List<DiagramLayout> layouts(CellGraph graph, boolean isCell, Progress progress) {
        return Optional.of(graph)
                .filter(of -> isCell)
                .flatMap(CuratedLayout::near)
                .map(List::of)
                .orElseGet(() -> ElkLayout.all(graph, progress));
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

    private void arrive(CellGraph graph, List<DiagramLayout> found) {
        if (laidOut.size() == MOST_KEPT) {
            laidOut.clear();
        }
        laidOut.put(graph, found);
        layouts = found;
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
        show(of, playhead);
        view.follow(of.diagram().lit(playhead), playhead.position());
    }

    /** What was shown before stays until there is something else to show. */
    private void show(ShownPart of, Playhead playhead) {
        boolean isComing = !of.diagram().graph().nodes().isEmpty()
                && of.steps().isPresent()
                && problem.getText().isEmpty()
                && (layouts.isEmpty() || of.nodes().isEmpty());
        view.setOutdated(isComing);
        if (!isComing) {
            if (!layouts.equals(view.layouts())) {
                view.setLayouts(layouts);
            }
            view.show(picture(of, playhead).orElse(null));
        }
    }

    private Optional<DiagramPicture> picture(ShownPart of, Playhead playhead) {
        if (layouts.isEmpty() || of.nodes().isEmpty()) {
            return Optional.empty();
        }
        DiagramLayout placed = layouts.getFirst();
        int step = playhead.step();
        of.moveTo(step);
        return Optional.of(new DiagramPicture(
                Sight.fitting(placed, placed.width(), placed.height()),
                of.diagram(),
                placed,
                of.nodes(),
                playhead,
                step,
                of.sequence(),
                DiagramColours.of(desk.tones()),
                new DiagramMarks(of.units(marked, step), cursor, hiding(of, playhead))));
    }

    private DiagramMarks.Hiding hiding(ShownPart of, Playhead playhead) {
        CoveredNumbers covered = desk.hidden(of.run().session());
        return covered.isEmpty()
                ? unit -> false
                : unit -> of.number(unit, playhead).filter(covered::hides).isPresent();
    }

    private void describe(ShownPart of, Playhead playhead) {
        Session session = of.run().session();
        int step = playhead.step();
        String token = step < session.steps() ? session.token(of.sequence(), step) : "";
        title.setText(TEXTS.get(token.isEmpty() ? "title" : "title.token", Convention.counted(step), token));
        phase.setText(playhead.isAtStart() ? "" : PlayWords.phase(playhead.phase()));
        view.setAccessibleText(
                OperationWords.of(workbench.shown().get().run(), playhead, of.sequence(), desk.hidden(session)));
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
        return words(unit, new UnitRange(unit.unit(), unit.unit() + 1));
    }

    private String words(Unit unit, UnitRange sharing) {
        ShownPart of = shown;
        OfStep number = number(unit).orElse(null);
        if (of == null || number == null) {
            return "";
        }
        Playhead playhead = workbench.shown().get().playhead();
        Node node = of.diagram().graph().node(unit.node());
        boolean isGradient = playhead.phase() == Phase.BACKWARD;
        boolean isThere = isGradient
                ? of.diagram().hasGradient(playhead, number.step(), node)
                : of.diagram().hasValue(playhead, number.step(), node);
        NodeNumbers numbers = of.nodes().get(unit.node());
        Table table = isGradient ? numbers.gradient().orElseThrow() : numbers.value();
        CoveredNumbers covered = desk.hidden(of.run().session());
        String value = !isThere
                ? PlayWords.notYet()
                : covered.hides(number)
                        ? PlayWords.hidden()
                        : unit.unit() < table.columns() ? Numerals.exact(table.at(of.sequence(), unit.unit())) : "";
        String one = TEXTS.get(
                "unit", symbol(number.node(), number.part()), Convention.counted(number.step()), unit.unit(), value);
        boolean isHidden = IntStream.range(sharing.from(), sharing.to())
                .anyMatch(each -> number(new Unit(unit.node(), each))
                        .filter(covered::hides)
                        .isPresent());
        String all = sharing.isOne() || !isThere || isHidden ? one : one + "\n" + words(sharing, table, of.sequence());
        return all + definition(node);
    }

    /** A line on functions that go by one name elsewhere and are not one thing. */
    private static String definition(Node node) {
        String key = "function." + node.symbol().replace(' ', '_');
        return node.kind() == CellGraph.Kind.FUNCTION && TEXTS.has(key) ? "\n" + TEXTS.get(key) : "";
    }

    private static String words(UnitRange sharing, Table table, int sequence) {
        UnitRange.Range range = sharing.range(table, sequence);
        return TEXTS.get(
                "unit.sharing",
                sharing.from(),
                sharing.to() - 1,
                Numerals.rounded(range.least(), 3),
                Numerals.rounded(range.mean(), 3),
                Numerals.rounded(range.most(), 3));
    }

    private String symbol(Expression node, String part) {
        ShownNames names = NamesOfParts.of(workbench.shown().get().run().session(), part);
        return node instanceof Name(String name)
                ? Notation.of(names.of(name))
                : FormulaText.of(Mathematics.of(node, names));
    }

    private String words(Valve valve) {
        ShownPart of = shown;
        if (of == null || valve.gate() >= of.nodes().size()) {
            return "";
        }
        Playhead playhead = workbench.shown().get().playhead();
        String gate = symbol(
                of.diagram().graph().node(valve.gate()).value(), of.diagram().part());
        boolean isHidden = IntStream.rangeClosed(0, of.lastUnit(valve.gate()))
                .anyMatch(unit -> hiding(of, playhead).hides(new Unit(valve.gate(), unit)));
        if (isHidden) {
            return TEXTS.get("valve.hidden", gate);
        }
        double open = of.nodes().get(valve.gate()).mean(of.sequence());
        return TEXTS.get("valve", gate, Numerals.fixed(open, 2));
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
