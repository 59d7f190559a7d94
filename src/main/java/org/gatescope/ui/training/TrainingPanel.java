package org.gatescope.ui.training;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.engine.Score;
import org.gatescope.engine.Scores;
import org.gatescope.engine.training.Curve;
import org.gatescope.engine.training.TrainingProgress;
import org.gatescope.picture.Tones;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Feature;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Trainer;
import org.gatescope.session.Workbench;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.control.TwoEnds;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Room;
import org.gatescope.ui.desk.Selection;
import org.jspecify.annotations.Nullable;

/** Training: the run, its loss and gradients, what changes, what is predicted, and the settings. */
public final class TrainingPanel extends VBox implements Room {
    private static final Texts TEXTS = Texts.of(TrainingPanel.class);

    /** Outputs of which it is said how far they are off. */
    private static final int MOST_OFF = 3;

    private final Workbench workbench;
    private final Trainer trainer;
    private final Selection selection;
    private final Desk desk;
    private final Subscriptions open = new Subscriptions();
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final RunControls controls;
    private final Hyperlink origin = new Hyperlink(TEXTS.get("origin"));
    private final CurveView loss =
            new CurveView("loss", false, 5, Curve.Point::loss, Optional.of(Curve.Point::testLoss));
    private final CurveView right =
            new CurveView("accuracy", false, 1, of -> 100 * of.accuracy(), Optional.of(of -> 100 * of.testAccuracy()));
    private final CurveView norm = new CurveView("norm", true, Curve.Point::norm);
    private final CheckBox logarithmic = new CheckBox(TEXTS.get("logarithmic"));
    private final Label compared = new Label(TEXTS.get("curve.before"));
    private final WeightChanges changes;
    private final VBox changesSection;
    private final PredictionList predictions = new PredictionList();
    private final VBox predictionsSection = section("predictions", predictions);
    private final BackgroundTask counting;
    private @Nullable Run run;
    private boolean isCountStale = true;
    private final Button draw = new Button(TEXTS.get("draw"));
    private final GeneratePanel goOn;
    private final SettingsForm settings;
    private final RidgePanel ridge;
    private final Label accuracy = new Label();

    /** @param onDraw offers to draw all parameters anew, beside a node */
    public TrainingPanel(Desk desk, Trainer trainer, Consumer<Node> onDraw) {
        this.desk = desk;
        this.workbench = desk.workbench();
        this.selection = desk.selection();
        this.trainer = trainer;
        this.counting = desk.background().task();
        changes = new WeightChanges(desk.background());
        changesSection = section("changes", changes);
        controls = new RunControls(trainer);
        goOn = new GeneratePanel(desk);
        settings = new SettingsForm(workbench, draw);
        ridge = new RidgePanel(desk, trainer);
        getStyleClass().add("training-panel");
        prepare();
        draw.setOnAction(event -> onDraw.accept(draw));
        getChildren()
                .addAll(
                        title("training"),
                        new TaskMenu(workbench, desk.notices()),
                        controls,
                        settings,
                        ridge,
                        origin,
                        loss,
                        right,
                        norm,
                        new TwoEnds(logarithmic, compared),
                        predictionsSection,
                        section("go-on.title", goOn),
                        changesSection);
        logarithmic.selectedProperty().subscribe(this::show);
        open.add(
                desk.theme().subscribe(this::show),
                active.subscribe(this::show),
                trainer.progress().subscribe(progress -> show()),
                workbench.followRuns(this::showRun),
                workbench.followSession(this::showSession),
                counting::cancel,
                ridge::close,
                goOn::close);
    }

    private void prepare() {
        logarithmic.setId("training-logarithmic");
        compared.setId("training-compared");
        compared.getStyleClass().add("muted");
        origin.setId("training-origin");
        origin.setOnAction(event -> leadToOrigin());
        loss.setOnEpoch(trainer::goTo);
        right.setOnEpoch(trainer::goTo);
        norm.setOnEpoch(trainer::goTo);
        accuracy.setId("accuracy");
        accuracy.getStyleClass().addAll("muted", "figures");
        predictionsSection.getChildren().add(accuracy);
        predictions.getSelectionModel().selectedItemProperty().subscribe(sequence -> {
            if (sequence != null) {
                selection.sequence().set(sequence);
            }
        });
        draw.setId("training-draw");
        draw.getStyleClass().addAll("pill", "small");
    }

    @Override
    public List<Region> content() {
        return List.of(this);
    }

    @Override
    public void addShortcuts(Shortcuts shortcuts) {
        shortcuts
                .line("train")
                .everywhere(() -> orSayWhy(controls::toggle), KeyCode.F8)
                .everywhere(() -> orSayWhy(trainer::step), KeyCode.F8, KeyCombination.SHIFT_DOWN);
    }

