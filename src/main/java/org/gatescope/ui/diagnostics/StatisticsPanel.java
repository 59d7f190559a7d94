package org.gatescope.ui.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.cell.Convention;
import org.gatescope.cell.Formula;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.engine.diagnostics.Saturation;
import org.gatescope.engine.diagnostics.Statistics;
import org.gatescope.picture.Blank;
import org.gatescope.picture.FormulaText;
import org.gatescope.picture.Picture;
import org.gatescope.picture.chart.HistogramPicture;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Run;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ChoiceNames;
import org.gatescope.ui.control.ProblemLabel;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.formula.FormulaView;
import org.gatescope.ui.stage.UnitOrder;
import org.gatescope.ui.words.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * How the numbers of each quantity of the selected part are spread, and how much of its gates and activations is
 * saturated, over all sequences and steps.
 */
final class StatisticsPanel extends DiagnosticPanel {
    private static final Texts TEXTS = Texts.of(StatisticsPanel.class);
    private static final double SYMBOL_SIZE = 15;
    private static final int PARTS = 40;
    private static final double HEIGHT = 30;

    private final ChoiceBox<UnitOrder> order = new ChoiceBox<>();
    private final VBox rows = new VBox();
    private final ProblemLabel problem = new ProblemLabel();
    private final BackgroundTask task;
    private Convention shownIn = Convention.shown();

    /** A quantity with what was found of it. */
    private record Row(String quantity, Statistics statistics, Optional<Saturation> saturation) {}

    StatisticsPanel(Desk desk) {
        super(desk);
        task = desk.background().task();
        rows.setSpacing(6);
        order.setId("unit-order");
        order.getItems().setAll(UnitOrder.values());
        order.setConverter(ChoiceNames.of(of -> TEXTS.get("order." + of.key())));
        order.setAccessibleText(TEXTS.get("order"));
        order.setValue(UnitOrder.INDEX);
        Label name = new Label(TEXTS.get("order"));
        name.getStyleClass().add("size-label");
        name.setLabelFor(order);
        FlowPane choice = new FlowPane(8, 4, name, order);
        choice.setAlignment(Pos.CENTER_LEFT);
        problem.setId("statistics-problem");
        getChildren().addAll(choice, problem, rows);
        listen();
    }

    /** In which order the lanes show the units. */
    public ObjectProperty<UnitOrder> orderProperty() {
        return order.valueProperty();
    }

    @Override
    void stop() {
        task.cancel();
    }

    @Override
    void runChanged() {
        Run of = run();
        String part = part();
        if (!isAlike()) {
            task.cancel();
        }
        task.keepUp(
                progress -> found(of, part, progress),
                found -> show(found, ""),
                failure -> show(List.of(), failure.sentence()));
    }

    private static List<Row> found(Run of, String key, Progress progress) {
        Part part = of.session().part(key).orElseThrow();
        List<Saturation> saturated =
                Saturation.of(of.session().network(), of.session().inputs(), of.trace(), Saturation.Thresholds.USUAL);
        List<Row> rows = new ArrayList<>();
        part.layer().cell().widths().keySet().stream()
                .filter(quantity -> !part.layer().cell().states().contains(quantity))
                .filter(of.trace().part(key).quantities()::contains)
                .forEach(quantity -> {
                    progress.report(rows.size(), part.layer().cell().widths().size());
                    rows.add(new Row(
                            quantity,
                            Statistics.of(
                                    of.trace().part(key).value(quantity),
                                    of.session().mask(),
                                    PARTS),
                            saturated.stream()
                                    .filter(known -> known.part().equals(key))
                                    .filter(known -> known.quantity().equals(quantity))
                                    .findFirst()));
                });
        return rows;
    }

    private void show(List<Row> found, String why) {
        problem.setText(why);
        List<String> names = found.stream().map(Row::quantity).toList();
        boolean isWritten = Convention.shown().equals(shownIn);
        if (!isWritten
                || !names.equals(rows.getChildren().stream().map(Node::getId).toList())) {
            shownIn = Convention.shown();
            rows.getChildren().setAll(names.stream().map(Card::new).toList());
        }
        for (int i = 0; i < found.size(); i++) {
            ((Card) rows.getChildren().get(i)).show(found.get(i));
        }
    }

    /** What is found of one quantity. */
    private final class Card extends VBox {
        private final Label figures = new Label();
        private final Label saturated = new Label();
        private final String name;
        private final Plot plot;
        private @Nullable Row shown;

        Card(String quantity) {
            setId(quantity);
            Formula formula = new Quantity(quantity, false, false)
                    .called(NamesOfParts.of(session(), part()).of(quantity))
                    .formula();
            name = FormulaText.of(formula);
            figures.getStyleClass().addAll("muted", "figures");
            figures.setId("statistics-" + quantity);
            saturated.getStyleClass().addAll("muted", "figures");
            saturated.setId("saturation-" + quantity);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            plot = new Plot("histogram-" + quantity, this::picture);
            plot.height(HEIGHT);
            HBox heading = new HBox(new FormulaView(formula, SYMBOL_SIZE), space, saturated);
            heading.setAlignment(Pos.BASELINE_LEFT);
            getChildren().addAll(heading, plot, figures);
        }

        void show(Row row) {
            shown = row;
            figures.setText(StatisticsPanel.figures(row.statistics()));
            saturated.setText(row.saturation().map(StatisticsPanel::words).orElse(""));
            plot.setAccessibleText(name + ": " + figures.getText() + " " + saturated.getText());
            plot.redraw();
        }

        private Picture picture(double width, double height) {
            return shown == null
                    ? new Blank(width, height)
                    : new HistogramPicture(width, height, shown.statistics(), tones());
        }
    }

    private static String figures(Statistics of) {
        if (of.count() == 0) {
            return TEXTS.get("statistics.none", of.nonFinite());
        }
        String text = TEXTS.get(
                "statistics.figures",
                Numerals.rounded(of.mean(), 2),
                Numerals.rounded(of.deviation(), 2),
                Numerals.rounded(of.least(), 2),
                Numerals.rounded(of.largest(), 2));
        return of.nonFinite() == 0 ? text : text + TEXTS.get("statistics.non-finite", of.nonFinite());
    }

    private static String words(Saturation of) {
        return TEXTS.get(
                of.kind() == Saturation.Kind.GATE ? "saturation.gate" : "saturation.signed",
                Numerals.fixed(100 * of.lowShare(), 0),
                Numerals.fixed(100 * of.highShare(), 0));
    }

    @Override
    void themeChanged() {
        rows.getChildren().forEach(row -> ((Card) row).plot.redraw());
    }

    @Override
    void playheadMoved() {
        // all steps count, wherever the playhead is
    }
}
