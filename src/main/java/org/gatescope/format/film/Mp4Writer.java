package org.gatescope.format.film;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jcodec.common.Codec;
import org.jcodec.common.MuxerTrack;
import org.jcodec.common.VideoCodecMeta;
import org.jcodec.common.VideoEncoder.EncodedFrame;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.io.SeekableByteChannel;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Packet.FrameType;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Size;
import org.jcodec.containers.mp4.muxer.MP4Muxer;
import org.jspecify.annotations.Nullable;

/** H.264 in an MP4 file, as browsers and slides play it. A row or column beyond an even number is cut off. */
final class Mp4Writer implements FilmWriter {
    private static final int HUNDREDTHS = 100;
    /** Where one can seek to. */
    private static final int FRAMES_BETWEEN_WHOLE_ONES = 50;
    /** Bytes that a pixel needs at most. */
    private static final int ROOM = 6;

    private final UnfinishedFile file;
    private final SeekableByteChannel channel;
    private final MP4Muxer muxer;
    private final SharpEncoder encoder = new SharpEncoder();

    @Nullable private MuxerTrack track;

    private int frames;
    private long time;

    Mp4Writer(Path target) throws IOException {
        file = UnfinishedFile.of(target);
        channel = NIOUtils.writableChannel(file.scratch().toFile());
        muxer = MP4Muxer.createMP4MuxerToChannel(channel);
        encoder.setKeyInterval(FRAMES_BETWEEN_WHOLE_ONES);
    }

    @Override
    public void add(BufferedImage frame, int duration) throws IOException {
        Picture picture = VideoColours.of(frame);
        int room = Math.multiplyExact(picture.getWidth() * picture.getHeight(), ROOM);
        EncodedFrame encoded = encoder.encodeFrame(picture, ByteBuffer.allocate(room));
        if (track == null) {
            Size size = new Size(picture.getWidth(), picture.getHeight());
            track = muxer.addVideoTrack(
                    Codec.H264, VideoCodecMeta.createSimpleVideoCodecMeta(size, ColorSpace.YUV420J));
        }
        FrameType type = encoded.isKeyFrame() ? FrameType.KEY : FrameType.INTER;
        track.addFrame(Packet.createPacket(encoded.getData(), time, HUNDREDTHS, duration, frames, type, null));
        frames++;
        time += duration;
    }

    @Override
    public long bytes() throws IOException {
        return channel.position();
    }

    @Override
    public long finish() throws IOException {
        muxer.finish();
        channel.close();
        return file.finish();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        file.drop();
    }
}
