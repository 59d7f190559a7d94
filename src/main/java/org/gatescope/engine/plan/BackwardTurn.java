package org.gatescope.engine.plan;

import org.gatescope.engine.Network;
import org.gatescope.engine.Truncation;

/**
 * One of the backward passes that a run takes. A window that slides over k steps takes k + 1: the first hands nothing back
 * through time, and each later one lets arrive what the one before has handed back. So after turn m there is what has gone
 * back at most m steps, along any path through the layers, and in the last turn all numbers of a step still belong together.
 *
 * @param truncation of which nothing arrives where it cuts
 * @param number     from 0
 * @param of         1 where no window slides
 */
public record BackwardTurn(Truncation truncation, int number, int of) {

    /** How many turns a run takes. @param steps T */
    static int count(Truncation truncation, Network network, int steps) {
        return truncation instanceof Truncation.Window(int window) && truncation.cuts(network, steps) ? window + 1 : 1;
    }

    /** The only turn of a run that is not truncated. */
    static BackwardTurn whole() {
        return new BackwardTurn(Truncation.NONE, 0, 1);
    }

    /** True where what arrives is what the turn before has handed back. */
    public boolean slides() {
        return truncation instanceof Truncation.Window(int window) && of == window + 1;
    }

    /** True for the turn before which nothing was handed back. */
    public boolean isFirst() {
        return number == 0;
    }

    /** True for the turn whose numbers are kept. */
    public boolean isLast() {
        return number == of - 1;
    }
}
