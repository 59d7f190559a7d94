package org.gatescope.ui.settings;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** An own cell's name in its text and as a file's. */
final class OwnCellText {
    private static final int LONGEST = 60;
    /** What Windows takes for devices. */
    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul");

    private OwnCellText() {}

    /** The text whose first comment is the name: put in its place, or before everything. */
    static String titled(String text, String name) {
        String title = "# " + name.strip().replaceAll("\\R", " ");
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].strip().startsWith("#")) {
                lines[i] = title;
                return String.join("\n", lines);
            }
        }
        return title + "\n" + text;
    }

    /** Letters and digits of any script; nothing that leads out of the folder or means something to a system. */
    static String fileName(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}_ -]+", "-")
                .replaceAll("\\s+", " ")
                .strip();
        int most = plain.offsetByCodePoints(0, Math.min(LONGEST, plain.codePointCount(0, plain.length())));
        String cut = plain.substring(0, most).strip();
        String low = cut.toLowerCase(Locale.ROOT);
        boolean isTaken = cut.isEmpty() || RESERVED.contains(low) || low.matches("(com|lpt)\\d");
        return isTaken ? cut + "_" : cut;
    }
}
