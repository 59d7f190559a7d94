package org.gatescope.format.export;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.format.FormatException;
import org.gatescope.format.WholeFile;
import org.gatescope.format.tensor.NpyArray;
import org.gatescope.format.tensor.NpzWriter;
import org.gatescope.format.tensor.TimeLayout;
import org.gatescope.session.Features;
import org.gatescope.session.Run;
import org.gatescope.text.Numerals;

/**
 * Numbers of a run in a file: an archive of arrays, or a table with a line for each step of each sequence and a column for
 * each unit of each quantity. Outputs and targets of scaled data stand there as large as they are in the data, too.
 *
 * @param inputs     what was run
 * @param isBackward whether gradients are written
 * @param features   of the data that it was run on
 * @param named      gradients under the names of the file that the parameters came from
 */
public record RunExport(
        ExportedNetwork network,
        NetworkInputs inputs,
        NetworkTrace trace,
        boolean isBackward,
        Features features,
        Supplier<Map<String, NpyArray>> named) {
    private static final String CSV = ".csv";
    private static final String NPZ = ".npz";
    /** What the names of files can end with. */
    public static final List<String> ENDINGS = List.of(NPZ, CSV);

    private static final String UNSCALED = "unscaled/";
    private static final Set<String> READ_OUT =
            Set.of(ReadOut.KEY + "." + ReadOutEquations.OUTPUT, ReadOut.KEY + "." + ReadOutEquations.TARGET);

    private static final TimeLayout BATCH_FIRST = new TimeLayout(false, false);

    /** Forward and backward. */
    public static RunExport of(Run run) {
        ExportedNetwork network = new ExportedNetwork(
                run.session().network(), run.session().numbers().parameters());
        return new RunExport(
                network,
                run.session().inputs(),
                run.trace(),
                true,
                run.session().features(),
                Map::of);
    }

    /** True for a name with a known ending. */
    public static boolean isKnown(Path file) {
        return ENDINGS.stream().anyMatch(file.toString().toLowerCase(Locale.ROOT)::endsWith);
    }

    /**
     * Writes a file whole, or leaves what was there.
     *
     * @param layout of arrays over time; a table has sequence after sequence
     * @param file   a table where its name ends with .csv, otherwise .npz
     * @throws FormatException if a quantity is not there, or has no place in a table; the sentence names it
     */
    public void write(Quantities wanted, TimeLayout layout, Path file) throws FormatException, IOException {
        wanted.requireAmong(names());
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(CSV)) {
            WholeFile.write(
                    out -> {
                        try (NpzWriter npz = new NpzWriter(out)) {
                            writeTo(layout, wanted, (name, array) -> npz.add(name, array.get()));
                        }
                    },
                    file);
            return;
        }
        Map<String, NpyArray> columns = overTime(wanted);
        wanted.requireAmong(List.copyOf(columns.keySet()));
        WholeFile.write(
                out -> {
                    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    writeTable(columns, text);
                    text.flush();
                },
                file);
    }

    /** Of all arrays. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        try {
            writeTo(BATCH_FIRST, Quantities.ALL, (name, array) -> names.add(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written
        }
        return names;
    }

    private void writeTo(TimeLayout layout, Quantities wanted, RunArrays.Sink out) throws IOException {
        RunArrays.Sink chosen = (name, array) -> {
            if (wanted.has(name)) {
                out.add(name, array);
            }
        };
        RunArrays.Sink sink = features.scalesOutputs() ? withUnscaled(chosen) : chosen;
        RunArrays arrays = new RunArrays(network, inputs, layout, sink);
        arrays.writeForward(trace);
        if (isBackward) {
            arrays.writeBackward(trace);
            for (Map.Entry<String, NpyArray> gradient : named.get().entrySet()) {
                chosen.add(gradient.getKey(), gradient::getValue);
            }
        }
    }

    private RunArrays.Sink withUnscaled(RunArrays.Sink out) {
        return (name, array) -> {
            out.add(name, array);
            if (READ_OUT.contains(name)) {
                out.add(UNSCALED + name, () -> unscaled(array.get()));
            }
        };
    }

    private NpyArray unscaled(NpyArray array) {
        int outputs = features.outputs().size();
        double[] values = array.values().clone();
        Arrays.setAll(values, i -> features.originalOutput(i % outputs, values[i]));
        return new NpyArray(array.dimensions(), values);
    }

    /** What has a number for each step; what is read out of the last step alone has not. */
    private Map<String, NpyArray> overTime(Quantities wanted) throws IOException {
        Map<String, NpyArray> overTime = new LinkedHashMap<>();
        writeTo(BATCH_FIRST, wanted, (name, made) -> {
            NpyArray array = made.get();
            List<Integer> sizes = array.dimensions().sizes();
            if (sizes.size() == 3 && sizes.get(0) == inputs.batch() && sizes.get(1) == steps()) {
                overTime.put(name, array);
            }
        });
        return overTime;
    }

    private int steps() {
        return inputs.input().rows() / inputs.batch();
    }

    private void writeTable(Map<String, NpyArray> columns, Writer out) throws IOException {
        out.write("sequence,step");
        for (Map.Entry<String, NpyArray> column : columns.entrySet()) {
            for (int unit = 0; unit < column.getValue().dimensions().size(2); unit++) {
                boolean isNamed = column.getKey().startsWith(UNSCALED);
                String name = isNamed ? features.outputs().get(unit).name() : Integer.toString(unit);
                out.write("," + quoted(column.getKey() + "[" + name + "]"));
            }
        }
        out.write("\n");
        for (int row = 0; row < inputs.batch() * steps(); row++) {
            if (!inputs.mask().isHeld(row / steps(), row % steps())) {
                out.write(line(row, columns));
            }
        }
    }

    private static String quoted(String heading) {
        boolean isPlain = heading.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign < ' ');
        return isPlain ? heading : '"' + heading.replace("\"", "\"\"") + '"';
    }

    private String line(int row, Map<String, NpyArray> columns) {
        List<String> cells = new ArrayList<>(List.of(String.valueOf(row / steps()), String.valueOf(row % steps())));
        for (NpyArray array : columns.values()) {
            int width = array.dimensions().size(2);
            for (int unit = 0; unit < width; unit++) {
                cells.add(Numerals.typed(array.values()[row * width + unit]));
            }
        }
        return String.join(",", cells) + "\n";
    }
}
