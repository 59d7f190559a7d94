package org.gatescope.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that begin with size, param and fixed, and states with a size. */
final class DeclarationsTest {
    private static final String PROJECTED = """
            size P = 2 # narrower
            state h(P), c
            c' = tanh(x @ Wx + h @ Wh + b)
            h' = c' @ Wp""";

    private static String shape(String source, String parameter) {
        return String.valueOf(Cell.parse(source).parameters().get(parameter));
    }

    @Test
    void sizesGoOnFromWhatIsDeclared() {
        Cell cell = Cell.parse(PROJECTED);
        assertThat(cell.parameters().toString()).isEqualTo("{Wx=(D, H), Wh=(P, H), b=(H), Wp=(H, P)}");
        assertThat(cell.widths().get("h'")).isEqualTo(new Extent("P"));
        assertThat(cell.widths().get("c")).isEqualTo(Extent.H);
        assertThat(cell.declared().sizes()).isEqualTo(Map.of("P", 2));
    }

    @Test
    void parametersHaveTheShapesThatAreDeclared() {
        String cell = """
                state h
                param U(H, R), V(R, H), α(1), b, u(R)
                size R = 3
                fixed M(H, H)
                h' = α * tanh((h @ U + u) @ (V @ M) + b)""";
        assertThat(shape(cell, "U")).isEqualTo("(H, R)");
        assertThat(shape(cell, "V")).isEqualTo("(R, H)");
        assertThat(shape(cell, "α")).isEqualTo("(1)");
        assertThat(shape(cell, "b")).isEqualTo("(H)");
        assertThat(shape(cell, "u")).isEqualTo("(R)");
        assertThat(Cell.parse(cell).declared().fixed()).containsExactly("M");
        assertThat(Cell.parse(cell).adjoints().stream()
                        .filter(line -> line.target().equals("α"))
                        .map(line -> SourceText.of(line.share()))
                        .toList())
                .containsExactly("sum(d.h' * tanh((h @ U + u) @ (V @ M) + b))");
    }

    @Test
    void parametersStartAsTheirDeclarationSays() {
        Cell cell = Cell.parse("""
                state h
                param b(H) = 1, W = -0.5, U(H, H)
                fixed d(H) = signs(0.8), α(1) = 1 / 4, τ = exp(0)
                h' = α * tanh(x @ W + (h * d) @ U + b) * τ""");
        Map<String, ParameterStart> starts = cell.declared().starts();
        assertThat(starts.keySet()).containsExactlyInAnyOrder("b", "W", "d", "α", "τ");
        starts.forEach((name, start) -> {
            String wanted = Map.of("b", "1", "W", "-0.5", "d", "signs(0.8)", "α", "0.25", "τ", "1")
                    .get(name);
            assertThat(start.text()).isEqualTo(wanted);
        });
        assertThat(cell.declared().fixed()).containsExactlyInAnyOrder("d", "α", "τ");
    }

    /** A share of them, to the nearest whole number. */
    @ParameterizedTest
    @CsvSource({"0.8, 5, ++++-", "0.8, 4, +++-", "0.8, 1, +", "0, 3, ---", "1, 3, +++", "0.5, 3, ++-", "0.5, 0, ''"})
    void signsAreFirstOfOneKindThenOfTheOther(double share, int units, String signs) {
        ParameterStart start = new ParameterStart.Signs(share);
        StringBuilder drawn = new StringBuilder();
        for (int unit = 0; unit < units; unit++) {
            drawn.append(start.at(unit, units) > 0 ? '+' : '-');
        }
        assertThat(drawn).hasToString(signs);
    }

