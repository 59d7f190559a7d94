package org.gatescope.format.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.canvas.Canvas;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.ColourMap;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Mosaic;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Raster;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Typeface;
import org.gatescope.ui.paint.CanvasPen;
import org.gatescope.ui.paint.ScreenMeasure;
import org.gatescope.ui.paint.TextContours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What is drawn with SVG and PDF, drawn again by other programs' means, looks as it does on the screen. */
class FigurePensTest {
    private static final Rgb BLUE = Rgb.of(0x2060c0);
    private static final Rgb RED = Rgb.of(0xc03020);

    /** What is drawn, 200 × 120 pixels. */
    private record Case(String name, Consumer<Pen> drawing) implements Picture {
        @Override
        public double width() {
            return 200;
        }

        @Override
        public double height() {
            return 120;
        }

        @Override
        public void draw(Pen pen) {
            pen.fill(new Box(0, 0, 200, 120), Rgb.WHITE);
            drawing.accept(pen);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        for (Typeface face : Typeface.values()) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(face.font()));
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
        }
    }

    static Stream<Case> cases() {
        Mosaic mosaic = new Mosaic(
                Raster.of(3, 2, (x, y) -> new Rgb(BLUE.argb() + 0x2000 * x + 40 * y).argb()),
                new int[] {10, 60, 90},
                new int[] {50, 90, 150},
                new int[] {0, 30, 100});
        return Stream.of(
                new Case("areas", pen -> {
                    pen.fill(new Box(10, 10, 60, 40), BLUE);
                    pen.fill(new Box(40, 30, 60, 40), new Rgb(0x80c03020));
                    pen.round(new Box(110, 10, 80, 40), 12, RED);
                    pen.polygon(BLUE, 20, 110, 80, 80, 60, 115);
                    pen.polygon(BLUE);
                }),
                new Case("lines", pen -> {
                    pen.frame(new Box(10, 10, 60, 40), BLUE);
                    pen.dashedFrame(new Box(80, 10, 60, 40), RED, 3, 6, 4);
                    pen.roundFrame(new Box(150, 10, 40, 40), 10, BLUE, 4);
                    pen.line(10.5, 60.5, 150.5, 60.5, RED);
                    pen.path(BLUE, 5, 10, 80, 60, 110, 110, 70);
                    pen.path(BLUE, 5, 10, 80);
                    pen.path(BLUE, 5);
                    pen.hatch(new Box(130, 70, 60, 40), RED);
                }),
                new Case(
                        "squares",
                        pen -> pen.raster(
                                new Box(10, 10, 180, 100), Raster.of(6, 5, (x, y) -> x == y ? 0 : colour(x, y)))),
                new Case(
                        "many squares",
                        pen -> pen.raster(
                                new Box(10, 10, 180, 100),
                                Raster.of(90, 50, (x, y) -> x == y ? 0 : colour(x / 9, y / 9)))),
                new Case(
                        "palette",
                        pen -> pen.raster(
                                new Box(10, 10, 180, 30), Raster.of(Palette.of(ColourMap.values()[0], false)))),
                new Case("mosaic", pen -> {
                    pen.mosaic(mosaic, 0, 3);
                    pen.part(new Box(20, 10, 100, 60), 0.5, inner -> inner.mosaic(mosaic, 1, 3));
                }),
                new Case("nothing", pen -> {
                    pen.raster(new Box(10, 10, 180, 100), Raster.of(0, 0, (x, y) -> 0));
                    pen.mosaic(mosaic, 2, 2);
                    pen.text(10, 10, " ", letters(Typeface.TEXT, Anchor.LEFT));
                }),
                new Case("parts", pen -> {
                    pen.part(new Box(20, 10, 100, 60), 2, inner -> {
                        inner.fill(new Box(-5, -5, 30, 20), BLUE);
                        inner.part(new Box(10, 10, 20, 20), 1, inmost -> inmost.fill(new Box(0, 0, 99, 5), RED));
                    });
                    pen.fill(new Box(150, 80, 30, 30), BLUE);
                }),
                new Case("texts", pen -> {
                    pen.text(10, 30, "Gate 0.5 < 1 & \"more\"", letters(Typeface.TEXT, Anchor.LEFT));
                    pen.text(190, 55, "bold −12.25", letters(Typeface.BOLD, Anchor.RIGHT));
                    pen.text(100, 80, "σ(W x + b)′", letters(Typeface.MATH, Anchor.CENTRE));
                    pen.text(10, 105, "italic α", letters(Typeface.ITALIC, Anchor.LEFT));
                    pen.text(190, 105, "c\u0303 + x₁ ✓", letters(Typeface.CODE, Anchor.RIGHT));
                }));
    }

    private static int colour(int x, int y) {
        return Rgb.of(0x100000 * (x % 16) + 0x1000 * (y % 16) + 0x40).argb();
    }

    private static Lettering letters(Typeface face, Anchor anchor) {
        return new Lettering(face, 18, Rgb.BLACK, anchor);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void svgLooksAsTheScreenDoes(Case drawn) throws Exception {
        for (FigureTexts texts : FigureTexts.values()) {
            alike(drawn, svg(drawn, texts), "svg-" + texts);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void pdfLooksAsTheScreenDoes(Case drawn) throws Exception {
        for (FigureTexts texts : FigureTexts.values()) {
            alike(drawn, pdf(drawn, texts), "pdf-" + texts);
        }
    }

    private static void alike(Case drawn, BufferedImage image, String as) throws Exception {
        BufferedImage screen = onWindow(() -> screen(drawn));
        double most = 0;
        double sum = 0;
        for (int y = 0; y < 120; y++) {
            for (int x = 0; x < 200; x++) {
                double off = Math.abs(around(screen, x, y) - around(image, x, y));
                most = Math.max(most, off);
                sum += off;
            }
        }
        if (Boolean.getBoolean("figures.keep") || most > 90 || sum / 24000 > 4) {
            ImageIO.write(image, "png", new File("target/figure-" + drawn + "-" + as + ".png"));
            ImageIO.write(screen, "png", new File("target/figure-" + drawn + "-screen.png"));
        }
        assertThat(most).as(as).isLessThan(90);
        assertThat(sum / 24000).as(as).isLessThan(4.0);
    }

    /** Mean brightness of a pixel and those around it: edges are smoothed in different ways. */
    private static double around(BufferedImage image, int x, int y) {
        double sum = 0;
        int count = 0;
        for (int j = Math.max(0, y - 2); j <= Math.min(119, y + 2); j++) {
            for (int i = Math.max(0, x - 2); i <= Math.min(199, x + 2); i++) {
                Color colour = new Color(image.getRGB(i, j));
                sum += (colour.getRed() + colour.getGreen() + colour.getBlue()) / 3.0;
                count++;
            }
        }
        return sum / count;
    }

    private static BufferedImage screen(Picture drawn) {
        Canvas canvas = new Canvas();
        new CanvasPen(canvas).show(drawn, 1);
        return SwingFXUtils.fromFXImage(new Group(canvas).snapshot(null, null), null);
    }

    private static BufferedImage svg(Picture drawn, FigureTexts texts) throws Exception {
        // It knows no fonts of a file; those of the machine it does.
        String text = text(drawn, texts).replaceAll("(?s)<style>.*</style>", "");
        SVGDocument document = new SVGLoader()
                .load(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        null,
                        LoaderContext.createDefault());
        BufferedImage image = new BufferedImage(200, 120, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        document.render(null, graphics, new ViewBox(0, 0, 200, 120));
        graphics.dispose();
        return image;
    }

    private static String text(Picture drawn, FigureTexts texts) throws Exception {
        return onWindow(() -> SvgPen.write(
                drawn, "A <figure>", new FigureWidth.Pixels(), new ScreenMeasure(), new TextContours(), texts));
    }

    private static BufferedImage pdf(Picture drawn, FigureTexts texts) throws Exception {
        try (PDDocument document = Loader.loadPDF(file(drawn, texts))) {
            return new PDFRenderer(document).renderImageWithDPI(0, 96);
        }
    }

    private static byte[] file(Picture drawn, FigureTexts texts) throws Exception {
        return onWindow(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PdfPen.write(
                    out, drawn, "A figure", new FigureWidth.Pixels(), new ScreenMeasure(), new TextContours(), texts);
            return out.toByteArray();
        });
    }

    @Test
    void twoFiguresOfAPageShareNoNames() throws Exception {
        Pattern name = Pattern.compile("\\bid=\"([^\"]+)\"");
        Pattern reference = Pattern.compile("(?:href=\"|url\\()#([^\")]+)");
        Set<String> others = new HashSet<>();
        for (Case drawn : cases().filter(
                        each -> List.of("parts", "texts", "mosaic").contains(each.name()))
                .toList()) {
            String file = text(drawn, FigureTexts.OUTLINES);
            Set<String> names = found(name, file);
            assertThat(others).as(drawn.name()).doesNotContainAnyElementsOf(names);
            assertThat(found(reference, file)).isEqualTo(names);
            assertThat(text(drawn, FigureTexts.OUTLINES)).isEqualTo(file);
            others.addAll(names);
        }
    }

    private static Set<String> found(Pattern pattern, String file) {
        return pattern.matcher(file).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static Case texts() {
        return cases().filter(drawn -> drawn.name().equals("texts")).findFirst().orElseThrow();
    }

    @Test
    void textsOfAPdfCanBeCopied() throws Exception {
        try (PDDocument document = Loader.loadPDF(file(texts(), FigureTexts.FONTS))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Gate 0.5 < 1 & \"more\"", "bold −12.25", "σ(W x + b)′", "italic α");
        }
        try (PDDocument document = Loader.loadPDF(file(texts(), FigureTexts.OUTLINES))) {
            assertThat(new PDFTextStripper().getText(document)).isBlank();
        }
    }

    @Test
    void aPageIsAsWideAsWanted() throws Exception {
        byte[] file = onWindow(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PdfPen.write(
                    out,
                    texts(),
                    "A figure",
                    FigureWidth.COLUMN,
                    new ScreenMeasure(),
                    new TextContours(),
                    FigureTexts.FONTS);
            return out.toByteArray();
        });
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getPage(0).getMediaBox().getWidth() / 72 * 25.4).isBetween(84.99, 85.01);
            assertThat(document.getPage(0).getMediaBox().getHeight() / 72 * 25.4)
                    .isBetween(50.99, 51.01);
        }
    }

    private static <T> T onWindow(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get();
    }
}
