package org.gatescope.format.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;
import static org.gatescope.Wording.saying;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopiedBlockTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1\t2,5\n-3\t4",
                "1\t2.5\r\n-3\t4\r\n",
                "1\t2.5\r-3\t4\r",
                "\uFEFF1\t2.5\n-3\t4\n\n",
                "\"1\"\t\"2,5\"\n\"-3\"\t\"4\"",
                " 1 \t 2,5\n\u22123\t4",
                "1;2,5\n-3;4",
                "1,2.5\n-3,4",
                "1, 2.5\n-3, 4",
                "1 2.5\n-3 4",
                "  1    2,5\n -3    4  \n"
            })
    void aBlockIsReadHoweverItWasCopied(String text) {
        assertReads(text, new double[][] {{1, 2.5}, {-3, 4}});
    }

    @Test
    void oneRowOneColumnAndOneNumberAreBlocksToo() {
        assertReads("1\t2\t3", new double[][] {{1, 2, 3}});
        assertReads("1\n2\n3\n", new double[][] {{1}, {2}, {3}});
        assertReads("0,5", new double[][] {{0.5}});
        assertReads("0,5\n1,5", new double[][] {{0.5}, {1.5}});
        assertReads("1.000.000,5", new double[][] {{1000000.5}});
        assertReads("1 / 3", new double[][] {{1 / 3.0}});
        assertReads("π/2\t1/3", new double[][] {{Math.PI / 2, 1 / 3.0}});
        assertReads("0.1,0.2,0.3", new double[][] {{0.1, 0.2, 0.3}});
        assertReads("1,2,3", new double[][] {{1, 2, 3}});
        assertReads("1.000.000\t0,5\t1.234,5", new double[][] {{1000000, 0.5, 1234.5}});
        assertReads("1,000,000\t0.5\t1e-3\t7", new double[][] {{1000000, 0.5, 0.001, 7}});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "array([[1., 2.5], [-3., 4.]])",
                "array([[ 1. ,  2.5],\n       [-3. ,  4. ]], dtype=float32)",
                "[[ 1.   2.5]\n [-3.   4. ]]",
                "tensor([[ 1.0000,  2.5000],\n        [-3.0000,  4.0000]], grad_fn=<AddBackward0>)\n",
                "Wh = np.array([[1, 2.5], [-3, 4]])",
                "[[[1, 2.5], [-3, 4]]]",
                "\uFEFF[[1,\t2.5],\r\n[-3,\t4]]"
            })
    void anArrayIsReadAsItIsPrinted(String text) {
        assertReads(text, new double[][] {{1, 2.5}, {-3, 4}});
    }

    @Test
    void anArrayOfOneDimensionIsARow() {
        assertReads("array([0.1, -2.])", new double[][] {{0.1, -2}});
        assertReads("[0.1 -2. ]", new double[][] {{0.1, -2}});
        assertReads("[7]", new double[][] {{7}});
    }

    @Nested
    class IsRefused {
        @Test
        void anArrayThatIsNoTable() {
            assertThat(refusal("[[[1, 2]], [[3, 4]]]")).is(saying("format:block.deep", 2));
            assertThat(refusal("[[1, 2], [3]]")).is(saying("format:tensor.width", 1, 2, 1, 2));
            assertThat(refusal("[[1, ..., 2]]")).is(saying("format:tensor.shortened"));
            assertThat(refusal("[1, 2")).is(saying("format:tensor.open", 1));
            assertThat(refusal("[]")).is(saying("format:block.empty"));
            assertThat(refusal("[1, abc]")).is(saying("format:tensor.number", 1, 1, 2));
        }

        @Test
        void whatIsNoNumberWithItsPlace() {
            assertThat(refusal("1\t2\n3\tabc\n"))
                    .is(saying("format:block.cell", 2, 2))
                    .is(holding("format:number.unclear", "abc"));
            assertThat(refusal("1\t\n3\t4"))
                    .is(saying("format:block.cell", 1, 2))
                    .is(holding("format:number.empty"));
        }

        @Test
        void aRowOfAnotherLength() {
            assertThat(refusal("1\t2\n3\t4\t5")).is(saying("format:block.ragged", 2, 3, 2, 5));
            assertThat(refusal("1\t2\n\n3\t4")).is(saying("format:block.ragged", 2));
        }

        @Test
        void whatCanBeReadInTwoWays() {
            assertThat(refusal("100,200,300")).is(holding("format:block.unclear", "100,200,300"));
            assertThat(refusal("1.000,5")).is(holding("format:block.unclear"));
            assertThat(refusal("2 π")).is(holding("format:block.unclear"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "1.234;1.234,5|1.234|1.234,5",
                    "0,5;1;0.5|0,5|0.5",
                    "1.000.000;0.5|1.000.000|0.5",
                    "1,000;1,000,000|1,000|1,000,000",
                    "2,5π;1/0.5|2,5π|1/0.5",
                    "１。５;1,5|１。５|1,5"
                })
        void whatDoesNotAgreeOnTheDecimalMark(String row, String one, String other) {
            assertThat(refusal(row)).is(saying("format:block.marks", one, other));
            assertThat(refusal(row.replace(';', '\t'))).is(saying("format:block.marks", one, other));
        }

        @Test
        void aColumnThatDoesNotAgreeOnTheDecimalMark() {
            assertThat(refusal("0,5\n1\n0.5")).is(saying("format:block.marks", "0,5", "0.5"));
            assertThat(refusal("1.234\n1.234,5")).endsWith(".");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\n", "\r\n", "  ", "\t", "\"1\t2", "\"", "\u0000", ";;;", "some words here"})
        void whatIsNoBlockAtAll(String text) {
            assertThat(refusal(text)).endsWith(".");
        }

        @Test
        void whatIsTooLarge() {
            BlockReader reader = new BlockReader(6, 1);
            assertThat(reader.read("1\t2\t3\n4\t5\t6")).isInstanceOf(CopiedBlock.Block.class);
            assertThat(reader.read("1\t2\t3\n4\t5\t6\n7\t8\t9")).isInstanceOf(CopiedBlock.Refused.class);
            assertThat(reader.read("1\t2\t3\t4\t5\t6\t7")).isInstanceOf(CopiedBlock.Refused.class);
            assertThat(reader.read(" ".repeat(1_000_001))).isInstanceOf(CopiedBlock.Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1 2; 3 -0.5]",
                "A = [1, 2; 3, -0.5];",
                "[1 2\n;3 -0.5\n]",
                "[[np.float64(1.0), np.float64(2.0)], [np.float64(3.0), np.float64(-0.5)]]",
                "Parameter containing:\ntensor([[ 1.0,  2.0],\n        [ 3.0, -0.5]], requires_grad=True)",
                "tensor([[1., 2.], [3., -0.5]], device='cuda:0', grad_fn=<AddBackward0>)",
                "[[tensor(1.), tensor(2.)], [tensor(3.), tensor(-0.5, device='cuda:0')]]",
                "[[1, 2], [3, -0.5]]",
                "\\begin{bmatrix} 1 & 2 \\\\ 3 & -\\frac{1}{2} \\end{bmatrix}",
                "$$W = \\left(\\begin{array}{cc}\n1 & 2 \\\\[2pt]\n\\hline 3 & -5 \\cdot 10^{-1} \\\\\n\\end{array}\\right)$$",
                "a\tb\n1\t2\n3\t-0.5",
                "\tunit 0\tunit 1\nhave\t1\t2\npen\t3\t-0.5",
                "name,a,b\nx,1,2\ny,3,-0.5",
                "   a    b\n0  1  2.0\n1  3  -0.5",
                "have\t1\t2\npen\t3\t-0.5"
            })
    void aMatrixIsReadAsPeopleWriteIt(String text) {
        assertReads(text, new double[][] {{1, 2}, {3, -0.5}});
    }

    /** As printed in questions that people ask. */
    @Test
    void printedWeightsAreReadArrayByArray() throws IOException {
        CopiedBlock read = CopiedBlock.read(resource("keras-get-weights.txt"));
        assertThat(read).isInstanceOf(CopiedBlock.Several.class);
        List<CopiedBlock.Block> blocks = ((CopiedBlock.Several) read).blocks();
        assertThat(blocks).hasSize(3);
        assertThat(blocks.get(0).values()).isDeepEqualTo(new double[][] {{-0.90954137, 1.0425225, -0.04404902}});
        assertThat(blocks.get(1).values()).isDeepEqualTo(new double[][] {{0.24168766, 0.8981342, 0.36734456}});
        assertThat(blocks.get(2).values()).isDeepEqualTo(new double[2][3]);
        assertReads(resource("numpy-matrix.txt"), new double[][] {{0.146626, -0.0620289}, {-0.0815302, 0.100482}});
        assertReads("[array([[1., 2.]], dtype=float32)]", new double[][] {{1, 2}});
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = CopiedBlockTest.class.getResourceAsStream("/text/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A number that was misspelt is none, and no heading either. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1x\t2\n3\t4",
                "a\t2\n3\t4",
                "a\tb",
                "a\n1\nb",
                "[1 2; 3]",
                "[1 x; 3 4]",
                "\\begin{bmatrix} 1 & 2 \\\\ 3 \\end{bmatrix}",
                "\\begin{bmatrix} 1 & 2",
                "[array([1., 2.]), array([x])]",
                "[array([1., 2.]), 5"
            })
    void whatOnlyLooksLikeAMatrixIsRefused(String text) {
        assertThat(refusal(text)).endsWith(".");
    }

    @Test
    void hostileNotationTakesNoTime() {
        for (String part :
                List.of("[;", ";", "\\begin{bmatrix}", "\\frac{", "tensor(", "[array(", "a\t", "np.float64(")) {
            for (String text :
                    List.of(part.repeat(200_000), "[" + part.repeat(200_000), "[array([" + part.repeat(50_000))) {
                assertThat(CopiedBlock.read(text)).isInstanceOf(CopiedBlock.Refused.class);
            }
        }
    }

    @Test
    void whatIsCopiedComesBackBitByBit() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            double[][] values = new double[1 + random.nextInt(9)][1 + random.nextInt(9)];
            for (double[] row : values) {
                Arrays.setAll(row, column -> value(random));
            }
            assertReads(CopiedBlock.write(values), values);
            assertReads(CopiedBlock.write(values, ','), values);
            assertReads(CopiedBlock.write(values).replace("\n", "\r\n") + "\r\n", values);
        }
    }

    @Test
    void aWideBlockHasNoLimitOfItsOwn() {
        double[][] values = new double[2][100_000];
        assertReads(CopiedBlock.write(values), values);
    }

    private static double value(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(-1000, 1000);
            case 1 -> random.nextGaussian();
            case 2 -> random.nextBoolean() ? -0.0 : Double.NEGATIVE_INFINITY;
            default -> Double.longBitsToDouble(random.nextLong());
        };
    }

    private static void assertReads(String text, double[][] values) {
        CopiedBlock block = CopiedBlock.read(text);
        assertThat(block).as(text.substring(0, Math.min(200, text.length()))).isInstanceOf(CopiedBlock.Block.class);
        assertThat(Arrays.deepEquals(((CopiedBlock.Block) block).values(), values))
                .as(text.substring(0, Math.min(200, text.length())))
                .isTrue();
    }

    private static String refusal(String text) {
        CopiedBlock block = CopiedBlock.read(text);
        assertThat(block).as(text).isInstanceOf(CopiedBlock.Refused.class);
        return ((CopiedBlock.Refused) block).reason();
    }
}
