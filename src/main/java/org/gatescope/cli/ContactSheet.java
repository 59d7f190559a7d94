package org.gatescope.cli;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Many pictures on one, in rows, each with a line below that says what it is. */
final class ContactSheet {
    private static final int COLUMNS = 3;
    private static final int GAP = 12;
    private static final int LINE = 26;
    private static final Color PAPER = new Color(0xd8dce2);

    private record Tile(BufferedImage picture, String caption) {}

    private final List<Tile> tiles = new ArrayList<>();

    void add(BufferedImage picture, String caption) {
        tiles.add(new Tile(picture, caption));
    }

    boolean isEmpty() {
        return tiles.isEmpty();
    }

    /** As PNG. */
    void write(Path file) throws IOException {
        ImageIO.write(drawn(), "png", file.toFile());
    }

    private BufferedImage drawn() {
        int width =
                tiles.stream().mapToInt(tile -> tile.picture().getWidth()).max().orElse(1);
        int height = tiles.stream()
                .mapToInt(tile -> tile.picture().getHeight())
                .max()
                .orElse(1);
        int columns = Math.min(COLUMNS, tiles.size());
        int rows = Math.ceilDiv(tiles.size(), columns);
        BufferedImage sheet = new BufferedImage(
                GAP + columns * (width + GAP), GAP + rows * (height + LINE + GAP), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 17));
        pen.setColor(PAPER);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        pen.setColor(Color.BLACK);
        for (int i = 0; i < tiles.size(); i++) {
            int left = GAP + i % columns * (width + GAP);
            int top = GAP + i / columns * (height + LINE + GAP);
            pen.drawImage(tiles.get(i).picture(), left, top, null);
            pen.drawString(tiles.get(i).caption(), left, top + height + 19);
        }
        pen.dispose();
        return sheet;
    }
}
