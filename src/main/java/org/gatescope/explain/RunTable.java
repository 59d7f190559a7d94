package org.gatescope.explain;

/**
 * All numbers of one name in a run, to be put beside those of another run.
 *
 * @param part  key of a layer's direction or of the read-out; empty for what is given, and for what is summed over steps
 * @param name  of a quantity, of a gradient with {@code d.} before it, or of a table
 * @param steps rows, where they are not steps
 * @param batch sequences; 1 where they are none
 * @param width units; columns, where they are none
 */
public record RunTable(
        String part,
        String name,
        Kind kind,
        int steps,
        int batch,
        int width,
        Numbers numbers,
        Presence presence,
        Naming id) {
    /** How the numbers come to be. */
    public enum Kind {
        GIVEN,
        COMPUTED,
        /** Over all steps and sequences. */
        SUMMED
    }

    /** What tells one from another in a run, and is the same in another run. */
    public record Key(String part, String name, Kind kind) {}

    public interface Numbers {
        double at(int step, int sequence, int unit);
    }

    /** Whether there are numbers of a sequence at a step. */
    public interface Presence {
        boolean has(int step, int sequence);
    }

    public interface Naming {
        NumberId of(int step, int sequence, int unit);
    }

    public Key key() {
        return new Key(part, name, kind);
    }

    /** The steps that have numbers, and the sequences. */
    public boolean has(int step, int sequence) {
        return step < steps && sequence < batch && presence.has(step, sequence);
    }
}
