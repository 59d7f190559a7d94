package org.gatescope.ui.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.gatescope.cell.Cell;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.diagnostics.GradientCheck;
import org.gatescope.engine.training.Curve;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.explain.Differences;
import org.gatescope.explain.Differences.Difference;
import org.gatescope.explain.NumberId;
import org.gatescope.picture.Digits;
import org.gatescope.picture.Tones;
import org.gatescope.session.Checking;
import org.gatescope.session.LatestTask;
import org.gatescope.session.MistakenTraining;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Shown;
import org.gatescope.session.TableId;
import org.gatescope.session.Trainer;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.diagnostics.VerdictWords;
import org.gatescope.ui.training.CurveView;
import org.gatescope.ui.words.PartWords;
import org.jspecify.annotations.Nullable;

/** What the mistakes that are on do: to the numbers, to the gradient check, and to training. */
final class EffectsPanel extends VBox {
    private static final Texts TEXTS = Texts.of(EffectsPanel.class);
    private static final int MOST = 6;
    private static final int UPDATES = 200;
    /** Of a double. */
    private static final int MOST_DIGITS = 17;
    /** Multiplications of a check that is made without being asked for. */
    private static final double SMALL = 2e8;

    private final Workbench workbench;
    private final Selection selection;
    private final Supplier<Tones> tones;
    private final LatestTask latest;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final Label says = new Label();
    private final CheckBox lanes = new CheckBox(TEXTS.get("effects.lanes"));
    private final VBox list = new VBox();
    private final Label verdict = new Label();
    private final Button train = new Button(TEXTS.get("effects.train"));
    private final CurveView curves = new CurveView("both", false, Curve.Point::loss);
    private final Label trained = new Label();
    private @Nullable Run shown;
    private List<Curve.Point> right = List.of();
    private List<Curve.Point> wrong = List.of();
    private @Nullable Session trainedOf;
    /** What is being trained, if anything is. */
    private @Nullable Session trainingOf;
    /** Set once the session is another one. */
    private AtomicBoolean stopped = new AtomicBoolean();

    EffectsPanel(Workbench workbench, Selection selection, BooleanProperty difference, Supplier<Tones> tones) {
        this.workbench = workbench;
        this.selection = selection;
        this.tones = tones;
        latest = new LatestTask(workbench);
        getStyleClass().add("effects");
        says.setId("effects-says");
        verdict.setId("effects-verdict");
        trained.setId("effects-trained");
        for (Label label : List.of(says, verdict, trained)) {
            label.setWrapText(true);
        }
        lanes.setId("effects-lanes");
        lanes.setWrapText(true);
        lanes.selectedProperty().bindBidirectional(difference);
        train.setId("effects-train");
        train.getStyleClass().addAll("pill", "small");
        train.setOnAction(event -> train());
        curves.setVisible(false);
        getChildren().addAll(says, lanes, list, verdict, train, curves, trained);
        getChildren().forEach(child -> child.managedProperty().bind(child.visibleProperty()));
        workbench.session().subscribe(this::stopIfAnother);
        workbench.shown().subscribe(this::show);
        active.subscribe(now -> show(workbench.shown().get()));
    }

    BooleanProperty activeProperty() {
        return active;
    }

    void restyle() {
        drawCurves();
    }

