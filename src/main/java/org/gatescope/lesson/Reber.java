package org.gatescope.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The embedded Reber grammar (Reber 1967; Hochreiter and Schmidhuber 1997, figures 3 and 4): B, then T or P, a word of the plain
 * grammar, the same T or P again, E. What has to be kept in mind over the whole inner word is the second letter.
 */
final class Reber {
    static final List<String> LETTERS = List.of("B", "T", "P", "S", "X", "V", "E");
    /** From each state of the plain grammar: a letter and the state after it; the last has no successors. */
    private static final String[][] ARROWS = {
        {"B1"}, {"T2", "P3"}, {"S2", "X4"}, {"T3", "V5"}, {"X3", "S6"}, {"P4", "V6"}, {"E7"}, {}
    };

    private static final int END = 7;

    private Reber() {}

    /** A word, and after each of its letters but the last the letters that may follow. */
    record Word(List<Integer> letters, List<List<Integer>> successors) {}

    /** @param longest letters of the whole word, at most; at least 9 */
    static Word word(Random random, int longest) {
        while (true) {
            Word word = word(random);
            if (word.letters().size() <= longest) {
                return word;
            }
        }
    }

    private static Word word(Random random) {
        int frame = index(random.nextBoolean() ? "T" : "P");
        List<Integer> letters = new ArrayList<>(List.of(index("B"), frame));
        List<List<Integer>> successors = new ArrayList<>(List.of(List.of(index("T"), index("P")), List.of(index("B"))));
        int state = 0;
        while (state != END) {
            String[] arrows = ARROWS[state];
            String arrow = arrows[random.nextInt(arrows.length)];
            letters.add(index(arrow.substring(0, 1)));
            state = arrow.charAt(1) - '0';
            successors.add(state == END ? List.of(frame) : letters(ARROWS[state]));
        }
        letters.add(frame);
        successors.add(List.of(index("E")));
        letters.add(index("E"));
        return new Word(List.copyOf(letters), List.copyOf(successors));
    }

    private static List<Integer> letters(String[] arrows) {
        return List.of(arrows).stream()
                .map(arrow -> index(arrow.substring(0, 1)))
                .toList();
    }

    private static int index(String letter) {
        return LETTERS.indexOf(letter);
    }
}
