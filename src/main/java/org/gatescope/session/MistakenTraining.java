package org.gatescope.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.engine.mistakes.MistakenRun;
import org.gatescope.engine.mistakes.MistakenTrace;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.engine.training.Training;
import org.gatescope.engine.training.Updates;

/**
 * The training of a session, with the mistakes that it makes: each update follows the gradients that such a run gives.
 * Without any it is {@link Training} to the bit. Used by one thread at a time.
 *
 * <p>Where weights are updated inside the backward loop, the loop makes the update of the layers, as {@link
 * MistakenRun#update} of the session has it, and the optimizer that of embedding and read-out. Gradients that are not
 * zeroed go from snapshot to snapshot.
 */
public final class MistakenTraining implements Epochs {
    private final Session session;
    private final Training training;
    private final Updates updates;

    /**
     * @param session whose mistakes the updates are made with
     * @param training optimizer, learning rate and the other settings
     */
    public MistakenTraining(Session session, Training training) {
        this.session = session;
        this.training = training;
        this.updates = new Updates(session.network(), session.inputs(), session.steps(), training, session.tested());
    }

    /** Updates in all epochs. */
    public int count() {
        return updates.count();
    }

    @Override
    public Snapshot first() {
        Snapshot first = updates.first();
        return makes(Mistake.GRADIENTS_NOT_ZEROED)
                ? first.withGradientsLeft(session.mistakes().gradientsLeft())
                : first;
    }

    /**
     * One update. It depends on nothing but the snapshot.
     *
     * @return the snapshot after it, or where numbers would not be finite the same one, with its divergence
     * @throws org.gatescope.engine.TooLargeException if that needs more memory than there is
     */
    @Override
    public Snapshot next(Snapshot before) {
        return mistakes().isEmpty() ? updates.next(before) : mistakenNext(before);
    }

    /** The session at a moment of its training: what is shown of it is what the next update follows. */
    @Override
    public Session at(Snapshot snapshot) {
        return session.withNumbers(numbers -> training.at(session.network(), snapshot, numbers))
                .withMistakes(run(snapshot));
    }

    private Snapshot mistakenNext(Snapshot before) {
        AtomicReference<Map<String, Matrix>> gradients = new AtomicReference<>(Map.of());
        Snapshot after = updates.next(before, (inputs, steps) -> {
            MistakenTrace made = run(before).of(session.network(), inputs.batch(), steps, inputs);
            gradients.set(made.trace().parameterGradients());
            return new Updates.Ran(made.trace(), updatedWithin(made));
        });
        return makes(Mistake.GRADIENTS_NOT_ZEROED) && !after.hasDiverged()
                ? after.withGradientsLeft(Objects.requireNonNull(gradients.get()))
                : after;
    }

    private MistakenRun run(Snapshot before) {
        MistakenRun made = session.mistakes();
        return new MistakenRun(made.mistakes(), made.update(), before.gradientsLeft());
    }

    /** Parameters of layers, as the backward loop has left them. */
    private Map<String, Matrix> updatedWithin(MistakenTrace run) {
        Map<String, Matrix> updated = new HashMap<>();
        if (makes(Mistake.UPDATE_WITHIN_LOOP)) {
            for (Part part : session.network().parts()) {
                run.parametersAfter().forEach((name, table) -> {
                    if (FullName.isIn(name, part.parameterKey())
                            && !training.held().contains(name)
                            && !session.network().fixed().contains(name)) {
                        updated.put(name, table);
                    }
                });
            }
        }
        return updated;
    }

    private boolean makes(Mistake mistake) {
        return mistakes().contains(mistake);
    }

    private Set<Mistake> mistakes() {
        return session.mistakes().mistakes();
    }
}
