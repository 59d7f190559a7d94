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
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.axis.Ruler;
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
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final Canvas canvas = new Canvas();
    private final Tooltip tip = new Tooltip();
    private List<Row> rows = List.of();
    private @Nullable Run run;
    private String part = "";

    public FlowPanel(Workbench workbench, Selection selection, ObjectProperty<TimeAxis> axis) {
        this.workbench = workbench;
        this.selection = selection;
        this.axis = axis;
        setId("gradient-flow");
        getStyleClass().add("gradient-flow");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        getChildren().add(canvas);
        workbench.shown().subscribe(shown -> show());
        selection.part().subscribe(now -> show());
        selection.sequence().subscribe(now -> show());
        active.subscribe(now -> show());
        axis.subscribe(now -> requestLayout());
        dark.subscribe(now -> requestLayout());
        setOnMouseMoved(this::point);
        setOnMouseExited(event -> tip.hide());
        setOnMouseClicked(event -> {
            requestFocus();
            goTo(axis.get().stepAt(event.getX() - Ruler.HEADING));
        });
        setOnKeyPressed(event -> {
            int by = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
            if (by != 0 && !event.isShiftDown() && !event.isShortcutDown()) {
                goTo(playhead().step() + by);
                event.consume();
            }
        });
    }

    public BooleanProperty darkProperty() {
        return dark;
    }

    /** False while it is put away: then it does nothing. */
    public BooleanProperty activeProperty() {
        return active;
    }

    private Playhead playhead() {
        return workbench.shown().get().playhead();
    }

    @SuppressWarnings("ReferenceEquality") // the very run
    private void show() {
        if (!active.get()) {
            return;
        }
        Run now = workbench.shown().get().run();
        Session session = now.session();
        String selected = selection.part().get();
        String shown = session.part(selected).isPresent() ? selected : Selection.FIRST;
        if (now != run || !shown.equals(part)) {
            run = now;
            part = shown;
            rows = rows(now, shown);
            double height = LEGEND + rows.size() * ROW + EDGE;
            setMinHeight(height);
            setPrefHeight(height);
        }
        setAccessibleText(words());
        requestLayout();
    }

    private static List<Row> rows(Run run, String part) {
        Session session = run.session();
        List<Row> rows = new ArrayList<>();
        Cell cell = session.part(part).orElseThrow().layer().cell();
        for (String state : cell.states().stream().limit(MOST_STATES).toList()) {
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
                Tones.of(dark.get()));
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
        Tones tones = Tones.of(dark.get());
        Lettering name = new Lettering(Typeface.ITALIC, 15, tones.text(), Anchor.LEFT);
        Lettering small = new Lettering(Typeface.TEXT, 10, tones.muted(), Anchor.LEFT);
        double x = Ruler.HEADING;
        pen.fill(new Box(x, 4, 8, 8), tones.forward());
        pen.text(x + 12, 12, TEXTS.get("flow.within"), small);
        pen.fill(new Box(x + 110, 4, 8, 8), tones.backward());
        pen.text(x + 122, 12, TEXTS.get("flow.next"), small);
        pen.text(x + 240, 12, TEXTS.get("flow.lines"), small);
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
        int t = axis.get().stepAt(event.getX() - Ruler.HEADING);
        int row = (int) ((event.getY() - LEGEND) / ROW);
        String text = event.getX() >= Ruler.HEADING && row >= 0 && row < rows.size() ? reading(rows.get(row), t) : "";
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
        return words.toString();
    }

    private void goTo(int step) {
        int within = Math.clamp(step, 0, Math.max(0, axis.get().steps() - 1));
        workbench.move(now -> now.atStep(Phase.BACKWARD, part, within));
    }
}
