package org.gatescope.ui.diagnostics;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.diagnostics.JacobianNorms;
import org.gatescope.engine.diagnostics.MatrixNorm;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.engine.diagnostics.StepJacobians;
import org.gatescope.explain.NumberId;
import org.gatescope.picture.Blank;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Raster;
import org.gatescope.picture.chart.JacobianPicture;
import org.gatescope.picture.chart.JacobianPicture.Pair;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Run;
import org.gatescope.session.RunCost;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ChoiceNames;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/** How much a state after each step depends on the same state after each earlier one: the map of ‖∂h[t]/∂h[k]‖. */
final class JacobianPanel extends DiagnosticPanel {
    private static final Texts TEXTS = Texts.of(JacobianPanel.class);
    private static final double HIGHEST = 420;
    /** Multiplications that are made without being asked for. */
    private static final double SMALL = 3e8;

    private final ChoiceBox<String> state = new ChoiceBox<>();
    private final ChoiceBox<MatrixNorm> norm = new ChoiceBox<>();
    private final Button start = new Button(TEXTS.get("jacobian.start"));
    private final ProgressBar bar = new ProgressBar(0);
    private final Plot plot = new Plot("jacobian-map", this::picture);
    private final Label reading = new Label();
    private final Label factors = new Label();
    private final BackgroundTask task;
    private Raster raster = Raster.of(0, 0, (k, t) -> 0);
    private @Nullable Matrix norms;
    private @Nullable Pair chosen;
    private String problem = "";
    private boolean filling;

    JacobianPanel(Desk desk) {
        super(desk);
        task = desk.background().task();
        prepareChoices();
        preparePlot();
        reading.setId("jacobian-reading");
        reading.setWrapText(true);
        reading.getStyleClass().add("figures");
        factors.setId("jacobian-factors");
        factors.setWrapText(true);
        factors.getStyleClass().addAll("muted", "figures");
        Label legend = new Label();
        legend.textProperty()
                .bind(desk.theme()
                        .map(theme -> TEXTS.get(
                                "jacobian.legend",
                                TEXTS.get(theme == Theme.PRINT ? "jacobian.greys" : "jacobian.hues"))));
        legend.getStyleClass().add("muted");
        legend.setWrapText(true);
        legend.setMinHeight(USE_PREF_SIZE);
        FlowPane top = new FlowPane(8, 4, state, norm, start, bar);
        top.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(top, plot, reading, factors, legend);
        listen();
    }

    @Override
    void stop() {
        task.cancel();
    }

    private void prepareChoices() {
        state.setId("jacobian-state");
        state.setAccessibleText(TEXTS.get("jacobian.state"));
        state.valueProperty().subscribe(value -> choose());
        norm.setId("jacobian-norm");
        norm.setAccessibleText(TEXTS.get("jacobian.norm"));
        norm.getItems().setAll(MatrixNorm.SPECTRAL, MatrixNorm.FROBENIUS);
        norm.setConverter(ChoiceNames.of(of -> TEXTS.get("norm." + of.name().toLowerCase(Locale.ROOT))));
        norm.setValue(MatrixNorm.SPECTRAL);
        norm.valueProperty().subscribe(value -> choose());
        start.setId("jacobian-start");
        start.getStyleClass().addAll("pill", "small");
        start.setOnAction(event -> compute());
        start.managedProperty().bind(start.visibleProperty());
        start.setMinWidth(USE_PREF_SIZE);
        bar.visibleProperty().bind(task.working().and(start.visibleProperty()));
        bar.managedProperty().bind(bar.visibleProperty());
        bar.progressProperty().bind(task.progress());
    }

    private void preparePlot() {
        plot.square(HIGHEST);
        plot.visibleProperty().bind(start.visibleProperty().not()); // nothing to see until somebody asks
        plot.managedProperty().bind(plot.visibleProperty());
        plot.onKey(this::pressed);
        plot.setOnMouseMoved(this::pointed);
        plot.getStyleClass().add("opens");
        plot.setOnMouseClicked(event -> open());
        plot.setOnMouseExited(event -> selection.path().set(null));
        plot.focusedProperty().subscribe((was, is) -> {
            if (was) {
                selection.path().set(null);
            }
        });
    }

    private void choose() {
        if (!filling && activeProperty().get()) {
            change(false);
        }
    }

    /** A small map of the run before stays until the next is found, as far as it has the same form. */
    @Override
    void runChanged() {
        change(isAlike());
    }

