package org.gatescope.picture.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.gatescope.picture.Box;
import org.gatescope.picture.Family;
import org.gatescope.picture.Palette;
import org.gatescope.picture.RecordingPen;
import org.gatescope.picture.RecordingPen.Filled;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Scale;
import org.gatescope.picture.Tones;
import org.gatescope.session.number.Table;
import org.junit.jupiter.api.Test;

/** Few units are squares, many are bars, and more than there are bars share them. */
class UnitStripTest {
    private static final Box STRIP = new Box(0, 0, 30, 10);
    private static final Rgb AXIS = Tones.LIGHT.border();

    private static Table units(int count, IntToDoubleFunction values) {
        return new Table() {
            @Override
            public int rows() {
                return 1;
            }

            @Override
            public int columns() {
                return count;
            }

            @Override
            public double at(int row, int column) {
                return values.applyAsDouble(column);
            }
        };
    }

    private static List<Filled> drawn(int count, IntToDoubleFunction values) {
        RecordingPen pen = new RecordingPen();
        new UnitStrip(units(count, values), 0, Scale.diverging(1), Palette.of(Family.VALUES, false), unit -> false)
                .draw(pen, STRIP, 1, Tones.LIGHT);
        return pen.all(Filled.class).stream()
                .filter(filled -> !filled.colour().equals(AXIS))
                .toList();
    }

    @Test
    void fewUnitsAreSquares() {
        assertThat(drawn(5, unit -> 0.5))
                .hasSize(5)
                .allMatch(square -> square.box().height() == STRIP.height());
    }

    @Test
    void manyUnitsAreABarEach() {
        assertThat(drawn(25, unit -> unit % 2 == 0 ? 1 : -1)).hasSize(25).allSatisfy(bar -> {
            assertThat(bar.box().height()).isEqualTo(STRIP.height() / 2);
        });
    }

    /** The mean of +1 and −0.5, before a band from one to the other. */
    @Test
    void moreUnitsShowMeanLeastAndLargest() {
        List<Filled> drawn = drawn(60, unit -> unit % 2 == 0 ? 1 : -0.5);
        double top = drawn.stream().mapToDouble(each -> each.box().y()).min().orElseThrow();
        double bottom =
                drawn.stream().mapToDouble(each -> each.box().bottom()).max().orElseThrow();
        assertThat(drawn).hasSize(3 * 30);
        assertThat(top).isZero();
        assertThat(bottom).isBetween(7.4, 7.6);
        assertThat(drawn.get(2).box().height()).isBetween(1.2, 1.3);
    }

    @Test
    void unitsThatShareABarAreKnown() {
        assertThat(UnitStrip.sharing(7, 30, 60, 1)).isEqualTo(new UnitRange(6, 8));
        assertThat(UnitStrip.sharing(7, 30, 20, 1)).isEqualTo(new UnitRange(7, 8));
        assertThat(UnitStrip.sharing(3, 30, 5, 1)).isEqualTo(new UnitRange(3, 4));
        assertThat(UnitStrip.sharing(7, 30, 60, 2)).isEqualTo(new UnitRange(7, 8));
    }

    @Test
    void whatIsNoNumberFillsItsBar() {
        List<Filled> drawn = drawn(60, unit -> unit == 4 ? Double.NaN : 0);
        assertThat(drawn).hasSize(1);
        assertThat(drawn.getFirst().box().y()).isZero();
    }
}
