package org.gatescope.picture;

/**
 * Colours by index: {@value #SIZE} along the map, with {@value #ZERO} exactly its middle, then those of what is not a
 * finite number. A palette never changes.
 */
public final class Palette {
    public static final int SIZE = 257;
    /** The middle: the neutral colour of a diverging map. */
    public static final int ZERO = SIZE / 2;

    public static final int NAN = SIZE;
    public static final int POSITIVE_INFINITY = SIZE + 1;
    public static final int NEGATIVE_INFINITY = SIZE + 2;

    private static final int OPAQUE = 0xff000000;

    private final int[] argb;

    private Palette(int[] argb) {
        this.argb = argb;
    }

    /**
     * The 256 colours of a map.
     *
     * @param dark for a dark background
     */
    public static Palette of(ColourMap map, boolean dark) {
        return of(map, Ground.of(dark));
    }

    /** The 256 colours of a map on a ground. */
    public static Palette of(ColourMap map, Ground ground) {
        int[] anchors = PaletteTable.anchors(map, ground);
        int[] argb = new int[SIZE + 3];
        for (int i = 0; i < SIZE; i++) {
            argb[i] = OPAQUE | mixed(anchors, i);
        }
        boolean hasHues = ground != Ground.PRINT;
        argb[NAN] = 0xffff00a8;
        argb[POSITIVE_INFINITY] = hasHues ? 0xffffe100 : 0xff000000;
        argb[NEGATIVE_INFINITY] = hasHues ? 0xff00d7ff : 0xffffffff;
        return new Palette(argb);
    }

    /**
     * The 256 colours that a family of quantities has unless the user chooses others.
     *
     * @param dark for a dark background
     */
    public static Palette of(Family family, boolean dark) {
        return of(family.map(), dark);
    }

    /** The 256 colours that a family of quantities has on a ground unless the user chooses others. */
    public static Palette of(Family family, Ground ground) {
        return of(family.map(), ground);
    }

    /** The same colours from high to low. */
    public Palette flipped() {
        int[] turned = argb.clone();
        for (int i = 0; i < SIZE; i++) {
            turned[i] = argb[SIZE - 1 - i];
        }
        return new Palette(turned);
    }

    /** The opaque colour at an index as {@link Scale#index} gives it. */
    public int argb(int index) {
        return argb[index];
    }

    /** The colour at an index between two anchors, without alpha. Index steps over anchors - 1 are exact in integers. */
    private static int mixed(int[] anchors, int index) {
        int way = index * (anchors.length - 1);
        int left = way / (SIZE - 1);
        int share = way % (SIZE - 1);
        if (share == 0) {
            return anchors[left];
        }
        int colour = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int low = anchors[left] >> shift & 0xff;
            int high = anchors[left + 1] >> shift & 0xff;
            colour |= Math.round(low + (high - low) * (float) share / (SIZE - 1)) << shift;
        }
        return colour;
    }
}
