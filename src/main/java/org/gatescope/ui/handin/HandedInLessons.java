package org.gatescope.ui.handin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatescope.engine.TooLargeException;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.format.session.SessionJson;
import org.gatescope.lesson.FinishedLesson;
import org.gatescope.lesson.Lesson;
import org.gatescope.lesson.LessonQuestion;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.lesson.Verdict;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.lesson.AnswerWords;
import org.jspecify.annotations.Nullable;

/**
 * Files of one lesson that were handed in. What is right is worked out from the lesson as it was handed out, where that is
 * known: from the one that a teacher has open, or the one that comes along; else from what each file itself computes.
 *
 * @param lesson    the one that most of the files hold; empty if none holds any
 * @param questions of it, by the number of their step, from 1
 * @param rows      one for each file, in the order of their names
 */
public record HandedInLessons(Optional<Lesson> lesson, Map<Integer, LessonQuestion> questions, List<HandedIn> rows) {
    /** Files that are read, at most. */
    public static final int MOST_FILES = 500;

    private static final Texts TEXTS = Texts.of(HandedInLessons.class);
    private static final long LARGEST = 64L << 20;

    /** Before any are read. */
    public static final HandedInLessons NONE = new HandedInLessons(Optional.empty(), Map.of(), List.of());

    /** What is kept of a file: no network, of which there may be hundreds. */
    private record Answers(Path file, Optional<Lesson> lesson, Map<Integer, String> answers, String problem) {}

    /**
     * Reads files; of a folder those that are sessions by their name.
     *
     * @param reference the lesson as it was handed out, if there is one; it counts where the files hold the same lesson
     * @throws FormatException if a folder cannot be read, or there are too many files
     */
    public static HandedInLessons read(List<Path> paths, Optional<SavedSession> reference, Progress progress)
            throws FormatException {
        List<Path> files = files(paths);
        List<Answers> read = new ArrayList<>();
        Map<Lesson, Lesson> known = new HashMap<>();
        for (Path file : files) {
            read.add(answers(file, known));
            progress.report(read.size(), files.size());
        }
        Optional<Lesson> lesson = mostCommon(read);
        Optional<Runs> runs =
                lesson.flatMap(wanted -> original(wanted, reference)).map(Runs::new);
        List<HandedIn> rows = new ArrayList<>();
        for (Answers answers : read) {
            rows.add(row(answers, lesson, runs));
        }
        return new HandedInLessons(
                lesson, lesson.map(HandedInLessons::questions).orElse(Map.of()), rows);
    }

