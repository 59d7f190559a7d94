package org.gatescope.ui.heatmap;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class RedrawTimeTest {
    /** Milliseconds for twelve lanes; a hundred times what it takes on an idle machine, so that only a blunder fails. */
    private static final double LIMIT = 200;

    @Test
    void drawing() throws Exception {
        CompletableFuture<double[]> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            Gallery gallery = new Gallery(200).lstm(200, 64, 200, 0);
            new Scene(gallery, 866, 2000);
            gallery.applyCss();
            gallery.layout();
            double[] times = new double[40];
            for (int i = 0; i < times.length; i++) {
                long start = System.nanoTime();
                for (String id : gallery.lanes.order()) {
                    gallery.lanes.view(id).setAxis(gallery.axis.get());
                    gallery.lanes.view(id).paint();
                }
                times[i] = (System.nanoTime() - start) / 1e6;
            }
            System.out.println(
                    "paint calls of 8 " + Arrays.stream(times).sorted().skip(20).findFirst());
            gallery.getScene().snapshot(null);
            for (int i = 0; i < times.length; i++) {
                for (String id : gallery.lanes.order()) {
                    gallery.lanes.view(id).setAxis(gallery.axis.get());
                    gallery.lanes.view(id).paint();
                }
                long start = System.nanoTime();
                gallery.getScene().snapshot(null);
                times[i] = (System.nanoTime() - start) / 1e6;
            }
            System.out.println(
                    "snapshot of 8 " + Arrays.stream(times).sorted().skip(20).findFirst());
            for (int i = 0; i < times.length; i++) {
                long start = System.nanoTime();
                gallery.getScene().snapshot(null);
                times[i] = (System.nanoTime() - start) / 1e6;
            }
            System.out.println("snapshot without painting "
                    + Arrays.stream(times).sorted().skip(20).findFirst());
            result.complete(times);
        });
        result.get(60, TimeUnit.SECONDS);
    }
}
