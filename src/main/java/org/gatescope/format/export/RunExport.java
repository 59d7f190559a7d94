package org.gatescope.format.export;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatescope.format.WholeFile;
import org.gatescope.format.tensor.NpyArray;
import org.gatescope.format.tensor.NpzWriter;
import org.gatescope.format.tensor.TimeLayout;
import org.gatescope.session.Run;
import org.gatescope.text.Numerals;

/**
 * All numbers of a run in a file: an archive of arrays, or a table with a line for each step of each sequence and a column
 * for each unit of each quantity.
 */
public final class RunExport {
    private static final String CSV = ".csv";

    private RunExport() {}

    /** Forward and backward. @param file a table where its name ends with .csv, otherwise .npz */
    public static void write(Run run, Path file) throws IOException {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(CSV)) {
            WholeFile.write(
                    out -> {
                        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                        writeTable(run, text);
                        text.flush();
                    },
                    file);
            return;
        }
        WholeFile.write(
                out -> {
                    try (NpzWriter npz = new NpzWriter(out)) {
                        writeTo(run, npz::add);
                    }
                },
                file);
    }

    private static void writeTo(Run run, RunArrays.Sink sink) throws IOException {
        ExportedNetwork network = new ExportedNetwork(
                run.session().network(), run.session().numbers().parameters());
        RunArrays arrays = new RunArrays(network, run.session().inputs(), new TimeLayout(false, false), sink);
        arrays.writeForward(run.trace());
        arrays.writeBackward(run.trace());
    }

    /** What has a number for each step; what is read out of the last step alone has not. */
    private static void writeTable(Run run, Writer out) throws IOException {
        int batch = run.session().batch();
        int steps = run.session().steps();
        Map<String, NpyArray> overTime = new LinkedHashMap<>();
        writeTo(run, (name, array) -> {
            List<Integer> sizes = array.dimensions().sizes();
            if (sizes.size() == 3 && sizes.get(0) == batch && sizes.get(1) == steps) {
                overTime.put(name, array);
            }
        });
        out.write("sequence,step");
        for (Map.Entry<String, NpyArray> column : overTime.entrySet()) {
            for (int unit = 0; unit < column.getValue().dimensions().size(2); unit++) {
                out.write("," + column.getKey() + "[" + unit + "]");
            }
        }
        out.write("\n");
        for (int row = 0; row < batch * steps; row++) {
            if (row % steps < run.session().lengths().get(row / steps)) {
                out.write(line(row, steps, overTime));
            }
        }
    }

    private static String line(int row, int steps, Map<String, NpyArray> overTime) {
        List<String> cells = new ArrayList<>(List.of(String.valueOf(row / steps), String.valueOf(row % steps)));
        for (NpyArray array : overTime.values()) {
            int width = array.dimensions().size(2);
            for (int unit = 0; unit < width; unit++) {
                cells.add(Numerals.typed(array.values()[row * width + unit]));
            }
        }
        return String.join(",", cells) + "\n";
    }
}
