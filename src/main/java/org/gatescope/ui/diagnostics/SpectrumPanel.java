package org.gatescope.ui.diagnostics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.gatescope.cell.Convention;
import org.gatescope.cell.Notation;
import org.gatescope.cell.ParameterName;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.diagnostics.Complex;
import org.gatescope.engine.diagnostics.SpectralRadius;
import org.gatescope.engine.diagnostics.Spectrum;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Scale;
import org.gatescope.picture.chart.SpectrumPicture;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ChoiceNames;
import org.gatescope.ui.control.ProblemLabel;
import org.gatescope.ui.desk.Desk;
import org.jspecify.annotations.Nullable;

/**
 * Eigenvalues on the unit circle, of a recurrent matrix and of the Jacobian of the playhead's step, with knobs for the
 * matrix's spectral radius and the forget bias.
 */
final class SpectrumPanel extends DiagnosticPanel {
    private static final Texts TEXTS = Texts.of(SpectrumPanel.class);
    private static final double HIGHEST = 300;
    private static final double MOST_RADIUS = 2;
    private static final double MOST_BIAS = 5;

    private final ChoiceBox<String> matrix = new ChoiceBox<>();
    private final Plot plot = new Plot("spectrum", this::picture);
    private final Label reading = new Label();
    private final ProblemLabel problem = new ProblemLabel();
    private final Knob radius;
    private final Knob forget;
    private final BackgroundTask ofMatrix;
    private final BackgroundTask ofStep;
    private final BackgroundTask turning;
    private List<Complex> values = List.of();
    private List<Complex> ofJacobian = List.of();
    private @Nullable Turn turn;
    private @Nullable LazyJacobians jacobians;
    private int stepShown = -1;
    private boolean isStepStale = true;
    private boolean filling;

    /** What a turn of the radius began with: of a matrix that has been turned to zero nothing could be got back. */
    private record Turn(Object gesture, TableId id, Matrix from) {}

    SpectrumPanel(Desk desk) {
        super(desk);
        ofMatrix = desk.background().task();
        ofStep = desk.background().task();
        turning = desk.background().task();
        radius = new Knob(
                "spectral-radius", TEXTS.get("spectrum.radius"), 0, MOST_RADIUS, this::turnRadius, this::refuse);
        forget = new Knob(
                "forget-bias", TEXTS.get("spectrum.forget"), -MOST_BIAS, MOST_BIAS, this::turnForget, this::refuse);
        matrix.setId("spectrum-matrix");
        matrix.setAccessibleText(TEXTS.get("spectrum.matrix"));
        matrix.setConverter(ChoiceNames.of(Notation::plain));
        reading.setId("spectrum-reading");
        reading.setWrapText(true);
        reading.getStyleClass().addAll("muted", "figures");
        plot.square(HIGHEST);
        problem.setId("spectrum-problem");
        GridPane knobs = new GridPane(8, 6);
        radius.addTo(knobs);
        forget.addTo(knobs);
        getChildren().addAll(matrix, plot, reading, knobs, problem);
        matrix.valueProperty().subscribe(value -> {
            if (!filling && activeProperty().get()) {
                change(false);
                playheadMoved();
            }
        });
        listen();
        open.add(turning::cancel);
    }

    @Override
    void stop() {
        ofMatrix.cancel();
        ofStep.cancel();
    }

    /** Eigenvalues of the run before stay until the next are found, as far as they are of the same matrix and step. */
    @Override
    void runChanged() {
        change(isAlike());
    }

    private void change(boolean isAlike) {
        if (!isAlike) {
            stop();
            stepShown = -1;
            ofJacobian = List.of();
        }
        isStepStale = true;
        Session session = session();
        Part part = session.part(part()).orElseThrow();
        fill(session, part);
        jacobians = session.steps() == 0 || session.lengths().get(sequence()) == 0
                ? null
                : new LazyJacobians(run(), part.key(), sequence());
        parameter().ifPresentOrElse(this::computeMatrix, () -> {
            ofMatrix.cancel();
            values = List.of();
        });
        Matrix bias = session.numbers().parameters().get(part.parameter(ParameterName.FORGET_BIAS.text()));
        forget.setVisible(bias != null);
        if (bias != null && bias.columns() > 0) {
            forget.show(mean(bias));
        }
    }

