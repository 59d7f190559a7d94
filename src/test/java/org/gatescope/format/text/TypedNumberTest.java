package org.gatescope.format.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.saying;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class TypedNumberTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "0.5|0.5",
                "0,5|0.5",
                ".5|0.5",
                ",5|0.5",
                "5.|5",
                "+7|7",
                "-0|-0.0",
                "2e-3|0.002",
                "2E+3|2000",
                "2,5e2|250",
                " 1.5  |1.5",
                "\u00A01,5\u202F|1.5",
                "- 3|-3",
                "\u22121|-1",
                "\u20131|-1",
                "1,000.5|1000.5",
                "1.000,5|1000.5",
                "1,000,000|1000000",
                "1.000.000|1000000",
                "1.234.567,5|1234567.5",
                "1\u202F234\u202F567,5|1234567.5",
                "1'000.5|1000.5",
                "1,000|1",
                "1.000|1",
                "１２．５|12.5",
                "－０，５|-0.5",
                "1。5|1.5",
                "ー2|-2",
                "٣|3"
            })
    void aDecimalIsReadAsItIsWritten(String text, double value) {
        assertThat(TypedNumber.read(text)).isEqualTo(new TypedNumber.Number(value));
    }

    @Test
    void constantsAndFractionsAreUnderstood() {
        assertReads("1/3", 1 / 3.0);
        assertReads("-1 / 4", -0.25);
        assertReads("π", Math.PI);
        assertReads("PI/2", Math.PI / 2);
        assertReads("-2π", -2 * Math.PI);
        assertReads("3π/4", 3 * Math.PI / 4);
        assertReads("2*pi", 2 * Math.PI);
        assertReads("1/π", 1 / Math.PI);
        assertReads("√2", Math.sqrt(2));
        assertReads("sqrt(2)", Math.sqrt(2));
        assertReads("2√3/5", 2 * Math.sqrt(3) / 5);
        assertReads("1/√2", 1 / Math.sqrt(2));
    }

    @Test
    void infinityAndNoNumberMustBeAskedFor() {
        assertReads("inf", Double.POSITIVE_INFINITY);
        assertReads("-∞", Double.NEGATIVE_INFINITY);
        assertReads("\u2212Infinity", Double.NEGATIVE_INFINITY);
        assertReads("NaN", Double.NaN);
        assertThat(refusal("1e400")).is(saying("format:number.tooLarge", "1e400"));
        assertThat(refusal("-1e999999999999")).is(saying("format:number.tooLarge"));
        assertThat(refusal("1/0")).is(saying("format:number.zeroBelow"));
        assertThat(refusal("1e-400")).is(saying("format:number.tooSmall"));
        assertReads("0e-400", 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "1,2,3",
                "1.2.3",
                "1,00,000",
                "12.3456,7,8",
                "1 2",
                "--1",
                "1e",
                "e5",
                ".",
                ",",
                "-",
                "1/2/3",
                "π2",
                "√",
                "sqrt(-1)",
                "0x10",
                "1f",
                "5%",
                "#N/A",
                "1\t2",
                "½",
                "10²",
                "1.000.000.5",
                "1,000.000,5",
                "()",
                "/"
            })
    void anythingElseIsRefusedWithWhatWouldDo(String text) {
        assertThat(refusal(text)).is(saying("format:number.unclear", text)).contains("0,5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u00A0"})
    void anEmptyTextIsRefused(String text) {
        assertThat(refusal(text)).is(saying("format:number.empty"));
    }

    @Test
    void textOfAnyLengthIsRefusedQuickly() {
        assertThat(refusal("1".repeat(10_000_000))).contains("…").hasSizeLessThan(200);
        assertThat(refusal("1,234".repeat(80))).is(saying("format:number.unclear"));
        assertThat(refusal("{0} 'quoted' {")).contains("“{0} 'quoted' {”");
    }

    @Test
    void theShortestDigitsOfEveryNumberReadBackToIt() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            assertReads(Double.toString(value), value);
            if (Double.isFinite(value)) {
                assertReads(Double.toString(value).replace('.', ',').replace('-', '\u2212'), value);
            }
        }
    }

    @Test
    void noTextWhateverIsAnythingButANumberOrRefused() {
        String alphabet = "0123456789.,,..eE+-−/*π√()pisqrtnaf∞ '\u00A0\uD835\uDFD9\t０ー";
        Random random = new Random(13);
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(9); length >= 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            if (TypedNumber.read(text.toString()) instanceof TypedNumber.Number(double value)
                    && !Double.isFinite(value)) {
                assertThat(text.toString().toLowerCase(Locale.ROOT)).containsAnyOf("inf", "∞", "nan");
            }
            assertThat(CopiedBlock.read(text.toString())).isNotNull();
        }
    }

    private static void assertReads(String text, double value) {
        assertThat(TypedNumber.read(text)).as(text).isEqualTo(new TypedNumber.Number(value));
    }

    private static String refusal(String text) {
        TypedNumber read = TypedNumber.read(text);
        assertThat(read).as(text).isInstanceOf(TypedNumber.Refused.class);
        return ((TypedNumber.Refused) read).reason();
    }
}
