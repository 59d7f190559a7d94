package org.gatescope.ui.lab;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.engine.mistakes.Mistakes;
import org.gatescope.session.Session;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Room;
import org.gatescope.ui.desk.Selection;

/** The laboratory: mistakes to switch on, what they do to the numbers and to training, notebooks, and one to be found. */
public final class MistakesPanel extends VBox implements Room {
    private static final Texts TEXTS = Texts.of(MistakesPanel.class);

    private final Workbench workbench;
    private final Selection selection;
    private final Subscriptions open = new Subscriptions();
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final List<MistakeCard> cards = new ArrayList<>();
    private final Label hidden = new Label(TEXTS.get("hidden"));
    private final EffectsPanel effects;
    private final SpotPanel spotting;
    private final MistakeSwitches switches;

    /** @param difference whether lanes show how far the run is from the one without its mistakes */
    public MistakesPanel(Desk desk, MistakeSwitches switches, BooleanProperty difference) {
        this.workbench = desk.workbench();
        this.selection = desk.selection();
        this.switches = switches;
        getStyleClass().add("mistakes-panel");
        VBox list = new VBox();
        list.getStyleClass().add("mistake-list");
        for (Mistake mistake : Mistake.values()) {
            MistakeCard card = new MistakeCard(mistake, () -> change(mistake));
            cards.add(card);
            list.getChildren().add(card);
        }
        effects = new EffectsPanel(desk, difference);
        spotting = new SpotPanel(desk);
        hidden.setWrapText(true);
        hidden.managedProperty().bind(hidden.visibleProperty());
        TitledPane comparison = section("effects", true, effects);
        getChildren()
                .addAll(
                        section("spot", true, spotting),
                        comparison,
                        section("list", true, new VBox(hidden, list)),
                        section("notebooks", false, new NotebookCards(workbench)));
        list.visibleProperty().bind(selection.hidesMistakes().not());
        list.managedProperty().bind(list.visibleProperty());
        hidden.visibleProperty().bind(selection.hidesMistakes());
        comparison.visibleProperty().bind(list.visibleProperty()); // who searches has no right run to compare with
        comparison.managedProperty().bind(list.visibleProperty());
        selection.hidesMistakes().subscribe(hides -> {
            if (hides) {
                difference.set(false);
            }
        });
        effects.activeProperty().bind(active.and(selection.hidesMistakes().not()));
        open.add(
                active.subscribe(now -> show()),
                workbench.followSession(session -> show()),
                effects::close,
                spotting::close);
    }

    @Override
    public List<Region> content() {
        return List.of(this);
    }

    @Override
    public void close() {
        open.unsubscribe();
    }

    @Override
    public BooleanProperty activeProperty() {
        return active;
    }

    @Override
    public String kept() {
        return spotting.kept();
    }

    @Override
    public void restore(String kept) {
        spotting.restore(kept);
    }

    /** The same seed hides the same mistake. */
    public void setSeed(long seed) {
        spotting.setSeed(seed);
    }

    @Override
    public String getUserAgentStylesheet() {
        return MistakesPanel.class.getResource("lab.css").toExternalForm();
    }

    private static TitledPane section(String key, boolean open, Node content) {
        TitledPane section = new TitledPane(TEXTS.get("section." + key), content);
        section.setId("lab-section-" + key);
        section.setAnimated(false);
        section.setExpanded(open);
        section.getStyleClass().add("card");
        return section;
    }

    private void change(Mistake mistake) {
        switches.set(mistake, cards.get(mistake.ordinal()).isOn());
    }

    private void show() {
        if (!active.get()) {
            return;
        }
        Session session = workbench.session().get();
        for (MistakeCard card : cards) {
            Mistake mistake = card.mistake();
            card.show(switches.isOn(mistake), switches.isPossible(mistake), cell(session, mistake));
        }
    }

    /** Of the selected layer if the mistake changes its lines, otherwise of the first whose lines it does. */
    private Cell cell(Session session, Mistake mistake) {
        Cell selected = session.part(selection.part().get())
                .map(part -> part.layer().cell())
                .orElse(session.network().layers().getFirst().cell());
        return session.network().layers().stream()
                .map(Layer::cell)
                .sorted((a, b) -> Boolean.compare(b.equals(selected), a.equals(selected)))
                .filter(cell -> !Mistakes.changes(cell, EnumSet.of(mistake)).isEmpty())
                .findFirst()
                .orElse(selected);
    }
}
