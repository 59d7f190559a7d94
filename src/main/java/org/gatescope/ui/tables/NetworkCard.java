package org.gatescope.ui.tables;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Sizes;
import org.gatescope.session.CellChange;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.quantity.CellName;
import org.jspecify.annotations.Nullable;

/** Which cell, and how many sequences, steps, inputs and units. */
final class NetworkCard extends VBox {
    private static final Texts TEXTS = Texts.of(NetworkCard.class);

    private final Workbench workbench;
    private final Consumer<String> onNotice;
    private final MenuButton cell = new MenuButton();
    private final SizeField batch;
    private final SizeField steps;
    private final SizeField inputs;
    private final SizeField hidden;
    private @Nullable Cell shown;

    /** @param onNotice told what a change of the cell did to the parameters */
    NetworkCard(Workbench workbench, Consumer<String> onNotice) {
        this.workbench = workbench;
        this.onNotice = onNotice;
        batch = new SizeField("batch", n -> resize(new Sizes(n, now().steps(), now().inputs(), now().hidden())));
        steps = new SizeField("steps", n -> resize(new Sizes(now().batch(), n, now().inputs(), now().hidden())));
        inputs = new SizeField("inputs", n -> resize(new Sizes(now().batch(), now().steps(), n, now().hidden())));
        hidden = new SizeField("hidden", n -> resize(new Sizes(now().batch(), now().steps(), now().inputs(), n)));
        List<SizeField> fields = List.of(hidden, inputs, steps, batch);
        HBox sizes = new HBox();
        sizes.getChildren().addAll(fields);
        fields.forEach(field -> HBox.setHgrow(field, Priority.ALWAYS));
        sizes.getStyleClass().add("sizes");
        cell.setId("cell");
        cell.setMaxWidth(Double.MAX_VALUE);
        cell.getStyleClass().addAll("outline-card", "cell-choice");
        BuiltInCells.names().forEach(name -> cell.getItems().add(item(name)));
        getStyleClass().add("network-card");
        getChildren().addAll(cell, sizes);
    }

    void show(Session session) {
        Sizes sizes = session.sizes();
        batch.show(sizes.batch());
        steps.show(sizes.steps());
        inputs.show(sizes.inputs());
        hidden.show(sizes.hidden());
        if (session.cell() != shown) {
            shown = session.cell();
            show(session.cell());
        }
    }

    private void show(Cell now) {
        String title = now.title();
        cell.setText(CellName.of(now));
        cell.setAccessibleText(TEXTS.get("cell.spoken", cell.getText()));
        cell.setTooltip(title.isEmpty() ? null : new Tooltip(title));
    }

    private Sizes now() {
        return workbench.session().get().sizes();
    }

    /** @return why the sizes cannot be; empty if they can */
    private Optional<String> resize(Sizes sizes) {
        Sizes before = now();
        workbench.resize(TEXTS.get("edit.sizes", sizes), sizes);
        show(workbench.session().get());
        if (grew(before, now())) {
            onNotice.accept(TEXTS.get("sizes.grown"));
        }
        return workbench.problem().get();
    }

    private static boolean grew(Sizes before, Sizes after) {
        return after.batch() > before.batch()
                || after.steps() > before.steps()
                || after.inputs() > before.inputs()
                || after.hidden() > before.hidden();
    }

    private MenuItem item(String name) {
        MenuItem item = new MenuItem(CellName.ofBuiltIn(name));
        item.setId("cell-" + name);
        item.setOnAction(event -> change(name));
        return item;
    }

    private void change(String name) {
        CellChange change =
                workbench.changeCell(TEXTS.get("edit.cell", CellName.ofBuiltIn(name)), BuiltInCells.cell(name));
        if (workbench.problem().get().isEmpty()) {
            onNotice.accept(notice(change));
        }
    }

    /** New parameters and how they were filled; lost ones by name. */
    private static String notice(CellChange change) {
        String added = change.added().isEmpty()
                ? ""
                : TEXTS.get("cell.added", String.join(", ", change.added()), CellChange.SIGMA);
        String lost = change.lost().isEmpty() ? "" : TEXTS.get("cell.lost", String.join(", ", change.lost()));
        return (added + lost).strip();
    }
}
