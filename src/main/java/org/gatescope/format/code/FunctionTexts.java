package org.gatescope.format.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The functions of the cell language in the language of a program, of which it is remembered which one the program uses.
 *
 * <p>They stand in a resource: {@code = tanh np.tanh} is one that there is, {@code = transpose .T} one that is written
 * behind its argument, and {@code : relu} begins the definition of one that has to be written down; names behind that are
 * of those that it uses itself.
 */
final class FunctionTexts {
    /** @param uses other functions; with {@code alias} none, and no lines */
    private record Known(String alias, List<String> uses, List<String> lines) {}

    private final Map<String, Known> all = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();

    /** @param resource of this package */
    FunctionTexts(String resource) {
        Known open = new Known("", List.of(), new ArrayList<>());
        for (String line : CodeTemplate.resource(resource).split("\n", -1)) {
            String[] words = line.split(" ", 3);
            if (line.startsWith("= ")) {
                all.put(words[1], new Known(words[2], List.of(), List.of()));
            } else if (line.startsWith(": ")) {
                List<String> uses = words.length > 2 ? List.of(words[2].split(" ")) : List.of();
                open = new Known(words[1], uses, new ArrayList<>());
                all.put(words[1], open);
            } else {
                open.lines().add(line);
            }
        }
    }

    /** What a function is called; with a dot in front where it stands behind its argument. */
    String name(String word) {
        use(word);
        return known(word).alias();
    }

    private void use(String word) {
        if (used.add(word)) {
            known(word).uses().forEach(this::use);
            if (all.containsKey(known(word).alias())) {
                use(known(word).alias());
            }
        }
    }

    private Known known(String word) {
        return Objects.requireNonNull(all.get(word), word);
    }

    /** What each word that was asked for is called in the program. */
    Map<String, String> called() {
        Map<String, String> called = new LinkedHashMap<>();
        used.forEach(word -> called.put(word, known(word).alias()));
        return called;
    }

    /** Of those that were asked for and are not there already, with two empty lines behind each. */
    String definitions() {
        StringBuilder text = new StringBuilder();
        all.forEach((word, known) -> {
            if (used.contains(word) && !known.lines().isEmpty()) {
                text.append(String.join("\n", known.lines()).strip()).append("\n\n\n");
            }
        });
        return text.toString();
    }
}
