package org.gatescope.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.gatescope.Wording.saying;

import java.util.Random;
import org.gatescope.cell.Condition.And;
import org.gatescope.cell.Condition.Any;
import org.gatescope.cell.Condition.Compare;
import org.gatescope.cell.Condition.Flaw;
import org.gatescope.cell.Condition.Has;
import org.gatescope.cell.Condition.Not;
import org.gatescope.cell.Condition.Or;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions as they are typed. */
@Execution(ExecutionMode.CONCURRENT)
class ConditionTest {
    @Test
    void orBindsLooserThanAndAndNot() {
        Condition a = Condition.parse("f < 1");
        Condition b = Condition.parse("any NaN");
        Condition c = Condition.parse("inf(c')");
        assertThat(Condition.parse("f < 1 or any nan and not inf(c')")).isEqualTo(new Or(a, new And(b, new Not(c))));
        assertThat(Condition.parse("(f < 1 or any nan) and not (inf(c'))"))
                .isEqualTo(new And(new Or(a, b), new Not(c)));
        assertThat(b).isEqualTo(new Any(Flaw.NAN));
        assertThat(c).isInstanceOf(Has.class);
    }

    @Test
    void parenthesesHoldNumbersOrConditions() {
        assertThat(Condition.parse("(f + 1) * 2 >= (3)")).isInstanceOf(Compare.class);
        assertThat(Condition.parse("(where(f > 0, f, 1)) > 0.5")).isInstanceOf(Compare.class);
        assertThat(Condition.parse("((max(f, 0) > 0.5))")).isInstanceOf(Compare.class);
        assertThat(Condition.parse("((f + 1) * 2 >= 3)")).isEqualTo(Condition.parse("(f+1)*2>=3"));
    }

    @ParameterizedTest
    @CsvSource({"<,LESS", "<=,AT_MOST", ">,MORE", ">=,AT_LEAST", "==,EQUAL", "!=,UNEQUAL"})
    void everyComparison(String sign, Relation relation) {
        assertThat(((Compare) Condition.parse("norm(d.f)" + sign + "-1e-3")).relation())
                .isEqualTo(relation);
        assertThat(relation.test(1, Double.NaN)).isEqualTo(relation == Relation.UNEQUAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f               | 2 | expected.comparison     |",
                "f > 1 2         | 7 | expected.condition.end  | “2”",
                "any d           | 5 | expected.flaw           | “d”",
                "f[x] > 1        | 3 | expected.index          | “x”",
                "f[2 > 1         | 5 | expected.bracket        | 2",
                "f = 1           | 3 | expected.comparison     | “=”",
                "f & 1           | 3 | sign.unknown.condition  | &"
            })
    void whatIsWrongAndWhere(String text, int column, String key, @Nullable String named) {
        assertThatThrownBy(() -> Condition.parse(text)).isInstanceOfSatisfying(CellException.class, e -> {
            Object[] filled = named == null ? new Object[0] : new Object[] {named};
            assertThat(e.problem()).is(saying("cell:" + key, filled));
            assertThat(e.column()).isEqualTo(column);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"h' = max(x)", "h' = x[0]", "h' = norm(x)", "h' = x < 1"})
    void cellsDoNotUnderstandThem(String line) {
        assertThatThrownBy(() -> Cell.parse("state h\n" + line)).isInstanceOf(CellException.class);
    }

    @Test
    void depthAndLengthAreBounded() {
        for (String deep : new String[] {
            "(".repeat(100_000) + "f > 1", "not ".repeat(100_000) + "any nan", "any nan" + " or any nan".repeat(100_000)
        }) {
            assertThatThrownBy(() -> Condition.parse(deep)).isInstanceOf(CellException.class);
        }
    }

    @Test
    void anythingElseIsRefusedWithASentence() {
        String[] words = {
            "f", "any", "nan", "inf", "not", "and", "or", "(", ")", "[", "]", "<", "==", "!", "2", "max", "-", ","
        };
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(9); k >= 0; k--) {
                text.append(words[random.nextInt(words.length)]).append(' ');
            }
            Throwable thrown = catchThrowable(() -> Condition.parse(text.toString()));
            if (thrown != null) {
                assertThat(thrown).as(text.toString()).isInstanceOf(CellException.class);
            }
        }
    }
}
