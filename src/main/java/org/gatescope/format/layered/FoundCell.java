package org.gatescope.format.layered;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;

/** A folder that holds a cell, and what its path says of where the cell belongs. */
record FoundCell(CellForm form, Folder folder) {
    private static final Pattern NUMBERED = Pattern.compile("(?:(?:cells?|layers?|rnns?)_)?(\\d{1,3})");
    private static final Pattern FORWARD = Pattern.compile("fw|forward|forward_rnn|layer_fw");
    private static final Pattern BACKWARD = Pattern.compile("bw|backward|backward_rnn|layer_bw");

    /** In which direction of a layer it reads, as far as the path says it. */
    enum Way {
        UNSAID,
        FORWARD,
        BACKWARD
    }

    /** @throws FormatException if it cannot be taken */
    StoredCell read(Answers answers) throws FormatException {
        return form.read(folder, answers);
    }

    Way way() {
        int part = direction();
        if (part == folder.parts().size()) {
            return Way.UNSAID;
        }
        return FORWARD.matcher(folder.parts().get(part)).matches() ? Way.FORWARD : Way.BACKWARD;
    }

    /** What stands before the first number or direction in the path; the whole path if it has neither. */
    String base() {
        return before(Math.min(number(), direction()));
    }

    /** The path up to its first number and with it: all that the layer has. */
    String numbered() {
        return before(number() + 1);
    }

    /** The path up to its direction and with it. */
    String directed() {
        return before(direction() + 1);
    }

    /** Numbers in the path up to its direction: which layer it is. */
    List<Integer> outer() {
        return numbers(0, direction());
    }

    /** Numbers in the path behind its direction: which layer of a stack that goes one way. */
    List<Integer> inner() {
        return numbers(direction(), folder.parts().size());
    }

    private int direction() {
        return first(part ->
                FORWARD.matcher(part).matches() || BACKWARD.matcher(part).matches());
    }

    private int number() {
        return first(part -> NUMBERED.matcher(part).matches());
    }

    /** The first part that is so; how many there are if none is. */
    private int first(Predicate<String> is) {
        List<String> parts = folder.parts();
        return IntStream.range(0, parts.size())
                .filter(part -> is.test(parts.get(part)))
                .findFirst()
                .orElse(parts.size());
    }

    private String before(int part) {
        return part < folder.parts().size()
                ? folder.text().substring(0, folder.starts().get(part))
                : folder.text();
    }

    private List<Integer> numbers(int from, int to) {
        return folder.parts().subList(from, to).stream()
                .map(NUMBERED::matcher)
                .filter(Matcher::matches)
                .map(number -> Integer.valueOf(number.group(1)))
                .toList();
    }
}
