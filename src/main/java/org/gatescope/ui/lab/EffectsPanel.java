package org.gatescope.ui.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.gatescope.cell.Notation;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.engine.training.Curve;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.explain.Differences;
import org.gatescope.explain.Differences.Difference;
import org.gatescope.explain.NumberId;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Checking;
import org.gatescope.session.Failure;
import org.gatescope.session.MistakenTraining;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.SharedResult.Answer;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.TableId;
import org.gatescope.session.Trainer;
import org.gatescope.session.Workbench;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ProblemLabel;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.diagnostics.VerdictWords;
import org.gatescope.ui.training.CurveView;
import org.gatescope.ui.words.PartWords;
import org.gatescope.ui.words.Quantity;

/** What the mistakes that are on do: to the numbers, to the gradient check, and to training. */
final class EffectsPanel extends VBox {
    private static final Texts TEXTS = Texts.of(EffectsPanel.class);
    private static final int MOST = 6;
    private static final int UPDATES = 200;
    /** Of a double. */
    private static final int MOST_DIGITS = 17;

    private final Workbench workbench;
    private final Selection selection;
    private final Desk desk;
    private final Subscriptions open = new Subscriptions();
    private final BackgroundTask comparing;
    private final BackgroundTask training;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ProblemLabel says = new ProblemLabel();
    private final CheckBox lanes = new CheckBox(TEXTS.get("effects.lanes"));
    private final VBox list = new VBox();
    private final Label verdict = new Label();
    private final Button train = new Button(TEXTS.get("effects.train"));
    private final CurveView curves = new CurveView("both", false, Curve.Point::loss);
    private final ProblemLabel trained = new ProblemLabel();
    private boolean isStale = true;
    private List<Difference> differences = List.of();
    private List<Curve.Point> right = List.of();
    private List<Curve.Point> wrong = List.of();

    EffectsPanel(Desk desk, BooleanProperty difference) {
        this.desk = desk;
        this.workbench = desk.workbench();
        this.selection = desk.selection();
        comparing = desk.background().task();
        training = desk.background().task();
        getStyleClass().add("effects");
        says.setId("effects-says");
        verdict.setId("effects-verdict");
        trained.setId("effects-trained");
        verdict.setWrapText(true);
        lanes.setId("effects-lanes");
        lanes.setWrapText(true);
        lanes.selectedProperty().bindBidirectional(difference);
        lanes.setOnAction(event -> leadToLane());
        train.setId("effects-train");
        train.getStyleClass().addAll("pill", "small");
        train.setOnAction(event -> train());
        curves.setVisible(false);
        getChildren().addAll(says, lanes, list, verdict, train, curves, trained);
        getChildren().forEach(child -> child.managedProperty().bind(child.visibleProperty()));
        open.add(
                workbench.followSession(session -> forget()),
                workbench.followRuns(this::runChanged),
                desk.right().answer().subscribe((before, now) -> compare(now)),
                desk.check().answer().subscribe((before, now) -> showVerdict()),
                active.subscribe(now -> show()),
                desk.theme().subscribe(now -> drawCurves()),
                comparing::cancel,
                training::cancel);
    }

    BooleanProperty activeProperty() {
        return active;
    }

    void close() {
        open.unsubscribe();
    }

    /** What was trained, or is being, was so from another session. */
    private void forget() {
        training.cancel();
        curves.setVisible(false);
        trained.setText("");
    }

    private void runChanged(Run of) {
        isStale = true;
        comparing.cancel();
        show();
    }

    private void show() {
        if (!active.get() || !isStale || workbench.computing().get()) {
            return; // the run of the session comes yet
        }
        isStale = false;
        Run of = workbench.shown().get().run();
        boolean isRight = of.session().mistakes().mistakes().isEmpty();
        for (Node node : List.of(lanes, list, verdict, train)) {
            node.setVisible(!isRight);
        }
        list.getChildren().clear();
        differences = List.of();
        verdict.setText("");
        says.tell(TEXTS.get(isRight ? "effects.none" : "effects.working"));
        Optional<String> refusal = Trainer.refusal(of.session());
        train.setDisable(training.working().get() || refusal.isPresent());
        if (!training.working().get() && !curves.isVisible()) {
            trained.refuse(isRight ? "" : refusal.orElse(""));
        }
        if (!isRight) {
            desk.right().ask();
            compare(desk.right().answer().get());
            if (Checking.isSmall(of.session())) {
                desk.check().ask();
            }
            showVerdict();
        }
    }

    private boolean isCompared(Run of) {
        return active.get() && !isStale && !of.session().mistakes().mistakes().isEmpty();
    }

    private void compare(Answer<Run> right) {
        Run of = workbench.shown().get().run();
        if (!isCompared(of)) {
            return;
        }
        if (right instanceof Answer.Found<Run>(Run found)) {
            comparing.start(
                    progress -> Differences.of(of, found, progress),
                    differences -> show(of.session(), differences),
                    failure -> says.refuse(failure.sentence()));
        } else if (right instanceof Answer.Failed<Run>(Failure why)) {
            says.refuse(why.sentence());
        }
    }

