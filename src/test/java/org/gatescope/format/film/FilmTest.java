package org.gatescope.format.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.gatescope.format.FormatException;
import org.jcodec.api.FrameGrab;
import org.jcodec.common.DemuxerTrack;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.io.SeekableByteChannel;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Picture;
import org.jcodec.containers.mp4.demuxer.MP4Demuxer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is put into films comes out again when others read them. */
class FilmTest {
    private static final Color PAPER = new Color(0xf6, 0xf8, 0xfa);
    private static final Timing TIMING = new Timing(3, 50);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    /** A bar that grows upon what stays the same. */
    private static BufferedImage frame(int number) {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        Graphics graphics = image.getGraphics();
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, 64, 48);
        for (int x = 0; x < 64; x++) {
            graphics.setColor(new Color(4 * x, 255 - 4 * x, 128));
            graphics.fillRect(x, 0, 1, 8);
        }
        graphics.setColor(new Color(0x13, 0x6b, 0xcd));
        graphics.fillRect(0, 16, 10 * number, 16);
        graphics.dispose();
        return image;
    }

    private Path written(FilmKind kind, List<BufferedImage> frames) throws Exception {
        Path file = folder.resolve("film" + kind.ending());
        try (FilmWriter writer = kind.open(file)) {
            for (int i = 0; i < frames.size(); i++) {
                writer.add(frames.get(i), TIMING.duration(i, frames.size()));
            }
            assertThat(writer.finish()).isPositive();
        }
        return file;
    }

    private static List<BufferedImage> frames(int... numbers) {
        return IntStream.of(numbers).mapToObj(FilmTest::frame).toList();
    }

    @Test
    void aGifHasEachFrameAndItsTime() throws Exception {
        List<BufferedImage> frames = frames(1, 2, 2, 6, 0);
        try (ImageInputStream in =
                ImageIO.createImageInputStream(written(FilmKind.GIF, frames).toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(in);
            BufferedImage screen = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
            List<Integer> delays = new ArrayList<>();
            for (int i = 0; i < frames.size(); i++) {
                IIOMetadataNode tree =
                        (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                screen.getGraphics()
                        .drawImage(
                                reader.read(i),
                                number(tree, "ImageDescriptor", "imageLeftPosition"),
                                number(tree, "ImageDescriptor", "imageTopPosition"),
                                null);
                delays.add(number(tree, "GraphicControlExtension", "delayTime"));
                assertThat(difference(screen, frames.get(i))).isZero();
            }
            assertThat(reader.getNumImages(true)).isEqualTo(frames.size());
            assertThat(delays).containsExactly(33, 34, 33, 33, 84);
        }
    }

    private static int number(IIOMetadataNode tree, String node, String attribute) {
        IIOMetadataNode found =
                (IIOMetadataNode) tree.getElementsByTagName(node).item(0);
        return Integer.parseInt(found.getAttribute(attribute));
    }

    /** More colours than a GIF can have: areas keep theirs, the others lose little. */
    @Test
    void ofManyColoursThoseOfAreasAreExact() {
        BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 200; x++) {
                image.setRGB(x, y, y < 100 ? PAPER.getRGB() : x << 16 | y << 8 | (x + y) / 2);
            }
        }
        BufferedImage indexed = FewColours.indexed(image);
        assertThat(indexed.getRGB(17, 99)).isEqualTo(PAPER.getRGB());
        assertThat(difference(indexed, image)).isLessThan(6);
    }

    @Test
    void anMp4IsReadByItsDecoderWithTheColoursItSays() throws Exception {
        List<BufferedImage> frames = frames(1, 2, 2, 6);
        Path file = written(FilmKind.MP4, frames);
        try (SeekableByteChannel channel = NIOUtils.readableChannel(file.toFile())) {
            DemuxerTrack track = MP4Demuxer.createMP4Demuxer(channel).getVideoTrack();
            List<Long> durations = new ArrayList<>();
            for (Packet packet = track.nextFrame(); packet != null; packet = track.nextFrame()) {
                durations.add(packet.getDuration());
            }
            assertThat(durations).containsExactly(33L, 34L, 33L, 83L);
        }
        try (SeekableByteChannel channel = NIOUtils.readableChannel(file.toFile())) {
            FrameGrab grab = FrameGrab.createFrameGrab(channel);
            for (BufferedImage frame : frames) {
                Picture meant = VideoColours.of(frame);
                Picture read = grab.getNativeFrame();
                for (int plane = 0; plane < 3; plane++) {
                    assertThat(difference(read.getPlaneData(plane), meant.getPlaneData(plane), read.getPlaneWidth(0)))
                            .isLessThan(2);
                }
            }
        }
    }

    /** BT.709-6, item 3.5: white is 235 and 128, black 16, and blue has 240 of its difference. */
    @Test
    void videoColours() {
        BufferedImage image = new BufferedImage(6, 2, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 4; x++) {
            for (int y = 0; y < 2; y++) {
                image.setRGB(x, y, x < 2 ? 0xffffff : 0);
                image.setRGB(4 + x % 2, y, 0x0000ff);
            }
        }
        Picture picture = VideoColours.of(image);
        assertThat(picture.getPlaneData(0)).startsWith(235 - 128, 235 - 128, 16 - 128, 16 - 128, 32 - 128, 32 - 128);
        assertThat(picture.getPlaneData(1)).containsExactly(0, 0, 240 - 128);
        assertThat(picture.getPlaneData(2)).containsExactly(0, 0, 118 - 128);
    }

    @Test
    void picturesAreNumbered() throws Exception {
        List<BufferedImage> frames = frames(3, 4);
        written(FilmKind.PNG, frames);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("film-00001.png", "film-00002.png");
        }
        BufferedImage second = ImageIO.read(folder.resolve("film-00002.png").toFile());
        assertThat(difference(second, frames.get(1))).isZero();
        assertThatExceptionOfType(FormatException.class).isThrownBy(() -> written(FilmKind.PNG, frames));
        assertThat(folder.resolve("film-00002.png")).exists();
    }

    /** An end before the end, as when it is cancelled. */
    @ParameterizedTest
    @EnumSource
    void nothingIsLeftOfWhatIsNotFinished(FilmKind kind) throws Exception {
        Path file = folder.resolve("film" + kind.ending());
        Files.writeString(file, "before");
        try (FilmWriter writer = kind.open(file)) {
            writer.add(frame(1), 10);
        }
        assertThat(file).hasContent("before");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private static double difference(BufferedImage one, BufferedImage other) {
        double sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                int difference = 0;
                for (int shift = 0; shift < 24; shift += 8) {
                    difference += Math.abs((one.getRGB(x, y) >> shift & 0xff) - (other.getRGB(x, y) >> shift & 0xff));
                }
                sum += difference / 3.0;
            }
        }
        return sum / one.getWidth() / one.getHeight();
    }

    /** Mean, without what was put around them. */
    private static double difference(byte[] one, byte[] other, int width) {
        assertThat(width).isEqualTo(64);
        double sum = 0;
        for (int i = 0; i < other.length; i++) {
            sum += Math.abs(one[i] - other[i]);
        }
        return sum / other.length;
    }
}