    /** The key works where this is not seen, too. */
    private void orSayWhy(Runnable train) {
        Trainer.refusal(workbench.session().get()).ifPresentOrElse(desk.notices()::warn, train);
    }

    /** The training goes on. */
    @Override
    public void close() {
        open.unsubscribe();
        changes.close();
    }

    /** While it is hidden the run goes on, and the session follows it, but nothing is drawn here. */
    @Override
    public BooleanProperty activeProperty() {
        return active;
    }

    @Override
    public String getUserAgentStylesheet() {
        return TrainingPanel.class.getResource("training.css").toExternalForm();
    }

    private static Label title(String key) {
        Label title = new Label(TEXTS.get(key));
        title.getStyleClass().add("section-title");
        return title;
    }

    private static VBox section(String key, Node... contents) {
        VBox section = new VBox(title(key));
        section.getChildren().addAll(contents);
        section.getStyleClass().add("training-section");
        return section;
    }

    private void show() {
        if (active.get()) {
            showProgress(trainer.progress().get().orElse(null));
        }
    }

    private void showSession(Session session) {
        settings.show(session);
        ridge.show(session);
        show();
        if (!trainer.isBusy()) {
            goOn.show(session);
        }
    }

    private void showProgress(@Nullable TrainingProgress progress) {
        Session session = workbench.session().get();
        int epochs = session.training().epochs() * session.updatesPerEpoch();
        controls.show(progress, session, Trainer.refusal(session).orElse(""), System.nanoTime());
        ridge.offer(session);
        boolean hasOrigin = progress != null && progress.snapshot().hasDiverged();
        origin.setVisible(hasOrigin);
        origin.setManaged(hasOrigin);
        List<Curve.Point> points =
                progress == null ? List.of() : progress.curve().points();
        List<Curve.Point> before = trainer.before().get().map(Curve::points).orElse(List.of());
        compared.setVisible(!before.isEmpty());
        int current = progress == null ? 0 : progress.snapshot().epoch();
        loss.setPerplexity(session.objective()
                .filter(wanted -> wanted.loss().hasPerplexity())
                .isPresent());
        loss.show(points, before, epochs, current, logarithmic.isSelected(), tones());
        right.show(points, before, epochs, current, false, tones());
        norm.show(points, before, epochs, current, logarithmic.isSelected(), tones());
        boolean hasChanges = progress != null && !progress.snapshot().changes().isEmpty();
        changesSection.setVisible(hasChanges);
        changesSection.setManaged(hasChanges);
        if (progress != null && hasChanges) {
            changes.show(session, progress.snapshot(), tones());
        }
        showPredictions();
    }

    private void showRun(Run shown) {
        run = shown;
        isCountStale = true;
        if (active.get()) {
            showPredictions();
        }
    }

    private void showPredictions() {
        Run current = run;
        boolean isReadOut = current != null && current.session().objective().isPresent();
        predictionsSection.setVisible(isReadOut);
        predictionsSection.setManaged(isReadOut);
        if (current != null && isReadOut) {
            predictions.show(Predictions.of(current), tones());
            if (isCountStale) {
                isCountStale = false;
                counting.keepUp(
                        progress -> words(current), accuracy::setText, failure -> accuracy.setText(failure.sentence()));
            }
        } else {
            counting.cancel();
        }
    }

    private static String words(Run of) {
        List<Feature> outputs = of.session().features().outputs();
        Predictions made = Predictions.of(of);
        StringBuilder words = new StringBuilder(words(of.scores().orElseThrow()));
        for (int k = 0; !made.isOfClasses() && k < Math.min(MOST_OFF, outputs.size()); k++) {
            double test = made.off(k, true);
            String training = Numerals.rounded(made.off(k, false), 3);
            words.append('\n')
                    .append(
                            Double.isNaN(test)
                                    ? TEXTS.get("off", outputs.get(k).name(), training)
                                    : TEXTS.get(
                                            "off.tests", outputs.get(k).name(), training, Numerals.rounded(test, 3)));
        }
        return words.toString();
    }

    private static String words(Scores scores) {
        String training = words(scores.training());
        return scores.tests()
                .map(tests -> TEXTS.get("accuracy.tests", training, words(tests)))
                .orElse(training);
    }

    private static String words(Score score) {
        return score.all() == 0
                ? TEXTS.get("accuracy.none")
                : TEXTS.get("accuracy", Numerals.rounded(100 * score.accuracy(), 3), score.right(), score.all());
    }

    private Tones tones() {
        return desk.tones();
    }

    /** The session stands at the last moment whose numbers are finite throughout, save for those of this run. */
    private void leadToOrigin() {
        Run current = workbench.shown().get().run();
        trainer.progress()
                .get()
                .flatMap(progress -> progress.snapshot().divergence())
                .flatMap(divergence -> DivergenceNumber.of(divergence.place(), current))
                .ifPresent(selection::leadTo);
    }
}