    private void showVerdict() {
        Session session = workbench.shown().get().run().session();
        if (!isCompared(workbench.shown().get().run())) {
            return;
        }
        String asked = Checking.isSmall(session) ? "" : TEXTS.get("effects.large");
        verdict.setText(desk.check()
                .known()
                .map(check -> VerdictWords.of(check) + "\n" + VerdictWords.mistakes(session, check))
                .map(String::strip)
                .orElse(asked));
    }

    private void show(Session session, List<Difference> found) {
        differences = found;
        int count = differences.size();
        String key = count == 0 ? "effects.same" : "effects.differ";
        says.tell(TEXTS.get(key, count));
        list.getChildren().clear();
        differences.stream()
                .limit(MOST)
                .forEach(difference -> list.getChildren().add(link(session, difference)));
    }

    private Hyperlink link(Session session, Difference of) {
        String where = of.isOfStep()
                ? Quantity.placeAsInEquations(session, of.part(), of.quantity(), of.step(), of.unit()) + " "
                        + PartWords.brief(session, of.part())
                : TEXTS.get(
                        "effects.entry",
                        Notation.gradient(PartWords.parameter(session, QuantityName.base(of.quantity()))),
                        of.step(),
                        of.unit());
        int digits = digits(of.one(), of.other());
        Hyperlink link = new Hyperlink(TEXTS.get(
                "effects.difference", where, Numerals.rounded(of.one(), digits), Numerals.rounded(of.other(), digits)));
        link.setOnAction(event -> selection.leadTo(number(of)));
        link.setWrapText(true);
        return link;
    }

    private static NumberId number(Difference of) {
        return of.isOfStep()
                ? new NumberId.OfStep(of.part(), of.quantity(), of.step(), of.sequence(), of.unit())
                : new NumberId.GradientOfGiven(
                        new TableId.Parameter(QuantityName.base(of.quantity())), of.step(), of.unit());
    }

    private boolean hasLane(Difference of) {
        return workbench.session().get().part(of.part()).stream()
                .flatMap(part -> Quantity.of(part.layer().cell()).stream())
                .anyMatch(quantity -> of.isOfStep() && quantity.id().equals(of.quantity()));
    }

    /** To the largest difference of a lane: of the selected part if there is one, otherwise of any. */
    private void leadToLane() {
        String part = selection.part().get();
        List<Difference> ofLanes = differences.stream().filter(this::hasLane).toList();
        if (lanes.isSelected()) {
            ofLanes.stream()
                    .filter(difference -> difference.part().equals(part))
                    .findFirst()
                    .or(() -> ofLanes.stream().findFirst())
                    .ifPresent(difference -> selection.leadTo(number(difference)));
        }
    }

    /** As few as tell the two apart. */
    private static int digits(double one, double other) {
        return IntStream.range(2, MOST_DIGITS)
                .filter(digits -> !Numerals.rounded(one, digits).equals(Numerals.rounded(other, digits)))
                .findFirst()
                .orElse(MOST_DIGITS);
    }

    /** The losses of both, update by update. */
    private record Curves(List<Curve.Point> wrong, List<Curve.Point> right) {}

    private void train() {
        Session session = workbench.session().get();
        curves.setVisible(false);
        trained.tell(TEXTS.get("effects.training", UPDATES));
        train.setDisable(true);
        training.start(
                progress -> new Curves(
                        losses(session, progress), losses(session.withMistakes(Session.NO_MISTAKES), progress)),
                this::showCurves,
                failure -> {
                    trained.refuse(failure.sentence());
                    train.setDisable(false);
                });
    }

    private static List<Curve.Point> losses(Session session, Progress progress) {
        MistakenTraining training = new MistakenTraining(session, session.training());
        Snapshot snapshot = training.first();
        List<Curve.Point> points = new ArrayList<>();
        for (int i = 0; i < UPDATES && !snapshot.hasDiverged(); i++) {
            progress.report(i, UPDATES);
            snapshot = training.next(snapshot);
            if (!snapshot.hasDiverged()) {
                points.add(Curve.Point.of(snapshot));
            }
        }
        return points;
    }

    private void showCurves(Curves found) {
        train.setDisable(false);
        wrong = found.wrong();
        right = found.right();
        curves.setVisible(true);
        trained.tell(TEXTS.get("effects.trained", last(wrong), last(right), wrong.size(), right.size()));
        drawCurves();
    }

    private static String last(List<Curve.Point> points) {
        return points.isEmpty() ? "–" : Numerals.rounded(points.getLast().loss(), 3);
    }

    private void drawCurves() {
        curves.show(wrong, right, UPDATES, UPDATES, false, desk.tones());
    }
}
