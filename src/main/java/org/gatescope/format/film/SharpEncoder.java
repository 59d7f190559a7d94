package org.gatescope.format.film;

import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.codecs.h264.encode.RateControl;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.codecs.h264.io.model.VUIParameters;
import org.jcodec.common.model.Size;

/** Spends as many bytes as texts need to stay sharp, and says which colours are meant: those of {@link VideoColours}. */
final class SharpEncoder extends H264Encoder {
    /** From 0, which loses nothing, to 51. At 18 pale greys lose their tint. */
    private static final int QUANTISATION = 12;
    /** ITU-R BT.709 in each of H.264's tables E-3 to E-5. */
    private static final int BT_709 = 1;

    private static final int UNSPECIFIED = 5;

    SharpEncoder() {
        super(new Constant());
    }

    @Override
    public SeqParameterSet initSPS(Size size) {
        SeqParameterSet set = super.initSPS(size);
        VUIParameters colours = new VUIParameters();
        colours.videoSignalTypePresentFlag = true;
        colours.videoFormat = UNSPECIFIED;
        colours.colourDescriptionPresentFlag = true;
        colours.colourPrimaries = BT_709;
        colours.transferCharacteristics = BT_709;
        colours.matrixCoefficients = BT_709;
        set.vuiParams = colours;
        return set;
    }

    /** The same for all frames. */
    private static final class Constant implements RateControl {
        @Override
        public int startPicture(Size size, int room, SliceType type) {
            return QUANTISATION;
        }

        @Override
        public int initialQpDelta() {
            return 0;
        }

        @Override
        public int accept(int bits) {
            return 0;
        }
    }
}