    @Test
    void inputsMayBeAddedWhereThereAreAsManyUnits() {
        assertThat(shape("size D = H\nstate h\nh' = tanh(x @ W + h @ U) + x", "W"))
                .isEqualTo("(D, H)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"size", "param", "fixed"})
    void theWordsAreNamesElsewhere(String word) {
        String cell = "state h\n%s = tanh(x @ W)\nh' = %s + h * param.a".formatted(word, word);
        assertThat(Cell.parse(cell).lines().getFirst().name()).isEqualTo(word);
        assertThat(shape("state h\nh' = x @ W * " + word, word)).isEqualTo("(H)");
        assertThat(Cell.parse("state %s\n%s' = x @ W".formatted(word, word)).states())
                .isEqualTo(List.of(word));
    }

    @Test
    void aSizesNumberIsRewrittenInItsLine() {
        assertThat(Cell.parse(PROJECTED).withSize("P", 12).source()).isEqualTo(PROJECTED.replace("= 2", "= 12"));
        String several = "\uFEFF# 𝑓\r\nsize 𝑎 = 7,Q=10\rstate h\nh' = x @ W";
        assertThat(Cell.parse(several).withSize("Q", 3).source()).isEqualTo(several.replace("10", "3"));
        assertThat(Cell.parse(several).withSize("𝑎", 3).source()).isEqualTo(several.replace("7", "3"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1, 10 | size P = 0                 | the size “P” must be a whole number from 1 to 1,000,000, not 0
            1, 10 | size P = -2                | the size “P” must be a whole number from 1 to 1,000,000, not -2
            1, 10 | size P = 2.5               | the size “P” must be a whole number from 1 to 1,000,000, not 2.5
            1, 10 | size P = 1000001           | the size “P” must be a whole number from 1 to 1,000,000, not 1000001
            1, 10 | size P = 1e3               | the size “P” must be a whole number from 1 to 1,000,000, not 1e3
            1, 10 | size P = 99999999999999999 | the size “P” must be a whole number from 1 to 1,000,000, not 99999999999999999
            1, 10 | size P = H                 | the size “P” must be a number; of the others, only “size D = H” names another size
            1, 6  | size H = 3                 | H, the number of units, belongs to the layer and not to its cell: it is set beside the network's other sizes
            1, 6  | size D = 3                 | D, the number of inputs, follows from what the layer reads; only “size D = H” can be said of it
            1, 6  | size N = 3                 | N, the number of sequences, follows from the data
            1, 6  | size x = 3                 | “x” is the input and cannot be assigned; choose another name
            1, 6  | size tanh = 3              | “tanh” is a function and cannot be redefined; choose another name
            1, 6  | size state = 3             | “state” is a keyword, as in “state h, c”, and cannot be a name
            1, 6  | size h = 3                 | “h” is already defined in line 3
            1, 13 | size P = 2, P = 3          | the size “P” is already declared in line 1
            4, 15 | size W = 3                 | “W” is a size, not a value; sizes stand in shapes alone
            1, 8  | size P 2                   | expected “=” and a number after “P”, as in “size P = 2”, but found “2”
            1, 9  | size P =                   | expected a number after “P =”, as in “size P = 2”, but found the end of the line
            1, 9  | param W(Q, H)              | there is no size “Q”; declare it, as in “size Q = 2”
            1, 7  | param V(H, H)              | nothing uses the parameter “V”; use it in a line, or drop its declaration
            1, 7  | param x(H)                 | “x” is the input and cannot be assigned; choose another name
            1, 7  | param V'(H)                | “V'”: parameters have no prime
            3, 7  | param h(H)                 | “h” is already defined in line 1
            1, 9  | param W(N, H)              | N, the number of sequences, is no size of a state or parameter, as they are the same for all sequences
            1, 12 | param W(D, 3)              | a shape is made of names: declare the number, as in “size P = 3”, and write P; 1 alone, as in “α(1)”, is one number for all units
            1, 12 | param W(D, 1)              | a shape is made of names: declare the number, as in “size P = 1”, and write P; 1 alone, as in “α(1)”, is one number for all units
            1, 15 | param W(D, H, H)           | a parameter has one size or two, as in “b(H)” and “W(H, R)”
            1, 9  | param W()                  | expected the name of a size, as in “W(H, R)”, but found “)”
            1, 11 | param W(D H)               | expected “)” to close the “(” at column 8, but found “H”
            1, 13 | param W(H), W(H)           | “W” is already defined in line 1
            1, 10 | param b =                  | expected what the parameter starts with, a number such as 0.5, or signs(0.8), but found the end of the line
            1, 11 | param b = zeros            | expected what the parameter starts with, a number such as 0.5, or signs(0.8), but found “zeros”
            1, 11 | param b = normal(0.1)      | expected what the parameter starts with, a number such as 0.5, or signs(0.8), but found “normal”
            1, 11 | param b = signs            | expected what the parameter starts with, a number such as 0.5, or signs(0.8), but found “signs”
            1, 11 | param b = 1 / 0            | a parameter starts with one finite number, such as 0.5, or with signs(0.8)
            1, 11 | param b = 2 * h            | a parameter starts with one finite number, such as 0.5, or with signs(0.8)
            1, 11 | param b = signs(80)        | the share of +1 must be a number from 0 to 1, as in signs(0.8)
            1, 11 | param b = signs(-0.1)      | the share of +1 must be a number from 0 to 1, as in signs(0.8)
            1, 11 | param b = signs(h)         | the share of +1 must be a number from 0 to 1, as in signs(0.8)
            1, 17 | param b = signs()          | expected a name, a number, a function or “(”, but found “)”
            1, 20 | param b = signs(0.5        | expected “)” to close the “(” at column 16, but found the end of the line
            1, 13 | param b = 1 2              | expected “,” and another parameter, or the end of the line, but found “2”
            1, 11 | param W = signs(0.5)       | signs are for vectors, a number for each unit; “W” is a matrix
            1, 9  | state c = 1                | a state starts with the numbers of its table; only parameters have a start here
            """)
    void whatCannotBeIsRefusedWithItsPlace(String place, String line, String sentence) {
        String text = line + "\n# then\nstate h\nh' = tanh(x @ W)";
        assertThatThrownBy(() -> Cell.parse(text)).isInstanceOfSatisfying(CellException.class, e -> {
            assertThat(e.problem()).isEqualTo(sentence);
            assertThat(e.line() + ", " + e.column()).isEqualTo(place);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            state h(P) ⏎ h' = x @ W        | there is no size “P”; declare it, as in “size P = 2”
            state h(1) ⏎ h' = x @ W        | a shape is made of names
            state h(D) ⏎ h' = x @ W        | a state cannot be D wide by itself; where the layer has as many units as inputs, say so with “size D = H”
            state h(H, H) ⏎ h' = x @ W     | a state has one size, the number of its units, as in “state h(P)”
            size P = 2 ⏎ state h(P), c ⏎ c' = h ⏎ h' = x @ W | “c'” is a state of shape (N, H), but this expression has shape (N, P = 2)
            size P = 2 ⏎ state h(P), c ⏎ c' = c ⏎ h' = h + c | these shapes do not match: (N, P = 2) + (N, H)
            size P = 2 ⏎ state h ⏎ param W(P, H) ⏎ h' = x @ W    | these shapes do not match: (N, D) @ (P = 2, H)
            state h ⏎ h' = tanh(x @ W + h) + x | these shapes do not match: (N, H) + (N, D); where the layer has as many units as inputs, say so with “size D = H”
            state h ⏎ h' = x               | “h'” is a state of shape (N, H), but this expression has shape (N, D); where the layer has as many units as inputs, say so with “size D = H”
            state h ⏎ param a(H) ⏎ a = x @ W ⏎ h' = a | “a” is declared as a parameter and cannot be a line, too; choose another name
            state h ⏎ size a = 1 ⏎ a = x @ W ⏎ h' = a | “a” is declared as a size and cannot be a line, too; choose another name
            state h ⏎ param W(H) ⏎ h' = x @ W | the right side of “@” must be a matrix
            """)
    void shapesThatDoNotFitAreToldByNameAndNumber(String text, String sentence) {
        String source = text.strip().replace(" ⏎ ", "\n");
        assertThatThrownBy(() -> Cell.parse(source))
                .isInstanceOfSatisfying(
                        CellException.class, e -> assertThat(e.problem()).startsWith(sentence.strip()));
    }
}
