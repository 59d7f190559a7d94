package org.gatescope.lesson;

import java.util.Map;
import java.util.function.Function;
import org.gatescope.session.Session;

/** What a step of a lesson may leave to be seen, and not to be changed. */
public enum Lock {
    /** Parameters, by hand or by a training. */
    WEIGHTS(session -> session.numbers().parameters()),
    /** What is read, what is wanted, and what a run begins and ends with. */
    INPUTS(session -> session.numbers().withParameters(Map.of())),
    /** Cells, layers and sizes. */
    NETWORK(Session::network),
    /** Those that are made on purpose. */
    MISTAKES(Session::mistakes);

    private final Function<Session, Object> part;

    Lock(Function<Session, Object> part) {
        this.part = part;
    }

    /** Whether a change touches what it locks. */
    public boolean bars(Session before, Session after) {
        return !part.apply(before).equals(part.apply(after));
    }
}
