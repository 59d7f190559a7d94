package org.gatescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class FilmCommandTest {
    private final StringWriter err = new StringWriter();
    private final CommandLine gatescope =
            Gatescope.commandLine().setOut(new PrintWriter(new StringWriter())).setErr(new PrintWriter(err));

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private int run(String command, String out, String options) {
        return gatescope.execute(Stream.concat(
                        Stream.of(command, "--out", folder.resolve(out).toString()), Stream.of(options.split(" ")))
                .toArray(String[]::new));
    }

    /** What scroll panes hold moves on as well. */
    @Test
    void eachFrameIsWhatTheWindowShowsThere() throws IOException {
        String window = "--example small-sequence --size 700x500 --fps 5 --only lanes ";
        assertThat(run("film", "film.png", window + "--from 2 --to forward:1 --each step"))
                .isZero();
        assertThat(err.toString().strip()).matches("3 frames, 1\\.6 s, 0\\.\\d+ MB");
        String[] positions = {"2", "forward:0", "forward:1"};
        for (int i = 0; i < positions.length; i++) {
            run("render", "still.png", window.replace("--fps 5 ", "") + "--at " + positions[i]);
            assertThat(Arrays.mismatch(pixels("film-0000" + (i + 1) + ".png"), pixels("still.png")))
                    .as(positions[i])
                    .isEqualTo(-1);
        }
    }

    private int[] pixels(String file) throws IOException {
        BufferedImage image = ImageIO.read(folder.resolve(file).toFile());
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            film.avi | --fps 4                          | ends with none of .gif, .mp4 and .png
            film.gif | --fps 0                          | --fps 0 is out of range; it must be 1 to 50.
            film.gif | --hold NaN                       | it must be 0 to 60.
            film.gif | --from end --to start            | would begin at end, which comes after its end at start
            film.gif | --each epoch                     | “epoch” is none of operation, step and part.
            film.gif | --task echo --steps 5000         | more than 20,000 frames
            film.gif | --to forward:99                  | There is no time step 99
            no/f.gif | --to 3                           | there is no folder
            """)
    void refusals(String out, String options, String sentence) {
        assertThat(run("film", out, options)).isEqualTo(2);
        assertThat(err.toString()).contains(sentence).hasLineCount(1);
    }
}
