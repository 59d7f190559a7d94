package org.gatescope.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What books and the app's own formulas write is understood as the language's own signs. */
class BookNotationTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    σ(x @ W)                | sigmoid(x @ W)
                    f ⊙ h                   | f * h
                    f ∘ h                   | f * h
                    f · h                   | f * h
                    f × h                   | f * h
                    2 · h                   | 2 * h
                    b * f · h               | b * f * h
                    (1 − f) ⋅ h             | (1 - f) * h
                    h²                      | h ^ 2
                    (1 + h²)⁻¹              | (1 + h ^ 2) ^ -1
                    tanh²(h)                | tanh(h) ^ 2
                    tanh^2(h)               | tanh(h) ^ 2
                    σ¹⁰(h)                  | sigmoid(h) ^ 10
                    h @ Wᵀ                  | h @ transpose(W)
                    h @ W⊤                  | h @ transpose(W)
                    h @ W.T                 | h @ transpose(W)
                    h @ (W + V).T           | h @ transpose(W + V)
                    h @ W.TT                | h @ W.TT
                    where(h ≤ f, h, 0)      | where(h <= f, h, 0)
                    [h, x] @ W + b          | h @ W.h + x @ W.x + b
                    [f * h, x] @ W.n        | (f * h) @ W.n.h + x @ W.n.x
                    """)
    void isUnderstood(String book, String meant) {
        assertThat(lines(book)).isEqualTo(lines(meant));
    }

    private static Object lines(String expression) {
        Cell cell = Cell.parse("state h\nf = sigmoid(x @ W0)\nh' = 0 * f * h + (" + expression + ")");
        return cell.lines();
    }

    /** What is refused is told with the spelling that is meant. */
    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '`', textBlock = """
                    tanh(x W + h U)          @ there is no operator between “x” and “W”; the product with a matrix is written x [at] W, and x * W goes element by element
                    tanh(W_x x)              @ there is no operator between “W_x” and “x”; values are rows, so the product with a matrix is written x [at] W_x, and W_x * x goes element by element
                    tanh(Wᵀ x)               @ there is no operator between “Wᵀ” and “x”; values are rows, so what columns have as Wᵀ x is written x [at] W
                    Wᵀ x + b                 @ there is no operator between “Wᵀ” and “x”; values are rows, so what columns have as Wᵀ x is written x [at] W
                    tanh(Wᵀ [at] x)          @ the right side of “[at]” must be a matrix (a parameter or an expression of parameters), but this has shape (N, D); values are rows here, so write x [at] W
                    [h; x] [at] W            @ “;” is not allowed in a cell: a line ends without it, and values side by side are separated by commas, as in [h, x] [at] W
                    tanh(h);                 @ “;” is not allowed in a cell: a line ends without it, and values side by side are separated by commas, as in [h, x] [at] W
                    concat(h, x) [at] W      @ unknown function “concat”; values side by side are multiplied by one matrix at their right, as in [h, x] [at] W
                    np.dot(x, W)             @ unknown function “np.dot”; the product with a matrix is written x [at] W
                    np.tanh(h)               @ unknown function “np.tanh”; did you mean “tanh”?
                    torch.sigmoid(h)         @ unknown function “torch.sigmoid”; did you mean “sigmoid”?
                    sigm(h)                  @ unknown function “sigm”; did you mean “sigmoid”?
                    h_{t-1}                  @ “{” is not allowed in a cell: a state before the step is written h, the one after it h', and the input of the step x
                    h[t-1]                   @ “[” is not allowed in a cell: a state before the step is written h, the one after it h', and the input of the step x
                    hₜ₋₁                     @ “₋” is not allowed in a cell: a state before the step is written h, the one after it h', and the input of the step x
                    f ⊗ h                    @ “⊗” may mean several things: write * for the product element by element, [at] for the one with a matrix, + for the sum
                    √(h)                     @ “√” is written sqrt(a) here
                    |h|                      @ “|” is written abs(a) here
                    """)
    void whatIsMeantIsSaid(String book, String sentence) {
        String text = "state h\nf = sigmoid(x @ W0)\nh' = " + book.replace("[at]", "@");
        assertThatThrownBy(() -> Cell.parse(text))
                .isInstanceOfSatisfying(
                        CellException.class, e -> assertThat(e.problem()).isEqualTo(sentence.replace("[at]", "@")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h[t] = tanh(x @ W)", "h' ← tanh(x @ W)", "h' := tanh(x @ W)"})
    void linesOfBooksAreRefusedAtTheSign(String line) {
        assertThatThrownBy(() -> Cell.parse("state h\n" + line)).isInstanceOfSatisfying(CellException.class, e -> {
            assertThat(e.line()).isEqualTo(2);
            assertThat(e.problem()).containsAnyOf("h'", "is written = here");
        });
    }

    @Test
    void aStepAsAnIndexIsPointedOut() {
        assertThat(Hint.of(Cell.parse("state h\nh' = tanh(xₜ @ W + x @ V + h @ U)")))
                .singleElement()
                .satisfies(hint -> assertThat(hint.words()).contains("the input of the step is x"));
    }

    @Test
    void valuesSideBySideHaveBlocksOfTheMatrix() {
        Cell cell = Cell.parse("state h, c\nf = σ([h, x] @ W.f + b.f)\ng = tanh([h, x] @ W.g + b.g)\n"
                + "c' = f ⊙ c + (1 − f) ⊙ g\nh' = tanh(c')");
        assertThat(cell.parameters())
                .containsEntry("W.f.h", new Shape(Extent.H, Extent.H))
                .containsEntry("W.g.x", new Shape(Extent.D, Extent.H))
                .doesNotContainKeys("W.f", "W.g");
    }

    /** h + ε tanh((W − Wᵀ) h + V x + b), as NumPy spells it: W.T is no parameter of its own. */
    @Test
    void anAntisymmetricCellHasOneMatrixAndItsTranspose() {
        Cell cell = Cell.parse("state h\nh' = h + 0.1 * tanh(h @ (W - W.T) + x @ V + b)");
        assertThat(cell.parameters()).containsOnlyKeys("W", "V", "b");
    }
}
