package org.gatescope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.Task;
import org.gatescope.session.Playhead;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is drawn: a session file, an example or a task, perhaps with another cell or other sizes. */
final class RenderSubject {
    private static final Texts TEXTS = Texts.of(RenderSubject.class);
    private static final int MOST_UNITS = 1024;
    private static final int MOST_LAYERS = 12;
    private static final int MOST_STEPS = 10_000;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "0..1", descriptionKey = "subject.session", paramLabel = "SESSION")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--example", descriptionKey = "subject.example", paramLabel = "NAME", defaultValue = "agreement")
    private String example = "";

    @Option(names = "--task", descriptionKey = "subject.task", paramLabel = "NAME")
    private String task = "";

    @Option(names = "--cell", descriptionKey = "subject.cell", paramLabel = "NAME|FILE.cell")
    private String cell = "";

    @Option(names = "--units", descriptionKey = "subject.units", paramLabel = "H", defaultValue = "0")
    private int units;

    @Option(names = "--layers", descriptionKey = "subject.layers", paramLabel = "COUNT", defaultValue = "0")
    private int layers;

    @Option(names = "--steps", descriptionKey = "subject.steps", paramLabel = "T", defaultValue = "0")
    private int steps;

    /** Where the playhead is put if nothing else is asked for, too. */
    SavedSession saved() {
        SavedSession chosen = chosen();
        check("--units", units, MOST_UNITS);
        check("--layers", layers, MOST_LAYERS);
        check("--steps", steps, MOST_STEPS);
        Session session = RenderedSession.of(chosen.session(), cell(), units, layers, steps);
        return session.equals(chosen.session()) ? chosen : placed(session);
    }

    private SavedSession chosen() {
        if (file.isPresent()) {
            try {
                return SessionFile.read(file.get());
            } catch (FormatException e) {
                throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
            }
        }
        return placed(task.isEmpty() ? example().session() : task());
    }

    /** Where the example stands, or for a task at the end. */
    private SavedSession placed(Session session) {
        Playhead end = Playhead.atEnd(Schedule.of(session));
        Playhead place = file.isEmpty() && task.isEmpty() ? example().placed(end.toStart()) : end;
        return new SavedSession(session, place.position(), List.of(), List.of(), Map.of());
    }

    private Example example() {
        return Example.of(example).orElseThrow(() -> refusal("render.example", example, examples()));
    }

    private Session task() {
        String names = Stream.of(Task.values()).map(Task::id).collect(Collectors.joining(", "));
        return Task.of(task)
                .orElseThrow(() -> refusal("render.task", task, names))
                .session(1);
    }

    /** As many units as are asked for, or as are usual. */
    int units(int usual) {
        return units == 0 ? usual : units;
    }

    /** As many steps as are asked for, or as are usual. */
    int steps(int usual) {
        return steps == 0 ? usual : steps;
    }

    /** The cell that is asked for, or one that comes with the app. */
    Cell cell(String usual) {
        return cell().orElseGet(() -> BuiltInCells.cell(usual));
    }

    private void check(String option, int value, int most) {
        if (value < 0 || value > most) {
            throw refusal("render.count", option, value, most);
        }
    }

    /** One that comes with the app, or a file. */
    private Optional<Cell> cell() {
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(CellArgument.read(cell));
        } catch (FormatException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private static String examples() {
        return Stream.of(Example.values()).map(Example::id).collect(Collectors.joining(", "));
    }

    private ParameterException refusal(String key, Object... arguments) {
        return new ParameterException(spec.commandLine(), TEXTS.get(key, arguments));
    }
}
