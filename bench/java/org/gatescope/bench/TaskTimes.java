package org.gatescope.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Score;
import org.gatescope.engine.Scores;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.engine.training.Updates;
import org.gatescope.lesson.Task;
import org.gatescope.session.Run;
import org.gatescope.session.Session;

/**
 * How long each task takes with the settings that it comes with, on one thread without a window: over five seeds the
 * seconds that all epochs take, the epochs after which everything was right for the first time, and what is right at the
 * end.
 */
public final class TaskTimes {
    private static final int SEEDS = 5;
    /** Between looks at the accuracy. */
    private static final int EVERY = 10;

    private TaskTimes() {}

    public static void main(String[] arguments) {
        System.out.println("task\tseconds\tepochs until solved\tof\tright at the end\tright on unseen sequences");
        for (Task task : Task.values()) {
            if (arguments.length == 0 || List.of(arguments).contains(task.id())) {
                report(task);
            }
        }
    }

    private static void report(Task task) {
        List<String> seconds = new ArrayList<>();
        List<String> solved = new ArrayList<>();
        List<String> right = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        int epochs = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Session session = task.session(seed);
            epochs = session.training().epochs();
            Updates updates = new Updates(
                    session.network(), session.inputs(), session.steps(), session.training(), session.tested());
            int perEpoch = session.updatesPerEpoch();
            Snapshot snapshot = updates.first();
            int first = -1;
            long nanos = 0;
            while (snapshot.epoch() < updates.count() && !snapshot.hasDiverged()) {
                long begin = System.nanoTime();
                snapshot = updates.next(snapshot);
                nanos += System.nanoTime() - begin;
                if (first < 0
                        && snapshot.epoch() % (EVERY * perEpoch) == 0
                        && scores(session, snapshot.parameters()).training().accuracy() == 1) {
                    first = snapshot.epoch() / perEpoch;
                }
            }
            seconds.add(String.format("%.1f", nanos / 1e9));
            solved.add(first < 0 ? "–" : Integer.toString(first));
            Scores scores = scores(session, snapshot.parameters());
            right.add(percent(scores.training()));
            unseen.add(scores.tests().map(TaskTimes::percent).orElse("–"));
        }
        System.out.printf(
                "%s\t%s\t%s\t%d\t%s\t%s%n",
                task.id(),
                String.join(" ", seconds),
                String.join(" ", solved),
                epochs,
                String.join(" ", right),
                String.join(" ", unseen));
    }

    private static String percent(Score score) {
        return String.format("%.1f %%", 100 * score.accuracy());
    }

    private static Scores scores(Session session, Map<String, Matrix> parameters) {
        return Run.of(session.withNumbers(numbers -> numbers.withParameters(parameters)))
                .scores()
                .orElseThrow();
    }
}
