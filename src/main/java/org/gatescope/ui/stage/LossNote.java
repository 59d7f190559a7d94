package org.gatescope.ui.stage;

import java.util.function.Consumer;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.explain.CoveredNumbers;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.Rounding;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.lane.GroupNote;

/** What L is in a run: beside the gradients, which are all of it. */
final class LossNote {
    private static final Texts TEXTS = Texts.of(LossNote.class);

    private LossNote() {}

    /** What the group of lanes is called that it stands beside. */
    static String group() {
        return TEXTS.get(PartLanes.GRADIENTS);
    }

    /** What the top layer puts out, as it is called beside its gradients. */
    private static String output(Session session) {
        return NamesOfParts.of(session, ReadOut.KEY).text(ReadOutEquations.INPUT);
    }

    /**
     * The loss by its name, which opens; without one the sum that the typed gradients are of, which leads to their table.
     *
     * @param sequence whose table it leads to
     */
    static GroupNote of(Run run, int sequence, CoveredNumbers hidden, Consumer<NumberId> open, SourceEditor editor) {
        Session session = run.session();
        return session.objective()
                .map(objective -> new GroupNote(
                        "loss-note",
                        TEXTS.get(
                                "note." + objective.loss().kind().name(),
                                hidden.hides(new NumberId.Loss())
                                        ? Rounding.HIDDEN
                                        : Numerals.rounded(
                                                run.trace()
                                                        .readOut()
                                                        .map(readOut -> readOut.loss())
                                                        .orElse(0.0),
                                                4)),
                        () -> open.accept(new NumberId.Loss())))
                .orElseGet(() -> new GroupNote(
                        "loss-note",
                        TEXTS.get("note.none", output(session)),
                        () -> editor.edit(new TableId.Upstream(sequence), Math.max(0, session.steps() - 1), 0)));
    }
}
