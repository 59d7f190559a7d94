package org.gatescope.format.figure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.gatescope.picture.Typeface;
import org.jspecify.annotations.Nullable;

/** The fonts that come with the app, as files can carry them. */
final class FontFiles {
    private static final Map<Typeface, CmapLookup> CHARACTERS = new ConcurrentHashMap<>();

    private FontFiles() {}

    /** Whether a font has a letter for each character of a text, which then stand side by side. */
    static boolean cover(Typeface face, String text) {
        CmapLookup characters = CHARACTERS.computeIfAbsent(face, FontFiles::characters);
        return text.codePoints()
                .allMatch(point -> !isMark(point)
                        && Character.isBmpCodePoint(point) // others no part of a font can have
                        && (point == ' ' || characters.getGlyphId(point) != 0));
    }

    /** It would have to be put onto the letter before. */
    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static CmapLookup characters(Typeface face) {
        try (TrueTypeFont font = parsed(face)) {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont parsed(Typeface face) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(face.font()));
    }

    /** A font with these characters alone. */
    static byte[] subset(Typeface face, Set<Integer> characters) {
        return subset(face, characters, null);
    }

    /** The same without what fits letters to the pixels of coarse screens, which is most of such a file. */
    static byte[] outlines(Typeface face, Set<Integer> characters) {
        return subset(face, characters, List.of("OS/2", "cmap", "name", "post"));
    }

    /** @param tables that are kept besides those of the outlines; null for all */
    private static byte[] subset(Typeface face, Set<Integer> characters, @Nullable List<String> tables) {
        try (TrueTypeFont font = parsed(face)) {
            TTFSubsetter subsetter = new TTFSubsetter(font, tables);
            characters.forEach(subsetter::add);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            subsetter.writeToStream(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
