package org.gatescope.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gatescope.format.FormatException;
import org.gatescope.format.film.FilmKind;
import org.gatescope.format.film.FilmWriter;
import org.gatescope.format.film.Timing;
import org.gatescope.format.session.SavedSession;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.session.Stretch;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.render.Offscreen;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gatescope film}: the playback as a film, without a display. */
@Command(
        name = "film",
        resourceBundle = "org.gatescope.cli.texts",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class FilmCommand implements Callable<Integer> {
    private static final Texts TEXTS = Texts.of(FilmCommand.class);
    private static final int MOST_FRAMES = 20_000;
    private static final int MOST_HOLD = 60;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final RenderSubject subject = new RenderSubject();

    @Option(names = "--from", descriptionKey = "from", paramLabel = "POSITION", defaultValue = "start")
    private String from = "";

    @Option(names = "--to", descriptionKey = "to", paramLabel = "POSITION", defaultValue = "end")
    private String to = "";

    @Option(names = "--each", descriptionKey = "each", paramLabel = "operation|step|part", defaultValue = "operation")
    private String each = "";

    @Option(names = "--fps", descriptionKey = "fps", paramLabel = "COUNT", defaultValue = "4")
    private int perSecond;

    @Option(names = "--hold", descriptionKey = "hold", paramLabel = "SECONDS", defaultValue = "1")
    private double hold;

    @Mixin
    private final RenderView view = new RenderView();

    @Option(names = "--out", descriptionKey = "out", paramLabel = "FILE", required = true)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Override
    public Integer call() throws Exception {
        view.check();
        Timing timing = timing();
        SavedSession saved = subject.saved();
        view.check(saved.session());
        List<Long> positions = positions(saved.session());
        FilmKind kind = FilmKind.of(out.toString()).orElseThrow(() -> refusal("film.ending", out));
        new OutFile(spec, out).check();
        RenderedWindow window = Offscreen.call(() -> view.open(saved, Optional.of(positions.getFirst())));
        try (FilmWriter writer = kind.open(out)) {
            return film(window, positions, timing, writer);
        } catch (FormatException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new OutFile(spec, out).unwritable(e);
        }
    }

    private int film(RenderedWindow window, List<Long> positions, Timing timing, FilmWriter writer) throws Exception {
        ProgressLine line = new ProgressLine(spec.commandLine().getErr(), ProgressLine.hasTerminal());
        int all = positions.size();
        try (Interruption interruption = new Interruption()) {
            for (int frame = 0; frame < all; frame++) {
                if (interruption.isWished()) {
                    line.clear();
                    return told(TEXTS.get("film.interrupted", frame, all), ExitCode.SOFTWARE);
                }
                long position = positions.get(frame);
                BufferedImage picture = Offscreen.call(() -> window.at(position));
                writer.add(picture, timing.duration(frame, all));
                line.show(frame + 1, all, TEXTS.get("film.progress", frame + 1, all));
            }
            line.clear();
            String megabytes = Numerals.brief(writer.finish() / 1e6, 2);
            String seconds = Numerals.brief(timing.whole(all) / 100.0, 4);
            return told(TEXTS.get("film.done", all, seconds, megabytes), ExitCode.OK);
        }
    }

    private int told(String sentence, int status) {
        spec.commandLine().getErr().println(sentence);
        spec.commandLine().getErr().flush();
        return status;
    }

    private List<Long> positions(Session session) {
        RenderPosition places = new RenderPosition(spec, session, view.part());
        long first = places.of(from);
        long last = places.of(to);
        if (first > last) {
            throw refusal("film.backward", from, to);
        }
        List<Long> positions = new Stretch(Schedule.of(session), first, last).positions(stride(), MOST_FRAMES + 1);
        if (positions.size() > MOST_FRAMES) {
            throw refusal("film.long", MOST_FRAMES);
        }
        return positions;
    }

    private Stretch.Stride stride() {
        return Stream.of(Stretch.Stride.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(each))
                .findFirst()
                .orElseThrow(() -> refusal("film.each", each));
    }

    private Timing timing() {
        if (perSecond < Timing.LEAST || perSecond > Timing.MOST) {
            throw refusal("film.range", "--fps", perSecond, Timing.LEAST, Timing.MOST);
        }
        if (!(hold >= 0 && hold <= MOST_HOLD)) {
            throw refusal("film.range", "--hold", hold, 0, MOST_HOLD);
        }
        return new Timing(perSecond, (int) Math.round(hold * 100));
    }

    private ParameterException refusal(String key, Object... arguments) {
        return new ParameterException(spec.commandLine(), TEXTS.get(key, arguments));
    }
}
