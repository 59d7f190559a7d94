package org.gatescope.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;

/** The published colour tables, from {@code palettes.properties}. */
final class PaletteTable {
    private static final Properties TABLE = read();

    private PaletteTable() {}

    /** The anchors of a map as RRGGBB, low to high. */
    static int[] anchors(ColourMap map, Ground ground) {
        String text = TABLE.getProperty(name(map, ground) + "." + ground.key());
        return Arrays.stream(text.split(" "))
                .mapToInt(hex -> Integer.parseInt(hex, 16))
                .toArray();
    }

    /** Without hues all maps of a kind are alike. */
    private static String name(ColourMap map, Ground ground) {
        return ground != Ground.PRINT ? map.key() : map.diverging() ? "diverging" : "sequential";
    }

    private static Properties read() {
        Properties table = new Properties();
        try (InputStream in = PaletteTable.class.getResourceAsStream("palettes.properties")) {
            table.load(Objects.requireNonNull(in, "palettes.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