    @SuppressWarnings("ReferenceEquality") // the very session
    private void stopIfAnother(Session now) {
        if (now != trainingOf) {
            stopped.set(true);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very run and session
    private void show(Shown now) {
        Run of = now.run();
        if (!active.get() || of == shown || of.session() != workbench.session().get()) {
            return; // the run of the session comes yet
        }
        shown = of;
        boolean isRight = of.session().mistakes().mistakes().isEmpty();
        for (Node node : List.of(lanes, list, verdict, train, trained)) {
            node.setVisible(!isRight);
        }
        list.getChildren().clear();
        verdict.setText("");
        says.setText(TEXTS.get(isRight ? "effects.none" : "effects.working"));
        train.setDisable(isTraining() || Trainer.refusal(of.session()).isPresent());
        if (!isTraining() && of.session() != trainedOf) {
            curves.setVisible(false);
            trained.setText(isRight ? "" : Trainer.refusal(of.session()).orElse(""));
        }
        if (!isRight) {
            latest.ask(() -> found(of), found -> arrive(of, found), () -> says.setText(""));
        }
    }

    /** Differences to the right run, and the check's verdict where that does not take long. */
    private record Found(List<Difference> differences, Optional<GradientCheck> check) {}

    private static Found found(Run of) {
        Session session = of.session();
        Run rightRun = Run.of(session.withMistakes(Session.NO_MISTAKES));
        Optional<GradientCheck> check = Checking.work(session) <= SMALL
                ? Optional.of(Checking.check(session, (done, total) -> true))
                : Optional.empty();
        return new Found(Differences.of(of, rightRun), check);
    }

    @SuppressWarnings("ReferenceEquality") // the very run
    private void arrive(Run of, Found found) {
        if (of != shown) {
            return;
        }
        Session session = of.session();
        int count = found.differences().size();
        String key = count == 0 ? "effects.same" : count == 1 ? "effects.differ.one" : "effects.differ";
        says.setText(TEXTS.get(key, count));
        list.getChildren().clear();
        found.differences().stream()
                .limit(MOST)
                .forEach(difference -> list.getChildren().add(link(session, difference)));
        verdict.setText(found.check()
                .map(check -> VerdictWords.of(check) + "\n" + VerdictWords.mistakes(session, check))
                .map(String::strip)
                .orElse(TEXTS.get("effects.large")));
    }

    private Hyperlink link(Session session, Difference of) {
        String where = of.isOfStep()
                ? of.quantity() + "[" + of.step() + ", " + of.unit() + "] " + PartWords.brief(session, of.part())
                : Cell.gradient(PartWords.parameter(session, QuantityName.base(of.quantity()))) + "[" + of.step() + ", "
                        + of.unit() + "]";
        int digits = digits(of.one(), of.other());
        Hyperlink link = new Hyperlink(TEXTS.get(
                "effects.difference", where, Digits.power(of.one(), digits), Digits.power(of.other(), digits)));
        link.setOnAction(event -> selection
                .opened()
                .set(
                        of.isOfStep()
                                ? new NumberId.OfStep(of.part(), of.quantity(), of.step(), of.sequence(), of.unit())
                                : new NumberId.GradientOfGiven(
                                        new TableId.Parameter(QuantityName.base(of.quantity())),
                                        of.step(),
                                        of.unit())));
        link.setWrapText(true);
        return link;
    }

    /** As few as tell the two apart. */
    private static int digits(double one, double other) {
        return IntStream.range(2, MOST_DIGITS)
                .filter(digits -> !Digits.power(one, digits).equals(Digits.power(other, digits)))
                .findFirst()
                .orElse(MOST_DIGITS);
    }

    /** The losses of both, update by update. */
    private record Curves(List<Curve.Point> wrong, List<Curve.Point> right) {}

    private void train() {
        Session session = workbench.session().get();
        AtomicBoolean stop = new AtomicBoolean();
        stopped = stop;
        trainingOf = session;
        trainedOf = null;
        curves.setVisible(false);
        trained.setText(TEXTS.get("effects.training", UPDATES));
        train.setDisable(true);
        workbench.aside(
                () -> new Curves(losses(session, stop), losses(session.withMistakes(Session.NO_MISTAKES), stop)),
                found -> {
                    if (!stop.get()) {
                        showCurves(session, found);
                    }
                },
                () -> {
                    if (!stop.get()) {
                        trainingOf = null;
                        trained.setText("");
                        train.setDisable(false);
                    }
                });
    }

    private boolean isTraining() {
        return trainingOf != null && !stopped.get();
    }

    private static List<Curve.Point> losses(Session session, AtomicBoolean stop) {
        MistakenTraining training = new MistakenTraining(session, session.training());
        Snapshot snapshot = training.first();
        List<Curve.Point> points = new ArrayList<>();
        for (int i = 0; i < UPDATES && !snapshot.hasDiverged() && !stop.get(); i++) {
            snapshot = training.next(snapshot);
            if (!snapshot.hasDiverged()) {
                points.add(new Curve.Point(snapshot.epoch(), snapshot.loss(), snapshot.norm()));
            }
        }
        return points;
    }

    private void showCurves(Session of, Curves found) {
        train.setDisable(false);
        trainingOf = null;
        trainedOf = of;
        wrong = found.wrong();
        right = found.right();
        curves.setVisible(true);
        trained.setText(TEXTS.get("effects.trained", last(wrong), last(right), wrong.size(), right.size()));
        drawCurves();
    }

    private static String last(List<Curve.Point> points) {
        return points.isEmpty() ? "–" : Digits.power(points.getLast().loss(), 3);
    }

    private void drawCurves() {
        curves.show(wrong, right, UPDATES, UPDATES, false, tones.get());
    }
}
