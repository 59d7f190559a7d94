package org.gatescope.ui.diagnostics;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.gatescope.engine.diagnostics.CheckedTable;
import org.gatescope.engine.diagnostics.GradientCheck;
import org.gatescope.explain.NumberId;
import org.gatescope.session.Checking;
import org.gatescope.session.Failure;
import org.gatescope.session.Session;
import org.gatescope.session.SharedResult;
import org.gatescope.session.SharedResult.Answer;
import org.gatescope.session.TableId;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;

/** Every gradient against central differences, with the differences as heatmaps; small networks are checked by themselves. */
final class CheckPanel extends DiagnosticPanel {
    private static final Texts TEXTS = Texts.of(CheckPanel.class);

    private final Button start = new Button(TEXTS.get("check.start"));
    private final Button stop = new Button(TEXTS.get("check.stop"));
    private final ProgressBar bar = new ProgressBar(0);
    private final Label verdict = new Label();
    private final Label mistakes = new Label();
    private final Button where = new Button();
    private final FlowPane tables = new FlowPane(10, 6);
    private final SharedResult<GradientCheck> check;
    /** True while the answer of the check is shown. */
    private boolean isShown;

    CheckPanel(Desk desk) {
        super(desk);
        check = desk.check();
        start.setId("check-start");
        stop.setId("check-stop");
        verdict.setId("check-verdict");
        mistakes.setId("check-mistakes");
        where.setId("check-where");
        for (Button button : new Button[] {start, stop, where}) {
            button.getStyleClass().addAll("pill", "small");
        }
        start.setMinWidth(USE_PREF_SIZE);
        stop.setMinWidth(USE_PREF_SIZE);
        verdict.setWrapText(true);
        mistakes.setWrapText(true);
        mistakes.getStyleClass().add("muted");
        mistakes.managedProperty().bind(mistakes.visibleProperty());
        where.setWrapText(true);
        where.managedProperty().bind(where.visibleProperty());
        bar.progressProperty().bind(check.progress());
        tables.setRowValignment(VPos.TOP);
        start.setOnAction(event -> check.restart());
        stop.setOnAction(event -> check.stop());
        where.setOnAction(event -> open());
        HBox buttons = new HBox(6, start, stop, bar);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(buttons, verdict, where, mistakes, tables);
        listen();
        open.add(
                selection.hidesMistakes().subscribe((before, hides) -> show()),
                check.answer().subscribe(now -> answered()));
    }

    @Override
    void stop() {
        // the check is forgotten with its run
    }

    @Override
    void runChanged() {
        if (Checking.isSmall(session())) {
            check.ask();
        }
        show();
    }

    @Override
    void themeChanged() {
        showTables();
    }

    /** The check is of the whole run; but an answer may have come while the panel was hidden. */
    @Override
    void playheadMoved() {
        if (!isShown) {
            isShown = true;
            show();
            showTables();
        }
    }

    private void answered() {
        isShown = false;
        if (activeProperty().get()) {
            playheadMoved();
        }
    }

    private void show() {
        Answer<GradientCheck> answer = check.answer().get();
        Optional<GradientCheck> found = check.known();
        boolean isUnderWay = answer instanceof Answer.UnderWay<GradientCheck>;
        bar.setVisible(isUnderWay);
        stop.setDisable(!isUnderWay);
        verdict.setText(text(answer));
        boolean isWrong = found.map(GradientCheck::verdict).equals(Optional.of(GradientCheck.Verdict.DIFFERS));
        verdict.getStyleClass().setAll("label", isWrong ? "problem" : "check-verdict");
        boolean hides = selection.hidesMistakes().get() || workbench.computing().get();
        String unseen = hides
                ? ""
                : found.map(check -> VerdictWords.mistakes(session(), check)).orElse("");
        mistakes.setText(unseen);
        mistakes.setVisible(!unseen.isEmpty());
        Optional<GradientCheck.Worst> worst = found.flatMap(GradientCheck::worst);
        where.setVisible(worst.isPresent());
        worst.ifPresent(most -> where.setText(VerdictWords.where(session(), most)));
    }

    private static String text(Answer<GradientCheck> answer) {
        return switch (answer) {
            case Answer.Unasked<GradientCheck> unasked -> TEXTS.get("check.asked");
            case Answer.UnderWay<GradientCheck> underWay -> TEXTS.get("check.under-way");
            case Answer.Stopped<GradientCheck> stopped -> TEXTS.get("check.stopped");
            case Answer.Failed<GradientCheck>(Failure why) -> TEXTS.get("check.failed", why.sentence());
            case Answer.Found<GradientCheck>(GradientCheck found) -> VerdictWords.of(found);
        };
    }

    private void showTables() {
        tables.getChildren().clear();
        for (CheckedTable table : check.known().map(GradientCheck::tables).orElse(List.of())) {
            if (table.computed().rows() > 0 && table.computed().columns() > 0) {
                tables.getChildren().add(new CheckedCard(session(), table, ground(), selection::leadTo));
            }
        }
    }

    private void open() {
        check.known()
                .flatMap(GradientCheck::worst)
                .ifPresent(worst -> selection.leadTo(number(
                        session(),
                        worst.table().name(),
                        worst.entry().row(),
                        worst.entry().column())));
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
