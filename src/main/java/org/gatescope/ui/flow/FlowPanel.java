package org.gatescope.ui.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Convention;
import org.gatescope.engine.diagnostics.GradientFlow;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.explain.CoveredNumbers;
import org.gatescope.picture.chart.FlowPicture;
import org.gatescope.picture.chart.KeptFlow;
import org.gatescope.picture.chart.KeptFlow.Norms;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Playhead.Range;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.paint.Drawn;
import org.gatescope.ui.words.CellName;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Gradient flow of the selected part and sequence, on the columns of the lanes: a row of bars for each state. */
public final class FlowPanel extends StackPane {
    private static final Texts TEXTS = Texts.of(FlowPanel.class);
    private static final int MOST_STATES = 3;

    /** A state with what flows through it. */
    private record Row(String state, GradientFlow flow) {}

    private final Workbench workbench;
    private final Selection selection;
    private final ObjectProperty<TimeAxis> axis;
    private final Desk desk;
    private final Subscriptions open = new Subscriptions();
    private final BackgroundTask task;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final Drawn drawn = new Drawn(this::picture);
    private final Tooltip tip = new Tooltip();
    private final Label title = new Label(TEXTS.get("flow.title"));
    private final HBox heading = new HBox();
    private final ToggleButton keep = new ToggleButton("", new FontIcon(Feather.BOOKMARK));
    private List<Row> rows = List.of();
    private KeptFlow kept = KeptFlow.NONE;
    /** Whose flow the rows are to be; null once it has to be found anew. */
    private @Nullable Session of;

    private String problem = "";
    private boolean isStale = true;
    private String part = "";

    /** @param axis the columns of the lanes, on which the bars stand */
    public FlowPanel(Desk desk, ObjectProperty<TimeAxis> axis) {
        this.desk = desk;
        this.workbench = desk.workbench();
        this.selection = desk.selection();
        this.task = desk.background().task();
        this.axis = axis;
        setId("gradient-flow");
        getStyleClass().add("gradient-flow");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        heading.getStyleClass().add("flow-heading");
        heading.setMaxSize(FlowPicture.HEADING, USE_PREF_SIZE);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        keep.setId("keep-flow");
        keep.getStyleClass().setAll("toggle-button", "tool", "keep-flow");
        keep.setTooltip(new Tooltip(TEXTS.get("flow.keep")));
        keep.setAccessibleText(TEXTS.get("flow.keep"));
        keep.setDisable(true);
        keep.setOnAction(event -> keep(keep.isSelected()));
        heading.getChildren().addAll(title, keep);
        getChildren().addAll(drawn, heading);
        StackPane.setAlignment(heading, Pos.TOP_LEFT);
        open.add(
                workbench.follow((run, playhead) -> runChanged(), playhead -> show()),
                selection.part().subscribe(now -> show()),
                selection.sequence().subscribe(now -> show()),
                active.subscribe(now -> show()),
                axis.subscribe(now -> drawn.redraw()),
                desk.covered().subscribe(now -> drawn.redraw()),
                desk.theme().subscribe(now -> drawn.redraw()),
                task::cancel);
        setOnMouseMoved(this::point);
        setOnMouseExited(event -> tip.hide());
        setOnMouseClicked(event -> {
            requestFocus();
            goTo(axis.get().stepAt(event.getX() - TimeAxis.HEADING));
        });
    }

    /** Lets go of what it listens to, and of what is under way. */
    public void close() {
        open.unsubscribe();
    }

    @Override
    public String getUserAgentStylesheet() {
        return FlowPanel.class.getResource("flow.css").toExternalForm();
    }

    /** Puts a button of someone else's into the heading. */
    public void addTool(Button tool) {
        heading.getChildren().add(tool);
    }

    /** False while it is put away: then it does nothing. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** The flow that is shown stays as a line, over those of other runs and cells. */
    private void keep(boolean wanted) {
        Session session = workbench.shown().get().run().session();
        int sequence = selection.sequenceIn(session);
        kept = wanted
                ? new KeptFlow(
                        TEXTS.get("flow.kept", desk.title(), cell(session)),
                        rows.stream()
                                .collect(Collectors.toMap(
                                        Row::state, row -> new Norms(row.flow().whole(), sequence))))
                : KeptFlow.NONE;
        setAccessibleText(words());
        drawn.redraw();
    }

    private String cell(Session session) {
        return CellName.brief(session.part(part).orElseThrow().layer().cell());
    }

    private Playhead playhead() {
        return workbench.shown().get().playhead();
    }

    private void runChanged() {
        isStale = true;
        show();
    }

    private void show() {
        Run now = workbench.shown().get().run();
        if (of == null || !of.hasShapeOf(now.session())) {
            rows = List.of(); // hidden or not, it may be laid out before others are found
        }
        if (!active.get()) {
            isStale |= task.working().get();
            task.cancel();
            return;
        }
        String selected = selection.part().get();
        String shown = now.session().part(selected).isPresent()
                ? selected
                : now.session().network().key(0);
        if (isStale || !shown.equals(part)) {
            find(now, shown);
        }
        setAccessibleText(words());
        drawn.redraw();
    }

