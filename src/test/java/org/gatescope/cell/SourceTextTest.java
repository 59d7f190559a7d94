package org.gatescope.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Negate;
import org.gatescope.cell.Expression.Number;
import org.gatescope.cell.Expression.Operator;
import org.gatescope.cell.Expression.Power;
import org.gatescope.cell.Expression.Product;
import org.gatescope.reference.RandomCells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {
    private static Expression parsed(String expression) {
        return Cell.parse("state h, c\nc' = c\nh' = " + expression)
                .lines()
                .getLast()
                .expression();
    }

    @Test
    void whatIsPrintedReadsAsItWas() {
        Random random = new Random(11);
        for (int i = 0; i < 3000; i++) {
            Expression expression = anyExpression(random, 5);
            String printed = expression.toString();
            assertThat(parsed(printed)).as(printed).isEqualTo(expression);
        }
    }

    @Test
    void soDoWholeCells() {
        for (int seed = 0; seed < 300; seed++) {
            Cell cell = Cell.parse(RandomCells.text(seed));
            StringBuilder printed = new StringBuilder("state " + String.join(", ", cell.states()) + "\n");
            cell.lines().forEach(line -> printed.append(line).append('\n'));
            assertThat(Cell.parse(printed.toString()).lines()).isEqualTo(cell.lines());
        }
    }

    /** Values of each sequence all through, so that every tree has a shape. */
    private static Expression anyExpression(Random random, int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return new Name(List.of("h", "c", "b.1").get(random.nextInt(3)));
        }
        Expression inner = anyExpression(random, depth - 1);
        return switch (random.nextInt(9)) {
            case 0 -> new Negate(inner);
            case 1 ->
                new Power(
                        inner, List.of(2.0, -1.0, 0.5, 1e-7, -0.0, 1e300, 3.25).get(random.nextInt(7)));
            case 2 -> new Apply(Function.values()[random.nextInt(Function.values().length)], inner);
            case 3 -> new Product(inner, new Name("W"));
            case 4 -> new Binary(oneOf(random), new Number(random.nextInt(3) / 3.0), inner);
            default -> new Binary(oneOf(random), inner, anyExpression(random, depth - 1));
        };
    }

    private static Operator oneOf(Random random) {
        return Operator.values()[random.nextInt(Operator.values().length)];
    }

    /** As Python has it, with ^ for its **. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    -h ^ 2,              -(h ^ 2)
                    2 ^ -1 * h,          (2 ^ (-1)) * h
                    h ^ 2 ^ 3,           h ^ (2 ^ 3)
                    h ^ -2 ^ 2,          h ^ (-(2 ^ 2))
                    h / c * h,           (h / c) * h
                    h * c / h,           (h * c) / h
                    h @ W * c,           (h @ W) * c
                    h * c @ W,           (h * c) @ W
                    h / c @ W,           (h / c) @ W
                    -h @ W,              (-h) @ W
                    h @ -W * c,          (h @ (-W)) * c
                    h - c - h,           (h - c) - h
                    h - c + h,           (h - c) + h
                    h + c * h,           h + (c * h)
                    --h,                 -(-h)
                    h - -c,              h - (-c)
                    +h + +c,             h + c
                    h * -c ^ 2,          h * (-(c ^ 2))
                    tanh(h) ^ 2,         (tanh(h)) ^ 2
                    h ^ (1 + 1),         h ^ 2
                    h ^ (1 / 2),         h ^ .5
                    h ^ sqrt(4),         h ^ 2
                    1e3 * h,             1000 * h
                    h−c,                 h - c
                    h ^ (2 * 3 - 4 / 4), h ^ 5
                    """)
    void precedenceIsPythons(String written, String meant) {
        assertThat(parsed(written)).isEqualTo(parsed(meant));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    ((h)),                      h
                    (h + c) + h,                h + c + h
                    h + (c + h),                h + (c + h)
                    h - (c - h),                h - (c - h)
                    (h * c) * h,                h * c * h
                    (h * c) @ W,                (h * c) @ W
                    h * c @ W,                  (h * c) @ W
                    h @ A @ B,                  h @ A @ B
                    h @ (A @ B),                h @ (A @ B)
                    (-h) ^ 2,                   (-h) ^ 2
                    -(h ^ 2),                   -h ^ 2
                    -(h * c),                   -(h * c)
                    0.50 * h,                   0.5 * h
                    1e20 * h,                   1e20 * h
                    2.0 * h,                    2 * h
                    tanh( ( h+c ) ),            tanh(h + c)
                    """)
    void parenthesesStandOnlyWhereTheyHelp(String written, String printed) {
        assertThat(parsed(written)).hasToString(printed);
    }
}
