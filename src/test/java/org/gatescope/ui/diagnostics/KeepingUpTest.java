package org.gatescope.ui.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.diagnostics.Spectrum;
import org.gatescope.lesson.Example;
import org.gatescope.session.Background;
import org.gatescope.session.TableId;
import org.gatescope.session.Workbench;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.render.Offscreen;
import org.gatescope.ui.theme.Theme;
import org.junit.jupiter.api.Test;

/** Runs that come faster than anything is found of them, as in a training. */
class KeepingUpTest {
    private static final TableId WH = new TableId.Parameter("0.forward.Wh.i");

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Workbench workbench = new Workbench(Example.SENTENCE.session(), Runnable::run, Runnable::run);
    private final Desk desk = Desk.over(workbench, new Background(waiting::add, Runnable::run), Theme.LIGHT);

    private void edit() {
        workbench.edit("weights", session -> session.edit(WH, table -> table.map(value -> value * 1.2 + 0.05)));
    }

    /** So many runs as there are frames, while what began with the first is still under way. */
    private void train() {
        for (int frame = 0; frame < 4; frame++) {
            edit();
        }
    }

    private void finish() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private void showsSomeOfThem(Function<Desk, DiagnosticPanel> made, String label) throws Exception {
        Offscreen.call(() -> {
            DiagnosticPanel panel = made.apply(desk);
            panel.activeProperty().set(true);
            finish();
            String before = text(panel, label);
            train();
            int underWay = waiting.size();
            for (int i = 0; i < underWay; i++) {
                waiting.remove().run();
            }
            assertThat(text(panel, label)).isNotBlank().isNotEqualTo(before);
            String between = text(panel, label);
            finish();
            assertThat(text(panel, label)).as("the latest").isNotEqualTo(between);
            panel.close();
            return null;
        });
    }

    private static String text(DiagnosticPanel panel, String label) {
        return ((Label) panel.lookup("#" + label)).getText();
    }

    @Test
    void statistics() throws Exception {
        showsSomeOfThem(StatisticsPanel::new, "statistics-i");
    }

    @Test
    void aPortrait() throws Exception {
        showsSomeOfThem(PortraitPanel::new, "portrait-reading");
    }

    @Test
    void aSpectrum() throws Exception {
        showsSomeOfThem(SpectrumPanel::new, "spectrum-reading");
    }

    @Test
    void whatIsHiddenWorksNothingOut() throws Exception {
        Offscreen.call(() -> {
            StatisticsPanel panel = new StatisticsPanel(desk);
            panel.activeProperty().set(true);
            finish();
            String before = text(panel, "statistics-i");
            panel.activeProperty().set(false);
            train();
            finish();
            assertThat(text(panel, "statistics-i")).isEqualTo(before);
            panel.activeProperty().set(true);
            finish();
            assertThat(text(panel, "statistics-i")).isNotEqualTo(before);
            panel.close();
            return null;
        });
    }

    @Test
    void whatIsClosedTellsNothing() throws Exception {
        Offscreen.call(() -> {
            StatisticsPanel panel = new StatisticsPanel(desk);
            panel.activeProperty().set(true);
            finish();
            String before = text(panel, "statistics-i");
            edit();
            panel.close();
            finish();
            assertThat(text(panel, "statistics-i")).isEqualTo(before);
            return null;
        });
    }

    /** Its eigenvalues take the cube of the units. */
    @Test
    void aMatrixIsTurnedInTheBackgroundByTheKnobsLatestPlace() throws Exception {
        Offscreen.call(() -> {
            SpectrumPanel panel = new SpectrumPanel(desk);
            panel.activeProperty().set(true);
            finish();
            Matrix before = workbench.session().get().table(WH);
            Slider knob = (Slider) panel.lookup("#spectral-radius");
            knob.setValue(0.9);
            knob.setValue(0.8);
            knob.setValue(0.7);
            assertThat(workbench.session().get().table(WH)).isEqualTo(before);
            finish();
            assertThat(Spectrum.of(workbench.session().get().table(WH)).radius())
                    .isCloseTo(0.7, within(1e-9));
            panel.close();
            return null;
        });
    }
}
