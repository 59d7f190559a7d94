package org.gatescope.ui.tables;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Dropout;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Merging;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.Shortcut;
import org.gatescope.session.NetworkChange;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.TwoEnds;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.settings.OwnCells;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The selected layer: its cell, the directions it reads in, and what goes above and below it. */
final class LayerSettings extends VBox {
    private static final Texts TEXTS = Texts.of(LayerSettings.class);

    private static final double TOOLTIP_WIDTH = 360;

    private final Workbench workbench;
    private final Selection selection;
    private final Consumer<NetworkChange> onChange;
    private final CellChoice cell = new CellChoice(this::choose);
    private final MenuButton more = new MenuButton();
    private final MenuItem remove = item("layer.remove", () -> remove());
    private final ChoiceField<Directions> directions;
    private final ChoiceField<Merging> merging;
    private final DropoutSettings dropout = new DropoutSettings(tooltip(""), this::changeDropout);
    private final ChoiceField<Shortcut> shortcut;
    private final Tooltip shortcutTip = tooltip("");
    private final DirectionPills pills;
    private final Tooltip reverseTip = tooltip(TEXTS.get("directions.REVERSE.tip"));

    /** @param onChange told what a change did to the parameters */
    LayerSettings(Workbench workbench, Selection selection, Consumer<NetworkChange> onChange) {
        this.workbench = workbench;
        this.selection = selection;
        this.onChange = onChange;
        this.pills = new DirectionPills(selection);
        directions = new ChoiceField<>(
                "directions",
                List.of(Directions.values()),
                value -> "directions." + value.name(),
                this::changeDirections);
        merging = new ChoiceField<>(
                "merging", List.of(Merging.values()), value -> "merging." + value.name(), this::changeMerging);
        shortcut = new ChoiceField<>(
                "shortcut", List.of(Shortcut.values()), value -> "shortcut." + value.name(), this::changeShortcut);
        Tooltip.install(shortcut, shortcutTip);
        more.setId("layer-menu");
        more.setGraphic(new FontIcon(Feather.MORE_HORIZONTAL));
        more.getStyleClass().addAll("tool", "fill-menu");
        more.setAccessibleText(TEXTS.get("layer.more"));
        more.setTooltip(new Tooltip(TEXTS.get("layer.more")));
        more.getItems().addAll(item("layer.above", () -> add(1)), item("layer.below", () -> add(0)), remove);
        HBox first = new HBox(cell, more);
        first.setAlignment(Pos.CENTER_LEFT);
        TwoEnds second = new TwoEnds(directions, pills);
        HBox.setHgrow(cell, Priority.ALWAYS);
        first.getStyleClass().add("settings-row");
        getStyleClass().add("settings");
        getChildren().addAll(first, second, merging, dropout, shortcut);
    }

    void show(Session session) {
        Part part = session.part(selection.part().get()).orElseThrow();
        Cell now = part.layer().cell();
        cell.show(now);
        directions.show(part.layer().directions());
        Tooltip.uninstall(directions, reverseTip);
        if (part.layer().directions() == Directions.REVERSE) {
            Tooltip.install(directions, reverseTip);
        }
        merging.show(part.layer().merging());
        merging.setVisible(part.layer().directions().isBidirectional());
        merging.setManaged(merging.isVisible());
        dropout.show(part.layer().dropout());
        shortcut.show(part.layer().shortcut());
        shortcutTip.setText(TEXTS.get("shortcut." + part.layer().shortcut().name() + ".tip"));
        pills.show(part);
        remove.setDisable(session.network().layers().size() == 1);
    }

    private static Tooltip tooltip(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        return tooltip;
    }

    void setOwnCells(OwnCells cells) {
        cell.setOwnCells(cells);
    }

    private int index() {
        return workbench
                .session()
                .get()
                .part(selection.part().get())
                .orElseThrow()
                .index();
    }

    private Layer layer() {
        return workbench.session().get().network().layers().get(index());
    }

    private void choose(String name, Cell chosen) {
        Layer now = layer();
        change(TEXTS.get("edit.cell", name), session -> Reshape.withLayer(session, index(), now.withCell(chosen)));
    }

    private void changeDirections(Directions wanted) {
        Layer now = layer();
        change(
                TEXTS.get("edit.directions", TEXTS.get("directions." + wanted.name())),
                session -> Reshape.withLayer(session, index(), now.withDirections(wanted)));
    }

    private void changeMerging(Merging wanted) {
        change(
                TEXTS.get("edit.merging", TEXTS.get("merging." + wanted.name())),
                session -> Reshape.withLayer(session, index(), layer().withMerging(wanted)));
    }

    private void changeDropout(Dropout wanted) {
        String kind = TEXTS.get(wanted.sameAtEachStep() ? "dropout.same" : "dropout.each");
        change(
                wanted.drops()
                        ? TEXTS.get("edit.dropout", Numerals.typed(wanted.rate()), kind)
                        : TEXTS.get("edit.dropout-none"),
                session -> Reshape.withLayer(session, index(), layer().withDropout(wanted)));
    }

    private void changeShortcut(Shortcut wanted) {
        change(
                TEXTS.get("edit.shortcut", TEXTS.get("shortcut." + wanted.name())),
                session -> Reshape.withShortcut(session, index(), wanted));
    }

    /** A layer of the same kind, above for 1, below for 0. */
    private void add(int above) {
        int place = index() + above;
        Layer now = layer();
        change(
                TEXTS.get("edit.add-layer", place + 1),
                session ->
                        Reshape.withNewLayer(session, place, new Layer(now.cell(), now.hidden(), Directions.FORWARD)));
        select(place);
    }

    private void remove() {
        int place = index();
        change(TEXTS.get("edit.remove-layer", place + 1), session -> Reshape.withoutLayer(session, place));
        select(Math.max(0, place - 1));
    }

    private void select(int layer) {
        selection.part().set(workbench.session().get().network().key(layer));
    }

    private void change(String label, Function<Session, Reshape> reshaping) {
        onChange.accept(workbench.change(label, reshaping));
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(TEXTS.get(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(event -> action.run());
        return item;
    }
}
