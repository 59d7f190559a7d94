package org.gatescope.format.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.format.FormatException;
import org.gatescope.format.data.Choices.Aim;
import org.gatescope.session.Feature;
import org.gatescope.session.Features;
import org.gatescope.session.Objective;
import org.gatescope.session.Sequences;
import org.gatescope.session.Split;
import org.gatescope.session.Vocabulary;
import org.gatescope.text.Texts;

/** Makes sequences of the rows of a table, as it was chosen. */
public final class Sequencing {
    private static final Texts TEXTS = Texts.of(Sequencing.class);
    private static final int MOST_NUMBERS = TextTables.MOST_CELLS;
    /** Wider one-hot inputs would hardly be looked at. */
    private static final int MOST_WIDTH = 4096;
    /** Squares of larger numbers leave what doubles can be. */
    private static final double LARGE = 1e150;

    private final ColumnTable table;
    private final Choices choices;
    private final Split split;
    private final SequenceRows sequences;
    private final int steps;

    private Sequencing(ColumnTable table, Choices choices, Split split) {
        this.table = table;
        this.choices = choices;
        this.split = split;
        sequences = SequenceRows.of(table, choices.roles());
        steps = sequences.longest();
    }

    /**
     * The sequences, time-major, shorter ones filled up with zeros. What scales them is taken from those that are trained
     * on alone.
     *
     * @throws FormatException with what cannot be, and what to do about it
     */
    public static Sequences of(ColumnTable table, Choices choices, Split split, String title) throws FormatException {
        return new Sequencing(table, choices, split).sequences(title);
    }

    private Sequences sequences(String title) throws FormatException {
        List<Encoded> inputs = encoded(Role.INPUT);
        if (inputs.isEmpty()) {
            throw FormatException.of(TEXTS, "choice.no-input");
        }
        for (Encoded input : inputs) {
            requireNumbers(input);
        }
        boolean ofRows = choices.aim() == Aim.NEXT_ROW;
        boolean areWords = inputs.size() == 1 && inputs.getFirst().areWords();
        List<Encoded> targets = ofRows ? inputs : targets();
        boolean areClasses = ofRows ? areWords : targets.getFirst().areWords();
        requireRoom(width(inputs), width(targets));
        ReadOut readOut = new ReadOut(
                width(targets), choices.aim() != Aim.LAST_STEP, areClasses ? Activation.SOFTMAX : Activation.IDENTITY);
        Loss loss = new Loss(Loss.Kind.of(readOut.activation()), Loss.Average.BATCH_AND_TIME);
        return new Sequences(
                title,
                steps,
                sequences.lengths(),
                overTime(inputs),
                areWords ? Vocabulary.of(inputs.getFirst().words()) : Vocabulary.NONE,
                readOut,
                ofRows ? nextRow(loss, readOut) : fromColumns(loss, targets),
                new Features(features(inputs), features(targets)));
    }

    private Objective nextRow(Loss loss, ReadOut readOut) throws FormatException {
        if (steps < 2) {
            throw FormatException.of(TEXTS, "choice.no-next");
        }
        int rows = steps * sequences.count();
        return new Objective(
                loss,
                Objective.Aim.NEXT_TOKEN,
                Matrix.zeros(rows, readOut.outputs()),
                Matrix.filled(rows, 1, 1),
                split);
    }

    private List<Encoded> targets() throws FormatException {
        List<Encoded> targets = encoded(Role.TARGET);
        if (targets.isEmpty()) {
            throw FormatException.of(TEXTS, "choice.no-target");
        }
        if (targets.size() > 1 && targets.stream().anyMatch(Encoded::areWords)) {
            throw FormatException.of(TEXTS, "choice.mixed-targets");
        }
        return targets;
    }

    /** A row whose target is missing does not count. */
    private Objective fromColumns(Loss loss, List<Encoded> targets) {
        int batch = sequences.count();
        boolean isLast = choices.aim() == Aim.LAST_STEP;
        double[][] values = new double[isLast ? batch : steps * batch][width(targets)];
        double[][] counts = new double[values.length][1];
        for (int n = 0; n < batch; n++) {
            int[] rows = sequences.rows().get(n);
            for (int t = isLast ? rows.length - 1 : 0; t < rows.length; t++) {
                int place = isLast ? n : t * batch + n;
                int row = rows[t];
                if (targets.stream().allMatch(target -> target.isThere(row))) {
                    write(targets, row, values[place]);
                    counts[place][0] = 1;
                }
            }
        }
        return new Objective(loss, Objective.Aim.TABLE, Matrix.of(values, width(targets)), Matrix.of(counts, 1), split);
    }

