package org.gatescope.ui.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeImageTest {
    @Test
    void aPictureMayBeLargerThanTheHeadlessScreen(@TempDir Path folder) throws Exception {
        WritableImage image = Offscreen.call(() -> {
            StackPane pane = new StackPane();
            pane.setStyle("-fx-background-color: #8250df");
            return NodeImage.of(pane, 3840, 2160);
        });
        Path file = folder.resolve("large.png");
        NodeImage.write(image, file);
        BufferedImage read = ImageIO.read(file.toFile());
        assertThat(read.getWidth()).isEqualTo(3840);
        assertThat(read.getHeight()).isEqualTo(2160);
        assertThat(read.getRGB(3839, 2159)).isEqualTo(0xff8250df);
    }

    @Test
    void whatADrawingThrowsReachesTheCaller() {
        assertThatThrownBy(() -> Offscreen.call(() -> {
                    throw new IOException("no ink");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("no ink");
    }

    @Test
    void aFolderThatIsMissingIsAnIoException(@TempDir Path folder) throws Exception {
        WritableImage image = Offscreen.call(() -> new WritableImage(2, 2));
        assertThatThrownBy(() -> NodeImage.write(image, folder.resolve("none/x.png")))
                .isInstanceOf(IOException.class);
    }
}
