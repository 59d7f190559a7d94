package org.gatescope.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.saying;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HintTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    h' = tanh(x @ W + h_t @ U + h)         | hint.state     | 2 | 19
                    h' = tanh(x @ W + h_prev @ U + h)      | hint.state     | 2 | 19
                    h' = tanh(x_t * W + x @ U + h)         | hint.input     | 2 | 11
                    h' = tanh(x @ W + h * t)               | hint.step      | 2 | 23
                    h' = tanh(x @ W + h * pi)              | hint.operation | 2 | 23
                    h' = tanh(x @ W + h * Sigmoid)         | hint.operation | 2 | 23
                    h' = tanh(x @ W + h * softmax)         | hint.operation | 2 | 23
                    h' = tanh(x @ W + h @ (U - U_T))       | hint.transpose | 2 | 28
                    h' = tanh(x @ W + h @ U + H)           | hint.none      | 0 | 0
                    """)
    void aNameThatLooksLikeSomethingElse(String line, String key, int at, int column) {
        List<Hint> hints = Hint.of(Cell.parse("state h\n" + line));
        if (at == 0) {
            assertThat(hints).isEmpty();
            return;
        }
        assertThat(hints).hasSize(1);
        assertThat(hints.getFirst().words()).is(saying("cell:" + key));
        assertThat(hints.getFirst()).extracting(Hint::line, Hint::column).containsExactly(at, column);
    }

    @Test
    void misspeltNamesAndWhatNothingUses() {
        List<Hint> hints = Hint.of(Cell.parse("state h, c\nforget = sigmoid(x @ W)\nextra = h @ U\n"
                + "c' = forgte * c + 1\nh' = tanh(forgot * c' + Forget)"));
        assertThat(hints).extracting(Hint::line).containsExactly(2, 3, 5, 5);
        assertThat(hints.get(0).words()).is(saying("cell:hint.unused")).contains("forget");
        assertThat(hints.get(1).words()).is(saying("cell:hint.unused")).contains("extra");
        assertThat(hints.subList(2, 4))
                .allSatisfy(hint -> assertThat(hint.words()).is(saying("cell:hint.alike")));
    }

    @Test
    void aStateOrAnInputThatNothingReads() {
        List<Hint> hints = Hint.of(Cell.parse("state h, c\nh' = tanh(h @ W)\nc' = h"));
        assertThat(hints).hasSize(2).allSatisfy(hint -> assertThat(hint.words()).is(saying("cell:hint.unused")));
    }

    static List<String> builtIn() {
        return BuiltInCells.names();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void nothingIsSaidOfCellsThatAreMeant(String name) {
        assertThat(Hint.of(BuiltInCells.cell(name))).isEmpty();
    }
}
