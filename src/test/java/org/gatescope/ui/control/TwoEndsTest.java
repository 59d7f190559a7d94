package org.gatescope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.ui.render.Offscreen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoEndsTest {
    /** The ends are 100 × 20 and 60 × 30. */
    @ParameterizedTest
    @CsvSource({"200, 5, 140, 0, 30", "160, 0, 100, 24, 54"})
    void bothStandInALineWhereThereIsRoom(double width, double nearTop, double farLeft, double farTop, double height)
            throws Exception {
        Region near = sized(100, 20);
        Region far = sized(60, 30);
        TwoEnds line = new TwoEnds(near, far);
        Offscreen.call(() -> {
            VBox root = new VBox(line);
            new Scene(root, width, 300);
            root.applyCss();
            root.layout();
            return true;
        });
        assertThat(near.getLayoutY()).isEqualTo(nearTop);
        assertThat(far.getLayoutX()).isEqualTo(farLeft);
        assertThat(far.getLayoutY()).isEqualTo(farTop);
        assertThat(line.getHeight()).isEqualTo(height);
    }

    private static Region sized(double width, double height) {
        Region region = new Region();
        region.setPrefSize(width, height);
        return region;
    }
}
