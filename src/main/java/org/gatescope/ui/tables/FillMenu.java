package org.gatescope.ui.tables;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.gatescope.cell.ParameterStart;
import org.gatescope.engine.Fill;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Matrix;
import org.gatescope.session.TableId;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.grid.Seeds;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Fills a whole table: zeros, identity, random numbers with a visible seed, scaled by a factor. */
final class FillMenu extends MenuButton {
    private static final Texts TEXTS = Texts.of(FillMenu.class);

    private final Workbench workbench;
    private final TableDescription description;
    private final MenuItem declared = new MenuItem();
    private final MenuItem normal = new MenuItem();
    private final MenuItem glorot = new MenuItem();
    private final MenuItem he = new MenuItem();
    private final MenuItem orthogonal = new MenuItem();
    private final Seeds seeds;

    FillMenu(Workbench workbench, TableDescription description, Seeds seeds) {
        this.seeds = seeds;
        this.workbench = workbench;
        this.description = description;
        setGraphic(new FontIcon(Feather.MORE_HORIZONTAL));
        getStyleClass().addAll("tool", "fill-menu");
        setAccessibleText(TEXTS.get("fill", description.name()));
        setTooltip(new Tooltip(TEXTS.get("fill", description.name())));
        declared.setId("fill-declared");
        declared.setOnAction(event -> start().ifPresent(start -> change(declared.getText(), filled(start))));
        normal.setOnAction(event -> drawn("fill.normal", new Fill.Normal(seeds.next())));
        glorot.setOnAction(event -> drawn("fill.glorot", new Fill.Glorot(seeds.next())));
        he.setOnAction(event -> drawn("fill.he", new Fill.He(seeds.next())));
        orthogonal.setOnAction(event -> drawn("fill.orthogonal", new Fill.Orthogonal(seeds.next())));
        getItems()
                .addAll(
                        declared,
                        fill("fill.zeros", new Fill.Constant(0)),
                        fill("fill.identity", new Fill.Identity()),
                        normal,
                        glorot,
                        he,
                        orthogonal,
                        new SeparatorMenuItem(),
                        scaled("fill.double", 2),
                        scaled("fill.half", 0.5),
                        scaled("fill.negate", -1));
        setOnShowing(event -> refresh());
        refresh();
    }

    private void refresh() {
        declared.setVisible(start().isPresent());
        start().ifPresent(start -> declared.setText(TEXTS.get("fill.declared", start.text())));
        showSeed();
    }

    /** What the cell declares of this parameter, if it does. */
    private Optional<ParameterStart> start() {
        return description.id() instanceof TableId.Parameter(FullName name)
                ? Optional.ofNullable(
                        workbench.session().get().network().starts().get(name.text()))
                : Optional.empty();
    }

    private static UnaryOperator<Matrix> filled(ParameterStart start) {
        return matrix -> new Fill.Declared(start).matrix(matrix.rows(), matrix.columns());
    }

    private MenuItem fill(String key, Fill fill) {
        return item(TEXTS.get(key), matrix -> fill.matrix(matrix.rows(), matrix.columns()));
    }

    private MenuItem scaled(String key, double factor) {
        return item(TEXTS.get(key), matrix -> matrix.map(value -> value * factor));
    }

    private MenuItem item(String text, UnaryOperator<Matrix> change) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> change(text, change));
        return item;
    }

    /** Each use of a seed makes the next one the next. */
    private void drawn(String key, Fill fill) {
        String text = TEXTS.get(key, Fill.Normal.SIGMA, seeds.take());
        change(text, matrix -> fill.matrix(matrix.rows(), matrix.columns()));
        showSeed();
    }

    private void showSeed() {
        normal.setText(TEXTS.get("fill.normal", Fill.Normal.SIGMA, seeds.next()));
        glorot.setText(TEXTS.get("fill.glorot", Fill.Normal.SIGMA, seeds.next()));
        he.setText(TEXTS.get("fill.he", Fill.Normal.SIGMA, seeds.next()));
        orthogonal.setText(TEXTS.get("fill.orthogonal", Fill.Normal.SIGMA, seeds.next()));
    }

    private void change(String text, UnaryOperator<Matrix> change) {
        workbench.edit(
                TEXTS.get("edit.whole", description.name(), text), session -> session.edit(description.id(), change));
    }
}
