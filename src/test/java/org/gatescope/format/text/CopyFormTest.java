package org.gatescope.format.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CopyFormTest {
    private static final double[][] TABLE = {{1, -0.5}, {2.5e-7, 0.1 + 0.2}};
    private static final double[][] BROKEN = {{Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}};

    @Test
    void formsByHand() {
        assertThat(CopyForm.SPREADSHEET.of(TABLE)).isEqualTo("1.0\t-0.5\n2.5E-7\t0.30000000000000004");
        assertThat(CopyForm.NUMPY.of(TABLE))
                .isEqualTo("np.array([[1, -0.5],\n [2.5e-7, 0.30000000000000004]], dtype=np.float64)");
        assertThat(CopyForm.PYTORCH.of(TABLE))
                .isEqualTo("torch.tensor([[1, -0.5],\n [2.5e-7, 0.30000000000000004]], dtype=torch.float64)");
        assertThat(CopyForm.JSON.of(TABLE)).isEqualTo("[[1, -0.5],\n [2.5e-7, 0.30000000000000004]]");
        assertThat(CopyForm.LATEX.of(TABLE))
                .startsWith("\\begin{bmatrix}\n")
                .contains(" & -0.5")
                .contains("\\cdot 10^{-7} & 0.3")
                .endsWith("\n\\end{bmatrix}");
    }

    @Test
    void whatIsNoNumber() {
        assertThat(CopyForm.NUMPY.of(BROKEN)).contains("[[np.nan, np.inf, -np.inf]]");
        assertThat(CopyForm.PYTORCH.of(BROKEN)).contains("[[torch.nan, torch.inf, -torch.inf]]");
        assertThat(CopyForm.JSON.of(BROKEN)).isEqualTo("[[\"NaN\", \"Infinity\", \"-Infinity\"]]");
        assertThat(CopyForm.LATEX.of(BROKEN)).contains("\\mathrm{NaN} & \\infty & -\\infty");
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsEmpty(CopyForm form) {
        assertThat(form.of(new double[0][])).isEmpty();
        assertThat(form.of(new double[3][0])).isEmpty();
    }

    /** What is copied can be pasted, to the bit. */
    @ParameterizedTest
    @EnumSource(value = CopyForm.class, mode = EnumSource.Mode.EXCLUDE, names = "LATEX")
    void pastedBackItIsTheSame(CopyForm form) {
        double[][] table = {{1, -0.0, Double.MIN_VALUE}, {Double.MAX_VALUE, 1 / 3.0, -2.5e-300}};
        assertThat(CopiedBlock.read(form.of(table)))
                .isInstanceOfSatisfying(
                        CopiedBlock.Block.class,
                        block -> assertThat(block.values()).isDeepEqualTo(table));
    }
}
