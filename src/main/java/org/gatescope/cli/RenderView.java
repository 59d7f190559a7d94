package org.gatescope.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatescope.cell.Book;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Convention;
import org.gatescope.engine.ReadOut;
import org.gatescope.explain.NumberId;
import org.gatescope.format.session.SavedSession;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Fillable;
import org.gatescope.ui.control.ShownNotation;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.render.NodeImage;
import org.gatescope.ui.theme.Theme;
import org.gatescope.ui.window.HiddenWindow;
import org.gatescope.ui.window.MainWindow;
import org.gatescope.ui.window.Rooms;
import org.gatescope.ui.window.ScaledPane;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a window that is drawn shows, and how large. */
final class RenderView {
    private static final Texts TEXTS = Texts.of(RenderView.class);
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})[x×](\\d{1,5})");
    private static final int LEAST = 320;
    private static final int MOST = 8192;
    private static final int MOST_EPOCHS = 10_000;
    private static final String LANES = "lanes";
    private static final String LANE = "lane-";

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--part", descriptionKey = "view.part", paramLabel = "PART", defaultValue = Selection.FIRST)
    private String part = "";

    @Option(names = "--sequence", descriptionKey = "view.sequence", paramLabel = "N", defaultValue = "0")
    private int sequence;

    @Option(names = "--why", descriptionKey = "view.why", paramLabel = "NUMBER")
    private String why = "";

    @Option(names = "--rolled", descriptionKey = "view.rolled")
    private boolean rolled;

    @Option(names = "--flow", descriptionKey = "view.flow")
    private boolean flow;

    @Option(
            names = "--fill",
            descriptionKey = "view.fill",
            paramLabel = "PANE",
            split = ",",
            completionCandidates = PaneKeys.class)
    private List<String> fill = List.of();

    @Option(
            names = "--only",
            descriptionKey = "view.only",
            paramLabel = "PANE",
            split = ",",
            completionCandidates = PaneKeys.class)
    private List<String> only = List.of();

    @Option(names = "--lanes", descriptionKey = "view.lanes", paramLabel = "NAME", split = ",")
    private List<String> lanes = List.of();

    @Option(names = "--room", descriptionKey = "view.room", paramLabel = "ROOM", completionCandidates = RoomKeys.class)
    private String room = "";

    @Option(names = "--epochs", descriptionKey = "view.epochs", paramLabel = "COUNT", defaultValue = "0")
    private int epochs;

    @Option(names = "--size", descriptionKey = "view.size", paramLabel = "WIDTHxHEIGHT", defaultValue = "1440x900")
    private String size = "";

    @Option(names = "--scale", descriptionKey = "view.scale", paramLabel = "PERCENT", defaultValue = "100")
    private int scale;

    @Option(names = "--theme", descriptionKey = "view.theme", paramLabel = "light|dark|print", defaultValue = "light")
    private String theme = "";

    @Option(names = "--notation", descriptionKey = "view.notation", paramLabel = "BOOK", defaultValue = "gatescope")
    private String notation = "";

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

    /** Refuses what has nothing to do with a session. */
    void check() {
        width();
        height();
        theme();
        notation();
        if (!ScaledPane.isPossible(scale)) {
            throw refusal("render.scale", scale, ScaledPane.STEPS.getFirst(), ScaledPane.STEPS.getLast());
        }
    }

    /** Refuses what a session does not have. */
    void check(Session session) {
        part = part.equals(Selection.FIRST) ? session.network().key(0) : part;
        List<String> parts = new ArrayList<>(List.of(Selection.INPUT));
        session.network().parts().forEach(layer -> parts.add(layer.key()));
        session.network().readOut().ifPresent(readOut -> parts.add(ReadOut.KEY));
        if (!parts.contains(part)) {
            throw refusal("render.part", part, String.join(", ", parts));
        }
        if (sequence < 0 || sequence >= session.batch()) {
            throw refusal("render.sequence", sequence, session.batch() - 1);
        }
        if (epochs < 0 || epochs > MOST_EPOCHS) {
            throw refusal("render.count", "--epochs", epochs, MOST_EPOCHS);
        }
        if (!room.isEmpty() && !Rooms.keys().contains(room)) {
            throw refusal("render.room", room, String.join(", ", Rooms.keys()));
        }
        for (String pane : fill) {
            if (!MainWindow.PANES.contains(pane)) {
                throw refusal("render.fill", pane, String.join(", ", MainWindow.PANES));
            }
        }
    }

    /** The part that is selected; {@link #check(Session)} found nothing wrong. */
    String part() {
        return part;
    }

    int width() {
        return side(size().group(1));
    }

    int height() {
        return side(size().group(2));
    }

    Theme theme() {
        return Stream.of(Theme.values())
                .filter(known -> known.name().equalsIgnoreCase(theme))
                .findFirst()
                .orElseThrow(() -> refusal("render.theme", theme));
    }

    private Convention notation() {
        String books = Stream.of(Book.values())
                .map(book -> book.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return Convention.read(notation).orElseThrow(() -> refusal("render.notation", notation, books));
    }

    /** Opens the window; {@link #check} found nothing wrong. On JavaFX's thread. @param position of the playhead; empty where it was saved */
    RenderedWindow open(SavedSession saved, Optional<Long> position) {
        theme().apply();
        ShownNotation.property().set(notation());
        SavedSession placed = new SavedSession(
                saved.session(),
                position.orElse(saved.position()),
                saved.breakpoints(),
                saved.watches(),
                saved.view(),
                saved.lesson());
        HiddenWindow hidden = HiddenWindow.of(placed, theme(), width(), height());
        Workbench workbench = hidden.workbench();
        MainWindow window = hidden.window();
        arrange(window);
        for (int epoch = 0; epoch < epochs; epoch++) {
            window.trainer().step();
        }
        position.ifPresent(place -> workbench.move(now -> now.at(place)));
        if (!why.isEmpty()) {
            window.selection().opened().set(opened(workbench.shown().get().run(), window.selection()));
        }
        fill.forEach(window::fill);
        NodeImage.layOut(window.root());
        List<Fillable> panes = Stream.concat(
                        only.stream().filter(name -> lanes.isEmpty() || !name.equals(LANES)),
                        lanes.stream().map(name -> laneKey(window, name)))
                .map(name -> pane(window, name))
                .toList();
        panes.forEach(window::fill);
        return new RenderedWindow(workbench, hidden.scene().getRoot(), panes);
    }

    /** A state is called as before its step, too. */
    private static String laneKey(MainWindow window, String name) {
        String key = LANE + name;
        return window.find(key).isPresent() ? key : LANE + Cell.after(name);
    }

    private Fillable pane(MainWindow window, String name) {
        return window.find(name)
                .orElseThrow(() ->
                        refusal("render.fill", name, window.keys().distinct().collect(Collectors.joining(", "))));
    }

    /** A session is drawn as it was left, unless something else is asked for. */
    private void arrange(MainWindow window) {
        if (isGiven("--part")) {
            window.selection().part().set(part);
        }
        if (isGiven("--sequence")) {
            window.selection().sequence().set(sequence);
        }
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
    }

    private boolean isGiven(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    private NumberId opened(Run run, Selection selection) {
        String of = selection.part().get();
        return NumberArgument.read(why, run, of, selection.sequenceIn(run.session()))
                .orElseThrow(() -> refusal("render.why", why, of));
    }

    private Matcher size() {
        Matcher sides = SIZE.matcher(size);
        if (!sides.matches()) {
            throw refusal("render.size", size);
        }
        return sides;
    }

    private int side(String digits) {
        int pixels = Integer.parseInt(digits);
        if (pixels < LEAST || pixels > MOST) {
            throw refusal("render.side", pixels, LEAST, MOST);
        }
        return pixels;
    }

    private ParameterException refusal(String key, Object... arguments) {
        return new ParameterException(spec.commandLine(), TEXTS.get(key, arguments));
    }
}
