package org.gatescope.session.number;

import java.util.Set;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.ReadOut;
import org.gatescope.session.Run;

/** What the names in a part's equations stand for at the step that is shown. */
public abstract sealed class StepTables permits CellTables, ReadOutTables, EmbeddingTables {
    private Run run;
    private int step;

    StepTables(Run run, int step) {
        this.run = run;
        this.step = step;
    }

    static StepTables of(Run run, String part, int step) {
        return switch (part) {
            case ReadOut.KEY -> new ReadOutTables(run, step);
            case Embedding.KEY -> new EmbeddingTables(run, step);
            default -> new CellTables(run, run.session().network().part(part), step);
        };
    }

    void show(Run another, int anotherStep) {
        run = another;
        step = anotherStep;
    }

    Run run() {
        return run;
    }

    int step() {
        return step;
    }

    int batch() {
        return run.session().batch();
    }

    /** The parameters of a part, by the names that its equations give them. */
    static Set<String> parameters(Run run, String part) {
        return switch (part) {
            case ReadOut.KEY ->
                run.session().network().readOut().map(ReadOut::parameters).orElse(Set.of());
            case Embedding.KEY -> Set.of(Embedding.E);
            default ->
                run.session().network().part(part).layer().cell().parameters().keySet();
        };
    }

    /**
     * A table that follows the step that is shown.
     *
     * @throws IllegalArgumentException if there is no such name
     */
    abstract Table table(String name);
}
