package org.gatescope.ui.diagnostics;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.cell.Formula;
import org.gatescope.cell.SymbolName;
import org.gatescope.engine.diagnostics.CheckedTable;
import org.gatescope.engine.diagnostics.GradientCheck;
import org.gatescope.engine.diagnostics.GradientCheck.Verdict;
import org.gatescope.explain.NumberId;
import org.gatescope.picture.Ground;
import org.gatescope.picture.Raster;
import org.gatescope.picture.chart.DifferencesPicture;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Session;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.formula.FormulaView;
import org.gatescope.ui.words.PartWords;

/**
 * One table of a gradient check: its differences as squares, from 10⁻¹² to 1 in powers of ten. A click or Enter opens the
 * gradient that differs most.
 */
final class CheckedCard extends VBox {
    private static final Texts TEXTS = Texts.of(CheckedCard.class);
    private static final double HIGHEST = 44;
    private static final double WIDEST_SQUARE = DifferencesPicture.WIDEST_SQUARE;
    /** Room for most names and their largest difference, and for two beside one another. */
    private static final double LEAST_WIDTH = 146;

    private static final double WIDEST = 300;
    private static final double SYMBOL_SIZE = 14;

    private final Session session;
    private final CheckedTable table;

    CheckedCard(Session session, CheckedTable table, Ground ground, Consumer<NumberId> open) {
        this.session = session;
        this.table = table;
        Raster raster = DifferencesPicture.raster(table, ground);
        boolean isInput = table.name().equals(GradientCheck.INPUT);
        String owner = isInput ? "" : PartWords.owner(session, table.name());
        Formula symbol = isInput ? SymbolName.of(GradientCheck.INPUT) : NamesOfParts.symbol(session, table.name());
        FormulaView name = new FormulaView(symbol, SYMBOL_SIZE);
        Label of = new Label(owner);
        of.getStyleClass().add("muted");
        of.setMinWidth(USE_PREF_SIZE);
        of.setVisible(!owner.isEmpty());
        of.setManaged(of.isVisible());
        Label most = new Label(most());
        most.setMinWidth(USE_PREF_SIZE);
        most.getStyleClass().addAll(table.verdict() == Verdict.DIFFERS ? "problem" : "muted", "figures");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Plot plot = new Plot("check-" + table.name(), (width, height) -> new DifferencesPicture(width, height, raster));
        plot.height(Math.min(HIGHEST, table.computed().rows() * WIDEST_SQUARE) + 2);
        plot.setPrefWidth(Math.min(WIDEST, table.computed().columns() * WIDEST_SQUARE + 2));
        plot.setMaxWidth(USE_PREF_SIZE);
        plot.setAccessibleText(PartWords.parameter(session, table.name()) + ": " + most.getText());
        plot.getStyleClass().add("opens");
        plot.setOnMouseClicked(event -> open(open));
        plot.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(open);
                event.consume();
            }
        });
        setMinWidth(LEAST_WIDTH);
        HBox heading = new HBox(4, of, name, space, most);
        heading.setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(heading, plot);
    }

    private String most() {
        return table.worst()
                .map(worst ->
                        TEXTS.get("check.most", Numerals.rounded(worst.difference(), 1), worst.row(), worst.column()))
                .orElse("");
    }

    private void open(Consumer<NumberId> open) {
        table.worst()
                .ifPresent(worst -> open.accept(CheckPanel.number(session, table.name(), worst.row(), worst.column())));
    }
}
