package org.gatescope.format.film;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * At most 256 of a picture's colours, chosen one by one: the next is the one that is the most wrong without it, by the square
 * of its distance to the nearest one chosen, for all its pixels. So areas keep their colour from frame to frame, and what is
 * small and unlike all else is not lost.
 */
final class FewColours {
    private static final int MOST = 256;

    private final List<Colour> colours;
    private int count;

    /** A colour, how many pixels have it, and the chosen one that is nearest to it. */
    private static final class Colour {
        private final int rgb;
        private int pixels;
        private int nearest;
        private long distance = Long.MAX_VALUE;

        Colour(int rgb) {
            this.rgb = rgb;
        }

        double wrongness() {
            return (double) pixels * distance;
        }

        long distance(int other) {
            long red = (rgb >> 16 & 0xff) - (other >> 16 & 0xff);
            long green = (rgb >> 8 & 0xff) - (other >> 8 & 0xff);
            long blue = (rgb & 0xff) - (other & 0xff);
            return red * red + green * green + blue * blue;
        }
    }

    private FewColours(List<Colour> colours) {
        this.colours = colours;
    }

    /** The same picture in its palette. */
    static BufferedImage indexed(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        Map<Integer, Colour> byValue = new HashMap<>();
        for (int pixel : pixels) {
            byValue.computeIfAbsent(pixel & 0xffffff, Colour::new).pixels++;
        }
        IndexColorModel model = new FewColours(new ArrayList<>(byValue.values())).chosen();
        BufferedImage indexed = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = Objects.requireNonNull(byValue.get(pixels[y * width + x] & 0xffffff)).nearest;
            }
            indexed.getRaster().setPixels(0, y, width, 1, row);
        }
        return indexed;
    }

    private IndexColorModel chosen() {
        int[] chosen = new int[MOST];
        for (Colour next = worst(); next.distance > 0 && count < MOST; next = worst()) {
            chosen[count] = next.rgb;
            for (Colour colour : colours) {
                long distance = colour.distance(next.rgb);
                if (distance < colour.distance) {
                    colour.distance = distance;
                    colour.nearest = count;
                }
            }
            count++;
        }
        return new IndexColorModel(Byte.SIZE, count, Arrays.copyOf(chosen, count), 0, false, -1, 0);
    }

    private Colour worst() {
        Colour worst = colours.getFirst();
        for (Colour colour : colours) {
            worst = colour.wrongness() > worst.wrongness() ? colour : worst;
        }
        return worst;
    }
}
