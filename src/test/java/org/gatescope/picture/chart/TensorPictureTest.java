package org.gatescope.picture.chart;

import java.util.List;
import org.gatescope.picture.Golden;
import org.gatescope.picture.Raster;
import org.gatescope.picture.Tones;
import org.gatescope.picture.chart.TensorPicture.Part;
import org.junit.jupiter.api.Test;

/** Where the names of a tensor's parts stand. */
class TensorPictureTest {
    private static final List<Part> BANDS = List.of(new Part("Wx.i", 0, 2, 0, 3), new Part("Wx.f", 2, 2, 0, 3));

    private static TensorPicture of(double width, double height, List<Part> parts) {
        return new TensorPicture(
                Raster.of(3, 4, (x, y) -> 0xFF000000 + x + y), 4, 3, parts, 1, Tones.LIGHT, width, height);
    }

    @Test
    void namesBesideWhereThereIsRoomForThem() {
        Golden.check("tensor-beside", of(300, 100, BANDS));
    }

    @Test
    void namesOnPlatesWithinTheirParts() {
        Golden.check("tensor-within", of(84, 112, BANDS));
    }

    /** A long name is shortened, and a low part goes without. */
    @Test
    void noRoom() {
        List<Part> parts =
                List.of(new Part("a name as long as a path in a file", 0, 3, 0, 2), new Part("b", 3, 1, 0, 3));
        Golden.check("tensor-narrow", of(60, 40, parts));
    }
}