    /**
     * The flow of the run before stays until the next is found, as far as it has the same form; while runs come faster than
     * their flow is found, that of some of them is shown.
     */
    private void find(Run now, String shown) {
        Session session = now.session();
        if (of == null || !of.hasShapeOf(session) || !shown.equals(part)) {
            rows = List.of();
            task.cancel();
        }
        isStale = false;
        of = session;
        part = shown;
        problem = "";
        double height = FlowPicture.height(states(session, shown).size());
        setMinHeight(height);
        setPrefHeight(height);
        task.keepUp(
                progress -> rows(now, shown, progress),
                found -> arrive(found, ""),
                failure -> arrive(List.of(), failure.sentence()));
    }

    private void arrive(List<Row> found, String why) {
        rows = found;
        problem = why;
        keep.setDisable(rows.isEmpty() && !keep.isSelected());
        setAccessibleText(words());
        drawn.redraw();
    }

    private static List<String> states(Session session, String part) {
        Cell cell = session.part(part).orElseThrow().layer().cell();
        return cell.states().stream().limit(MOST_STATES).toList();
    }

    private static List<Row> rows(Run run, String part, Progress progress) {
        Session session = run.session();
        List<Row> rows = new ArrayList<>();
        List<String> states = states(session, part);
        for (String state : states) {
            progress.report(rows.size(), states.size());
            rows.add(new Row(state, GradientFlow.of(session.network(), session.inputs(), run.trace(), part, state)));
        }
        return rows;
    }

    private FlowPicture picture(double width, double height) {
        Session session = workbench.shown().get().run().session();
        int sequence = selection.sequenceIn(session);
        return new FlowPicture(
                width,
                height,
                rows.stream().map(this::row).toList(),
                sequence,
                session.lengths().get(sequence),
                axis.get(),
                playhead().isAtStart() ? -1 : playhead().step(),
                problem,
                kept,
                desk.tones());
    }

    private FlowPicture.Row row(Row row) {
        boolean isHidden = isHidden(row.state());
        Range shown =
                isHidden ? new Range(0, 0) : playhead().computedGradients(part, Cell.gradient(Cell.after(row.state())));
        return new FlowPicture.Row(row.state(), letter(row), row.flow(), shown);
    }

    private String letter(Row row) {
        return NamesOfParts.of(workbench.shown().get().run().session(), part).text(row.state());
    }

    /** Norms would give away what is to be predicted. */
    private boolean isHidden(String state) {
        CoveredNumbers hidden = desk.hidden(workbench.shown().get().run().session());
        return hidden.hidesSome(part, Cell.gradient(state)) || hidden.hidesSome(part, Cell.gradient(Cell.after(state)));
    }

    private void point(MouseEvent event) {
        int t = axis.get().stepAt(event.getX() - TimeAxis.HEADING);
        int row = picture(getWidth(), getHeight()).row(event.getY());
        String text =
                event.getX() >= TimeAxis.HEADING && row >= 0 && row < rows.size() ? reading(rows.get(row), t) : "";
        if (text.isEmpty()) {
            tip.hide();
        } else {
            tip.setText(text);
            tip.show(this, event.getScreenX() + 14, event.getScreenY() + 14);
        }
    }

    private String reading(Row row, int t) {
        Session session = workbench.shown().get().run().session();
        int sequence = selection.sequenceIn(session);
        if (t < 0 || t >= session.lengths().get(sequence)) {
            return "";
        }
        if (isHidden(row.state())) {
            return TEXTS.get("flow.hidden", letter(row), Convention.counted(t));
        }
        if (!row(row).shown().contains(t)) {
            return TEXTS.get("flow.not-yet", letter(row), Convention.counted(t));
        }
        Norms before = kept.of(row.state());
        String own = own(row, t, sequence);
        return t < before.steps()
                ? own + '\n' + TEXTS.get("flow.compared", kept.name(), Numerals.rounded(before.at(t), 3))
                : own;
    }

    private String own(Row row, int t, int sequence) {
        return TEXTS.get(
                "flow.reading",
                letter(row),
                Convention.counted(t),
                Numerals.rounded(row.flow().whole().get(t, sequence), 3),
                Numerals.rounded(row.flow().within().get(t, sequence), 3),
                Numerals.rounded(row.flow().next().get(t, sequence), 3));
    }

    private String words() {
        int step = playhead().step();
        StringBuilder words = new StringBuilder(TEXTS.get("flow.spoken"));
        for (Row row : rows) {
            words.append(' ').append(reading(row, step));
        }
        return problem.isEmpty() ? words.toString() : problem;
    }

    private void goTo(int step) {
        int within = Math.clamp(step, 0, Math.max(0, axis.get().steps() - 1));
        workbench.move(now -> now.atStep(Phase.BACKWARD, part, within));
    }
}
