package org.gatescope.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gatescope.engine.TooLargeException;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.format.FormatException;
import org.gatescope.format.WholeFile;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.lesson.Lesson;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.text.Texts;
import org.gatescope.ui.handin.HandInCsv;
import org.gatescope.ui.handin.HandedInLessons;
import org.gatescope.ui.page.TeacherPage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatescope lesson}: what a teacher does with lessons. */
@Command(name = "lesson", resourceBundle = "org.gatescope.cli.texts", mixinStandardHelpOptions = true)
final class LessonCommand implements Runnable {
    private static final Texts TEXTS = Texts.of(LessonCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), TEXTS.get("lesson.which"));
    }

    @Command(name = "teacher", resourceBundle = "org.gatescope.cli.texts", mixinStandardHelpOptions = true)
    int teacher(
            @Parameters(arity = "1", descriptionKey = "lesson.file", paramLabel = "LESSON") Path lesson,
            @Option(names = "--out", descriptionKey = "lesson.page", paramLabel = "FILE", required = true) Path out) {
        return writing(
                out,
                () -> TeacherPage.html(SessionFile.read(lesson))
                        .orElseThrow(() -> FormatException.because(TEXTS.get("lesson.none", lesson.getFileName()))));
    }

    @Command(name = "answers", resourceBundle = "org.gatescope.cli.texts", mixinStandardHelpOptions = true)
    int answers(
            @Parameters(arity = "1..*", descriptionKey = "lesson.handed-in", paramLabel = "FILE") List<Path> files,
            @Option(names = "--lesson", descriptionKey = "lesson.original", paramLabel = "LESSON") @Nullable Path lesson,
            @Option(names = "--names", descriptionKey = "lesson.names") boolean isNamed,
            @Option(names = "--out", descriptionKey = "lesson.table", paramLabel = "FILE", required = true) Path out) {
        return writing(out, () -> {
            Optional<SavedSession> original = lesson == null ? Optional.empty() : Optional.of(SessionFile.read(lesson));
            HandedInLessons read = HandedInLessons.read(files, original, Progress.NONE);
            read.problems().forEach(spec.commandLine().getErr()::println);
            Lesson asked = read.lesson().orElseThrow(() -> FormatException.because(TEXTS.get("lesson.nobody")));
            if (lesson != null
                    && !original.flatMap(SavedSession::lesson)
                            .map(OpenLesson::lesson)
                            .equals(read.lesson())) {
                throw FormatException.because(TEXTS.get("lesson.other", lesson.getFileName(), asked.title()));
            }
            return HandInCsv.of(read, isNamed);
        });
    }

    private interface Text {
        String made() throws FormatException;
    }

    private int writing(Path out, Text text) {
        OutFile file = new OutFile(spec, out);
        file.check();
        try {
            WholeFile.write(text.made().getBytes(StandardCharsets.UTF_8), out);
            return ExitCode.OK;
        } catch (FormatException | TooLargeException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.USAGE;
        } catch (IOException e) {
            throw file.unwritable(e);
        }
    }
}
