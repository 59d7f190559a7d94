package org.gatescope.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.gatescope.cell.Expression.Name;
import org.gatescope.explain.NumberId.OfStep;

/**
 * What is hidden until somebody has said what it will be. Written as session files, lessons and pages name it, one after the
 * other with a semicolon between them: quantities as {@code f}, {@code d.f} or, of one part alone, {@code 0.forward|f}; numbers
 * as {@code step 0.forward f 3 0 2} or {@code given parameter 0.forward.Wx.i 0 1}; and numbers of hidden quantities that were
 * revealed as {@code shown step 0.forward f 3 0 2}.
 *
 * @param quantities whole ones: what {@link #quantity} writes, or a name alone for that of all parts
 * @param numbers    single ones
 * @param shown      numbers that are hidden no more, though their quantity is
 */
public record Covered(Set<String> quantities, Set<NumberId> numbers, Set<NumberId> shown) {
    /** Nothing is hidden. */
    public static final Covered NONE = new Covered(Set.of(), Set.of(), Set.of());

    /** How many of each can be kept: files are anybody's. */
    public static final int MOST = 2000;

    private static final int LONGEST = 200;
    private static final String SEPARATOR = ";";
    private static final String BAR = "|";
    private static final String SHOWN = "shown ";

    public Covered {
        quantities = Set.copyOf(quantities);
        numbers = Set.copyOf(numbers);
        shown = Set.copyOf(shown);
    }

    /** {@code 0.forward|f}, {@code 0.forward|d.f}: a quantity of one part. */
    public static String quantity(String part, String name) {
        return part + BAR + name;
    }

    public boolean isEmpty() {
        return quantities.isEmpty() && numbers.isEmpty();
    }

    /** Whether a number has a name of its own, by which it can be hidden: terms of an equation have none. */
    public static boolean canHide(NumberId number) {
        return !(number instanceof OfStep of) || of.node() instanceof Name;
    }

    /** Empty for nothing. */
    public String written() {
        List<String> all = new ArrayList<>(quantities.stream().sorted().toList());
        numbers.stream().map(WrittenNumber::written).sorted().forEach(all::add);
        shown.stream()
                .map(number -> SHOWN + WrittenNumber.written(number))
                .sorted()
                .forEach(all::add);
        return String.join(SEPARATOR + " ", all);
    }

    /** What was written; whatever cannot be read is left out, and so is all beyond {@link #MOST}. */
    public static Covered read(String written) {
        SequencedSet<String> quantities = new LinkedHashSet<>();
        SequencedSet<NumberId> numbers = new LinkedHashSet<>();
        SequencedSet<NumberId> shown = new LinkedHashSet<>();
        int start = 0;
        for (int read = 0; read < MOST && start < written.length(); read++) {
            int end = written.indexOf(SEPARATOR, start);
            int last = end < 0 ? written.length() : end;
            String item =
                    last - start > LONGEST ? "" : written.substring(start, last).strip();
            start = last + 1;
            Optional<NumberId> number = WrittenNumber.read(item);
            if (number.isPresent()) {
                numbers.add(number.get());
            } else if (item.startsWith(SHOWN)) {
                WrittenNumber.read(item.substring(SHOWN.length())).ifPresent(shown::add);
            } else if (item.matches("\\S+")) {
                quantities.add(item);
            }
        }
        return new Covered(quantities, numbers, shown);
    }
}
