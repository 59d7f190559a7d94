package org.gatescope.ui.debug;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.gatescope.cell.CellException;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.WatchedExpression;
import org.gatescope.engine.ReadOut;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Playhead.Moment;
import org.gatescope.session.Shown;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.gatescope.session.debug.Breakpoint;
import org.gatescope.session.debug.Breakpoint.OnCondition;
import org.gatescope.session.debug.Breakpoint.OnNonFinite;
import org.gatescope.session.debug.Breakpoint.OnOperation;
import org.gatescope.session.debug.Breakpoint.OnStep;
import org.gatescope.session.debug.Debugging;
import org.gatescope.session.debug.Stop;
import org.gatescope.session.debug.Watch;
import org.gatescope.session.debug.WatchHistory;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.KeyText;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Selection;

/** Breakpoints and watches, and what can be added at the playhead. */
public final class DebugPanel extends VBox {
    private static final Texts TEXTS = Texts.of(DebugPanel.class);

    private final Workbench workbench;
    private final Selection selection;
    private final Debugging debugging;
    private final Desk desk;
    private final Subscriptions open = new Subscriptions();
    private final VBox breakpoints = new VBox();
    private final VBox watches = new VBox();
    private final Label why = new Label();

    /** @param debugging the breakpoints and watches that are shown and edited */
    public DebugPanel(Desk desk, Debugging debugging) {
        this.desk = desk;
        this.workbench = desk.workbench();
        this.selection = desk.selection();
        this.debugging = debugging;
        getStyleClass().add("debug-panel");
        why.getStyleClass().add("stop-reason");
        why.setWrapText(true);
        hide(why);
        build();
        debugging.breakpoints().addListener((ListChangeListener<Breakpoint>) change -> listBreakpoints());
        debugging.watches().addListener((ListChangeListener<Watch>) change -> listWatches());
        debugging.stopped().subscribe(this::stopped);
        listWatches();
        open.add(
                desk.covered().subscribe((before, now) -> showWatches()),
                desk.theme().subscribe((before, now) -> rows().forEach(row -> row.recolour(desk.tones()))),
                selection.sequence().subscribe((before, now) -> {
                    showWatches();
                    showBreakpoints();
                }),
                workbench.followSession(session -> listBreakpoints()),
                workbench.follow(
                        (run, playhead) -> showWatches(), playhead -> rows().forEach(row -> row.move(playhead))),
                workbench.follow((run, playhead) -> showBreakpoints(), playhead -> showBreakpoints()),
                () -> rows().forEach(WatchRow::close));
    }

    private void build() {
        getChildren()
                .addAll(
                        title("breakpoints"),
                        new ExpressionField(
                                "break-condition",
                                text -> understanding().problemOfCondition(text),
                                this::addCondition),
                        new FlowPane(
                                4,
                                4,
                                keyed(button("break-operation", this::toggleOperation), KeyCode.F9),
                                keyed(button("break-step", this::toggleStep), KeyCode.F9, KeyCombination.SHORTCUT_DOWN),
                                button("break-nan", () -> debugging.toggle(new OnNonFinite(true)))),
                        why,
                        breakpoints,
                        title("watches"),
                        new ExpressionField(
                                "watch-expression", text -> understanding().problemOfMeasure(text), this::addWatch),
                        new FlowPane(
                                4,
                                4,
                                keyed(button("watch-this", this::watchThis), KeyCode.F9, KeyCombination.SHIFT_DOWN)),
                        watches);
    }

    /** Lets go of what it listens to, and of what is under way. */
    public void close() {
        open.unsubscribe();
    }

    @Override
    public String getUserAgentStylesheet() {
        return DebugPanel.class.getResource("debug.css").toExternalForm();
    }

    /** A breakpoint on what the operation at the playhead computes, or its end. */
    public void toggleOperation() {
        moment().ifPresent(moment -> debugging.toggle(OnOperation.at(moment)));
    }

    /** A breakpoint on the playhead's time step, or its end. */
    public void toggleStep() {
        debugging.toggle(new OnStep(playhead().step(), true));
    }

    /** Watches the opened number's quantity, otherwise what the operation at the playhead computes. */
    public void watchThis() {
        if (selection.opened().get() instanceof OfStep(String part, Name(String name), int step, int row, int unit)) {
            watch(part, name + "[" + unit + "]");
        } else {
            moment().ifPresent(moment -> watch(moment.part(), moment.operation().quantity()));
        }
    }

