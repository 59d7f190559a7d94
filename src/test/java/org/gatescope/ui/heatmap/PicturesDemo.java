package org.gatescope.ui.heatmap;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import org.gatescope.ui.paint.Family;
import org.gatescope.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** Draws pictures to look at into the folder that {@code -Dpictures=} names. */
@EnabledIfSystemProperty(named = "pictures", matches = ".+")
@ExtendWith(ApplicationExtension.class)
class PicturesDemo {
    private static final List<String> TOKENS = List.of("you", "have", "a", "pen", "and", "an", "apple");

    @Test
    void lstm() throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            for (int width : new int[] {500, 866, 1300}) {
                save("lstm-" + width + (dark ? "-dark" : "-light"), width, 900, dark, () -> {
                    Gallery gallery = new Gallery(7).lstm(7, 6, 7, 3).at(3, 131, "op 131 of 214 · ∂f at t = 3");
                    gallery.ruler.tokensProperty().set(TOKENS);
                    gallery.lanes.selectedProperty().set(new Square("dc", 3, 2));
                    return gallery;
                });
            }
        }
    }

    @Test
    void halfComputedForward() throws Exception {
        save("forward", 866, 860, false, () -> {
            Gallery gallery = new Gallery(7).lstm(7, 6, 4, 7).at(3, 60, "op 60 of 214 · o at t = 3");
            gallery.transport.playingProperty().set(true);
            gallery.lanes.looks().put("c", LaneLook.of(Family.VALUES).withFolded(true));
            gallery.lanes.setLanes(List.of());
            return gallery.lstm(7, 6, 4, 7);
        });
    }

    @Test
    void sizes() throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            String mode = dark ? "-dark" : "-light";
            save(
                    "one" + mode,
                    866,
                    700,
                    dark,
                    () -> new Gallery(1).lstm(1, 1, 1, 0).at(0, 1, "op 1 of 214"));
            save(
                    "t200" + mode,
                    866,
                    900,
                    dark,
                    () -> new Gallery(200).lstm(200, 64, 200, 120).at(120, 150, "op 150"));
            save(
                    "t2000" + mode,
                    866,
                    700,
                    dark,
                    () -> new Gallery(2000).lstm(2000, 3, 2000, 800).at(820, 150, "op"));
            save("t2000-fit" + mode, 866, 700, dark, () -> {
                Gallery gallery = new Gallery(2000).lstm(2000, 3, 2000, 800).at(820, 150, "op 150 of 214");
                gallery.axis.set(gallery.axis.get().withWidth(760).fitAll());
                return gallery;
            });
        }
    }

    @Test
    void notFinite() throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            save("special" + (dark ? "-dark" : "-light"), 866, 400, dark, () -> {
                double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, 1e-300, 1e300, -2e-5
                };
                Gallery gallery = new Gallery(12).at(3, 10, "");
                gallery.lanes.setLanes(List.of(
                        Numbers.of(12, 4, (t, u) -> odd[(t + u) % 7]).lane("c", Family.VALUES),
                        Numbers.of(12, 4, (t, u) -> 0).lane("h", Family.VALUES),
                        Numbers.of(12, 4, (t, u) -> odd[(t + u) % 7]).lane("y", Family.GRADIENTS)));
                gallery.lanes.looks().put("y", LaneLook.of(Family.GRADIENTS).withLogarithmic(true));
                gallery.lanes.setOrder(List.of());
                return gallery;
            });
        }
    }

    private interface Making {
        Gallery make();
    }

    private static void save(String name, int width, int height, boolean dark, Making making) throws Exception {
        CompletableFuture<WritableImage> picture = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                (dark ? Theme.DARK : Theme.LIGHT).apply();
                Gallery gallery = making.make();
                Scene scene =
                        new Scene(dark ? gallery.dark() : gallery, width, height, dark ? Color.BLACK : Color.WHITE);
                gallery.applyCss();
                gallery.layout();
                gallery.layout();
                scene.snapshot(null);
                picture.complete(scene.snapshot(null));
            } catch (RuntimeException e) {
                picture.completeExceptionally(e);
            }
        });
        WritableImage image = picture.get(20, TimeUnit.SECONDS);
        Path file = Path.of(System.getProperty("pictures"), name + ".png");
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
    }
}
