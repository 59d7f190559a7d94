package org.gatescope.ui.diagnostics;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.stage.UnitOrder;

/** The diagnostics of the run that is shown, each in a card that can be folded away; what is folded away does nothing. */
public final class DiagnosticsPanel extends VBox {
    private static final Texts TEXTS = Texts.of(DiagnosticsPanel.class);

    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final StatisticsPanel statistics;

    public DiagnosticsPanel(Workbench workbench, Selection selection) {
        getStyleClass().add("cards");
        statistics = new StatisticsPanel(workbench, selection);
        add("check", new CheckPanel(workbench, selection));
        add("jacobian", new JacobianPanel(workbench, selection));
        add("spectrum", new SpectrumPanel(workbench, selection));
        add("portrait", new PortraitPanel(workbench, selection));
        add("statistics", statistics);
    }

    private void add(String key, DiagnosticPanel view) {
        TitledPane card = new TitledPane(TEXTS.get("card." + key), view);
        card.setId("card-" + key);
        card.setAnimated(false);
        card.getStyleClass().add("card");
        view.darkProperty().bind(dark);
        view.activeProperty().bind(active.and(card.expandedProperty()));
        getChildren().add(card);
    }

    public BooleanProperty darkProperty() {
        return dark;
    }

    /** False while it cannot be seen: then nothing is computed for it. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** In which order the units of lanes stand. */
    public ObjectProperty<UnitOrder> orderProperty() {
        return statistics.orderProperty();
    }
}
