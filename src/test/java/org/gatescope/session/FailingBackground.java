package org.gatescope.session;

import java.util.concurrent.Executor;
import java.util.function.Function;
import org.gatescope.engine.diagnostics.Progress;

/** A background in which all work fails. */
public final class FailingBackground extends Background {
    /** What is said of each failure. */
    public static final String SENTENCE = "It was not to be.";

    public FailingBackground(Executor workers) {
        super(workers, Runnable::run);
    }

    @Override
    <R> R work(Function<Progress, R> piece, Progress progress) {
        throw new RefusedException(SENTENCE);
    }
}
