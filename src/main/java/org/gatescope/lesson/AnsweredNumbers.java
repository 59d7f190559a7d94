package org.gatescope.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Several numbers in one answer, between blanks. */
public final class AnsweredNumbers {
    private static final String BETWEEN = " ";

    private AnsweredNumbers() {}

    /** As an answer keeps them, to the last bit. */
    public static String written(List<Double> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(BETWEEN));
    }

    /** Those of an answer; none where one of them is no number, as a file may say anything. */
    public static double[] of(String answer) {
        try {
            return Arrays.stream(answer.strip().split("\\s+"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            return new double[0];
        }
    }
}
