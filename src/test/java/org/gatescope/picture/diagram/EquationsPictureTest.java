package org.gatescope.picture.diagram;

import java.util.List;
import org.gatescope.cell.PlayedLine;
import org.gatescope.lesson.Example;
import org.gatescope.picture.EvenMeasure;
import org.gatescope.picture.Golden;
import org.gatescope.picture.Tones;
import org.gatescope.session.PartLines;
import org.gatescope.session.Phase;
import org.junit.jupiter.api.Test;

/** The lines of a part below one another. */
class EquationsPictureTest {
    @Test
    void linesOfACell() {
        List<PlayedLine> lines = PartLines.of(Example.SMALL_SEQUENCE.session(), Phase.BACKWARD, "0.forward");
        Golden.check("equations", EquationsPicture.of("forward", lines, new EvenMeasure(), Tones.LIGHT));
    }

    @Test
    void noLines() {
        Golden.check("equations-none", EquationsPicture.of("forward", List.of(), new EvenMeasure(), Tones.LIGHT));
    }
}
