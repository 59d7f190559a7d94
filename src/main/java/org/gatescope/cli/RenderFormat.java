package org.gatescope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import org.gatescope.format.figure.FigureTexts;
import org.gatescope.format.figure.FigureWidth;
import org.gatescope.text.Texts;
import org.gatescope.ui.render.FigureForm;
import org.gatescope.ui.render.FigureKind;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a picture is written: its kind is what the file's name ends in. */
final class RenderFormat {
    private static final Texts TEXTS = Texts.of(RenderFormat.class);
    private static final Pattern MILLIMETRES = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,3})?) ?mm");
    private static final String COLUMN = "column";
    private static final String SLIDE = "slide";

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--width", descriptionKey = "width", paramLabel = "column|slide|MMmm")
    private String width = "";

    @Option(names = "--texts", descriptionKey = "texts", paramLabel = "fonts|outlines")
    private String texts = "";

    @Option(names = "--pixels", descriptionKey = "pixels", paramLabel = "COUNT", defaultValue = "1")
    private int pixels;

    /** Refuses what is not understood, and a name that says of no kind what it is. */
    void check(Path out) {
        FigureKind kind = FigureKind.of(out.toString()).orElseThrow(() -> refusal("render.ending", out));
        if (kind == FigureKind.PNG && !(width + texts).isEmpty()) {
            throw refusal("render.vectors", out);
        }
        if (kind != FigureKind.PNG && pixels != 1) {
            throw refusal("render.no-pixels", out);
        }
        if (pixels < 1 || pixels > FigureForm.MOST_DENSE) {
            throw refusal("render.count", "--pixels", pixels, FigureForm.MOST_DENSE);
        }
        width();
        texts();
    }

    /** The file of what nodes show, one below the other; {@link #check} found nothing wrong. On JavaFX's thread. */
    byte[] file(List<? extends Node> shown, Path out) {
        FigureKind kind = FigureKind.of(out.toString()).orElseThrow();
        String title = String.valueOf(out.getFileName());
        return kind.file(shown, title.substring(0, title.lastIndexOf('.')), new FigureForm(width(), texts(), pixels));
    }

    private FigureWidth width() {
        Matcher millimetres = MILLIMETRES.matcher(width);
        if (millimetres.matches()) {
            double wanted = Double.parseDouble(millimetres.group(1));
            if (wanted >= FigureWidth.LEAST && wanted <= FigureWidth.MOST) {
                return new FigureWidth.Millimetres(wanted);
            }
        }
        return switch (width) {
            case "" -> new FigureWidth.Pixels();
            case COLUMN -> FigureWidth.COLUMN;
            case SLIDE -> FigureWidth.SLIDE;
            default -> throw refusal("render.width", width, FigureWidth.LEAST, FigureWidth.MOST);
        };
    }

    private Optional<FigureTexts> texts() {
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Optional.of(texts.toUpperCase(Locale.ROOT))
                .filter(name -> name.equals(FigureTexts.FONTS.name()) || name.equals(FigureTexts.OUTLINES.name()))
                .map(FigureTexts::valueOf)
                .orElseThrow(() -> refusal("render.texts", texts)));
    }

    private ParameterException refusal(String key, Object... arguments) {
        return new ParameterException(spec.commandLine(), TEXTS.get(key, arguments));
    }
}
