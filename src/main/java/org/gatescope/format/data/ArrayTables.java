package org.gatescope.format.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.text.Texts;

/**
 * Arrays as one table: the largest is what is read, (T, D) for one sequence or (N, T, D), and those that go with it stand
 * beside it: of as many sequences and steps, or of as many sequences, which then say the same at each step. Sizes that are
 * called lengths cut the sequences.
 */
final class ArrayTables {
    private static final Texts TEXTS = Texts.of(ArrayTables.class);
    private static final Set<String> LENGTHS = Set.of("lengths", "length", "seq_len", "seq_lens", "sizes", "lens");
    private static final Set<String> INPUTS = Set.of("x", "input", "inputs", "data", "features", "x_train");

    private final ArrayOrder order;
    private final NamedTensor base;
    private final int batch;
    private final int steps;

    private ArrayTables(NamedTensor base, ArrayOrder order) {
        this.base = base;
        this.order = order;
        Dimensions sizes = base.dimensions();
        boolean isOfSequences = sizes.depth() == 3;
        boolean isTimeFirst = order == ArrayOrder.TIME_FIRST;
        batch = isOfSequences ? sizes.size(isTimeFirst ? 1 : 0) : 1;
        steps = sizes.size(isOfSequences && !isTimeFirst ? 1 : 0);
    }

    static ColumnTable read(List<NamedTensor> tensors, ArrayOrder order) throws FormatException {
        List<NamedTensor> usable = tensors.stream()
                .filter(tensor ->
                        tensor.dimensions().depth() > 0 && tensor.dimensions().count() > 0)
                .toList();
        Optional<NamedTensor> base = usable.stream()
                .filter(tensor -> tensor.dimensions().depth() <= 3)
                .max(Comparator.comparing(ArrayTables::isInput)
                        .thenComparing(tensor -> tensor.dimensions().depth())
                        .thenComparing(tensor -> tensor.dimensions().count()));
        if (base.isEmpty()) {
            throw FormatException.of(TEXTS, "array.none");
        }
        return new ArrayTables(base.get(), order).table(usable);
    }

    private static boolean isInput(NamedTensor tensor) {
        return INPUTS.contains(name(tensor).toLowerCase(Locale.ROOT));
    }

    private static String name(NamedTensor tensor) {
        return tensor.name().replaceFirst("\\.npy$", "");
    }

    private ColumnTable table(List<NamedTensor> tensors) throws FormatException {
        List<NamedTensor> beside = new ArrayList<>(List.of(base));
        int[] lengths = IntStream.generate(() -> steps).limit(batch).toArray();
        long width = 0;
        for (NamedTensor tensor : tensors) {
            if (isOfLengths(tensor)) {
                lengths = lengths(tensor);
            } else if (!tensor.equals(base) && (isOverTime(tensor) || isOfSequences(tensor))) {
                beside.add(tensor);
            }
        }
        for (NamedTensor tensor : beside) {
            width += width(tensor);
        }
        if (width > TextRows.MOST_COLUMNS || width * steps * batch > TextTables.MOST_CELLS) {
            throw FormatException.of(TEXTS, "table.large", TextTables.MOST_CELLS);
        }
        return columns(beside, lengths);
    }

    private ColumnTable columns(List<NamedTensor> tensors, int[] lengths) throws FormatException {
        int rows = IntStream.of(lengths).sum();
        if (rows == 0) {
            throw FormatException.of(TEXTS, "array.none");
        }
        List<Column> columns = new ArrayList<>();
        for (NamedTensor tensor : tensors) {
            double[] values = tensor.values();
            int width = width(tensor);
            for (int k = 0; k < width; k++) {
                String name = width == 1 ? name(tensor) : name(tensor) + "." + k;
                columns.add(new Column.Numbers(name, column(values, tensor, width, k, lengths, rows)));
            }
        }
        List<Integer> starts = new ArrayList<>();
        int start = 0;
        for (int length : lengths) {
            starts.add(start);
            start += length;
        }
        return new ColumnTable(columns, rows, starts);
    }

    private double[] column(double[] values, NamedTensor tensor, int width, int k, int[] lengths, int rows) {
        double[] column = new double[rows];
        int row = 0;
        for (int n = 0; n < batch; n++) {
            for (int t = 0; t < lengths[n]; t++) {
                column[row++] = values[place(tensor, n, t) * width + k];
            }
        }
        return column;
    }

    /** Of a sequence's step among the rows of an array. */
    private int place(NamedTensor tensor, int n, int t) {
        if (!isOverTime(tensor)) {
            return n;
        }
        return order == ArrayOrder.TIME_FIRST ? t * batch + n : n * steps + t;
    }

    private int width(NamedTensor tensor) {
        long rows = isOverTime(tensor) ? (long) steps * batch : batch;
        return (int) (tensor.dimensions().count() / rows);
    }

    private boolean isOverTime(NamedTensor tensor) {
        Dimensions sizes = tensor.dimensions();
        if (base.dimensions().depth() < 3) {
            return sizes.depth() <= 2 && sizes.size(0) == steps;
        }
        boolean isTimeFirst = order == ArrayOrder.TIME_FIRST;
        return (sizes.depth() == 2 || sizes.depth() == 3)
                && sizes.size(isTimeFirst ? 1 : 0) == batch
                && sizes.size(isTimeFirst ? 0 : 1) == steps;
    }

    private boolean isOfSequences(NamedTensor tensor) {
        Dimensions sizes = tensor.dimensions();
        return base.dimensions().depth() == 3 && sizes.depth() <= 2 && sizes.size(0) == batch;
    }

    private boolean isOfLengths(NamedTensor tensor) {
        return LENGTHS.contains(name(tensor).toLowerCase(Locale.ROOT))
                && tensor.dimensions().equals(Dimensions.of(batch));
    }

    private int[] lengths(NamedTensor tensor) throws FormatException {
        double[] values = tensor.values();
        int[] lengths = new int[batch];
        for (int n = 0; n < batch; n++) {
            if (!(values[n] >= 0 && values[n] <= steps && values[n] == Math.rint(values[n]))) {
                throw FormatException.of(TEXTS, "array.length", name(tensor), n + 1, steps);
            }
            lengths[n] = (int) values[n];
        }
        return lengths;
    }
}
