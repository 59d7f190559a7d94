package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gatescope.cell.Book;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Convention;
import org.gatescope.cell.Latex;
import org.gatescope.cell.PlayedLine;
import org.gatescope.cell.ShownNames;
import org.gatescope.picture.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What equations are like in each notation. */
class NotationsTest {
    private static final List<String> CELLS =
            List.of("rnn-tanh", "lstm", "gru", "gru-chung", "lstm-peephole", "rnn-dale");

    private static List<String> lines(Cell cell, boolean isReversed) {
        ShownNames names = ShownNames.of(cell, isReversed);
        return Stream.of(PlayedLine.forward(cell), PlayedLine.backward(cell.adjoints()))
                .flatMap(List::stream)
                .map(line -> Latex.of(line.formula(names)))
                .toList();
    }

    private static List<String> lines(String notation, String cell) {
        return Convention.in(Convention.read(notation).orElseThrow(), () -> lines(Cell.parse(cell), false));
    }

    @ParameterizedTest
    @EnumSource
    void equationsAreThoseOfTheBook(Book book) {
        List<String> listing = Convention.in(
                book.convention(),
                () -> CELLS.stream()
                        .flatMap(name ->
                                Stream.concat(Stream.of("", name), lines(BuiltInCells.cell(name), false).stream()))
                        .toList());
        Golden.check("notation-" + book.name().toLowerCase(Locale.ROOT), listing);
    }

    @Test
    void asGatescopeBeginsTheyAreTheCellsOwn() {
        for (String name : BuiltInCells.names()) {
            Cell cell = BuiltInCells.cell(name);
            List<String> own = PlayedLine.forward(cell).stream()
                    .map(line -> Latex.of(line.formula()))
                    .toList();
            assertThat(lines(cell, false)).startsWith(own.toArray(String[]::new));
        }
    }

    @Test
    void aNameThatMeansSomethingElseStays() {
        String cell = "state h\nf = tanh(x @ Wx.f + h @ Wh.f)\nh' = f + h";
        assertThat(lines("ng", cell).getFirst()).startsWith("f^{").contains("W_{\\mathit{xf}}", "a^{");
        assertThat(lines("ng,rows,0", cell).getFirst()).contains("x^{\\langle t \\rangle} \\, W_{\\mathit{xf}}");
    }

    @Test
    void whereTwoNamesWouldReadAlikeAllStay() {
        String cell = "state h\na = x @ Wx\nh' = tanh(a + h @ Wh)";
        assertThat(lines("ng", cell).getFirst()).startsWith("a^{");
        assertThat(lines("ng", cell).get(1)).startsWith("h^{");
    }

    @Test
    void aLayerThatReadsFromTheEndGetsItsStatesFromTheStepBehind() {
        List<String> lines = Convention.in(Book.OLAH.convention(), () -> lines(BuiltInCells.cell("rnn-tanh"), true));
        assertThat(lines.getFirst()).startsWith("h_{t} = ").contains("h_{t + 1}");
        assertThat(lines.get(1)).endsWith("h_{t}^{( t - 1 )}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ng          | ng,columns,1
                    NG,rows,0   | ng,rows,0
                    cho,0       | cho,columns,0
                    gatescope,1 | gatescope,rows,1
                    """)
    void aNotationIsReadAsItIsWritten(String typed, String written) {
        assertThat(Convention.read(typed).orElseThrow().written()).isEqualTo(written);
        assertThat(Convention.read(written)).contains(Convention.read(typed).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"''", "pytorch", "'ng,2'", "'ng,'", "'rows'", "'ng,columns,1,'"})
    void nothingElseIsOne(String typed) {
        assertThat(Convention.read(typed)).isEmpty();
    }
}
