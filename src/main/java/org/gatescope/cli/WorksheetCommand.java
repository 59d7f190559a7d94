package org.gatescope.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gatescope.engine.TooLargeException;
import org.gatescope.explain.Covered;
import org.gatescope.format.FormatException;
import org.gatescope.format.WholeFile;
import org.gatescope.format.session.SavedSession;
import org.gatescope.lesson.ByHand;
import org.gatescope.picture.sheet.Paper;
import org.gatescope.text.Texts;
import org.gatescope.ui.render.Offscreen;
import org.gatescope.ui.sheet.SheetNumbers;
import org.gatescope.ui.sheet.SheetWish;
import org.gatescope.ui.sheet.Worksheets;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gatescope worksheet}: sheets with blanks to be printed, each with other numbers, and their answers. */
@Command(
        name = "worksheet",
        resourceBundle = "org.gatescope.cli.texts",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class WorksheetCommand implements Callable<Integer> {
    private static final Texts TEXTS = Texts.of(WorksheetCommand.class);
    private static final String PDF = ".pdf";
    private static final String HTML = ".html";
    /** What the view of a session file has under this name is hidden. */
    private static final String COVERED = "covered";

    private static final int MOST_DIGITS = 6;
    private static final int MOST_BLANKS = 300;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final RenderSubject subject = new RenderSubject();

    @Option(names = "--by-hand", descriptionKey = "by-hand")
    private boolean isByHand;

    @Option(names = "--draw", descriptionKey = "draw")
    private boolean isDrawn;

    @Option(names = "--hide", descriptionKey = "hide", paramLabel = "QUANTITY", split = ",")
    private List<String> hidden = List.of();

    @Option(names = "--blanks", descriptionKey = "blanks", paramLabel = "COUNT")
    private Optional<Integer> blanks = Optional.empty();

    @Option(names = "--copies", descriptionKey = "copies", paramLabel = "COUNT", defaultValue = "1")
    private int copies;

    @Option(names = "--seed", descriptionKey = "seed", paramLabel = "SEED", defaultValue = "1")
    private long seed;

    @Option(names = "--digits", descriptionKey = "digits", paramLabel = "COUNT", defaultValue = "3")
    private int digits;

    @Option(names = "--paper", descriptionKey = "paper", paramLabel = "a4|letter", defaultValue = "a4")
    private String paper = "";

    @Option(names = "--title", descriptionKey = "title", paramLabel = "TEXT", defaultValue = "")
    private String title = "";

    @Option(names = "--out", descriptionKey = "out", paramLabel = "FILE", required = true)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(names = "--key", descriptionKey = "key", paramLabel = "FILE")
    private Optional<Path> key = Optional.empty();

    @Override
    public Integer call() throws Exception {
        boolean isPage = checkEnding(out, PDF, HTML).equals(HTML);
        new OutFile(spec, out).check();
        key.ifPresent(file -> {
            checkEnding(file, PDF);
            new OutFile(spec, file).check();
        });
        check("--copies", copies, 1, SheetWish.MOST_COPIES);
        check("--digits", digits, 2, MOST_DIGITS);
        blanks.ifPresent(count -> check("--blanks", count, 1, MOST_BLANKS));
        try {
            SheetWish wish = wish();
            if (isPage) {
                writePages(wish);
            } else {
                write(Offscreen.call(() -> Worksheets.pdf(Worksheets.sheets(wish), wish.title())), out);
            }
            if (key.isPresent()) {
                write(Offscreen.call(() -> Worksheets.pdf(Worksheets.key(wish), wish.title())), key.get());
            }
            return ExitCode.OK;
        } catch (FormatException | TooLargeException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private void write(byte[] bytes, Path file) {
        try {
            WholeFile.write(bytes, file);
        } catch (IOException e) {
            throw new OutFile(spec, file).unwritable(e);
        }
    }

    /** One for each copy; of several, with its number before the ending. */
    private void writePages(SheetWish wish) throws Exception {
        for (int copy = 1; copy <= copies; copy++) {
            int number = copy;
            String html = Offscreen.call(() -> Worksheets.html(wish, number));
            write(html.getBytes(StandardCharsets.UTF_8), copies == 1 ? out : numbered(number));
        }
    }

    private Path numbered(int copy) {
        String name = String.valueOf(out.getFileName());
        String stem = name.substring(0, name.length() - HTML.length());
        return out.resolveSibling(stem + "-" + copy + HTML);
    }

    private SheetWish wish() throws FormatException {
        Paper on = switch (paper.toLowerCase(Locale.ROOT)) {
            case "a4" -> Paper.A4;
            case "letter" -> Paper.LETTER;
            default -> throw refusal("worksheet.paper", paper);
        };
        Covered asked = Covered.read(String.join(";", hidden));
        if (isByHand) {
            ByHand hand = hand();
            return wish(Worksheets.titleByHand(), new SheetNumbers.OfHand(hand), asked, 0, on);
        }
        SavedSession saved = subject.saved();
        Covered covered = hidden.isEmpty() ? Covered.read(saved.view().getOrDefault(COVERED, "")) : asked;
        boolean isChosen = !covered.isEmpty() && hidden.isEmpty();
        SheetNumbers numbers =
                isDrawn ? new SheetNumbers.Drawn(saved.session()) : new SheetNumbers.OfSession(saved.session());
        return wish(saved.session().title(), numbers, covered, isChosen ? 0 : SheetWish.USUAL_BLANKS, on);
    }

    private SheetWish wish(String usual, SheetNumbers numbers, Covered covered, int most, Paper on) {
        return new SheetWish(
                title.isEmpty() ? usual : title, numbers, covered, blanks.orElse(most), copies, seed, digits, on);
    }

    private ByHand hand() throws FormatException {
        int units = subject.units(2);
        int steps = subject.steps(4);
        check("--units", units, 1, ByHand.MOST_UNITS);
        check("--steps", steps, 1, ByHand.MOST_STEPS);
        return new ByHand(subject.cell("rnn-relu"), units, steps);
    }

    private String checkEnding(Path file, String... endings) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (String ending : endings) {
            if (name.endsWith(ending)) {
                return ending;
            }
        }
        throw refusal("worksheet.ending", file, String.join(", ", endings));
    }

    private void check(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw refusal("film.range", option, value, least, most);
        }
    }

    private ParameterException refusal(String text, Object... arguments) {
        return new ParameterException(spec.commandLine(), TEXTS.get(text, arguments));
    }
}
