package org.gatescope.format.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gatescope.format.data.Choices;
import org.gatescope.format.data.ColumnTable;
import org.gatescope.format.data.DataFiles;
import org.gatescope.format.data.Recognition;
import org.gatescope.format.data.Role;
import org.gatescope.format.data.Scaling;
import org.gatescope.format.data.Sequencing;
import org.gatescope.format.tensor.TimeLayout;
import org.gatescope.lesson.NewSession;
import org.gatescope.session.Reshape;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunExportTest {
    /** Of 900, 940 and 910: the mean of the squares less the square of the mean. */
    private static final double DEVIATION = Math.sqrt((810_000 + 883_600 + 828_100) / 3.0 - 2750.0 * 2750 / 9);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Session session(Scaling scaling) throws Exception {
        Path file = Files.writeString(folder.resolve("plant.csv"), "wind,\"load, MW\"\n1,900\n3,940\n2,910\n");
        DataFiles files = DataFiles.of(List.of(file));
        ColumnTable table = files.read(files.found().orElseThrow().form());
        Choices choices = Recognition.withRole(table, Recognition.of(table).choices(), 1, Role.TARGET)
                .withScaling(scaling);
        return Reshape.withSequences(NewSession.create("new"), Sequencing.of(table, choices, Split.NONE, "plant"))
                .change()
                .session();
    }

    @Test
    void outputsOfScaledDataAreAlsoInTheUnitsOfTheFile() throws Exception {
        Path out = folder.resolve("run.csv");
        write(Scaling.STANDARD, out);
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.getFirst())
                .contains(",\"unscaled/dense.target[load, MW]\"", ",\"unscaled/dense.y[load, MW]\"");

        List<String> headings =
                List.of(lines.getFirst().replace("load, MW", "load MW").split(","));
        int target = headings.indexOf("\"unscaled/dense.target[load MW]\"");
        int output = headings.indexOf("\"unscaled/dense.y[load MW]\"");
        int scaled = headings.indexOf("dense.y[0]");
        double[] wanted = {900, 940, 910};
        for (int row = 0; row < 3; row++) {
            String[] cells = lines.get(row + 1).split(",");
            assertThat(Double.parseDouble(cells[target])).isCloseTo(wanted[row], within(1e-9));
            assertThat(Double.parseDouble(cells[output]))
                    .isCloseTo(Double.parseDouble(cells[scaled]) * DEVIATION + 2750.0 / 3, within(1e-9));
        }
    }

    private void write(Scaling scaling, Path out) throws Exception {
        RunExport.of(Run.of(session(scaling))).write(Quantities.ALL, new TimeLayout(false, false), out);
    }

    @Test
    void whatIsNotScaledStandsOnce() throws Exception {
        Path out = folder.resolve("run.csv");
        write(Scaling.NONE, out);
        assertThat(Files.readAllLines(out).getFirst()).doesNotContain("unscaled");
    }
}
