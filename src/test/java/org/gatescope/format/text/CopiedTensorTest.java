package org.gatescope.format.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;
import static org.gatescope.Wording.saying;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.gatescope.engine.Matrix;
import org.gatescope.format.text.CopiedTensor.Layout;
import org.gatescope.format.text.CopiedTensor.Tensor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class CopiedTensorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[[ 1.   2.5]\n  [-3.   4. ]\n  [ 5.   6. ]]\n\n [[ 7.   8. ]\n  [ 9.  10. ]\n  [11.  12. ]]]",
                "[[[1,2.5],[-3,4],[5,6]],[[7,8],[9,10],[11,12]]]",
                "\uFEFF [ [ [1e0, 25e-1,], [-3, 4], [5, 6], ], [[7, 8], [9, 10], [11, 12]], ]\r\n",
                "array([[[ 1. ,  2.5],\n        [-3. ,  4. ],\n        [ 5. ,  6. ]],\n\n"
                        + "       [[ 7. ,  8. ],\n        [ 9. , 10. ],\n        [11. , 12. ]]], dtype=float32)",
                "x = np.array([[[1, 2.5], [-3, 4], [5, 6]], [[7, 8], [9, 10], [11, 12]]]);",
                "tensor([[[ 1.0000,  2.5000],\n         [-3.0000,  4.0000],\n         [ 5.0000,  6.0000]],\n\n"
                        + "        [[ 7.0000,  8.0000],\n         [ 9.0000, 10.0000],\n         [11.0000, 12.0000]]],\n"
                        + "       device='cuda:0', grad_fn=<StackBackward0>)",
                "tf.Tensor(\n[[[1. 2.5] [-3. 4.] [5. 6.]]\n [[7. 8.] [9. 10.] [11. 12.]]], "
                        + "shape=(2, 3, 2), dtype=float32)",
                "<tf.Tensor: shape=(2, 3, 2), dtype=float64, numpy=\narray([[[1., 2.5], [-3., 4.], [5., 6.]],\n"
                        + "       [[7., 8.], [9., 10.], [11., 12.]]])>",
                "1\t2.5\n-3\t4\n5\t6\n\n7\t8\n9\t10\n11\t12",
                "\n\n1\t2,5\r\n-3\t4\r\n5\t6\r\n\t\r\n \r\n7\t8\r\n9\t10\r\n11\t12\r\n\r\n",
                "1,2.5\n-3,4\n5,6\n,\n7,8\n9,10\n11,12\n",
                "1;2,5\n\u22123;4\n5;6\n;\n7;8\n9;10\n11;12\n"
            })
    void aTensorIsReadHoweverItWasPrinted(String text) {
        Matrix batchFirst = matrix("1 2.5, 7 8, -3 4, 9 10, 5 6, 11 12");
        assertThat(read(text, Layout.BATCH_FIRST)).isEqualTo(new Tensor(2, 3, 2, List.of(3, 3), batchFirst));
        Matrix timeFirst = matrix("1 2.5, -3 4, 5 6, 7 8, 9 10, 11 12");
        assertThat(read(text, Layout.TIME_FIRST)).isEqualTo(new Tensor(3, 2, 2, List.of(2, 2, 2), timeFirst));
    }

    @ParameterizedTest
    @EnumSource
    void twoDimensionsAreOneSequence(Layout layout) {
        Tensor expected = new Tensor(1, 2, 3, List.of(2), matrix("1 2 3, 4 5 6"));
        assertThat(read("[[1 2 3]\n [4 5 6]]", layout)).isEqualTo(expected);
        assertThat(read("1\t2\t3\n4\t5\t6", layout)).isEqualTo(expected);
        assertThat(read("0,5", layout)).isEqualTo(new Tensor(1, 1, 1, List.of(1), matrix("0.5")));
    }

    @Test
    void threeDimensionsAreNeverOneSequenceByChance() {
        assertThat(read("[[[1 2]\n  [3 4]]]", Layout.TIME_FIRST))
                .isEqualTo(new Tensor(2, 1, 2, List.of(1, 1), matrix("1 2, 3 4")));
        assertThat(read("[[[1 2]\n  [3 4]]]", Layout.BATCH_FIRST))
                .isEqualTo(new Tensor(1, 2, 2, List.of(2), matrix("1 2, 3 4")));
    }

    @Test
    void sequencesOfDifferentLengthsEndInZeros() {
        Tensor expected = new Tensor(3, 3, 1, List.of(1, 3, 2), matrix("1, 2, 5, 0, 3, 6, 0, 4, 0"));
        assertThat(read("[[[1]], [[2], [3], [4]], [[5], [6]]]", Layout.BATCH_FIRST))
                .isEqualTo(expected);
        assertThat(read("1\n\n2\n3\n4\n\n5\n6", Layout.BATCH_FIRST)).isEqualTo(expected);
        assertThat(read("[[], [[2]], []]", Layout.BATCH_FIRST))
                .isEqualTo(new Tensor(3, 1, 1, List.of(0, 1, 0), matrix("0, 2, 0")));
    }

    @Test
    void noNumbersAndInfinitiesAreReadAsTheyArePrinted() {
        double inf = Double.POSITIVE_INFINITY;
        Tensor expected = new Tensor(1, 2, 2, List.of(2), Matrix.of(new double[][] {{Double.NaN, inf}, {-inf, 1}}));
        assertThat(read("[[[ nan  inf]\n  [-inf   1.]]]", Layout.BATCH_FIRST)).isEqualTo(expected);
        assertThat(read("[[[NaN, Infinity], [-Infinity, 1]]]", Layout.BATCH_FIRST))
                .isEqualTo(expected);
        assertThat(read("nan\tinf\n-inf\t1", Layout.BATCH_FIRST)).isEqualTo(expected);
    }

    @Test
    void whatIsPrintedIsReadBackBitByBit() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            int batch = 1 + random.nextInt(4);
            int steps = 1 + random.nextInt(4);
            int width = 1 + random.nextInt(20);
            double[][] rows = new double[steps * batch][width];
            for (double[] row : rows) {
                for (int j = 0; j < width; j++) {
                    row[j] = Double.longBitsToDouble(random.nextLong());
                }
            }
            Matrix values = Matrix.of(rows);
            Tensor expected = new Tensor(batch, steps, width, Collections.nCopies(batch, steps), values);
            assertThat(read(printed(values, batch, random), Layout.TIME_FIRST)).isEqualTo(expected);
        }
    }

    /** (T, N, D), with separators that come as they like. */
    private static String printed(Matrix values, int batch, Random random) {
        StringBuilder text = new StringBuilder("[");
        for (int row = 0; row < values.rows(); row++) {
            text.append(row % batch == 0 ? "[" : separator(random)).append('[');
            for (int j = 0; j < values.columns(); j++) {
                text.append(j == 0 ? "" : separator(random)).append(values.get(row, j));
            }
            text.append(']').append(row % batch == batch - 1 ? "]" : "");
            text.append(row % batch == batch - 1 && row + 1 < values.rows() ? separator(random) : "");
        }
        return text.append(']').toString();
    }

    private static String separator(Random random) {
        return List.of(", ", ",", " ", "\n  ", " ,\t").get(random.nextInt(5));
    }

    @Nested
    class IsRefused {
        @Test
        void whatIsNoNumberWithItsPlace() {
            assertThat(refusal("[[[1 2]\n  [3 x]]]"))
                    .is(saying("format:tensor.number", 1, 2, 2))
                    .is(holding("format:number.unclear", "x"));
            assertThat(refusal("[[[1]], [[null]]]"))
                    .is(saying("format:tensor.number", 2, 1, 1))
                    .is(holding("format:number.unclear", "null"));
            assertThat(refusal("[[[1 1e999]]]")).is(holding("format:number.tooLarge"));
            assertThat(refusal("1\t2\n\n3\tx"))
                    .is(saying("format:block.cell", 2, 2))
                    .is(holding("format:number.unclear", "x"));
        }

        @Test
        void aMissingNumber() {
            assertThat(refusal("[[[1,,2]]]")).is(saying("format:tensor.comma", 1, 1));
            assertThat(refusal("[[[1],[,2]]]")).is(saying("format:tensor.comma", 1, 2));
        }

        @Test
        void aRowOfAnotherLength() {
            assertThat(refusal("[[[1 2]] [[3 4]\n [5]]]")).is(saying("format:tensor.width", 2, 2, 1, 2));
            assertThat(refusal("[[[1]], [[]]]")).is(saying("format:tensor.width", 2, 1, 0, 1));
            assertThat(refusal("1\t2\n\n3")).is(saying("format:block.ragged", 2));
        }

        @Test
        void aStepThatLacksASequence() {
            assertThat(refusal("[[[1],[2]],[[3]]]", Layout.TIME_FIRST)).is(saying("format:tensor.batch", 2, 1, 2));
            assertThat(refusal("1\n2\n\n3", Layout.TIME_FIRST)).is(saying("format:tensor.batch", 2, 1, 2));
        }

        @Test
        void whatWasPrintedShortened() {
            for (String text : List.of("[[[0. 1. ... 8. 9.]]]", "[[[1.]]\n ...\n [[2.]]]", "1\t…\t2", "1\n...\n2")) {
                assertThat(refusal(text)).is(saying("format:tensor.shortened")).contains("np.set_printoptions");
            }
        }

        @Test
        void anotherNumberOfDimensions() {
            assertThat(refusal("[1 2 3]")).is(saying("format:tensor.flat"));
            assertThat(refusal("[[[[1]]]]")).is(saying("format:tensor.deep"));
            assertThat(refusal("[[1], [[2]]]")).is(saying("format:tensor.levels", "[", 1, 2));
            assertThat(refusal("[[[1]], 2]")).is(saying("format:tensor.levels", "2"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " \n ", "[]", "[[], []]", "[[[", "[[[]]]", "[] 5", ",", "array([])"})
        void whatHoldsNoNumber(String text) {
            assertThat(refusal(text)).is(saying("format:block.empty"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[[[1]]",
                    "[[[1",
                    "[[[1]]]]",
                    "]]][[[1]]]",
                    "[[[1]]] [[[2]]]",
                    "the [[[1]]]",
                    "[[[1]]] and more",
                    "array([[[1]]], dtype=[float32])",
                    "{\"a\": [[[1]]]}",
                    "[[[(1)]]]",
                    "1\n\"2\n\n3\"",
                    "\"1\n\"\n2"
                })
        void whatIsNoTensor(String text) {
            assertThat(refusal(text)).endsWith(".").doesNotContain("\n");
        }

        @Test
        void bracketsThatAreNotClosed() {
            assertThat(refusal("[[[1]]")).is(saying("format:tensor.open", 1));
            assertThat(refusal("[[1, 2")).is(saying("format:tensor.open", 2));
            assertThat(refusal("[[[1]]]]")).is(saying("format:tensor.around", "]"));
        }

        @Test
        void blocksThatDoNotAgreeOnTheDecimalMark() {
            assertThat(refusal("1.234\t1\n\n1.234,5\t1")).is(saying("format:block.marks"));
        }

        @Test
        void whatIsTooLarge() {
            TensorReader reader = new TensorReader(6, 1);
            for (String text : List.of("[[[1 2 3]\n [4 5 6]]]", "[[[1],[2],[3]], []]", "1\t2\n\n3\t4\n5\t6")) {
                boolean fits = reader.read(text, Layout.BATCH_FIRST) instanceof Tensor;
                assertThat(fits).as(text).isEqualTo(!text.contains("5\t6"));
            }
            for (String text : List.of("[[[1 2 3 4 5 6 7]]]", "[[[1],[2],[3]], [], []]", " ".repeat(1_000_001))) {
                assertThat(reader.read(text, Layout.BATCH_FIRST)).isInstanceOf(CopiedTensor.Refused.class);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[", "[[[", "[],", "[[],[", "[[[1]],", "[[[1],", "(", "array(", "a.", "1", "]", ",", "\n", "\""
                })
        void hostileTextOfAnyKind(String unit) {
            String text = unit.repeat(10_000_000 / unit.length());
            assertThat(CopiedTensor.read(text, Layout.BATCH_FIRST)).isInstanceOf(CopiedTensor.Refused.class);
            assertThat(CopiedTensor.read("[[[1" + text, Layout.TIME_FIRST)).isInstanceOf(CopiedTensor.Refused.class);
            assertThat(CopiedTensor.read(text + "[[[1]]]", Layout.TIME_FIRST)).isNotNull();
            assertThat(CopiedTensor.read("[[[1]]]" + text, Layout.TIME_FIRST)).isNotNull();
        }
    }

    private static Tensor read(String text, Layout layout) {
        CopiedTensor tensor = CopiedTensor.read(text, layout);
        assertThat(tensor).as(text).isInstanceOf(Tensor.class);
        return (Tensor) tensor;
    }

    private static String refusal(String text) {
        return refusal(text, Layout.BATCH_FIRST);
    }

    private static String refusal(String text, Layout layout) {
        CopiedTensor tensor = CopiedTensor.read(text, layout);
        assertThat(tensor).as(text).isInstanceOf(CopiedTensor.Refused.class);
        return ((CopiedTensor.Refused) tensor).reason();
    }

    /** Rows with commas between. */
    private static Matrix matrix(String rows) {
        return Matrix.of(Arrays.stream(rows.split(", ", -1))
                .map(row -> Arrays.stream(row.split(" ", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new));
    }
}