    private static List<Path> files(List<Path> paths) throws FormatException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                files.addAll(inFolder(path));
            } else {
                files.add(path);
            }
        }
        if (files.size() > MOST_FILES) {
            throw FormatException.because(TEXTS.get("many", MOST_FILES, files.size()));
        }
        return files.stream().distinct().sorted().toList();
    }

    private static List<Path> inFolder(Path folder) throws FormatException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> String.valueOf(file.getFileName()).endsWith(SessionFile.ENDING))
                    .limit(MOST_FILES + 1L)
                    .toList();
        } catch (IOException e) {
            throw FormatException.because(TEXTS.get("unreadable", folder));
        }
    }

    /** @param known lessons, each of which is kept once */
    private static Answers answers(Path file, Map<Lesson, Lesson> known) {
        try {
            if (Files.exists(file) && Files.size(file) > LARGEST) {
                return new Answers(file, Optional.empty(), Map.of(), TEXTS.get("large", LARGEST >> 20));
            }
            Optional<OpenLesson> lesson = SessionFile.read(file).lesson();
            return lesson.map(open -> new Answers(
                            file, Optional.of(known.computeIfAbsent(open.lesson(), same -> same)), open.answers(), ""))
                    .orElse(new Answers(file, Optional.empty(), Map.of(), TEXTS.get("no-lesson")));
        } catch (FormatException | IOException e) {
            return new Answers(file, Optional.empty(), Map.of(), String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Lesson> mostCommon(List<Answers> read) {
        Map<Lesson, Long> counts = read.stream()
                .flatMap(answers -> answers.lesson().stream())
                .collect(Collectors.groupingBy(lesson -> lesson, LinkedHashMap::new, Collectors.counting()));
        long most = counts.values().stream().mapToLong(count -> count).max().orElse(0);
        return counts.entrySet().stream()
                .filter(count -> count.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<OpenLesson> original(Lesson lesson, Optional<SavedSession> reference) {
        return reference
                .filter(saved -> holds(saved, lesson))
                .or(() -> Stream.of(FinishedLesson.values())
                        .filter(finished -> finished.title().equals(lesson.title()))
                        .flatMap(finished -> saved(finished).stream())
                        .filter(saved -> holds(saved, lesson))
                        .findFirst())
                .flatMap(SavedSession::lesson);
    }

    private static boolean holds(SavedSession saved, Lesson lesson) {
        return saved.lesson().map(OpenLesson::lesson).filter(lesson::equals).isPresent();
    }

    private static Optional<SavedSession> saved(FinishedLesson finished) {
        try {
            return Optional.of(SessionJson.read(finished.file()));
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<Integer, LessonQuestion> questions(Lesson lesson) {
        Map<Integer, LessonQuestion> questions = new LinkedHashMap<>();
        IntStream.range(0, lesson.steps().size())
                .forEach(i -> lesson.steps().get(i).question().ifPresent(question -> questions.put(i + 1, question)));
        return questions;
    }

    /** Runs of the sessions that the steps of a lesson begin with, each made once. */
    private static final class Runs {
        private final OpenLesson lesson;
        private final Map<Session, Run> made = new HashMap<>();

        Runs(OpenLesson lesson) {
            this.lesson = lesson;
        }

        Run of(int step) {
            return made.computeIfAbsent(lesson.at(step).begin(), Run::of);
        }
    }

    private static HandedIn row(Answers answers, Optional<Lesson> wanted, Optional<Runs> original) {
        if (answers.lesson().isEmpty()) {
            return new HandedIn(answers.file(), List.of(), answers.problem());
        }
        Lesson lesson = answers.lesson().get();
        if (!wanted.equals(Optional.of(lesson))) {
            return new HandedIn(answers.file(), List.of(), TEXTS.get("another", lesson.title()));
        }
        try {
            Runs runs = original.isPresent() ? original.get() : own(answers.file());
            List<Mark> marks = questions(lesson).entrySet().stream()
                    .map(question -> mark(
                            question.getValue(),
                            answers.answers().get(question.getKey() - 1),
                            runs.of(question.getKey() - 1)))
                    .toList();
            return new HandedIn(answers.file(), marks, "");
        } catch (FormatException | TooLargeException e) {
            return new HandedIn(answers.file(), List.of(), String.valueOf(e.getMessage()));
        }
    }

    /** What the file itself says that it began with. */
    private static Runs own(Path file) throws FormatException {
        return new Runs(
                SessionFile.read(file).lesson().orElseThrow(() -> FormatException.because(TEXTS.get("no-lesson"))));
    }

    private static Mark mark(LessonQuestion question, @Nullable String answer, Run run) {
        if (answer == null) {
            return Mark.OPEN;
        }
        Verdict verdict = question.judge(run, answer);
        return new Mark(
                switch (verdict.kind()) {
                    case RIGHT -> Mark.Kind.RIGHT;
                    case WRONG -> Mark.Kind.WRONG;
                    case KNOWN -> Mark.Kind.KNOWN;
                    case WORDS -> Mark.Kind.WORDS;
                    case NONE -> Mark.Kind.SHOWN;
                    case GONE -> Mark.Kind.GONE;
                },
                answer.isEmpty() ? "" : AnswerWords.of(question, answer),
                AnswerWords.of(question, run, answer, verdict),
                verdict.sentence());
    }

    /** How many of the questions have a right answer; own words are for the teacher to read. */
    int judged() {
        return (int) questions.values().stream()
                .filter(question -> !(question instanceof LessonQuestion.Words))
                .count();
    }

    /** What is wrong with files that have no answers to this lesson: a sentence for each, which names it. */
    public List<String> problems() {
        return rows.stream()
                .filter(row -> !row.isRead())
                .map(HandedInLessons::problem)
                .toList();
    }

    /** Some sentences name their file already. */
    private static String problem(HandedIn row) {
        String name = String.valueOf(row.file().getFileName());
        return row.problem().contains(name) ? row.problem() : TEXTS.get("problem", name, row.problem());
    }

    /** How often each mark was given to a question. @param at its column, from 0 */
    Map<Mark.Kind, Long> counts(int at) {
        return counted(at, Mark::kind);
    }

    /** How often each known mistake was made in a question, the most frequent first. @param at its column, from 0 */
    Map<String, Long> mistakes(int at) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counted(at, Mark::mistake).entrySet().stream()
                .filter(count -> !count.getKey().isEmpty())
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(count -> sorted.put(count.getKey(), count.getValue()));
        return sorted;
    }

    private <K> Map<K, Long> counted(int at, Function<Mark, K> by) {
        return rows.stream()
                .filter(HandedIn::isRead)
                .map(row -> by.apply(row.marks().get(at)))
                .collect(Collectors.groupingBy(key -> key, LinkedHashMap::new, Collectors.counting()));
    }
}