    private Matrix overTime(List<Encoded> inputs) {
        int batch = sequences.count();
        double[][] values = new double[steps * batch][width(inputs)];
        for (int n = 0; n < batch; n++) {
            int[] rows = sequences.rows().get(n);
            for (int t = 0; t < rows.length; t++) {
                write(inputs, rows[t], values[t * batch + n]);
            }
        }
        return Matrix.of(values, width(inputs));
    }

    private static void write(List<Encoded> columns, int row, double[] into) {
        int at = 0;
        for (Encoded column : columns) {
            column.write(row, into, at);
            at += column.width();
        }
    }

    private static int width(List<Encoded> columns) {
        return columns.stream().mapToInt(Encoded::width).sum();
    }

    private static List<Feature> features(List<Encoded> columns) {
        return columns.stream()
                .flatMap(column -> column.features(columns.size() == 1).stream())
                .toList();
    }

    private void requireNumbers(Encoded input) throws FormatException {
        for (int row = 0; row < table.rows(); row++) {
            if (!input.isThere(row)) {
                throw FormatException.of(TEXTS, "choice.missing", input.name(), row + 1);
            }
        }
    }

    private void requireRoom(int inputs, int targets) throws FormatException {
        long widest = Math.max(inputs, targets);
        if (widest > MOST_WIDTH) {
            throw FormatException.of(TEXTS, "choice.wide", widest, MOST_WIDTH);
        }
        if (widest * steps * sequences.count() > MOST_NUMBERS) {
            throw FormatException.of(TEXTS, "choice.large", sequences.count(), steps, MOST_NUMBERS);
        }
    }

    private List<Encoded> encoded(Role role) throws FormatException {
        List<Encoded> encoded = new ArrayList<>();
        for (int i = 0; i < choices.roles().size(); i++) {
            if (choices.roles().get(i) == role) {
                encoded.add(encoded(table.columns().get(i), role));
            }
        }
        return encoded;
    }

    private Encoded encoded(Column column, Role role) throws FormatException {
        return switch (column) {
            case Column.Words(var name, var words, var codes) -> new Encoded.OfClasses(name, words, codes);
            case Column.Numbers(var name, var values) ->
                role == Role.TARGET && choices.asClasses() && choices.aim() != Aim.NEXT_ROW
                        ? Encoded.OfClasses.of(name, values)
                        : new Encoded.OfNumbers(scaled(name, values), values);
            case Column.Unkept(var name, var first) ->
                throw FormatException.of(TEXTS, "choice.unkept", name, TextTables.MOST_WORDS);
        };
    }

    /** Mean, deviation and range of the finite numbers that are trained on. */
    private Feature scaled(String name, double[] values) {
        BitSet tested = split.tested(sequences.count());
        double[] seen = IntStream.range(0, sequences.count())
                .filter(n -> !tested.get(n))
                .flatMap(n -> IntStream.of(sequences.rows().get(n)))
                .mapToDouble(row -> values[row])
                .filter(Double::isFinite)
                .toArray();
        if (seen.length == 0) {
            return new Feature(name, 0, 1);
        }
        DoubleSummaryStatistics range = DoubleStream.of(seen).summaryStatistics();
        double largest = Math.max(Math.abs(range.getMin()), Math.abs(range.getMax()));
        double unit = largest > LARGE ? largest : 1; // so that no sum overflows
        double mean = DoubleStream.of(seen).map(value -> value / unit).sum() / seen.length;
        double squares = DoubleStream.of(seen)
                .map(value -> (value / unit - mean) * (value / unit - mean))
                .sum();
        double deviation = Math.sqrt(squares / seen.length);
        return choices.scaling().of(name, mean * unit, deviation * unit, range.getMin(), range.getMax());
    }
}
