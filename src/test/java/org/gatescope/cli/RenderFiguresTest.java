package org.gatescope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;

import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gatescope.ui.window.MainWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The window as vectors, drawn again by other programs' means, looks as its picture of pixels does. */
class RenderFiguresTest {
    private static final LoaderContext MANY = LoaderContext.builder()
            .documentLimits(new DocumentLimits(100, 100, 1_000_000))
            .build();

    private final StringWriter err = new StringWriter();
    private final CommandLine gatescope =
            Gatescope.commandLine().setOut(new PrintWriter(new StringWriter())).setErr(new PrintWriter(err));

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--example agreement --at backward:2 --theme dark --room diagnostics",
                "--task hello --at forward:1 --scale 125 --room training",
                "--example vanishing-lstm --units 64 --steps 120 --at end --flow"
            })
    void theWholeWindow(String options) throws IOException {
        BufferedImage screen = ImageIO.read(rendered("x.png", options).toFile());
        assertThat(difference(screen, svg(rendered("x.svg", options), 1000, 700)))
                .isLessThan(1.5);
        try (PDDocument pdf = Loader.loadPDF(rendered("x.pdf", options).toFile())) {
            assertThat(difference(screen, new PDFRenderer(pdf).renderImageWithDPI(0, 96)))
                    .isLessThan(1.5);
        }
    }

    private Path rendered(String name, String options) {
        Path file = folder.resolve(name);
        String[] arguments = Stream.concat(
                        Stream.of("render", "--size", "1000x700", "--out", file.toString()),
                        Arrays.stream(options.split(" ")))
                .toArray(String[]::new);
        assertThat(gatescope.execute(arguments)).as(err.toString()).isZero();
        return file;
    }

    private static BufferedImage svg(Path file, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        new SVGLoader()
                .load(Files.newInputStream(file), null, MANY)
                .render(null, graphics, new ViewBox(0, 0, width, height));
        graphics.dispose();
        return image;
    }

    /** Mean difference of the channels of blocks of 4 × 4 pixels, of 255. */
    private static double difference(BufferedImage one, BufferedImage other) {
        assertThat(other.getWidth()).isEqualTo(one.getWidth());
        assertThat(other.getHeight()).isEqualTo(one.getHeight());
        double sum = 0;
        int blocks = 0;
        for (int y = 0; y + 4 <= one.getHeight(); y += 4) {
            for (int x = 0; x + 4 <= one.getWidth(); x += 4) {
                sum += Math.abs(mean(one, x, y) - mean(other, x, y));
                blocks++;
            }
        }
        return sum / blocks;
    }

    private static double mean(BufferedImage image, int left, int top) {
        double sum = 0;
        for (int y = top; y < top + 4; y++) {
            for (int x = left; x < left + 4; x++) {
                Color colour = new Color(image.getRGB(x, y));
                sum += (colour.getRed() + colour.getGreen() + colour.getBlue()) / 3.0;
            }
        }
        return sum / 16;
    }

    @Test
    void onePaneAlone() throws IOException {
        for (String pane : MainWindow.PANES) {
            Path file = rendered(pane + ".pdf", "--task hello --at backward:3 --flow --width column --only " + pane);
            try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
                assertThat(pdf.getPage(0).getMediaBox().getWidth() / 72 * 25.4)
                        .as(pane)
                        .isBetween(84.99, 85.01);
                assertThat(new PDFTextStripper().getText(pdf)).as(pane).isNotBlank();
            }
        }
    }

    @Test
    void whateverCanBeShownCanBeDrawnAlone() throws IOException {
        String options = "--task hello --epochs 2 --at backward:3 --width column --only ";
        for (String pane : List.of("loss", "jacobian", "table-Wh.h", "lane-d.h'", "statistics")) {
            try (PDDocument pdf =
                    Loader.loadPDF(rendered(pane + ".pdf", options + pane).toFile())) {
                assertThat(new PDFTextStripper().getText(pdf)).as(pane).isNotBlank();
            }
        }
    }

    @Test
    void lanesThatAreNamedStandBelowTheirTimeAxis() throws IOException {
        String options = "--example agreement --texts fonts ";
        String all = Files.readString(rendered("all.svg", options + "--only lanes"));
        String two = Files.readString(rendered("two.svg", options + "--lanes f,c"));
        assertThat(all).contains(">forget gate<", ">input gate<", ">cell state<", ">dog<");
        assertThat(two).contains(">forget gate<", ">cell state<", ">dog<").doesNotContain(">input gate<");
        String both = Files.readString(rendered("both.svg", options + "--only network,lanes"));
        assertThat(both.split(">time<")).as("one time axis").hasSize(2);
    }

    @Test
    void textsAreKeptOrDrawn() throws IOException {
        String fonts = Files.readString(rendered("a.svg", "--only equations --texts fonts"));
        assertThat(fonts).contains("<text ", "@font-face").doesNotContain("<use ");
        String outlines = Files.readString(rendered("b.svg", "--only equations"));
        assertThat(outlines).contains("<use ").doesNotContain("<text ", "@font-face");
    }

    @ParameterizedTest
    @CsvSource({
        "x.gif, , render.ending",
        "x, , render.ending",
        "x.png, --width=column, render.vectors",
        "x.svg, --width=wide, render.width",
        "x.svg, --width=0mm, render.width",
        "x.pdf, --width=5001mm, render.width",
        "x.pdf, --width=85, render.width",
        "x.pdf, --texts=some, render.texts",
        "x.pdf, --only=all, render.fill",
        "x.pdf, --lanes=q, render.fill"
    })
    void whatIsNotUnderstoodIsOneSentence(String name, String option, String key) {
        Path file = folder.resolve(name);
        String[] arguments = Stream.of("render", "--out", file.toString(), option == null ? "--rolled" : option)
                .toArray(String[]::new);
        assertThat(gatescope.execute(arguments)).isEqualTo(2);
        assertThat(err.toString()).is(holding("cli:" + key)).hasLineCount(1);
        assertThat(file).doesNotExist();
    }
}
