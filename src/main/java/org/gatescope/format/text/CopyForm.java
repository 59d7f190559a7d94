package org.gatescope.format.text;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.gatescope.text.Numerals;

/** How a table of numbers is written for another program. But for LaTeX, which people read, every bit is kept. */
public enum CopyForm {
    /** Tab-separated, a line for each row. */
    SPREADSHEET {
        @Override
        String filled(double[][] rows) {
            return CopiedBlock.write(rows);
        }
    },
    /** {@code np.array([[1, 2], [3, 4]], dtype=np.float64)}. */
    NUMPY {
        @Override
        String filled(double[][] rows) {
            return "np.array(" + brackets(rows, number -> python(number, "np.nan", "np.inf")) + ", dtype=np.float64)";
        }
    },
    /** {@code torch.tensor([[1, 2], [3, 4]], dtype=torch.float64)}. */
    PYTORCH {
        @Override
        String filled(double[][] rows) {
            return "torch.tensor(" + brackets(rows, number -> python(number, "torch.nan", "torch.inf"))
                    + ", dtype=torch.float64)";
        }
    },
    /** A list of rows. JSON has no NaN and no infinities: they are texts, as in session files. */
    JSON {
        @Override
        String filled(double[][] rows) {
            return brackets(rows, number -> Double.isFinite(number) ? Numerals.typed(number) : "\"" + number + "\"");
        }
    },
    /** A matrix for math mode (amsmath), rounded to four digits. */
    LATEX {
        @Override
        String filled(double[][] rows) {
            return Arrays.stream(rows)
                    .map(row -> Arrays.stream(row).mapToObj(CopyForm::latex).collect(Collectors.joining(" & ")))
                    .collect(Collectors.joining(" \\\\\n", "\\begin{bmatrix}\n", "\n\\end{bmatrix}"));
        }
    };

    private static final int DIGITS = 4;

    abstract String filled(double[][] rows);

    /** The table as text; empty for one without numbers. @param rows of equal length */
    public String of(double[][] rows) {
        return rows.length == 0 || rows[0].length == 0 ? "" : filled(rows);
    }

    private static String brackets(double[][] rows, DoubleFunction<String> number) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(row).mapToObj(number).collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(",\n ", "[", "]"));
    }

    private static String python(double number, String nan, String infinity) {
        if (Double.isFinite(number)) {
            return Numerals.typed(number);
        }
        return Double.isNaN(number) ? nan : number < 0 ? "-" + infinity : infinity;
    }

    /** {@code -2.5 \cdot 10^{-7}}. */
    private static String latex(double number) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "\\mathrm{NaN}" : number < 0 ? "-\\infty" : "\\infty";
        }
        String text = Numerals.brief(number, DIGITS);
        int power = text.indexOf('e');
        return power < 0 ? text : text.substring(0, power) + " \\cdot 10^{" + text.substring(power + 1) + "}";
    }
}
