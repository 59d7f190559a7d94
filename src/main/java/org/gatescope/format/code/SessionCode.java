package org.gatescope.format.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Truncation;
import org.gatescope.engine.training.Batching;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.Training;
import org.gatescope.format.FormatException;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Trainer;
import org.gatescope.text.Texts;

/**
 * A program that computes what a session computes, and compares it with the session's numbers.
 *
 * @param text  the program
 * @param notes what it does not do as the session does, a sentence each, which it says too
 * @param links what its lines stand for, by their places from 0; most stand for nothing
 */
public record SessionCode(String text, List<String> notes, Map<Integer, List<CodeLink>> links) {
    private static final Texts TEXTS = Texts.of(FormatException.class);

    /** Numbers that are written down: what is larger is no program to read. */
    private static final long MOST_NUMBERS = 300_000;

    public SessionCode {
        notes = List.copyOf(notes);
        links = Map.copyOf(links);
    }

    /**
     * Writes a session's program, for a file of the session's title.
     *
     * @param run of the session, with or without the mistakes that it makes, which no program makes
     * @throws FormatException if it would be too long
     */
    public static SessionCode of(Run run, CodeTarget target) throws FormatException {
        return of(run, target, run.session().title());
    }

    /** The same for a file of any name, which a class of Java is called by. @param name with its ending or without */
    public static SessionCode of(Run run, CodeTarget target, String name) throws FormatException {
        require(run.session());
        Run right = run.right();
        List<String> notes = new ArrayList<>();
        if (!run.session().mistakes().mistakes().isEmpty()) {
            notes.add(TEXTS.get("code.mistakes"));
        }
        CodeSubject subject = subject(right.session(), right.trace(), notes);
        boolean isLeftToLibrary =
                target == CodeTarget.PYTORCH || target == CodeTarget.JAX || target == CodeTarget.KERAS;
        if (isLeftToLibrary && subject.truncation() instanceof Truncation.Window) {
            notes.add(TEXTS.get("code.window"));
        }
        LinkedText linked = LinkedText.of(marked(subject, target, name, notes));
        return new SessionCode(linked.text(), notes, linked.links());
    }

    /**
     * The program of JavaScript that a page has: {@code run}, {@code PARAMETERS}, {@code DATA}, {@code FUNCTIONS}, and {@code
     * update} where one can be made.
     *
     * @param run that makes no mistakes on purpose
     */
    public static SessionCode forPage(Run run) {
        List<String> notes = new ArrayList<>();
        CodeSubject subject = subject(run.session(), run.trace(), notes);
        LinkedText linked = LinkedText.of(JavaScriptCode.forPage(subject));
        return new SessionCode(linked.text(), notes, linked.links());
    }

    static String text(CodeSubject subject, CodeTarget target, List<String> notes) throws FormatException {
        return LinkedText.of(marked(subject, target, subject.title(), notes)).text();
    }

    private static String marked(CodeSubject subject, CodeTarget target, String name, List<String> notes)
            throws FormatException {
        return switch (target) {
            case NUMPY -> NumPyCode.of(subject, notes);
            case PYTORCH -> TorchCode.of(subject, notes);
            case JAX -> JaxCode.of(subject, notes);
            case KERAS -> KerasCode.of(subject, notes);
            case JAVASCRIPT -> JavaScriptCode.of(subject, notes);
            case JAVA -> JavaCode.of(subject, name, notes);
        };
    }

    private static void require(Session session) throws FormatException {
        long numbers = 0;
        for (int[] size : session.network().parameters().values()) {
            numbers += 3L * size[0] * size[1];
        }
        long perRow = 2L * session.network().inputs() + 2L * session.network().width();
        numbers += perRow * session.steps() * session.batch();
        if (numbers > MOST_NUMBERS) {
            throw new FormatException("code.long", numbers, MOST_NUMBERS);
        }
    }

    /** @param notes what cannot be said is added to them */
    private static CodeSubject subject(Session session, NetworkTrace trace, List<String> notes) {
        return new CodeSubject(
                session.title(), session.network(), session.steps(), session.inputs(), trace, update(session, notes));
    }

    private static Optional<CodeSubject.Update> update(Session session, List<String> notes) {
        Training own = session.training();
        if (Trainer.refusal(session).isPresent()) {
            notes.add(TEXTS.get("code.not-trained"));
            return Optional.empty();
        }
        if (own.clipping() instanceof Clipping.ByTensor(double limit, boolean fused) && fused) {
            notes.add(TEXTS.get("code.fused"));
            return Optional.empty();
        }
        if (!(own.batching() instanceof Batching.Whole)) {
            notes.add(TEXTS.get("code.batches"));
        }
        if (!own.learnt().isEmpty()) {
            notes.add(TEXTS.get("code.learnt"));
        }
        boolean drops = session.network().layers().stream()
                .anyMatch(layer -> layer.dropout().drops());
        if (drops && (!session.inputs().dropout().isOn() || !session.tested().isEmpty())) {
            notes.add(TEXTS.get("code.dropout"));
        }
        Optional<CodeSubject.Update> update = CodeSubject.update(
                session.network(),
                session.inputs(),
                session.steps(),
                own.with(new Batching.Whole()).learning(Set.of()));
        if (update.isEmpty()) {
            notes.add(TEXTS.get("code.diverged"));
        }
        return update;
    }
}