    private void watch(String part, String text) {
        try {
            debugging.watch(new Watch(part, WatchedExpression.parse(text)));
        } catch (CellException e) {
            desk.notices().warn(e.problem());
        }
    }

    private void addCondition(String text) {
        Breakpoint breakpoint = OnCondition.of(text);
        if (!debugging.breakpoints().contains(breakpoint)) {
            debugging.breakpoints().add(breakpoint);
        }
    }

    private void addWatch(String text) {
        WatchedExpression measure = WatchedExpression.parse(text);
        understanding().partOf(measure.expression()).ifPresent(part -> debugging.watch(new Watch(part, measure)));
    }

    private TypedExpressionCheck understanding() {
        return new TypedExpressionCheck(
                workbench.shown().get().run(), selection.part().get());
    }

    private Optional<Moment> moment() {
        return playhead().moment();
    }

    private Playhead playhead() {
        return workbench.shown().get().playhead();
    }

    private void stopped(Optional<Stop> stop) {
        if (stop.isPresent()) {
            Shown shown = workbench.shown().get();
            String reason = StopWords.why(
                    stop.get(),
                    shown.run(),
                    shown.playhead(),
                    selection.sequenceIn(shown.run().session()),
                    desk.hidden(shown.run().session()));
            why.setText(reason);
            why.setManaged(true);
            why.setVisible(true);
            desk.notices().warn(reason);
        } else {
            hide(why);
        }
        listBreakpoints();
    }

    private static void hide(Label label) {
        label.setManaged(false);
        label.setVisible(false);
    }

    private void listBreakpoints() {
        int focused = focused();
        Optional<Breakpoint> struck = debugging.stopped().get().map(Stop::breakpoint);
        breakpoints
                .getChildren()
                .setAll(debugging.breakpoints().stream()
                        .map(breakpoint -> new BreakpointRow(
                                debugging,
                                breakpoint,
                                workbench.session().get(),
                                struck.equals(Optional.of(breakpoint))))
                        .toList());
        showBreakpoints();
        int rows = breakpoints.getChildren().size();
        if (focused >= 0 && rows > 0) {
            breakpoints.getChildren().get(Math.min(focused, rows - 1)).requestFocus();
        }
    }

    private void showBreakpoints() {
        Shown shown = workbench.shown().get();
        int sequence = selection.sequenceIn(shown.run().session());
        breakpoints.getChildren().forEach(row -> ((BreakpointRow) row).show(shown, sequence));
    }

    /** The row that has the keys: rows are made anew, and it keeps them; −1 for none. */
    private int focused() {
        List<Node> rows = breakpoints.getChildren();
        return IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).isFocusWithin())
                .findFirst()
                .orElse(-1);
    }

    private void listWatches() {
        rows().forEach(WatchRow::close);
        watches.getChildren()
                .setAll(debugging.watches().stream()
                        .map(watch -> new WatchRow(
                                desk.background(), desk::hidden, debugging, watch, desk.tones(), this::jump))
                        .toList());
        showWatches();
    }

    private void showWatches() {
        Shown shown = workbench.shown().get();
        int row = selection.sequenceIn(shown.run().session());
        rows().forEach(watch -> watch.show(shown.run(), shown.playhead(), row));
    }

    private List<WatchRow> rows() {
        return watches.getChildren().stream().map(WatchRow.class::cast).toList();
    }

    private void jump(WatchHistory history, int step) {
        String part = history.watch().part();
        Phase phase = history.isOfGradients() ? Phase.BACKWARD : part.equals(ReadOut.KEY) ? Phase.LOSS : Phase.FORWARD;
        workbench.move(now -> now.atStep(phase, part, step));
        selection.part().set(part);
    }

    private static Label title(String key) {
        Label title = new Label(TEXTS.get("section." + key));
        title.getStyleClass().add("section-title");
        return title;
    }

    /** A button whose tip names the keys that do the same. */
    private static Button keyed(Button button, KeyCode key, KeyCombination.Modifier... modifiers) {
        button.getTooltip()
                .setText(KeyText.with(button.getTooltip().getText(), new KeyCodeCombination(key, modifiers)));
        return button;
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(TEXTS.get(key));
        button.setId(key);
        button.getStyleClass().addAll("pill", "small");
        button.setTooltip(new Tooltip(TEXTS.get(key + ".tip")));
        button.setOnAction(event -> action.run());
        return button;
    }
}
