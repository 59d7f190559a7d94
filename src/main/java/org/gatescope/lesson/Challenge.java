package org.gatescope.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Notation;
import org.gatescope.engine.Layer;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.engine.mistakes.Change;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.engine.mistakes.Mistakes;
import org.gatescope.explain.Differences;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;

/**
 * One mistake that is made unseen, to be found. It changes the numbers of the session that it is made in.
 *
 * @param hidden the mistake
 * @param hints  given so far
 * @param wrong  guesses that were not it
 * @param over   once it was found, or given up
 */
public record Challenge(Mistake hidden, int hints, Set<Mistake> wrong, boolean over) {
    private static final Texts TEXTS = Texts.of(Challenge.class);
    /** From the phase over the first line that differs to the line as it should be. */
    public static final int MOST_HINTS = 3;

    public Challenge {
        wrong = Set.copyOf(wrong);
    }

    /**
     * Draws a mistake that is not on and changes a number of the session's right run; empty if none does.
     *
     * @param rightRun of the same session without mistakes
     * @param progress told before each mistake that is tried
     * @throws java.util.concurrent.CancellationException if stopped
     */
    public static Optional<Challenge> draw(Session session, Run rightRun, long seed, Progress progress) {
        Session right = rightRun.session();
        List<Mistake> inTurn = new ArrayList<>(EnumSet.allOf(Mistake.class));
        inTurn.removeAll(session.mistakes().mistakes());
        inTurn.retainAll(possible(session));
        Collections.shuffle(inTurn, new Random(seed));
        return inTurn.stream()
                .filter(mistake -> {
                    progress.report(inTurn.indexOf(mistake), inTurn.size());
                    return !Differences.of(rightRun, Run.of(right.withMistake(mistake, true)), progress)
                            .isEmpty();
                })
                .findFirst()
                .map(mistake -> new Challenge(mistake, 0, Set.of(), false));
    }

    /** The challenge after a guess, which is remembered whether it is right or wrong. */
    public Challenge guess(Mistake guess) {
        if (guess == hidden) {
            return new Challenge(hidden, hints, wrong, true);
        }
        Set<Mistake> guesses = EnumSet.of(guess);
        guesses.addAll(wrong);
        return new Challenge(hidden, hints, guesses, over);
    }

    /** The challenge with one hint more told; each says more than the one before. */
    public Challenge withHint() {
        return new Challenge(hidden, Math.min(MOST_HINTS, hints + 1), wrong, over);
    }

    /** The challenge after giving up: the mistake is revealed. */
    public Challenge givenUp() {
        return new Challenge(hidden, hints, wrong, true);
    }

    /** How far it has come, without the mistake, in words that {@link #read} knows: {@code 1 truncated-weights}. */
    public String written() {
        return Stream.concat(
                        Stream.of(Integer.toString(hints)),
                        wrong.stream().map(Mistake::id).sorted())
                .collect(Collectors.joining(" "));
    }

    /** One that is under way as it was written. @return empty where the text says nothing of the kind */
    public static Optional<Challenge> read(String written, Mistake hidden) {
        List<String> words = List.of(written.split(" ", -1));
        if (!words.getFirst().matches("[0-" + MOST_HINTS + "]")) {
            return Optional.empty();
        }
        Set<Mistake> wrong = words.stream()
                .skip(1)
                .flatMap(id -> Mistake.of(id).stream())
                .filter(mistake -> mistake != hidden)
                .collect(Collectors.toSet());
        return Optional.of(new Challenge(hidden, Integer.parseInt(words.getFirst()), wrong, false));
    }

    /** The hints given so far, in sentences. */
    public List<String> hintTexts(Session session) {
        List<Change> changes = changes(session, hidden);
        String first = TEXTS.get("hint." + hidden.where().name().toLowerCase(Locale.ROOT));
        String target = changes.isEmpty() ? "" : Notation.of(changes.getFirst().target());
        String line = changes.isEmpty()
                ? ""
                : changes.getFirst()
                        .before()
                        .map(before -> TEXTS.get("hint.line", before))
                        .orElse(TEXTS.get("hint.added"));
        return List.of(first, TEXTS.get("hint.target", target), line).subList(0, hints);
    }

    /** What the hidden mistake does to the lines, for whoever found it or gave up. */
    public List<Change> answer(Session session) {
        return changes(session, hidden);
    }

    /** A line that would run if a guess were right, and does not; empty where no line tells the two apart. */
    public Optional<String> wouldRun(Session session, Mistake guess) {
        Set<String> running =
                cells(session).flatMap(cell -> running(cell, hidden)).collect(Collectors.toSet());
        return cells(session)
                .flatMap(cell -> Mistakes.changes(cell, EnumSet.of(guess)).stream())
                .map(Change::after)
                .filter(line -> !running.contains(line))
                .findFirst();
    }

    private static Set<Mistake> possible(Session session) {
        return cells(session).flatMap(cell -> Mistakes.possible(cell).stream()).collect(Collectors.toSet());
    }

    private static Stream<Cell> cells(Session session) {
        return session.network().layers().stream().map(Layer::cell).distinct();
    }

    /** The lines of a step, and what is changed around them. */
    private static Stream<String> running(Cell cell, Mistake mistake) {
        Set<Mistake> one = EnumSet.of(mistake);
        return Stream.concat(
                Mistakes.adjoints(cell, one).stream().map(Adjoint::toString),
                Mistakes.changes(cell, one).stream().map(Change::after));
    }

    private static List<Change> changes(Session session, Mistake mistake) {
        return cells(session)
                .map(cell -> Mistakes.changes(cell, EnumSet.of(mistake)))
                .filter(changes -> !changes.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
