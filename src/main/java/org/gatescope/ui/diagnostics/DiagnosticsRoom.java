package org.gatescope.ui.diagnostics;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Fillable;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Room;
import org.gatescope.ui.stage.UnitOrder;

/** The diagnostics of the run that is shown, each in a card that can be folded away; what is folded away does nothing. */
public final class DiagnosticsRoom extends VBox implements Room {
    private static final Texts TEXTS = Texts.of(DiagnosticsRoom.class);

    private final BooleanProperty active = new SimpleBooleanProperty();
    private final List<DiagnosticPanel> panels = new ArrayList<>();
    private final StatisticsPanel statistics;

    /** @param order in which the units of lanes stand */
    public DiagnosticsRoom(Desk desk, ObjectProperty<UnitOrder> order) {
        getStyleClass().add("cards");
        statistics = new StatisticsPanel(desk);
        statistics.orderProperty().bindBidirectional(order);
        add("check", new CheckPanel(desk));
        add("jacobian", new JacobianPanel(desk));
        add("spectrum", new SpectrumPanel(desk));
        add("portrait", new PortraitPanel(desk));
        add("statistics", statistics);
    }

    private void add(String key, DiagnosticPanel view) {
        TitledPane card = new TitledPane(TEXTS.get("card." + key), view);
        card.setId("card-" + key);
        card.setAnimated(false);
        card.setMinWidth(0);
        card.getStyleClass().add("card");
        card.setGraphic(Fillable.enlarged(view, key, card.getText()).button());
        card.setContentDisplay(ContentDisplay.RIGHT);
        panels.add(view);
        view.activeProperty().bind(active.and(card.expandedProperty()));
        getChildren().add(card);
    }

    @Override
    public List<Region> content() {
        return List.of(this);
    }

    @Override
    public void close() {
        panels.forEach(DiagnosticPanel::close);
    }

    @Override
    public BooleanProperty activeProperty() {
        return active;
    }
}
