package org.gatescope.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatescope.cell.Book;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Convention;
import org.gatescope.cell.Latex;
import org.gatescope.cell.ShownNames;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lessons are written once, with the cell's own names and steps from 0, and read in any notation. */
class CountedStepsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    What is the state after step 0?           | What is the state after step 1?
                    Inputs at the steps 0, 1 and 2; then 20   | Inputs at the steps 1, 2 and 3; then 20
                    from steps 9 to 10, t = 3, 20 steps       | from steps 10 to 11, t = 4, 20 steps
                    Step 2, 3 of the units                    | Step 3, 3 of the units
                    a footstep 2, step-3, steps of 4          | a footstep 2, step-3, steps of 4
                    """)
    void stepsInTextsAreCountedFromOne(String written, String read) {
        assertThat(CountedSteps.in(written)).isEqualTo(written);
        assertThat(Convention.in(Convention.FIRST.withFirstStep(1), () -> CountedSteps.in(written)))
                .isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    h_0             | a^{\\langle 1 \\rangle}
                    c               | c
                    c'              | c^{\\langle t \\rangle}
                    f * c           | \\Gamma_{f} \\odot c^{\\langle t - 1 \\rangle}
                    t = 2           | t = 3
                    ∂L/∂Wh.f        | \\partial L / \\partial W_{\\mathit{af}}
                    0.5 ^ 19        | 0.5^{19}
                    """)
    void formulasHaveTheNamesOfTheBook(String written, String latex) {
        String shown = Convention.in(
                Book.NG.convention(),
                () -> Latex.of(new LessonFormula(ShownNames.of(BuiltInCells.cell("lstm"), false)).of(written)));
        assertThat(shown).isEqualTo(latex);
    }
}