    private void fill(Session session, Part part) {
        List<String> names = Spectrum.recurrentMatrices(session.network()).stream()
                .filter(name -> FullName.isIn(name, part.parameterKey()))
                .map(name -> FullName.of(name).local())
                .toList();
        filling = true;
        if (!matrix.getItems().equals(names)) {
            matrix.getItems().setAll(names);
            matrix.setValue(names.isEmpty() ? null : names.getFirst());
        }
        filling = false;
        radius.setDisable(names.isEmpty());
    }

    private Optional<TableId> parameter() {
        Part part = session().part(part()).orElseThrow();
        return Optional.ofNullable(matrix.getValue()).map(name -> new TableId.Parameter(part.parameter(name)));
    }

    private static List<Complex> spectrum(Matrix of) {
        return Spectrum.of(of).eigenvalues();
    }

    private void computeMatrix(TableId id) {
        Matrix table = session().table(id);
        ofMatrix.keepUp(
                progress -> spectrum(table),
                found -> showMatrix(found, ""),
                failure -> showMatrix(List.of(), failure.sentence()));
    }

    private void showMatrix(List<Complex> found, String why) {
        values = found;
        refuse(why);
        radius.show(radius(values));
        read();
    }

    @Override
    void playheadMoved() {
        int step = playhead().step();
        LazyJacobians steps = jacobians;
        if (steps == null || step >= steps.length()) {
            ofStep.cancel();
            ofJacobian = List.of();
        } else if (step != stepShown || isStepStale) {
            if (step != stepShown) {
                ofStep.cancel();
            }
            ofStep.keepUp(progress -> spectrum(steps.at(step)), this::showStep, failure -> showStep(List.of()));
        }
        stepShown = step;
        isStepStale = false;
        read();
    }

    private void showStep(List<Complex> found) {
        ofJacobian = found;
        read();
    }

    private void read() {
        String text = TEXTS.get(
                "spectrum.reading",
                Numerals.fixed(radius(values), 3),
                Convention.counted(playhead().step()),
                ofJacobian.isEmpty() ? "–" : Numerals.fixed(radius(ofJacobian), 3));
        reading.setText(text);
        plot.setAccessibleText(TEXTS.get("spectrum.spoken", text));
        plot.redraw();
    }

    private static double radius(List<Complex> of) {
        return of.isEmpty() ? 0 : of.getFirst().modulus();
    }

    private static double mean(Matrix row) {
        double sum = 0;
        for (int column = 0; column < row.columns(); column++) {
            sum += row.get(0, column);
        }
        return sum / row.columns();
    }

    private Picture picture(double width, double height) {
        return new SpectrumPicture(width, height, values, ofJacobian, tones());
    }

    private void refuse(String why) {
        problem.refuse(why);
    }

    private void turnRadius(double wanted) {
        Session now = workbench.session().get();
        TableId id = parameter().filter(now::has).orElse(null);
        if (id == null) {
            return;
        }
        if (turn == null || turn.gesture() != radius.gesture() || !turn.id().equals(id)) {
            turn = new Turn(radius.gesture(), id, lasting(id, now.table(id)));
        }
        Turn of = turn;
        turning.keepUp(
                progress -> SpectralRadius.set(of.from(), wanted),
                turned -> arrive(of, turned),
                failure -> refuse(failure.sentence()));
    }

    /** A matrix that was turned to zero has no direction left: the one that it came from is turned on. */
    private Matrix lasting(TableId id, Matrix table) {
        Turn before = turn;
        boolean isZero = Arrays.stream(table.toArray()).allMatch(row -> Scale.largest(row) == 0);
        return isZero
                        && before != null
                        && before.id().equals(id)
                        && before.from().rows() == table.rows()
                        && before.from().columns() == table.columns()
                ? before.from()
                : table;
    }

    /** Unless the matrix has become another meanwhile. */
    private void arrive(Turn of, Matrix turned) {
        Session now = workbench.session().get();
        boolean fits = now.has(of.id())
                && now.table(of.id()).rows() == turned.rows()
                && now.table(of.id()).columns() == turned.columns();
        if (fits) {
            workbench.edit(TEXTS.get("spectrum.edit.radius"), of.gesture(), session -> session.with(of.id(), turned));
        }
    }

    private void turnForget(double wanted) {
        Part part = session().part(part()).orElseThrow();
        TableId id = new TableId.Parameter(part.parameter(ParameterName.FORGET_BIAS.text()));
        if (workbench.session().get().has(id)) {
            workbench.edit(
                    TEXTS.get("spectrum.edit.forget"),
                    forget.gesture(),
                    session -> session.edit(id, bias -> bias.map(value -> wanted)));
        }
    }
}
