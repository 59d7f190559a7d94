package org.gatescope.ui.window;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which lanes are folded, as settings say it: {@code +d.h -f} for one that is and one that is not. */
final class Folds {
    private static final String FOLDED = "+";
    private static final String UNFOLDED = "-";

    private Folds() {}

    static String written(Map<String, Boolean> folds) {
        return new TreeMap<>(folds)
                .entrySet().stream()
                        .map(fold -> (fold.getValue() ? FOLDED : UNFOLDED) + fold.getKey())
                        .collect(Collectors.joining(" "));
    }

    static Map<String, Boolean> read(String written) {
        Map<String, Boolean> folds = new TreeMap<>();
        for (String word : written.split(" ", -1)) {
            if (word.startsWith(FOLDED) || word.startsWith(UNFOLDED)) {
                folds.put(word.substring(1), word.startsWith(FOLDED));
            }
        }
        return folds;
    }
}
