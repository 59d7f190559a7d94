package org.gatescope.ui.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.engine.Layer;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ProblemLabel;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.stage.BandKind;
import org.gatescope.ui.stage.CellBands;
import org.gatescope.ui.stage.CellBands.Band;
import org.gatescope.ui.words.CellName;

/** RNN, LSTM and GRU on the input of the shown run, above one another: which of their lanes, and how they came about. */
final class BandsPanel extends VBox {
    private static final Texts TEXTS = Texts.of(BandsPanel.class);

    private final Workbench workbench;
    private final CellBands cells;
    private final BackgroundTask running;
    private final ToggleButton choice = new ToggleButton(TEXTS.get("three"));
    private final FlowPane kinds = new FlowPane(12, 4, new Label(TEXTS.get("three.lanes")));
    private final Map<BandKind, CheckBox> checks = new EnumMap<>(BandKind.class);
    private final ProblemLabel says = new ProblemLabel();
    private final Subscriptions open = new Subscriptions();

    /** @param cells whose lanes the stage shows */
    BandsPanel(Desk desk, CellBands cells) {
        this.workbench = desk.workbench();
        this.cells = cells;
        running = desk.background().task();
        getStyleClass().add("bands-panel");
        choice.setId("compare-three");
        choice.getStyleClass().add("pill");
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.setTooltip(new Tooltip(TEXTS.get("three.tip")));
        choice.setOnAction(event -> turn());
        kinds.getStyleClass().add("compare-row");
        for (BandKind kind : BandKind.values()) {
            CheckBox check = new CheckBox(TEXTS.get("three." + kind.key()));
            check.setId("compare-three-" + kind.key());
            check.setMinWidth(Region.USE_PREF_SIZE);
            check.setOnAction(event -> cells.show(kind, check.isSelected()));
            checks.put(kind, check);
            kinds.getChildren().add(check);
        }
        cells.setOnTake(this::take);
        says.setId("compare-three-says");
        says.setMinHeight(Region.USE_PREF_SIZE);
        kinds.managedProperty().bind(kinds.visibleProperty());
        kinds.visibleProperty().bind(choice.selectedProperty());
        managedProperty().bind(choice.selectedProperty());
        visibleProperty().bind(choice.selectedProperty());
        getChildren().addAll(kinds, says);
        open.add(
                workbench.followRuns(run -> show()),
                cells.kinds().subscribe(now -> checks.forEach((kind, check) -> check.setSelected(now.contains(kind)))),
                cells.bands().subscribe((before, now) -> shown(now)),
                running::cancel);
    }

    /** Shows the three cells, or the shown run alone again. */
    ToggleButton choice() {
        return choice;
    }

    void close() {
        open.unsubscribe();
    }

    private void turn() {
        if (choice.isSelected()) {
            says.tell(TEXTS.get("three.working"));
            show();
        } else {
            running.cancel();
            cells.bands().set(List.of());
        }
    }

    /** Goes on with another cell in the place of the session's own: one step of undo. */
    private void take(String band) {
        for (OtherCell cell : OtherCell.values()) {
            if (TEXTS.get("cell." + cell.name()).equals(band)) {
                workbench.edit(TEXTS.get("three.take", band), cell::in);
            }
        }
    }

    /** Somebody else may have put them away. */
    private void shown(List<Band> now) {
        if (now.isEmpty()) {
            choice.setSelected(false);
        }
    }

    private void show() {
        if (!choice.isSelected()) {
            return;
        }
        Session session = workbench.shown().get().run().session();
        running.keepUp(progress -> bands(session), this::arrive, failure -> says.refuse(failure.sentence()));
    }

    private void arrive(List<Band> found) {
        if (choice.isSelected()) {
            cells.bands().set(found);
            says.tell(words(found));
        }
    }

    /** A session of another cell has a band of its own, above the three. */
    private static List<Band> bands(Session session) {
        List<Band> bands = new ArrayList<>();
        for (OtherCell cell : OtherCell.values()) {
            String name = TEXTS.get("cell." + cell.name());
            bands.add(new Band(name, cell.isIn(session) ? Optional.empty() : Optional.of(Run.of(cell.in(session)))));
        }
        if (bands.stream().allMatch(band -> band.run().isPresent())) {
            bands.addFirst(new Band(own(session), Optional.empty()));
        }
        return bands;
    }

    /** Of layers with several cells all that there are. */
    private static String own(Session session) {
        return session.network().layers().stream()
                .map(Layer::cell)
                .map(CellName::brief)
                .distinct()
                .collect(Collectors.joining(" + "));
    }

    private static String words(List<Band> bands) {
        String own = bands.stream()
                .filter(band -> band.run().isEmpty())
                .map(Band::name)
                .collect(Collectors.joining());
        List<String> others = bands.stream()
                .filter(band -> band.run().isPresent())
                .map(Band::name)
                .toList();
        return TEXTS.get("three.says", own, others.getFirst(), others.getLast(), others.size());
    }
}
