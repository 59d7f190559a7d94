package org.gatescope.picture.sheet;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.picture.Box;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;

/**
 * Pictures side by side, in the middle of the row's height or at its upper edge.
 *
 * @param gap between two of them, in points
 */
public record PictureRow(List<Picture> pictures, double gap, boolean isCentred) implements Picture {
    public PictureRow {
        pictures = List.copyOf(pictures);
    }

    /** In as many rows as it takes. @param room how wide a row may be, in points */
    public static List<PictureRow> rows(List<? extends Picture> pictures, double gap, double room) {
        List<PictureRow> rows = new ArrayList<>();
        List<Picture> row = new ArrayList<>();
        for (Picture picture : pictures) {
            double width = row.stream().mapToDouble(one -> one.width() + gap).sum();
            if (!row.isEmpty() && width + picture.width() > room) {
                rows.add(new PictureRow(row, gap, true));
                row.clear();
            }
            row.add(picture);
        }
        if (!row.isEmpty()) {
            rows.add(new PictureRow(row, gap, true));
        }
        return rows;
    }

    @Override
    public double width() {
        return pictures.stream().mapToDouble(Picture::width).sum() + gap * Math.max(0, pictures.size() - 1);
    }

    @Override
    public double height() {
        return pictures.stream().mapToDouble(Picture::height).max().orElse(0);
    }

    @Override
    public void draw(Pen pen) {
        double x = 0;
        for (Picture picture : pictures) {
            double y = isCentred ? (height() - picture.height()) / 2 : 0;
            pen.part(new Box(x, y, picture.width() + 1, picture.height() + 1), 1, picture::draw);
            x += picture.width() + gap;
        }
    }
}
