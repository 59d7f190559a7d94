package org.gatescope.session;

import java.util.List;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.ReadOut;

/**
 * Sequences from outside, with what a network is to say of them.
 *
 * @param title      what the session is then called
 * @param steps      T
 * @param lengths    steps of each sequence, from 0 to T
 * @param input      (T·N, D), time-major
 * @param vocabulary what one-hot inputs stand for; empty where they are numbers
 * @param readOut    as wide as the targets
 * @param objective  with targets of that width
 */
public record Sequences(
        String title,
        int steps,
        List<Integer> lengths,
        Matrix input,
        Vocabulary vocabulary,
        ReadOut readOut,
        Objective objective,
        Features features) {
    public Sequences {
        lengths = List.copyOf(lengths);
    }
}
