package org.gatescope.session;

import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.gatescope.engine.diagnostics.Progress;

/**
 * A result computed from the run that is shown, once for all who ask. With another run it is discarded, until somebody
 * asks again.
 */
public final class SharedResult<R> {
    private final BackgroundTask task;
    private final BiFunction<Run, Progress, R> work;
    private final ReadOnlyObjectWrapper<Answer<R>> answer = new ReadOnlyObjectWrapper<>(new Answer.Unasked<>());
    private final Subscription following;
    private Run run;

    /** What there is to be told so far. */
    public sealed interface Answer<R> {
        /** Nobody has asked. */
        record Unasked<R>() implements Answer<R> {}

        record UnderWay<R>() implements Answer<R> {}

        record Found<R>(R result) implements Answer<R> {}

        record Failed<R>(Failure why) implements Answer<R> {}

        /** Somebody has stopped it. */
        record Stopped<R>() implements Answer<R> {}
    }

    /** @param work in the background; is given what to report to, which also says whether to go on */
    public SharedResult(Workbench workbench, Background background, BiFunction<Run, Progress, R> work) {
        this.task = background.task();
        this.work = work;
        this.run = workbench.shown().get().run();
        this.following = workbench.followRuns(this::forget);
    }

    /** Of the run that is shown. */
    public ReadOnlyObjectProperty<Answer<R>> answer() {
        return answer.getReadOnlyProperty();
    }

    /** Of the work under way, from 0 to 1. */
    public ReadOnlyDoubleProperty progress() {
        return task.progress();
    }

    /** The result, if it is there. */
    public Optional<R> known() {
        return answer.get() instanceof Answer.Found<R>(R result) ? Optional.of(result) : Optional.empty();
    }

    /** Starts the work, unless somebody has asked before. */
    public void ask() {
        if (answer.get() instanceof Answer.Unasked<R>) {
            restart();
        }
    }

    /** Starts the work, whatever came of it before. */
    public void restart() {
        Run of = run;
        answer.set(new Answer.UnderWay<>());
        task.start(
                progress -> work.apply(of, progress),
                found -> answer.set(new Answer.Found<>(found)),
                failure -> answer.set(new Answer.Failed<>(failure)));
    }

    /** Stops the work under way. */
    public void stop() {
        if (answer.get() instanceof Answer.UnderWay<R>) {
            task.cancel();
            answer.set(new Answer.Stopped<>());
        }
    }

    /** Lets go of the workbench and stops the work under way. */
    public void close() {
        following.unsubscribe();
        task.cancel();
    }

    private void forget(Run next) {
        run = next;
        task.cancel();
        answer.set(new Answer.Unasked<>());
    }
}
