package org.gatescope.format.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NpyArray;
import org.gatescope.session.Sequences;
import org.gatescope.session.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrayDataTest {
    @TempDir
    private Path folder;

    /** 0, 1, 2 … in an array of these sizes. */
    private static NpyArray counted(Integer... sizes) {
        Dimensions dimensions = Dimensions.of(sizes);
        return new NpyArray(
                dimensions,
                IntStream.range(0, dimensions.count()).asDoubleStream().toArray());
    }

    private DataFiles npy(NpyArray array) throws IOException, FormatException {
        Path file = folder.resolve("a.npy");
        try (OutputStream out = Files.newOutputStream(file)) {
            array.writeTo(out);
        }
        return DataFiles.of(List.of(file));
    }

    private DataFiles npz(Map<String, NpyArray> arrays) throws IOException, FormatException {
        Path file = folder.resolve("a.npz");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
                out.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                array.getValue().writeTo(out);
                out.closeEntry();
            }
        }
        return DataFiles.of(List.of(file));
    }

    private static Sequences sequences(ColumnTable table) throws FormatException {
        Choices choices = Recognition.of(table).choices().withScaling(Scaling.NONE);
        return Sequencing.of(table, choices, Split.NONE, "");
    }

    private static double at(Sequences of, int n, int t, int d) {
        return of.input().get(t * of.lengths().size() + n, d);
    }

    @Test
    void threeSizesAreSequencesFirstUntilSomeoneSaysOtherwise() throws Exception {
        DataFiles files = npy(counted(2, 3, 4));
        assertThat(files.found()).isEmpty();
        Sequences first = sequences(files.read(ArrayOrder.SEQUENCES_FIRST));
        assertThat(first.lengths()).containsExactly(3, 3);
        assertThat(at(first, 1, 2, 3)).isEqualTo(23);
        assertThat(at(first, 1, 0, 0)).isEqualTo(12);
        Sequences time = sequences(files.read(ArrayOrder.TIME_FIRST));
        assertThat(time.lengths()).containsExactly(2, 2, 2);
        assertThat(at(time, 1, 0, 0)).isEqualTo(4);
        assertThat(at(time, 2, 1, 3)).isEqualTo(23);
    }

    @Test
    void twoSizesAreOneSequenceAndOneSizeIsOneOfSingleNumbers() throws Exception {
        Sequences two = sequences(npy(counted(3, 2)).read(ArrayOrder.SEQUENCES_FIRST));
        assertThat(two.lengths()).containsExactly(3);
        assertThat(at(two, 0, 2, 1)).isEqualTo(5);
        Sequences one = sequences(npy(counted(5)).read(ArrayOrder.SEQUENCES_FIRST));
        assertThat(one.lengths()).containsExactly(5);
        assertThat(one.input().columns()).isOne();
    }

    @Test
    void anArchiveHoldsInputsTargetsAndLengths() throws Exception {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("y", new NpyArray(Dimensions.of(2), new double[] {7, 8}));
        arrays.put("lengths", new NpyArray(Dimensions.of(2), new double[] {3, 1}));
        arrays.put("other", counted(5, 5, 5, 5));
        arrays.put("x", counted(2, 3, 2));
        Sequences read = sequences(npz(arrays).read(ArrayOrder.SEQUENCES_FIRST));
        assertThat(read.lengths()).containsExactly(3, 1);
        assertThat(read.readOut().everyStep()).isFalse();
        assertThat(read.objective().targets().toArray()).isDeepEqualTo(new double[][] {{7}, {8}});
        assertThat(at(read, 1, 0, 1)).isEqualTo(7);
        assertThat(at(read, 1, 1, 1)).isZero();
    }

    @Test
    void targetsOfEachStepStandBeside() throws Exception {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("x", counted(3, 2, 1)); // (T, N, D)
        arrays.put("y", counted(3, 2));
        Sequences read = sequences(npz(arrays).read(ArrayOrder.TIME_FIRST));
        assertThat(read.lengths()).containsExactly(3, 3);
        assertThat(read.readOut().everyStep()).isTrue();
        assertThat(read.objective().targets().toArray()).isDeepEqualTo(new double[][] {{0}, {1}, {2}, {3}, {4}, {5}});
    }

    @Test
    void whatHoldsNothingToReadIsRefused() throws Exception {
        for (NpyArray none : List.of(counted(0), counted(2, 0, 3), counted(), counted(1, 1, 1, 2))) {
            DataFiles files = npy(none);
            assertThatThrownBy(() -> files.read(ArrayOrder.SEQUENCES_FIRST)).isInstanceOf(FormatException.class);
        }
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("x", counted(2, 3, 1));
        arrays.put("lengths", new NpyArray(Dimensions.of(2), new double[] {4, Double.NaN}));
        DataFiles longer = npz(arrays);
        assertThatThrownBy(() -> longer.read(ArrayOrder.SEQUENCES_FIRST))
                .hasMessage("entry 1 of “lengths” is no length: a whole number from 0 to 3 is needed");
    }

    @Test
    void aLargeArrayIsRefusedBeforeItIsRead() throws Exception {
        Path file = folder.resolve("large.npy");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
            String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (100000, 1000), }";
            out.write((header + " ".repeat(117 - header.length()) + "\n")
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        try (java.io.RandomAccessFile sparse = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(128 + 800_000_000L);
        }
        DataFiles files = DataFiles.of(List.of(file));
        assertThatThrownBy(() -> files.read(ArrayOrder.SEQUENCES_FIRST))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("more than 16,000,000 cells");
    }

    @Test
    void archivesAreReadOneAtATime() throws Exception {
        DataFiles one = npy(counted(2));
        assertThatThrownBy(() ->
                        DataFiles.of(List.of(one.paths().getFirst(), one.paths().getFirst())))
                .isInstanceOf(FormatException.class);
    }
}
