package org.gatescope.ui.diagnostics;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.gatescope.engine.diagnostics.CheckedTable;
import org.gatescope.engine.diagnostics.GradientCheck;
import org.gatescope.explain.NumberId;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Checking;
import org.gatescope.session.Failure;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;
import org.jspecify.annotations.Nullable;

/** Every gradient against central differences, with the differences as heatmaps; small networks are checked by themselves. */
final class CheckPanel extends DiagnosticPanel {
    private static final Texts TEXTS = Texts.of(CheckPanel.class);
    /** Multiplications that may be made without being asked for: a fraction of a second in the background. */
    static final double SMALL = 2e8;

    private final Button start = new Button(TEXTS.get("check.start"));
    private final Button stop = new Button(TEXTS.get("check.stop"));
    private final ProgressBar bar = new ProgressBar(0);
    private final Label verdict = new Label();
    private final Label mistakes = new Label();
    private final Button where = new Button();
    private final FlowPane tables = new FlowPane(10, 6);
    private final BackgroundTask task;
    /** Whether the run has been checked, or is being so. */
    private boolean isAsked;

    private @Nullable GradientCheck found;
    private String problem = "";

    CheckPanel(Desk desk) {
        super(desk);
        task = desk.background().task();
        start.setId("check-start");
        stop.setId("check-stop");
        verdict.setId("check-verdict");
        mistakes.setId("check-mistakes");
        where.setId("check-where");
        for (Button button : new Button[] {start, stop, where}) {
            button.getStyleClass().addAll("pill", "small");
            button.setMinWidth(USE_PREF_SIZE);
        }
        verdict.setWrapText(true);
        mistakes.setWrapText(true);
        mistakes.getStyleClass().add("muted");
        mistakes.managedProperty().bind(mistakes.visibleProperty());
        where.managedProperty().bind(where.visibleProperty());
        bar.visibleProperty().bind(task.working());
        bar.progressProperty().bind(task.progress());
        stop.disableProperty().bind(task.working().not());
        start.setOnAction(event -> check());
        stop.setOnAction(event -> stop());
        where.setOnAction(event -> open());
        HBox buttons = new HBox(6, start, stop, bar);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(buttons, verdict, where, mistakes, tables);
        listen();
        open.add(selection.hidesMistakes().subscribe((before, hides) -> show()));
    }

    /** A check goes on while it is hidden, but not of a run that is not shown any longer. */
    @Override
    void runReplaced() {
        task.cancel();
        isAsked = false;
        found = null;
        problem = "";
    }

    @Override
    void runChanged() {
        if (!isAsked && Checking.work(session()) <= SMALL) {
            check();
        }
        show();
    }

    @Override
    void themeChanged() {
        showTables();
    }

    @Override
    void playheadMoved() {
        // the check is of the whole run
    }

    private void check() {
        Session of = session();
        isAsked = true;
        problem = "";
        task.start(progress -> Checking.check(of, progress), check -> arrive(check, ""), this::fail);
        show();
    }

    private void fail(Failure failure) {
        arrive(null, TEXTS.get("check.failed", failure.sentence()));
    }

    private void stop() {
        task.cancel();
        arrive(null, TEXTS.get("check.stopped"));
    }

    /** @param check null if nothing came of it, for the reason that is told */
    private void arrive(@Nullable GradientCheck check, String why) {
        found = check;
        problem = why;
        show();
        showTables();
    }

    private void show() {
        GradientCheck check = found;
        verdict.setText(
                check != null
                        ? VerdictWords.of(check)
                        : !problem.isEmpty()
                                ? problem
                                : TEXTS.get(task.working().get() ? "check.under-way" : "check.asked"));
        boolean isWrong = check != null && check.verdict() == GradientCheck.Verdict.DIFFERS;
        verdict.getStyleClass().setAll("label", isWrong ? "problem" : "check-verdict");
        boolean hides = selection.hidesMistakes().get() || workbench.computing().get();
        String unseen = hides ? "" : VerdictWords.mistakes(session(), check);
        mistakes.setText(unseen);
        mistakes.setVisible(!unseen.isEmpty());
        Optional<GradientCheck.Worst> worst = check == null ? Optional.empty() : check.worst();
        where.setVisible(worst.isPresent());
        worst.ifPresent(most -> where.setText(VerdictWords.where(session(), most)));
    }

    private void showTables() {
        GradientCheck check = found;
        tables.getChildren().clear();
        if (check != null) {
            for (CheckedTable table : check.tables()) {
                if (table.computed().rows() > 0 && table.computed().columns() > 0) {
                    tables.getChildren()
                            .add(new CheckedCard(
                                    session(),
                                    table,
                                    isDark(),
                                    id -> selection.opened().set(id)));
                }
            }
        }
    }

    private void open() {
        GradientCheck check = found;
        if (check != null) {
            check.worst()
                    .ifPresent(worst -> selection
                            .opened()
                            .set(number(
                                    session(),
                                    worst.table().name(),
                                    worst.entry().row(),
                                    worst.entry().column())));
        }
    }

    /** The gradient of a table's number. Rows of the input are time-major. */
    static NumberId number(Session session, String table, int row, int column) {
        if (table.equals(GradientCheck.INPUT)) {
            int batch = session.batch();
            return new NumberId.GradientOfGiven(new TableId.Input(row % batch), row / batch, column);
        }
        TableId parameter = new TableId.Parameter(table);
        return new NumberId.GradientOfGiven(
                session.has(parameter) ? parameter : new TableId.InitialState(table), row, column);
    }
}
