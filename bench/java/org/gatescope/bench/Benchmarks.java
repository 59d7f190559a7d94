package org.gatescope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gatescope.ui.paint.LaneFilling;
import org.openjdk.jmh.runner.RunnerException;

/** Runs the benchmarks and prints a table of each. Arguments: the folder of NumPy's script, and a Python if one has NumPy. */
public final class Benchmarks {
    private static final double AIM = 16;
    static final int TURNS = 3;

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        System.out.printf(
                "%s %s, %s, %d processors, %s%n",
                System.getProperty("java.vm.name"),
                System.getProperty("java.vm.version"),
                System.getProperty("os.name"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"));
        if (!Boolean.getBoolean("gatescope.bench.engine")) {
            editToLanes();
            playhead();
            lanes();
        }
        Path script = Path.of(arguments[0], "numpy_rnn.py");
        List<Rival> rivals = new ArrayList<>();
        if (arguments.length > 1) {
            rivals.add(Rival.numPy(arguments[1], script));
        }
        if (Boolean.getBoolean("gatescope.bench.pytorch")) {
            rivals.add(Rival.pyTorch());
        }
        engine(new EngineTable(rivals));
    }

    private static void editToLanes() throws RunnerException, IOException {
        title(
                "One weight edited until the lanes are drawn",
                "LSTM, H = D = 64, T = 200, N = 1; main window of 1440 × 900 rendered whole, without a graphics card.");
        Path file = Files.createTempFile("gatescope-bench", ".tsv");
        Harness.run(EditToLanes.class, "edit", Map.of(), 12, "-D" + EditToLanes.PARTS_FILE + "=" + file);
        Table table = new Table("part", "share of 16 ms", "median ms", "95 % ms");
        for (String line : Files.readAllLines(file)) {
            List<String> cells = List.of(line.split("\t", -1));
            Times times =
                    Times.ofNanos(cells.stream().skip(1).map(Long::valueOf).toList());
            table.add(
                    cells.getFirst(),
                    Math.round(100 * times.median() / AIM) + " %",
                    Table.number(times.median()),
                    Table.number(times.percentile95()));
        }
        Files.delete(file);
        System.out.println(table);
    }

    private static void playhead() throws RunnerException {
        title(
                "The playhead moved by a time step",
                "RNN with tanh, H = 512, D = 8, N = 1, for T = 10,000 and T = 100 in three turns. It must not take longer with more steps.");
        Table table = new Table("where", "10,000/100", "T = 10,000 µs", "T = 100 µs");
        for (String where : List.of("inTheModel", "inTheWindow")) {
            List<Double> few = new ArrayList<>();
            List<Double> many = new ArrayList<>();
            for (int turn = 0; turn < TURNS; turn++) {
                few.add(Harness.median(PlayheadMoves.class, where, Map.of("steps", "100"), 4));
                many.add(Harness.median(PlayheadMoves.class, where, Map.of("steps", "10000"), 4));
            }
            double ratio = Times.middle(many) / Times.middle(few);
            table.add(where, Table.ratio(ratio), Table.number(Times.middle(many)), Table.number(Times.middle(few)));
        }
        System.out.println(table);
    }

    private static void lanes() throws RunnerException {
        title("A lane's image filled through its palette", "960 × 128 pixels, all steps in view.");
        Table table = new Table("T/H", "to 200/64", "µs", "ns a number");
        double first = 0;
        for (String size : List.of("200/64", "100/512", "10000/512")) {
            double micros = Harness.median(LaneFilling.class, "fill", Map.of("size", size), 4);
            first = first == 0 ? micros : first;
            long numbers = Arrays.stream(size.split("/", -1))
                    .mapToLong(Long::parseLong)
                    .reduce(1, (steps, units) -> steps * units);
            table.add(size, Table.ratio(micros / first), Table.number(micros), Table.number(1000 * micros / numbers));
        }
        System.out.println(table);
    }

    private static void engine(EngineTable engine) throws RunnerException, IOException, InterruptedException {
        title(
                "Forward and backward, everything recorded",
                "T = 100, D = H, one thread; medians of three turns. NumPy works step by step, gates side by side; PyTorch by its own cells. Products: their share of the time, and their speed.");
        System.out.println(engine.measure());
    }

    private static void title(String title, String subtitle) {
        System.out.printf("%n%s%n%s%n", title, subtitle);
    }
}
