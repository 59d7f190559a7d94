package org.gatescope.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.format.session.SessionJson;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.FinishedLesson;
import org.gatescope.lesson.Goal;
import org.gatescope.lesson.LessonQuestion;
import org.gatescope.lesson.LessonStep;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.render.Offscreen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatescope contact-sheets}: every step of lessons, and what is in the gallery, at a glance. */
@Command(
        name = "contact-sheets",
        resourceBundle = "org.gatescope.cli.texts",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ContactSheetsCommand implements Callable<Integer> {
    private static final Texts TEXTS = Texts.of(ContactSheetsCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "0..*", descriptionKey = "files", paramLabel = "LESSON")
    private List<Path> files = List.of();

    @Option(names = "--look", descriptionKey = "look", paramLabel = "LOOK", split = ",")
    private List<String> looks =
            Arrays.stream(RenderedLook.values()).map(RenderedLook::key).toList();

    @Option(names = "--out", descriptionKey = "out", paramLabel = "FOLDER", required = true)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    /** What is on a sheet. @param name of its file, before the look's */
    private record Subject(String name, List<Tile> tiles) {}

    private record Tile(String caption, SavedSession saved) {}

    @Override
    public Integer call() throws Exception {
        List<RenderedLook> chosen = looks.stream().map(this::look).toList();
        List<Subject> subjects = files.isEmpty() ? thoseThatComeAlong() : given();
        try {
            Files.createDirectories(out);
            ProgressLine line = new ProgressLine(spec.commandLine().getErr(), ProgressLine.hasTerminal());
            int all = subjects.size() * chosen.size();
            int done = 0;
            for (RenderedLook look : chosen) {
                Offscreen.call(() -> {
                    look.theme().apply();
                    return true;
                });
                for (Subject subject : subjects) {
                    line.show(++done, all, subject.name());
                    draw(subject, look);
                }
            }
            line.clear();
        } catch (IOException e) {
            throw new OutFile(spec, out).unwritable(e);
        }
        return 0;
    }

    private void draw(Subject subject, RenderedLook look) throws Exception {
        ContactSheet sheet = new ContactSheet();
        for (Tile tile : subject.tiles()) {
            BufferedImage picture = Offscreen.call(() -> look.of(tile.saved()));
            sheet.add(picture, tile.caption());
        }
        sheet.write(out.resolve(subject.name() + "-" + look.key() + ".png"));
    }

    private RenderedLook look(String word) {
        return Arrays.stream(RenderedLook.values())
                .filter(look -> look.key().equals(word))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        TEXTS.get(
                                "contact-sheets.look",
                                word,
                                String.join(
                                        ", ",
                                        Arrays.stream(RenderedLook.values())
                                                .map(RenderedLook::key)
                                                .toList()))));
    }

    private List<Subject> given() {
        List<Subject> subjects = new ArrayList<>();
        for (Path file : files) {
            try {
                SavedSession saved = SessionFile.read(file);
                String name = SessionFile.stem(file);
                subjects.add(saved.lesson()
                        .map(lesson -> lesson(name, saved, lesson))
                        .orElseGet(() -> new Subject(name, List.of(new Tile(name, saved)))));
            } catch (FormatException e) {
                throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
            }
        }
        return subjects;
    }

    private static List<Subject> thoseThatComeAlong() throws FormatException {
        List<Subject> subjects = new ArrayList<>();
        for (FinishedLesson finished : FinishedLesson.values()) {
            SavedSession saved = SessionJson.read(finished.file());
            subjects.add(lesson("lesson-" + finished.id(), saved, saved.lesson().orElseThrow()));
        }
        subjects.add(new Subject(
                "gallery",
                Arrays.stream(Example.values()).map(ContactSheetsCommand::tile).toList()));
        return subjects;
    }

    private static Tile tile(Example example) {
        Session session = example.session();
        Playhead placed = example.placed(Playhead.atEnd(Schedule.of(session)));
        return new Tile(example.id(), new SavedSession(session, placed.position(), List.of(), List.of(), Map.of()));
    }

    /** Each step as it asks, and with its right answer; where it asks for a change, as the answer is shown. */
    private static Subject lesson(String name, SavedSession saved, OpenLesson open) {
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < open.lesson().steps().size(); i++) {
            OpenLesson asking = new OpenLesson(open.lesson(), i, Map.of(), open.opening());
            LessonStep step = asking.step();
            Session begin = asking.begin();
            tiles.add(new Tile(TEXTS.get("contact-sheets.step", i + 1), with(saved, begin, asking)));
            if (step.question().isPresent()) {
                LessonQuestion question = step.question().get();
                String right = question.right(Run.of(begin)).orElse("");
                Session after = question instanceof Goal goal ? goal.solution().of(begin) : begin;
                tiles.add(new Tile(
                        TEXTS.get("contact-sheets.answered", i + 1), with(saved, after, asking.answered(right))));
            }
        }
        return new Subject(name, tiles);
    }

    /** With nothing that says what the window shows, so that the step does. */
    private static SavedSession with(SavedSession saved, Session session, OpenLesson lesson) {
        return new SavedSession(session, 0, saved.breakpoints(), saved.watches(), Map.of(), Optional.of(lesson));
    }
}
