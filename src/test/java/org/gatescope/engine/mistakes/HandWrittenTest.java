package org.gatescope.engine.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.Trace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in the lines of a simple RNN give what they give in one written by hand. */
class HandWrittenTest {
    private static final double CLOSE = 1e-12;
    private static final double RATE = 0.05;
    private static final int STEPS = 4;
    private static final int BATCH = 3;
    private static final int INPUTS = 2;
    private static final int HIDDEN = 3;

    @ParameterizedTest
    @EnumSource
    void eachAlone(Mistake mistake) {
        assertAgrees(Set.of(mistake), 1);
    }

    @ParameterizedTest
    @EnumSource
    void eachWithEachOther(Mistake mistake) {
        for (Mistake other : Mistake.values()) {
            assertAgrees(EnumSet.of(mistake, other), 2);
        }
    }

    static List<Set<Mistake>> several() {
        Random random = new Random(11);
        List<Set<Mistake>> sets = new ArrayList<>(List.of(Set.of(), EnumSet.allOf(Mistake.class)));
        for (int i = 0; i < 200; i++) {
            Set<Mistake> some = EnumSet.noneOf(Mistake.class);
            Arrays.stream(Mistake.values())
                    .filter(mistake -> random.nextInt(3) == 0)
                    .forEach(some::add);
            sets.add(some);
        }
        return sets;
    }

    @ParameterizedTest
    @MethodSource("several")
    void severalTogether(Set<Mistake> mistakes) {
        assertAgrees(mistakes, 3);
    }

    private static void assertAgrees(Set<Mistake> mistakes, long seed) {
        HandWrittenRnn hand = new HandWrittenRnn(STEPS, BATCH, INPUTS, HIDDEN, seed, mistakes);
        Network network = new Network(
                INPUTS,
                List.of(new Layer(BuiltInCells.cell("rnn-tanh"), HIDDEN, Layer.Directions.FORWARD)),
                Optional.empty());
        NetworkInputs inputs = inputs(hand); // before the hand-written one changes them
        MistakenTrace run =
                new MistakenRun(mistakes, new StepUpdate(RATE, true), left(hand)).of(network, BATCH, STEPS, inputs);
        hand.forward();
        hand.backward(RATE / BATCH);
        Map<String, Double> expected = new LinkedHashMap<>();
        Map<String, Double> actual = new LinkedHashMap<>();
        Trace layer = run.trace().part("0.forward");
        for (int t = 0; t < STEPS; t++) {
            Figures.add("h " + t, hand.h[t], expected);
            Figures.add("dx " + t, hand.dx[t], expected);
            Figures.add("h " + t, Figures.step(layer.value("h'"), t), actual);
            Figures.add("dx " + t, Figures.step(run.trace().inputGradient(), t), actual);
        }
        Figures.add("dh0", hand.carry, expected);
        Figures.add("dh0", layer.initialStateGradient("h").toArray(), actual);
        double[][][] gradients = {hand.dWx, hand.dWh, {hand.db}};
        double[][][] after = {hand.wx, hand.wh, {hand.b}};
        List<String> names = List.of("0.forward.Wx.h", "0.forward.Wh.h", "0.forward.b.h");
        for (int i = 0; i < names.size(); i++) {
            Figures.add("d." + names.get(i), gradients[i], expected);
            Figures.add(
                    "d." + names.get(i),
                    run.trace().parameterGradient(names.get(i)).toArray(),
                    actual);
            Figures.add(names.get(i), after[i], expected);
            Figures.add(
                    names.get(i),
                    run.parametersAfter()
                            .getOrDefault(names.get(i), Matrix.zeros(0, 0))
                            .toArray(),
                    actual);
        }
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        assertThat(Figures.differing(actual, expected, CLOSE))
                .as("%s", mistakes)
                .isEmpty();
    }

    private static NetworkInputs inputs(HandWrittenRnn hand) {
        return new NetworkInputs(
                Map.of(
                        "0.forward.Wx.h", Matrix.of(hand.wx),
                        "0.forward.Wh.h", Matrix.of(hand.wh),
                        "0.forward.b.h", Matrix.row(hand.b)),
                timeMajor(hand.x),
                Collections.nCopies(BATCH, STEPS),
                0,
                Map.of("0.forward.h", Matrix.of(hand.h0)),
                timeMajor(hand.upstream),
                Map.of("0.forward.h", Matrix.of(hand.carry)),
                Optional.empty());
    }

    /** What an update before may have left: where gradients are not zeroed, the hand-written sums begin with it too. */
    private static Map<String, Matrix> left(HandWrittenRnn hand) {
        if (hand.zeroesGradients()) {
            return Map.of("0.forward.Wx.h", Matrix.filled(INPUTS, HIDDEN, 7)); // must not count
        }
        hand.beginWith(0.5);
        return Map.of(
                "0.forward.Wx.h", Matrix.of(hand.dWx),
                "0.forward.Wh.h", Matrix.of(hand.dWh),
                "0.forward.b.h", Matrix.row(hand.db));
    }

    private static Matrix timeMajor(double[][][] series) {
        return Matrix.of(Arrays.stream(series).flatMap(Arrays::stream).toArray(double[][]::new));
    }
}
