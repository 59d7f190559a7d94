package org.gatescope.ui.flow;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.gatescope.cell.Cell;
import org.gatescope.engine.diagnostics.GradientFlow;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Digits;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.paint.CanvasPen;
import org.jspecify.annotations.Nullable;

/** Gradient flow of the selected part and sequence, on the columns of the lanes: a row of bars for each state. */
public final class FlowPanel extends Region {
    private static final Texts TEXTS = Texts.of(FlowPanel.class);
    private static final double ROW = 62;
    private static final double EDGE = 6;
    private static final double LEGEND = 15;
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
    private final Canvas canvas = new Canvas();
    private final Tooltip tip = new Tooltip();
    private List<Row> rows = List.of();
    /** Whose flow the rows are to be; null once it has to be found anew. */
    private @Nullable Session of;

    private String problem = "";
    private boolean isStale = true;
    private String part = "";

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
        getChildren().add(canvas);
        open.add(
                workbench.follow((run, playhead) -> runChanged(), playhead -> show()),
                selection.part().subscribe(now -> show()),
                selection.sequence().subscribe(now -> show()),
                active.subscribe(now -> show()),
                axis.subscribe(now -> requestLayout()),
                desk.theme().subscribe(now -> requestLayout()),
                task::cancel);
        setOnMouseMoved(this::point);
        setOnMouseExited(event -> tip.hide());
        setOnMouseClicked(event -> {
            requestFocus();
            goTo(axis.get().stepAt(event.getX() - TimeAxis.HEADING));
        });
        setOnKeyPressed(event -> {
            int by = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
            if (by != 0 && !event.isShiftDown() && !event.isShortcutDown()) {
                goTo(playhead().step() + by);
                event.consume();
            }
        });
    }

    /** Lets go of what it listens to, and of what is under way. */
    public void close() {
        open.unsubscribe();
    }

    /** False while it is put away: then it does nothing. */
    public BooleanProperty activeProperty() {
        return active;
    }

    private Playhead playhead() {
        return workbench.shown().get().playhead();
    }

    private void runChanged() {
        isStale = true;
        task.cancel();
        show();
    }

    private void show() {
        if (!active.get()) {
            return;
        }
        Run now = workbench.shown().get().run();
        String selected = selection.part().get();
        String shown = now.session().part(selected).isPresent() ? selected : Selection.FIRST;
        if (isStale || !shown.equals(part)) {
            find(now, shown);
        }
        setAccessibleText(words());
        requestLayout();
    }

    /** The flow of the run before stays until the next is found, as far as it has the same form. */
    private void find(Run now, String shown) {
        Session session = now.session();
        if (of == null || !of.hasShapeOf(session) || !shown.equals(part)) {
            rows = List.of();
        }
        isStale = false;
        of = session;
        part = shown;
        problem = "";
        double height = LEGEND + states(session, shown).size() * ROW + EDGE;
        setMinHeight(height);
        setPrefHeight(height);
        task.start(
                () -> rows(now, shown), found -> arrive(found, ""), failure -> arrive(List.of(), failure.sentence()));
    }

    private void arrive(List<Row> found, String why) {
        rows = found;
        problem = why;
        setAccessibleText(words());
        requestLayout();
    }

    private static List<String> states(Session session, String part) {
        Cell cell = session.part(part).orElseThrow().layer().cell();
        return cell.states().stream().limit(MOST_STATES).toList();
    }

    private static List<Row> rows(Run run, String part) {
        Session session = run.session();
        List<Row> rows = new ArrayList<>();
        for (String state : states(session, part)) {
            rows.add(new Row(state, GradientFlow.of(session.network(), session.inputs(), run.trace(), part, state)));
        }
        return rows;
    }

    private FlowDrawing drawing(Row row) {
        Session session = workbench.shown().get().run().session();
        int sequence = selection.sequenceIn(session);
        return new FlowDrawing(
                row.flow(),
                sequence,
                session.lengths().get(sequence),
                playhead().computedGradients(part, Cell.gradient(Cell.after(row.state()))),
                axis.get(),
                desk.tones());
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.max(1, getWidth()));
        canvas.setHeight(Math.max(1, getHeight()));
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        draw(new CanvasPen(canvas));
    }

    private void draw(Pen pen) {
        Tones tones = desk.tones();
        Lettering name = new Lettering(Typeface.ITALIC, 15, tones.text(), Anchor.LEFT);
        Lettering small = new Lettering(Typeface.TEXT, 10, tones.muted(), Anchor.LEFT);
        double x = TimeAxis.HEADING;
        pen.fill(new Box(x, 4, 8, 8), tones.forward());
        pen.text(x + 12, 12, TEXTS.get("flow.within"), small);
        pen.fill(new Box(x + 110, 4, 8, 8), tones.backward());
        pen.text(x + 122, 12, TEXTS.get("flow.next"), small);
        pen.text(x + 240, 12, TEXTS.get("flow.lines"), small);
        pen.text(x, LEGEND + 20, problem, small);
        int step = playhead().isAtStart() ? -1 : playhead().step();
        for (int i = 0; i < rows.size(); i++) {
            double top = LEGEND + i * ROW;
            Box area = new Box(x, top + 2, Math.max(1, axis.get().width()), ROW - EDGE);
            if (step >= 0 && step < axis.get().steps()) {
                pen.fill(
                        new Box(
                                x + axis.get().left(step),
                                top,
                                Math.max(1, axis.get().column()),
                                ROW),
                        tones.highlight());
            }
            pen.text(14, top + 20, "‖∂L/∂" + rows.get(i).state() + "‖", name);
            drawing(rows.get(i)).draw(pen, area);
        }
    }

    private void point(MouseEvent event) {
        int t = axis.get().stepAt(event.getX() - TimeAxis.HEADING);
        int row = (int) ((event.getY() - LEGEND) / ROW);
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
        FlowDrawing drawing = drawing(row);
        if (t < 0 || t >= drawing.length()) {
            return "";
        }
        if (!drawing.shown().contains(t)) {
            return TEXTS.get("flow.not-yet", row.state(), t);
        }
        int sequence = drawing.sequence();
        return TEXTS.get(
                "flow.reading",
                row.state(),
                t,
                Digits.power(row.flow().whole().get(t, sequence), 3),
                Digits.power(row.flow().within().get(t, sequence), 3),
                Digits.power(row.flow().next().get(t, sequence), 3));
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
