package org.gatescope.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
