package org.gatescope.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatescope.cell.Formula.Row;
import org.gatescope.cell.Formula.Script;
import org.gatescope.cell.Formula.Symbol;
import org.gatescope.reference.RandomCells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class LatexTest {
    private static List<String> latex(Cell cell) {
        return Stream.concat(
                        cell.statements().stream().map(Mathematics::of),
                        cell.adjoints().stream().map(Mathematics::of))
                .map(Latex::of)
                .toList();
    }

    static Stream<String> cells() {
        return Stream.concat(
                BuiltInCells.names().stream()
                        .map(name -> BuiltInCells.text(name).orElseThrow()),
                IntStream.range(0, 200).mapToObj(RandomCells::text));
    }

    @Test
    void ofALongShortTermMemory() {
        assertThat(latex(BuiltInCells.cell("lstm")))
                .contains(
                        "i_{\\operatorname{pre}} = x \\, W_{\\mathit{xi}} + h \\, W_{\\mathit{hi}} + b_{i}",
                        "i = \\sigma ( i_{\\operatorname{pre}} )",
                        "c^{\\prime} = f \\odot c + i \\odot g",
                        "h^{\\prime} = o \\odot \\tanh ( c^{\\prime} )",
                        "\\partial h^{\\prime} = {\\partial y}_{t} + {\\partial h}_{t + 1}",
                        "\\partial c^{\\prime} \\mathrel{+}= \\partial h^{\\prime} \\odot o \\odot ( 1 - \\tanh^{2} ( c^{\\prime} ) )",
                        "\\partial b_{f} \\mathrel{+}= \\sum_{N} \\partial f_{\\operatorname{pre}}",
                        "\\partial W_{\\mathit{xf}} \\mathrel{+}= x^{\\top} \\, \\partial f_{\\operatorname{pre}}");
    }

    @Test
    void ofAGru() {
        assertThat(latex(BuiltInCells.cell("gru")))
                .contains(
                        "n_{\\operatorname{pre}} = x \\, W_{\\mathit{xn}} + b_{n} + r \\odot ( h \\, W_{\\mathit{hn}} + b_{\\mathit{hn}} )",
                        "h^{\\prime} = ( 1 - z ) \\odot n + z \\odot h",
                        "\\partial n \\mathrel{+}= \\partial h^{\\prime} \\odot ( 1 - z )");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    h                  | h
                    h'                 | h^{\\prime}
                    c̃                  | \\tilde{c}
                    c̃'                 | \\tilde{c}^{\\prime}
                    é                  | \\acute{e}
                    α                  | \\alpha
                    α̃                  | \\tilde{\\alpha}
                    alpha              | \\alpha
                    Delta.f            | \\Delta_{f}
                    Δ                  | \\Delta
                    epsilon            | \\varepsilon
                    𝑓                  | f
                    隠れ                | \\textit{隠れ}
                    état               | \\textit{état}
                    Wx.f               | W_{\\mathit{xf}}
                    W_out              | W_{\\operatorname{out}}
                    W.f.g              | W_{\\operatorname{f,g}}
                    W_                 | \\mathit{W\\_}
                    s_2                | s_{2}
                    x2                 | x_{2}
                    gate               | \\mathit{gate}
                    my_gate            | \\mathit{my\\_gate}
                    x_1_2              | x_{\\operatorname{1\\_2}}
                    d.h                | \\partial h
                    d.Wx.f             | \\partial W_{\\mathit{xf}}
                    """)
    void ofNames(String name, String latex) {
        assertThat(Latex.of(SymbolName.of(java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFC))))
                .isEqualTo(latex);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    h * c                 | h \\odot c
                    2 * h                 | 2 \\cdot h
                    h / c / h             | h / c / h
                    h @ -W                | h \\, ( - W )
                    (h * c) @ W           | ( h \\odot c ) \\, W
                    h @ (W * M)           | h \\, ( W \\odot M )
                    h @ W ^ 2             | h \\, W^{2}
                    c' ^ 2                | {( c^{\\prime} )}^{2}
                    b.1 ^ 2               | b_{1}^{2}
                    (h + c) ^ -0.5        | {( h + c )}^{-0.5}
                    tanh(h) ^ 2           | \\tanh^{2} ( h )
                    1e20 * h              | 1 \\cdot 10^{20} \\cdot h
                    h / 2e20              | h / ( 2 \\cdot 10^{20} )
                    1e-7 ^ 2 * h          | {( 1 \\cdot 10^{-7} )}^{2} \\odot h
                    hard_sigmoid(h)       | \\operatorname{hard\\_sigmoid} ( h )
                    max(h, c)             | \\max ( h , c )
                    clip(h, -1, 1)        | \\operatorname{clip} ( h , - 1 , 1 )
                    leaky_relu(h, 0.01)   | \\operatorname{leaky\\_relu} ( h , 0.01 )
                    where(h + 1 <= c, h, 0) | \\operatorname{where} ( h + 1 \\le c , h , 0 )
                    where(h == c, h, 0)   | \\operatorname{where} ( h = c , h , 0 )
                    h @ transpose(W)      | h \\, W^{\\top}
                    h @ W.T               | h \\, W^{\\top}
                    h @ (W - Wᵀ)          | h \\, ( W - W^{\\top} )
                    h @ (W @ V).T         | h \\, {( W \\, V )}^{\\top}
                    h @ W^T               | h \\, W^{\\top}
                    h @ W^⊤               | h \\, W^{\\top}
                    -h ^ 2                | - h^{2}
                    (-h) ^ 2              | {( - h )}^{2}
                    """)
    void ofExpressions(String expression, String latex) {
        Cell cell = Cell.parse("state h, c\nc' = c\nh' = " + expression);
        assertThat(Latex.of(Mathematics.of(cell.lines().getLast().expression())))
                .isEqualTo(latex);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void isWellFormed(String text) {
        for (String latex : latex(Cell.parse(text))) {
            assertThat(unescapedBraceDepth(latex)).as(latex).isZero();
            assertThat(latex)
                    .doesNotContainPattern("[%#&~$'′’⊙⊤∂−]")
                    .doesNotContainPattern("(?<!\\\\)_(?!\\{)")
                    .doesNotContainPattern("\\^(?!\\{)")
                    .doesNotContainPattern("\\{\\}")
                    .doesNotContainPattern("\\}\\^\\{[^{}]*\\}\\^")
                    .doesNotContain("null");
        }
    }

    private static int unescapedBraceDepth(String latex) {
        int depth = 0;
        for (char c : latex.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            assertThat(depth).as(latex).isNotNegative();
        }
        return depth;
    }

    @ParameterizedTest
    @MethodSource("cells")
    void comesFromATreeOfWholeSymbols(String text) {
        Cell.parse(text).adjoints().forEach(adjoint -> check(Mathematics.of(adjoint)));
    }

    private static void check(Formula formula) {
        switch (formula) {
            case Symbol(String text, Formula.Style style) -> assertThat(text).isNotEmpty();
            case Row(List<Formula> parts) -> {
                assertThat(parts).isNotEmpty();
                parts.forEach(LatexTest::check);
            }
            case Formula.Marked(Formula part) -> check(part);
            case Script(Formula base, Formula below, Formula above) -> {
                check(base);
                assertThat(below.equals(Formula.EMPTY) && above.equals(Formula.EMPTY))
                        .isFalse();
                Stream.of(below, above)
                        .filter(part -> !part.equals(Formula.EMPTY))
                        .forEach(LatexTest::check);
            }
        }
    }
}
