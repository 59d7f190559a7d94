package org.gatescope.format.figure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatescope.picture.Contour;
import org.gatescope.picture.Measure;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;

/**
 * Pictures as elements of one page: their drawings keep their names, they have the colours of the theme that the reader
 * has, and the fonts of their letters are in the page once.
 */
public final class PageFigures {
    private static final Pattern COLOUR = Pattern.compile("\"#([0-9a-f]{6})\"");
    /** Names of what is drawn of a gradient: {@code wire|d.3}. */
    private static final Predicate<String> GRADIENTS = name -> name.contains("|d.");

    /** What numbers and words of a page that is computed again may need. */
    private static final String NUMBERS = "0123456789.−-+·e∞NaNabcdefghijklmnopqrstuvwxyz";

    private final Measure measure;
    private final Contour.OfText contours;
    private final Map<Typeface, Set<Integer>> letters = new EnumMap<>(Typeface.class);
    /** Of the light and the dark theme, by both of them. */
    private final Map<String, String> colours = new LinkedHashMap<>();

    private int elements;

    public PageFigures(Measure measure, Contour.OfText contours) {
        this.measure = measure;
        this.contours = contours;
    }

    /**
     * An element {@code svg}.
     *
     * @param label   for readers who hear it
     * @param forward of a theme, where all values are there and no gradient
     * @param back    the same with all gradients: what it has for gradients lies above the other
     */
    public String element(String label, Function<Tones, Picture> forward, Function<Tones, Picture> back) {
        String light = element(label, Tones.LIGHT, forward, back);
        String dark = element(label, Tones.DARK, forward, back);
        return paired(light, dark).replace(" text-anchor=\"start\"", "").replace(SvgPen.MARK, "f" + elements++ + "-");
    }

    /** One that has no gradients. */
    public String element(String label, Function<Tones, Picture> picture) {
        return element(label, picture, picture);
    }

    private String element(String label, Tones tones, Function<Tones, Picture> forward, Function<Tones, Picture> back) {
        return SvgPen.element(forward.apply(tones), back.apply(tones), GRADIENTS, label, measure, contours, letters);
    }

    /** Both are the same but for colours, which have a name together. */
    private String paired(String light, String dark) {
        Matcher ofLight = COLOUR.matcher(light);
        Matcher ofDark = COLOUR.matcher(dark);
        StringBuilder paired = new StringBuilder();
        while (ofLight.find()) {
            if (!ofDark.find()) {
                throw new IllegalStateException("a picture that is another one in the dark");
            }
            String both = "#" + ofLight.group(1) + " #" + ofDark.group(1);
            String name = colours.computeIfAbsent(both, any -> "--g" + colours.size());
            ofLight.appendReplacement(paired, "\"var(" + name + ")\"");
        }
        return ofLight.appendTail(paired).toString();
    }

    /** Fonts and colours of all elements so far, as CSS. */
    public String style() {
        StringBuilder light = new StringBuilder();
        StringBuilder dark = new StringBuilder();
        colours.forEach((both, name) -> {
            light.append(name).append(':').append(both, 0, 7).append(';');
            dark.append(name).append(':').append(both, 8, 15).append(';');
        });
        NUMBERS.codePoints().forEach(point -> letters.values().forEach(own -> own.add(point)));
        return themes().formatted(light, dark)
                + SvgPen.classes(letters.keySet())
                + SvgPen.fonts(letters, FontFiles::outlines);
    }

    private static String themes() {
        try (InputStream in = Objects.requireNonNull(PageFigures.class.getResourceAsStream("themes.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
