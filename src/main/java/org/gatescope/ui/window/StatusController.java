package org.gatescope.ui.window;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.controlsfx.control.StatusBar;
import org.gatescope.engine.DropoutMasks;
import org.gatescope.engine.Network;
import org.gatescope.engine.NonFinite;
import org.gatescope.engine.ReadOut;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.Rounding;
import org.gatescope.session.Phase;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Notices;
import org.gatescope.ui.desk.Notices.Notice;
import org.gatescope.ui.desk.Notices.Offer;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.words.Quantity;
import org.jspecify.annotations.Nullable;

/** The last line of the window: sizes, time of the last run, and what the user should know. */
final class StatusController {
    private static final Texts TEXTS = Texts.of(StatusController.class);
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    /** In a narrower bar, in pixels, where the keys go is worth more than how long a run took. */
    private static final double ROOM_FOR_TIME = 640;

    private final Desk desk;
    private final Workbench workbench;
    private final Selection selection;
    private final StatusBar bar;
    private final Label sizes = new Label();
    private final Label time = new Label();
    private final Label loss = new Label();
    private final Button nonFinite = new Button();
    private final Consumer<NonFinite> onNonFinite;
    private final Notices notices;
    private final Subscriptions open = new Subscriptions();
    private @Nullable Run shownRun;
    private boolean isFirst;

    /**
     * @param reading     of the selected number
     * @param onNonFinite told which number the user wants to be led to
     */
    StatusController(Desk desk, StatusBar bar, ObservableValue<String> reading, Consumer<NonFinite> onNonFinite) {
        this.desk = desk;
        this.workbench = desk.workbench();
        this.selection = desk.selection();
        this.notices = desk.notices();
        this.onNonFinite = onNonFinite;
        this.bar = bar;
        sizes.setId("status-sizes");
        time.setId("status-time");
        sizes.getStyleClass().add("muted");
        time.getStyleClass().add("muted");
        prepareLoss();
        prepareNonFinite();
        giveWay(sizes);
        time.visibleProperty().bind(bar.widthProperty().map(width -> width.doubleValue() >= ROOM_FOR_TIME));
        time.managedProperty().bind(time.visibleProperty());
        List.of(nonFinite, loss, time).forEach(StatusController::keepWhole);
        bar.getLeftItems().addAll(sizes, number(reading));
        bar.getRightItems().addAll(nonFinite, loss, time);
        listen();
    }

    private void prepareLoss() {
        loss.setId("status-loss");
        loss.getStyleClass().addAll("muted", "status-loss");
        loss.setAccessibleRole(AccessibleRole.BUTTON);
        loss.setTooltip(new Tooltip(TEXTS.get("status.loss.tip")));
        loss.focusTraversableProperty().bind(loss.textProperty().isNotEmpty());
        loss.setOnMouseClicked(event -> openLoss());
        loss.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openLoss();
                event.consume();
            }
        });
    }

    private void prepareNonFinite() {
        nonFinite.setId("status-non-finite");
        nonFinite.getStyleClass().addAll("tool", "warning");
        nonFinite.setVisible(false);
        nonFinite.managedProperty().bind(nonFinite.visibleProperty());
    }

    /** What is read, and the sizes, give way to what is said. */
    private Label number(ObservableValue<String> reading) {
        Label number = new Label();
        number.setId("status-reading");
        number.getStyleClass().add("reading");
        number.textProperty().bind(reading);
        giveWay(number);
        return number;
    }

    private void giveWay(Node node) {
        node.visibleProperty().bind(bar.textProperty().isEmpty());
        node.managedProperty().bind(node.visibleProperty());
    }

    /** A message is cut before what stands beside it is. */
    private static void keepWhole(Region region) {
        region.setMinWidth(Region.USE_PREF_SIZE);
    }

    private void listen() {
        open.add(
                notices.latest().subscribe(this::show),
                workbench.followSession(session -> {
                    showSizes(session);
                    notices.clear(); // what was said was said of the session before
                }),
                workbench.followRuns(this::showRun),
                workbench.computing().subscribe(this::showTime),
                desk.covered().subscribe((before, now) -> showTime()),
                workbench.problem().subscribe(problem -> problem.ifPresentOrElse(notices::warn, notices::clear)));
    }

    void close() {
        open.unsubscribe();
    }

    /** Why is it as large as it is? */
    private void openLoss() {
        if (!loss.getText().isEmpty()) {
            selection.opened().set(new NumberId.Loss());
        }
    }

    /** At the right, before the others. */
    void add(Region node) {
        keepWhole(node);
        bar.getRightItems().addFirst(node);
    }

    private void show(Notice notice) {
        bar.setText(notice.text());
        bar.setTooltip(notice.text().isEmpty() ? null : new Tooltip(notice.text()));
        bar.setGraphic(notice.offer() == null ? null : button(notice.offer()));
        bar.pseudoClassStateChanged(WARNING, notice.isWarning());
    }

    private static Button button(Offer offer) {
        Button button = new Button(offer.label());
        button.setId("status-offer");
        button.getStyleClass().addAll("pill", "small");
        button.setOnAction(event -> offer.action().run());
        return button;
    }

    private void showSizes(Session session) {
        Network network = session.network();
        long parameters = network.parameters().values().stream()
                .mapToLong(size -> (long) size[0] * size[1])
                .sum();
        String units = network.layers().stream()
                .map(layer -> Numerals.grouped(layer.hidden()))
                .collect(Collectors.joining(" + "));
        String all = TEXTS.get("status.sizes", session.batch(), session.steps(), network.inputs(), units, parameters);
        DropoutMasks dropout = session.numbers().dropout();
        String drops = TEXTS.get(dropout.isOn() ? "status.dropout" : "status.evaluated", all);
        sizes.setText(dropout.factors().isEmpty() ? all : drops);
    }

    private void showRun(Run run) {
        isFirst = shownRun == null;
        shownRun = run;
        showTime();
        run.nonFinite().ifPresentOrElse(this::showNonFinite, () -> nonFinite.setVisible(false));
    }

    private void showTime() {
        Run run = shownRun;
        if (workbench.computing().get()) {
            time.setText(TEXTS.get("status.computing"));
        } else if (run != null && !isFirst) { // the first run is mostly the start of Java
            time.setText(TEXTS.get("status.time", Numerals.fixed(run.nanos() / 1e6, 2)));
        }
        loss.setText(
                run == null
                        ? ""
                        : run.trace()
                                .readOut()
                                .map(readOut -> TEXTS.get(
                                        "status.loss",
                                        desk.hidden(run.session()).hides(new NumberId.Loss())
                                                ? Rounding.HIDDEN
                                                : Numerals.fixed(readOut.loss(), 6)))
                                .orElse(""));
    }

    private void showNonFinite(NonFinite found) {
        String place = Quantity.place(
                workbench.shown().get().run().session(),
                found.part(),
                found.quantity(),
                found.isGradient(),
                found.step(),
                found.unit());
        nonFinite.setText(TEXTS.get("status.non-finite", place));
        nonFinite.setVisible(true);
        Phase computed = found.part().equals(ReadOut.KEY) ? Phase.LOSS : Phase.FORWARD;
        Phase phase = found.isGradient() ? Phase.BACKWARD : computed;
        nonFinite.setOnAction(event -> {
            // while another session is computed, its batch may be smaller than that of the run
            selection
                    .sequence()
                    .set(Math.min(found.sequence(), workbench.session().get().batch() - 1));
            workbench.move(now -> now.atStep(phase, found.part(), found.step()));
            selection.part().set(found.part());
            onNonFinite.accept(found);
        });
    }
}
