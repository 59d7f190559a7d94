package org.gatescope.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.gatescope.engine.training.Curve.Point;
import org.junit.jupiter.api.Test;

class CurveTest {
    private final Curve.Drawing drawing = new Curve.Drawing(8);

    private void add(int epoch, double loss) {
        drawing.add(new Snapshot(epoch, Map.of(), Map.of(), 0, loss, 2 * loss, Map.of(), Map.of(), Optional.empty()));
    }

    @Test
    void asLongAsThereIsRoomEveryEpochIsAPoint() {
        for (int epoch = 1; epoch <= 8; epoch++) {
            add(epoch, epoch);
        }
        assertThat(drawing.curve().stride()).isEqualTo(1);
        assertThat(drawing.curve().points()).extracting(Point::epoch).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(drawing.curve().points().getLast().norm()).isEqualTo(16);
    }

    @Test
    void thinnedItStaysBoundedAndKeepsTheLargest() {
        for (int epoch = 1; epoch <= 1000; epoch++) {
            add(epoch, epoch == 501 ? 1e6 : 1.0 / epoch);
            assertThat(drawing.curve().points()).hasSizeLessThanOrEqualTo(8);
        }
        assertThat(drawing.curve().points()).extracting(Point::loss).contains(1e6);
        assertThat(drawing.curve().points()).extracting(Point::epoch).isSorted();
        assertThat(drawing.curve().stride()).isGreaterThanOrEqualTo(1000 / 8);
    }

    @Test
    void aNaNIsLargerThanAll() {
        for (int epoch = 1; epoch <= 100; epoch++) {
            add(epoch, epoch == 50 ? Double.NaN : 1);
        }
        assertThat(drawing.curve().points()).extracting(Point::loss).contains(Double.NaN);
    }
}
