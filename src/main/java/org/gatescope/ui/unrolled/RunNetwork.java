package org.gatescope.ui.unrolled;

import org.gatescope.picture.Tones;
import org.gatescope.picture.network.NetworkRow;
import org.gatescope.picture.network.NetworkScene;
import org.gatescope.picture.network.RowNumbers;
import org.gatescope.picture.network.UnrolledColours;
import org.gatescope.picture.network.UnrolledMarks;
import org.gatescope.session.Session;

/** The unrolled network of a run in which no step is pointed out. */
public final class RunNetwork {
    private RunNetwork() {}

    /**
     * Of one sequence.
     *
     * @param contents  as far as they are computed
     * @param isBack    as in the backward pass
     */
    public static NetworkScene of(Session session, int sequence, NumberSource contents, boolean isBack, Tones tones) {
        var numbers = NetworkRows.of(session, contents);
        RowNumbers input = numbers.stream()
                .filter(row -> row.row().kind() == NetworkRow.Kind.INPUT)
                .findFirst()
                .orElse(numbers.getFirst());
        RowNumbers output = numbers.stream()
                .filter(row -> row.row().kind() == NetworkRow.Kind.OUTPUT)
                .findFirst()
                .orElse(numbers.getFirst());
        SessionWords words = new SessionWords(
                session,
                sequence,
                input.shown().getFirst().content(),
                output.shown().getFirst().content(),
                output.shown().getLast().content());
        return new NetworkScene(
                numbers,
                words,
                session.numbers().truncation(),
                -1,
                "",
                isBack,
                UnrolledColours.of(tones),
                UnrolledMarks.NONE);
    }
}
