package org.gatescope.ui.unrolled;

import org.gatescope.engine.ReadOut;
import org.gatescope.picture.HiddenSquare;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.picture.network.RowNumbers;
import org.gatescope.picture.network.StepWords;
import org.gatescope.session.Session;
import org.gatescope.session.Vocabulary;

/**
 * The words that inputs and outputs stand for: the likeliest one of what is read out.
 *
 * @param inputs  what comes in
 * @param outputs of the read-out; without units where there is none
 */
record SessionWords(Session session, int sequence, LaneContent inputs, LaneContent outputs, LaneContent targets)
        implements StepWords {
    @Override
    public String input(int t) {
        if (session.vocabulary().isEmpty()) {
            return "";
        }
        return RowNumbers.isHidden(inputs, t) ? HiddenSquare.MARK : session.token(sequence, t);
    }

    @Override
    public String output(int t) {
        return likeliest(outputs, t);
    }

    @Override
    public String target(int t) {
        return likeliest(targets, t);
    }

    private String likeliest(LaneContent shares, int t) {
        Vocabulary words = session.vocabulary();
        int count = session.network().readOut().map(ReadOut::outputs).orElse(0);
        if (words.isEmpty() || count != words.size() || !shares.has(t)) {
            return "";
        }
        if (RowNumbers.isHidden(shares, t)) {
            return HiddenSquare.MARK;
        }
        int best = 0;
        for (int k = 1; k < count; k++) {
            if (shares.value(t, k) > shares.value(t, best)) {
                best = k;
            }
        }
        return words.get(best);
    }
}
