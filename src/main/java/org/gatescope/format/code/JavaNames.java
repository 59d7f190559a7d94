package org.gatescope.format.code;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What the class of a Java program is called. */
final class JavaNames {
    private static final int LONGEST = 60;

    /** Classes that a program has, or names without saying where they come from. */
    private static final Set<String> TAKEN =
            Set.of(CodeTemplate.resource("java-classes.txt").strip().split("\\s+"));

    private JavaNames() {}

    /** {@code ThreeSentences} of {@code three sentences}; never one that the program has another class of. */
    static String ofClass(String name) {
        String joined = Arrays.stream(name.replaceAll("\\.java$", "").split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        String cut = joined.substring(0, Math.min(LONGEST, joined.length()));
        boolean isName = !cut.isEmpty() && Character.isLetter(cut.charAt(0));
        return isName && !isTaken(cut) ? cut : "Session" + cut;
    }

    private static boolean isTaken(String name) {
        String kind = name.replaceAll("\\d+$", ""); // the second class of a kind of cell has a 2 behind it
        return TAKEN.contains(name) || CellNames.all().contains(kind);
    }
}
