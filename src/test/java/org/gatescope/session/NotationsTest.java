package org.gatescope.session;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The equations of the usual cells in each notation, forward and backward. */
@Isolated("the notation is that of the whole app")
class NotationsTest {
    @AfterEach
    void asBefore() {
        Convention.show(Convention.FIRST);
    }

    private static Stream<String> lines(Cell cell, boolean isReversed) {
        ShownNames names = ShownNames.of(cell, isReversed);
        return Stream.of(PlayedLine.forward(cell), PlayedLine.backward(cell.adjoints()))
                .flatMap(List::stream)
                .map(line -> Latex.of(line.formula(names)));
    }

    @ParameterizedTest
    @EnumSource
    void equationsAreThoseOfTheBook(Book book) {
        Convention.show(book.convention());
        List<String> listing = Stream.of("rnn-tanh", "lstm", "gru", "gru-chung", "lstm-peephole", "rnn-dale")
                .flatMap(name -> Stream.concat(Stream.of("", name), lines(BuiltInCells.cell(name), false)))
                .toList();
        Golden.check("notation-" + book.name().toLowerCase(Locale.ROOT), listing);
    }
}
