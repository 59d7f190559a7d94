package org.gatescope.ui.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Name;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.picture.Digits;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Failure;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Shown;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.gatescope.session.number.StepNumbers;
import org.gatescope.session.number.Table;
import org.gatescope.text.Texts;
import org.gatescope.ui.cell.CellGraph.Node;
import org.gatescope.ui.cell.DiagramMarks.Unit;
import org.gatescope.ui.desk.Desk;
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

    private final Workbench workbench;
    private final Selection selection;
    private final Desk desk;
    private final Subscriptions open = new Subscriptions();
    private final BackgroundTask layingOut;
    private final Label title = new Label();
    private final Label phase = new Label();
    private final Label problem = new Label();
    private final DiagramView view = new DiagramView();
    private final ScrollPane scroll = new ScrollPane(view);
    private @Nullable Run run;
    private String part = "";
    private int sequence;
    private @Nullable PartDiagram diagram;
    private @Nullable Session builtFor;
    private String builtPart = "";
    private @Nullable DiagramLayout layout;
    private @Nullable StepNumbers numbers;
    private List<NodeNumbers> nodes = List.of();
    private @Nullable Unit cursor;
    private OptionalInt inView = OptionalInt.empty();
    private Map<Integer, List<OfStep>> marked = Map.of();

    public DiagramPanel(Desk desk) {
        this.desk = desk;
        this.workbench = desk.workbench();
        this.selection = desk.selection();
        this.layingOut = desk.background().task();
        getStyleClass().add("cell-panel");
        title.getStyleClass().add("section-title");
        phase.getStyleClass().add("cell-phase");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox heading = new HBox(title, space, phase);
        heading.setAlignment(Pos.BASELINE_LEFT);
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
                workbench.follow(this::show, playhead -> refresh()),
                layingOut::cancel);
    }

    /** Lets go of what it listens to, and of what is under way. */
    public void close() {
        open.unsubscribe();
    }

    @Override
    public String getUserAgentStylesheet() {
        return DiagramPanel.class.getResource("cell.css").toExternalForm();
    }

    private void show(Run shown, Playhead playhead) {
        run = shown;
        rebuild();
    }

    private void rebuild() {
        Run current = run;
        if (current == null) {
            return;
        }
        Session session = current.session();
        part = selection.part().get();
        sequence = selection.sequenceIn(session);
        PartDiagram next = isOfTheSame(session) && diagram != null ? diagram : PartDiagram.of(session, part);
        boolean isSameGraph = diagram != null && diagram.graph().equals(next.graph());
        diagram = next;
        builtFor = session;
        builtPart = part;
        numbers = null;
        nodes = List.of();
        if (!next.graph().nodes().isEmpty() && session.steps() > 0) {
            StepNumbers made =
                    new StepNumbers(current, part, step(workbench.shown().get()));
            numbers = made;
            nodes = NodeNumbers.of(next, current, made, sequence);
        }
        if (!isSameGraph || layout == null) {
            layOut(session, next.graph());
        }
        light();
    }

    /** Other numbers of the very network, as in a training, have the same diagram. */
    private boolean isOfTheSame(Session session) {
        Session before = builtFor;
        return before != null
                && part.equals(builtPart)
                && before.hasNetworkOf(session)
                && before.mistakes().mistakes().equals(session.mistakes().mistakes());
    }

    /** Those that come with the app are placed at once; others in the background, for a large one takes its time. */
    private void layOut(Session session, CellGraph graph) {
        layingOut.cancel();
        problem.setText("");
        cursor = null;
        inView = OptionalInt.empty();
        Optional<DiagramLayout> curated = session.part(part)
                .flatMap(layer -> BuiltInCells.nameOf(layer.layer().cell()))
                .flatMap(name -> CuratedLayout.of(graph, name));
        layout = curated.orElse(null);
        if (layout == null && !graph.nodes().isEmpty()) {
            layingOut.start(
                    () -> ElkLayout.of(graph),
                    laidOut -> {
                        layout = laidOut;
                        refresh();
                    },
                    this::fail);
        }
    }

    private void fail(Failure why) {
        problem.setText(TEXTS.get("no-diagram", why.sentence()));
    }

    private static int step(Shown shown) {
        return shown.playhead().step();
    }

    private void refresh() {
        Shown shown = workbench.shown().get();
        Run current = run;
        if (current == null || !current.session().hasShapeOf(shown.run().session())) {
            return; // the other run is told of next
        }
        Playhead playhead = shown.playhead();
        int step = playhead.step();
        describe(current.session(), playhead, step);
        if (diagram == null || layout == null || numbers == null) {
            view.show(null);
        } else {
            if (numbers.step() != step) {
                numbers.show(current, step);
            }
            DiagramMarks marks = new DiagramMarks(lit(step), cursor);
            view.show(new DiagramDrawing(
                    diagram, layout, nodes, playhead, step, sequence, DiagramColours.of(desk.isDark()), marks));
        }
        fit();
        follow(playhead);
    }

    /** In a diagram larger than its place the operation at the playhead comes into view. */
    private void follow(Playhead playhead) {
        OptionalInt node = diagram == null ? OptionalInt.empty() : diagram.lit(playhead);
        if (layout == null || node.equals(inView)) {
            return;
        }
        inView = node;
        node.ifPresent(id -> Platform.runLater(() -> reveal(id))); // once it is laid out
    }

    private void reveal(int node) {
        Bounds room = scroll.getViewportBounds();
        view.place(node).ifPresent(box -> {
            scroll.setHvalue(scrolled(scroll.getHvalue(), box.x(), box.right(), view.getWidth(), room.getWidth()));
            scroll.setVvalue(scrolled(scroll.getVvalue(), box.y(), box.bottom(), view.getHeight(), room.getHeight()));
        });
    }

    /** The least movement that shows a stretch wholly. @param value from 0 to 1, of what is hidden */
    private static double scrolled(double value, double from, double to, double whole, double room) {
        double hidden = whole - room;
        if (hidden <= 1) {
            return value;
        }
        double begin = value * hidden;
        double wanted = from < begin ? from - BESIDE : to > begin + room ? to - room + BESIDE : begin;
        return Math.clamp(wanted / hidden, 0, 1);
    }

    private void describe(Session session, Playhead playhead, int step) {
        String token = step < session.steps() ? session.token(sequence, step) : "";
        title.setText(TEXTS.get(token.isEmpty() ? "title" : "title.token", step, token));
        phase.setText(playhead.isAtStart() ? "" : PlayWords.phase(playhead.phase()));
        phase.pseudoClassStateChanged(BACKWARD, playhead.phase() == Phase.BACKWARD);
        view.setAccessibleText(OperationWords.of(workbench.shown().get().run(), playhead, sequence));
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

    /** Numbers of this part and sequence by their step: found when they change, not at each move of the playhead. */
    private void light() {
        findLit();
        refresh();
    }

    private void findLit() {
        List<OfStep> found = new ArrayList<>();
        selection.lit().get().forEach(number -> add(number, found));
        add(selection.opened().get(), found);
        marked = found.stream().collect(Collectors.groupingBy(OfStep::step));
    }

    private void add(@Nullable NumberId number, List<OfStep> to) {
        if (number instanceof OfStep of && of.part().equals(part) && of.row() == sequence) {
            to.add(of);
        }
    }

    /** Those numbers of a step that a node puts out. */
    private List<Unit> lit(int step) {
        List<Unit> units = new ArrayList<>();
        for (OfStep number : marked.getOrDefault(step, List.of())) {
            for (Node node : diagram == null ? List.<Node>of() : diagram.graph().nodes()) {
                boolean isGradient = node.value() instanceof Name(String name)
                        && number.node().equals(new Name(Cell.gradient(name)));
                if (isGradient || node.value().equals(number.node())) {
                    units.add(new Unit(node.id(), number.column()));
                }
            }
        }
        return units;
    }

    private void open(Unit unit) {
        cursor = unit;
        number(unit).ifPresent(number -> selection.opened().set(number));
        refresh();
    }

    /** Its value, or in the backward pass its gradient. */
    private Optional<NumberId> number(Unit unit) {
        if (diagram == null || unit.node() >= diagram.graph().nodes().size()) {
            return Optional.empty();
        }
        Expression value = diagram.graph().node(unit.node()).value();
        Playhead playhead = workbench.shown().get().playhead();
        boolean isGradient = playhead.phase() == Phase.BACKWARD
                && nodes.get(unit.node()).gradient().isPresent();
        Expression shown = isGradient && value instanceof Name(String name) ? new Name(Cell.gradient(name)) : value;
        return Optional.of(new OfStep(part, shown, playhead.step(), sequence, unit.unit()));
    }

    private String words(Unit unit) {
        if (!(number(unit).orElse(null) instanceof OfStep number) || diagram == null) {
            return "";
        }
        Playhead playhead = workbench.shown().get().playhead();
        Node node = diagram.graph().node(unit.node());
        boolean isGradient = !number.node().equals(node.value());
        boolean isThere = isGradient
                ? diagram.hasGradient(playhead, number.step(), node)
                : diagram.hasValue(playhead, number.step(), node);
        NodeNumbers shown = nodes.get(unit.node());
        Table table = isGradient ? shown.gradient().orElseThrow() : shown.value();
        String value = !isThere
                ? PlayWords.notYet()
                : unit.unit() < table.columns() ? Digits.exact(table.at(sequence, unit.unit())) : "";
        String text = TEXTS.get("unit", number.node(), number.step(), unit.unit(), value);
        return shown.isGate() && isThere && !isGradient
                ? text + "\n" + TEXTS.get("gate", Digits.fixed(shown.mean(sequence), 2))
                : text;
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isShiftDown() || event.isAltDown() || diagram == null) {
            return;
        }
        int count = diagram.graph().nodes().size();
        if (count == 0 || nodes.isEmpty()) {
            return;
        }
        Unit at = cursor == null ? new Unit(0, 0) : cursor;
        switch (event.getCode()) {
            case UP -> put(new Unit(at.node(), Math.max(0, at.unit() - 1)));
            case DOWN -> put(new Unit(at.node(), Math.min(last(at), at.unit() + 1)));
            case PAGE_UP -> put(new Unit((at.node() + count - 1) % count, 0));
            case PAGE_DOWN -> put(new Unit((at.node() + 1) % count, 0));
            case ENTER -> open(at);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private int last(Unit at) {
        return Math.max(0, nodes.get(at.node()).value().columns() - 1);
    }

    private void put(Unit unit) {
        cursor = unit;
        refresh();
        view.setAccessibleText(words(unit));
    }
}
