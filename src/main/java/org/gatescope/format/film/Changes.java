package org.gatescope.format.film;

import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;

/** What differs between two pictures of the same size. */
final class Changes {
    private Changes() {}

    /** The smallest rectangle outside of which they are the same; empty if they are. */
    static Optional<Rectangle> between(BufferedImage one, BufferedImage other) {
        int width = one.getWidth();
        int[] row = new int[width];
        int[] otherRow = new int[width];
        int left = width;
        int right = -1;
        int top = one.getHeight();
        int bottom = -1;
        for (int y = 0; y < one.getHeight(); y++) {
            one.getRGB(0, y, width, 1, row, 0, width);
            other.getRGB(0, y, width, 1, otherRow, 0, width);
            int first = Arrays.mismatch(row, otherRow);
            if (first >= 0) {
                left = Math.min(left, first);
                right = Math.max(right, last(row, otherRow));
                top = Math.min(top, y);
                bottom = y;
            }
        }
        return bottom < 0
                ? Optional.empty()
                : Optional.of(new Rectangle(left, top, right - left + 1, bottom - top + 1));
    }

    private static int last(int[] row, int[] otherRow) {
        int last = row.length - 1;
        while (row[last] == otherRow[last]) {
            last--;
        }
        return last;
    }

    /** Of its own, whatever becomes of the other. */
    static BufferedImage copy(BufferedImage image) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics graphics = copy.getGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return copy;
    }
}
