package org.gatescope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RenderCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine gatescope =
            Gatescope.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "--example,nonsense,render.example",
        "--size,big,render.size",
        "--size,1440,render.size",
        "--size,-1x5,render.size",
        "--scale,79,render.scale",
        "--scale,301,render.scale",
        "--scale,-100,render.scale",
        "--size,319x900,render.side",
        "--size,900x8193,render.side",
        "--size,99999999999x5,render.size",
        "--theme,blue,render.theme",
        "--at,middle,render.at",
        "--at,-1,render.at",
        "--at,369,render.operations",
        "--at,999999999999999999,render.operations",
        "--at,forward:6,render.step",
        "--at,backward:999999999,render.step",
        "--at,forward:x,render.at",
        "--at,forward:-1,render.at",
        "--at,9999999999999999999,render.at"
    })
    void whatIsNotUnderstoodIsOneSentence(String option, String value, String key) {
        Path file = folder.resolve("no.png");
        assertThat(gatescope.execute("render", option, value, "--out", file.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).is(holding("cli:" + key)).hasLineCount(1);
        assertThat(out.toString()).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void aPictureNeedsAFile() {
        assertThat(gatescope.execute("render")).isEqualTo(2);
        assertThat(err.toString()).contains("--out").hasLineCount(1);
    }

    @Test
    void aFileThatCannotBeWrittenIsOneSentenceThatSaysWhy() throws IOException {
        Path missing = folder.resolve("none/x.png");
        assertThat(gatescope.execute("render", "--size", "400x400", "--out", missing.toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .is(holding("cli:render.no-folder", missing, missing.getParent()))
                .hasLineCount(1);
        err.getBuffer().setLength(0);
        Path aFolder = Files.createDirectory(folder.resolve("folder.png"));
        assertThat(gatescope.execute("render", "--size", "400x400", "--out", aFolder.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).is(holding("cli:render.folder", aFolder)).hasLineCount(1);
    }

    @Test
    void picturesOfTheGivenSizeAreWrittenOneAfterTheOther() throws IOException {
        BufferedImage light = render("light.png", "--size", "1440x900");
        assertThat(light.getWidth()).isEqualTo(1440);
        assertThat(light.getHeight()).isEqualTo(900);
        BufferedImage dark = render("dark.png", "--size", "1100×1200", "--theme", "dark");
        assertThat(dark.getWidth()).isEqualTo(1100);
        assertThat(dark.getHeight()).isEqualTo(1200);
        assertThat(light.getRGB(720, 4)).isEqualTo(0xfff6f8fa);
        assertThat(dark.getRGB(550, 4)).isEqualTo(0xff161b22);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyExampleHasAPicture(Example example) throws IOException {
        assertThat(colours(render("example.png", "--example", example.id(), "--size", "1000x800")))
                .isGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "end", "0", "17", "33", "forward:1", "backward:0", "forward:2"})
    void thePlayheadIsPutWhereItShouldBe(String position) throws IOException {
        BufferedImage picture = render("at.png", "--at", position, "--size", "1000x700");
        BufferedImage again = render("again.png", "--at", position, "--size", "1000x700");
        BufferedImage elsewhere = render("elsewhere.png", "--at", "9", "--size", "1000x700");
        assertThat(same(picture, again)).isTrue();
        assertThat(same(picture, elsewhere)).isFalse();
    }

    @Test
    void anExistingFileIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("x.png"), "no picture");
        render("x.png", "--size", "400x400");
        assertThat(Files.size(file)).isGreaterThan(1000);
    }

    @Test
    void aSavedSessionIsDrawnAsItWasLeft() throws Exception {
        Session session = Example.SMALL_SEQUENCE.session();
        Path file = folder.resolve("mine.gatescope");
        Map<String, String> view = Map.of("panels", "no-tables network no-flow no-why cell room:training");
        SessionFile.write(new SavedSession(session, 5, List.of(), List.of(), view), file);

        BufferedImage left = render("left.png", file.toString());
        BufferedImage end = render("end.png", file.toString(), "--at", "end");
        BufferedImage usual = render("usual.png", "--example", Example.SMALL_SEQUENCE.id(), "--at", "5");

        assertThat(same(left, end)).isFalse();
        assertThat(same(left, usual)).isFalse();
        assertThat(same(left, render("again.png", file.toString()))).isTrue();
    }

    @Test
    void aFileThatIsNoSessionIsOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("no.gatescope"), "no");
        assertThat(gatescope.execute(
                        "render",
                        file.toString(),
                        "--out",
                        folder.resolve("x.png").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("“no.gatescope” cannot be opened").hasLineCount(1);
    }

    private BufferedImage render(String name, String... options) throws IOException {
        Path file = folder.resolve(name);
        String[] line = new String[options.length + 3];
        line[0] = "render";
        System.arraycopy(options, 0, line, 1, options.length);
        line[options.length + 1] = "--out";
        line[options.length + 2] = file.toString();
        assertThat(gatescope.execute(line)).as(err.toString()).isZero();
        return ImageIO.read(file.toFile());
    }

    private static long colours(BufferedImage picture) {
        return java.util.Arrays.stream(pixels(picture)).distinct().count();
    }

    private static boolean same(BufferedImage a, BufferedImage b) {
        return java.util.Arrays.equals(pixels(a), pixels(b));
    }

    private static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    @Test
    void aFileThatIsNoTextIsNoCell() throws IOException {
        Path file = Files.write(folder.resolve("picture.cell"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});
        assertThat(refused(file)).is(holding("cli:render.no-cell")).is(holding("ui.settings:cell.no-text"));
    }

    @Test
    void ofAFileOfAnotherKindNoLineIsShown() throws IOException {
        Path file = Files.writeString(folder.resolve("keys.cell"), "password hunter2 hunter2\n");
        assertThat(refused(file)).is(holding("cli:render.no-cell")).doesNotContain("hunter2 hunter2");
    }

    private String refused(Path cell) {
        String picture = folder.resolve("refused.png").toString();
        assertThat(gatescope.execute("render", "--cell", cell.toString(), "--out", picture))
                .isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1);
        return err.toString();
    }
}
