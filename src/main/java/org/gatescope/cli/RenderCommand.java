package org.gatescope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.gatescope.engine.ReadOut;
import org.gatescope.explain.NumberId;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SavedSession;
import org.gatescope.session.Background;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.render.Offscreen;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.theme.Theme;
import org.gatescope.ui.window.Arrangement;
import org.gatescope.ui.window.MainWindow;
import org.gatescope.ui.window.Rooms;
import org.gatescope.ui.window.ScaledPane;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gatescope render}: a picture of the window, without a display. */
@Command(
        name = "render",
        resourceBundle = "org.gatescope.cli.texts",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RenderCommand implements Callable<Integer> {
    private static final Texts TEXTS = Texts.of(RenderCommand.class);
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})[x×](\\d{1,5})");
    private static final Pattern STEP = Pattern.compile("(forward|backward):(\\d{1,9})");
    private static final int LEAST = 320;
    private static final int MOST = 8192;
    private static final int MOST_STEPS = 10_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final RenderSubject subject = new RenderSubject();

    @Option(names = "--at", descriptionKey = "at", paramLabel = "POSITION")
    private String at = "";

    @Option(names = "--part", descriptionKey = "part", paramLabel = "PART", defaultValue = Selection.FIRST)
    private String part = "";

    @Option(names = "--sequence", descriptionKey = "sequence", paramLabel = "N", defaultValue = "0")
    private int sequence;

    @Option(names = "--why", descriptionKey = "why", paramLabel = "NUMBER")
    private String why = "";

    @Option(names = "--rolled", descriptionKey = "rolled")
    private boolean rolled;

    @Option(names = "--flow", descriptionKey = "flow")
    private boolean flow;

    @Option(
            names = "--fill",
            descriptionKey = "fill",
            paramLabel = "PANE",
            split = ",",
            completionCandidates = PaneKeys.class)
    private List<String> fill = List.of();

    @Option(names = "--only", descriptionKey = "only", paramLabel = "PANE", completionCandidates = PaneKeys.class)
    private String only = "";

    @Option(names = "--room", descriptionKey = "room", paramLabel = "ROOM", completionCandidates = RoomKeys.class)
    private String room = "";

    @Option(names = "--epochs", descriptionKey = "epochs", paramLabel = "COUNT", defaultValue = "0")
    private int epochs;

    @Option(names = "--size", descriptionKey = "size", paramLabel = "WIDTHxHEIGHT", defaultValue = "1440x900")
    private String size = "";

    @Option(names = "--scale", descriptionKey = "scale", paramLabel = "PERCENT", defaultValue = "100")
    private int scale;

    @Option(names = "--theme", descriptionKey = "theme", paramLabel = "light|dark", defaultValue = "light")
    private String theme = "";

    @Mixin
    private final RenderFormat figure = new RenderFormat();

    @Option(names = "--out", descriptionKey = "out", paramLabel = "FILE", required = true)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    /** For the page of help. */
    static final class RoomKeys implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Rooms.keys().iterator();
        }
    }

    /** For the page of help. */
    static final class PaneKeys implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return MainWindow.PANES.iterator();
        }
    }

    @Override
    public Integer call() throws Exception {
        Matcher sides = matched(SIZE, size, "render.size");
        int width = side(sides.group(1));
        int height = side(sides.group(2));
        if (!ScaledPane.isPossible(scale)) {
            throw refusal("render.scale", scale, ScaledPane.STEPS.getFirst(), ScaledPane.STEPS.getLast());
        }
        Theme worn = theme();
        if (subject.model().isPresent()) {
            checkPlace();
            return write(new RenderedModel(subject.model().get(), worn, width, height));
        }
        SavedSession saved = subject.saved();
        Session session = saved.session();
        String lowest = session.network().key(0);
        part = part.equals(Selection.FIRST) ? lowest : part;
        checkSelection(session);
        long position = at.isEmpty() ? saved.position() : position(Playhead.atStart(Schedule.of(session)), lowest);
        checkPlace();
        check("--epochs", epochs, MOST_STEPS);
        if (!room.isEmpty() && !Rooms.keys().contains(room)) {
            throw refusal("render.room", room, String.join(", ", Rooms.keys()));
        }
        for (String pane : only.isEmpty() ? fill : List.of(only)) {
            if (!MainWindow.PANES.contains(pane)) {
                throw refusal("render.fill", pane, String.join(", ", MainWindow.PANES));
            }
        }
        return write(() -> picture(saved, position, worn, width, height));
    }

    private int write(Callable<Node> shown) throws Exception {
        try {
            byte[] file = Offscreen.call(() -> figure.file(shown.call(), out));
            Files.write(out, file);
        } catch (IOException e) {
            throw new OutFile(spec, out).unwritable(e);
        } catch (FormatException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
        return 0;
    }

    private Node picture(SavedSession saved, long position, Theme theme, int width, int height) {
        theme.apply();
        Workbench workbench = new Workbench(saved.session(), Runnable::run, Runnable::run);
        workbench.move(now -> now.at(position));
        MainWindow window = new MainWindow(
                Desk.over(workbench, Background.atOnce(), theme),
                Runnable::run,
                OwnCells.ofUser(),
                Arrangement.of(saved.view()).orElse(Arrangement.FIRST));
        Scene scene = new Scene(window.root(), width, height);
        window.show(saved.view());
        window.debugging().breakpoints().setAll(saved.breakpoints());
        window.debugging().watches().setAll(saved.watches());
        select(window.selection());
        if (rolled) {
            window.showRolled(true);
        }
        if (!room.isEmpty()) {
            window.showRoom(room);
        }
        if (flow) {
            window.showFlow(true);
        }
        window.root().percentProperty().set(scale);
        for (int epoch = 0; epoch < epochs; epoch++) {
            window.trainer().step();
        }
        workbench.move(now -> at.isEmpty() ? now : now.at(position));
        if (!why.isEmpty()) {
            window.selection().opened().set(opened(workbench.shown().get().run(), window.selection()));
        }
        fill.forEach(window::fill);
        if (only.isEmpty()) {
            return scene.getRoot();
        }
        window.fill(only);
        return window.pane(only).orElseThrow();
    }

    /** A session is drawn as it was left, unless something else is asked for. */
    private void select(Selection selection) {
        if (spec.commandLine().getParseResult().hasMatchedOption("--part")) {
            selection.part().set(part);
        }
        if (spec.commandLine().getParseResult().hasMatchedOption("--sequence")) {
            selection.sequence().set(sequence);
        }
    }

    private NumberId opened(Run run, Selection selection) {
        String of = selection.part().get();
        return NumberArgument.read(why, run, of, selection.sequenceIn(run.session()))
                .orElseThrow(() -> refusal("render.why", why, of));
    }

    private void check(String option, int value, int most) {
        if (value < 0 || value > most) {
            throw refusal("render.count", option, value, most);
        }
    }

    private void checkSelection(Session session) {
        List<String> parts = new ArrayList<>(List.of(Selection.INPUT));
        session.network().parts().forEach(layer -> parts.add(layer.key()));
        session.network().readOut().ifPresent(readOut -> parts.add(ReadOut.KEY));
        if (!parts.contains(part)) {
            throw refusal("render.part", part, String.join(", ", parts));
        }
        if (sequence < 0 || sequence >= session.batch()) {
            throw refusal("render.sequence", sequence, session.batch() - 1);
        }
    }

    /** Operations that are done where the playhead is put. */
    private long position(Playhead start, String lowest) {
        if (at.equals("start")) {
            return 0;
        }
        long last = start.schedule().length();
        if (at.equals("end")) {
            return last;
        }
        if (at.matches("\\d{1,18}")) {
            long operations = Long.parseLong(at);
            if (operations > last) {
                throw refusal("render.operations", operations, last);
            }
            return operations;
        }
        Matcher place = matched(STEP, at, "render.at");
        int step = Integer.parseInt(place.group(2));
        if (step >= start.schedule().steps()) {
            throw refusal("render.step", step, start.schedule().steps() - 1);
        }
        Phase phase = Phase.valueOf(place.group(1).toUpperCase(Locale.ROOT));
        boolean isPlayed = !start.schedule().operations(phase, part).isEmpty();
        return start.atStep(phase, isPlayed ? part : lowest, step).position();
    }

    private Theme theme() {
        return Stream.of(Theme.values())
                .filter(known -> known.name().equalsIgnoreCase(theme))
                .findFirst()
                .orElseThrow(() -> refusal("render.theme", theme));
    }

    private int side(String digits) {
        int pixels = Integer.parseInt(digits);
        if (pixels < LEAST || pixels > MOST) {
            throw refusal("render.side", pixels, LEAST, MOST);
        }
        return pixels;
    }

    private Matcher matched(Pattern pattern, String text, String key) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw refusal(key, text);
        }
        return matcher;
    }

    private void checkPlace() {
        new OutFile(spec, out).check();
        figure.check(out);
    }

    private ParameterException refusal(String key, Object... arguments) {
        return new ParameterException(spec.commandLine(), TEXTS.get(key, arguments));
    }
}