    private void change(boolean isAlike) {
        Part part = session().part(part()).orElseThrow();
        filling = true;
        state.setConverter(ChoiceNames.of(this::written));
        if (!state.getItems().equals(part.layer().cell().states())) {
            state.getItems().setAll(part.layer().cell().states());
            state.setValue(state.getItems().getFirst());
        }
        filling = false;
        boolean isSmall = RunCost.ofJacobians(session(), part, state.getValue(), sequence(), norm.getValue()) <= SMALL;
        if (!isAlike || !isSmall) {
            task.cancel();
            norms = null;
        }
        problem = "";
        start.setVisible(!isSmall);
        if (isSmall) {
            compute();
        } else {
            read();
        }
    }

    private void compute() {
        Run of = run();
        String part = part();
        int sequence = sequence();
        String name = state.getValue();
        MatrixNorm wanted = norm.getValue();
        task.keepUp(
                progress -> norms(of, part, sequence, name, wanted, progress),
                found -> arrive(found, ""),
                failure -> arrive(null, TEXTS.get("jacobian.failed", failure.sentence())));
        if (task.working().get() && asks()) {
            read();
        }
    }

    private static Matrix norms(Run of, String part, int sequence, String state, MatrixNorm norm, Progress progress) {
        Session session = of.session();
        StepJacobians steps = StepJacobians.of(session.network(), session.inputs(), of.trace(), part, sequence);
        return JacobianNorms.of(steps, state, norm, progress).norms();
    }

    /** @param found null if it failed, for the reason that is shown */
    private void arrive(@Nullable Matrix found, String why) {
        norms = found;
        problem = why;
        start.setVisible(asks() && found == null);
        Pair pair = chosen;
        chosen = pair != null && found != null && pair.later() < found.rows() ? pair : null;
        themeChanged();
        read();
    }

    @Override
    void themeChanged() {
        Matrix known = norms;
        if (known != null) {
            raster = JacobianPicture.raster(known, ground());
        }
        plot.redraw();
    }

    @Override
    void playheadMoved() {
        plot.redraw();
    }

    private Optional<JacobianPicture> map(double width, double height) {
        Matrix known = norms;
        int step = playhead().isAtStart() ? -1 : playhead().step();
        return known == null || known.rows() == 0
                ? Optional.empty()
                : Optional.of(new JacobianPicture(width, height, known, raster, step, chosen, tones()));
    }

    private Picture picture(double width, double height) {
        return map(width, height).<Picture>map(map -> map).orElse(new Blank(width, height));
    }

    private void pointed(MouseEvent event) {
        map(plot.getWidth(), plot.getHeight()).ifPresent(map -> {
            Pair pair = map.at(event.getX(), event.getY());
            if (pair != null) {
                choose(pair);
            }
        });
    }

    private void choose(Pair pair) {
        chosen = pair;
        selection.path().set(new Selection.Path(part(), pair.earlier(), pair.later()));
        read();
        plot.redraw();
    }

    private void read() {
        Matrix known = norms;
        Pair pair = chosen;
        if (known == null || pair == null) {
            reading.setText(!problem.isEmpty() ? problem : TEXTS.get(hint()));
            factors.setText("");
        } else {
            JacobianReading read = new JacobianReading(known, written(state.getValue()), pair);
            reading.setText(read.norm());
            factors.setText(read.factors());
        }
        plot.setAccessibleText(reading.getText() + " " + factors.getText());
    }

    private String hint() {
        return bar.isVisible() ? "jacobian.under-way" : asks() ? "jacobian.asked" : "jacobian.hint";
    }

    /** True while a large map has not been asked for. */
    private boolean asks() {
        return start.isVisible();
    }

    private boolean pressed(KeyEvent event) {
        Matrix known = norms;
        if (known == null || known.rows() == 0 || event.isShiftDown() || event.isShortcutDown()) {
            return false;
        }
        Pair to = JacobianReading.moved(known, chosen, event.getCode());
        if (to != null) {
            choose(to);
            return true;
        }
        if (event.getCode() == KeyCode.ENTER) {
            open();
            return true;
        }
        return false;
    }

    private void open() {
        Pair pair = chosen;
        if (pair != null) {
            selection
                    .opened()
                    .set(new NumberId.JacobianNorm(part(), state.getValue(), sequence(), pair.later(), pair.earlier()));
        }
    }
}
