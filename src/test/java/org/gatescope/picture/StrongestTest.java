package org.gatescope.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which number shows where several share a pixel. */
class StrongestTest {
    @ParameterizedTest
    @CsvSource({
        "1, 2, 2",
        "2, 1, 2",
        "-3, 2, -3",
        "2, -3, -3",
        "2, -2, 2",
        "-2, 2, -2",
        "0, 1e-300, 1e-300",
        "1e300, NaN, NaN",
        "NaN, Infinity, NaN",
        "-Infinity, Infinity, -Infinity",
        "5, -Infinity, -Infinity"
    })
    void isTheOneOfLargerMagnitudeTheFirstOfEqualOnes(double a, double b, Double expected) {
        assertThat(Strongest.of(a, b)).isEqualTo(expected);
    }

    @Test
    void aSpikeIsFoundWhereverItIs() {
        for (int spike = 0; spike < 17; spike++) {
            int here = spike;
            assertThat(Strongest.of(0, 17, i -> i == here ? -9 : 1)).isEqualTo(-9);
        }
    }

    @Test
    void itsPlaceIsThatOfTheFirstOfEqualOnesAndOfNotANumberBeforeAll() {
        double[] numbers = {1, -3, 3, Double.NEGATIVE_INFINITY, Double.NaN, Double.NaN};
        assertThat(Strongest.place(0, 3, i -> numbers[i])).isEqualTo(1);
        assertThat(Strongest.place(0, 4, i -> numbers[i])).isEqualTo(3);
        assertThat(Strongest.place(0, 6, i -> numbers[i])).isEqualTo(4);
    }

    @Test
    void ofOneNumberIsThatNumber() {
        assertThat(Strongest.of(3, 4, i -> -i)).isEqualTo(-3);
    }

    /** Against all numbers gone through, each in the place that its share of the way says. */
    @RepeatedTest(20)
    void everyNumberBelongsToExactlyOnePlace(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int numbers = 1 + random.nextInt(5000);
        int places = 1 + random.nextInt(numbers);
        int[] seen = new int[numbers];
        for (int place = 0; place < places; place++) {
            Strongest.at(place, places, numbers, i -> seen[i]++);
        }
        assertThat(seen).containsOnly(1);
    }

    @RepeatedTest(10)
    void theLargestOfAllShowsSomewhere(RepetitionInfo repetition) {
        Random random = new Random(100 + repetition.getCurrentRepetition());
        int numbers = 1 + random.nextInt(3000);
        int places = 1 + random.nextInt(numbers);
        double[] values = random.doubles(numbers, -1, 1).toArray();
        double largest = 0;
        double shown = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int place = 0; place < places; place++) {
            shown = Math.max(shown, Math.abs(Strongest.at(place, places, numbers, i -> values[i])));
        }
        assertThat(shown).isEqualTo(largest);
    }

    @Test
    void placesOfManyNumbersDoNotOverflow() {
        int many = Integer.MAX_VALUE;
        int place = many / 2;
        assertThat(Strongest.at(place, many, many, i -> i)).isEqualTo(place);
    }
}
