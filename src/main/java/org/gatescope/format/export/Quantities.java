package org.gatescope.format.export;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatescope.cell.Cell;
import org.gatescope.engine.DropoutMasks;
import org.gatescope.engine.ReadOut;
import org.gatescope.format.FormatException;

/**
 * Which arrays of a run are wanted.
 *
 * @param names of arrays, {@code 0.forward.h}, or of quantities in whichever part, {@code h} and {@code grad/h}; none for all
 */
public record Quantities(Set<String> names) {
    /** All that there is. */
    public static final Quantities ALL = new Quantities(List.of());

    private static final Pattern OF_PART =
            Pattern.compile("(" + RunArrays.GRADIENT + ")?\\d+\\.[a-z]+\\.(.+)", Pattern.DOTALL);
    private static final int SHOWN = 30;

    public Quantities(Collection<String> names) {
        this(new LinkedHashSet<>(names));
    }

    public Quantities {
        names = Set.copyOf(names);
    }

    /** Whether an array is wanted. */
    boolean has(String array) {
        return names.isEmpty() || names.contains(array) || names.contains(quantity(array));
    }

    /** @throws FormatException that names what is not among these arrays */
    void requireAmong(List<String> arrays) throws FormatException {
        Set<String> known = new LinkedHashSet<>();
        arrays.forEach(array -> known.add(quantity(array)));
        for (String name : names) {
            if (!known.contains(name) && !arrays.contains(name)) {
                String listed = known.stream().limit(SHOWN).collect(Collectors.joining(", "));
                throw new FormatException("export.quantity", name, known.size() > SHOWN ? listed + " …" : listed);
            }
        }
    }

    /**
     * What the arrays of a quantity are called, whichever layer it is of.
     *
     * @param part     key of a layer's direction, or of the read-out
     * @param quantity in a cell or in the read-out: {@code x}, {@code f.pre}, {@code h'}
     */
    public static String name(String part, String quantity, boolean isGradient) {
        if (quantity.equals(Cell.INPUT)) {
            return isGradient ? RunArrays.INPUT_GRADIENT : RunArrays.INPUT;
        }
        if (quantity.equals(DropoutMasks.NAME)) {
            return RunArrays.DROPOUT;
        }
        String name = Cell.unprimed(quantity);
        return (isGradient ? RunArrays.GRADIENT : "") + (part.equals(ReadOut.KEY) ? part + "." + name : name);
    }

    /** {@code grad/f.pre} of {@code grad/0.forward.f.pre}; of anything else its own name. */
    public static String quantity(String array) {
        if (array.startsWith(RunArrays.DROPOUT + "/")) {
            return RunArrays.DROPOUT;
        }
        Matcher ofPart = OF_PART.matcher(array);
        return ofPart.matches() ? (ofPart.group(1) == null ? "" : RunArrays.GRADIENT) + ofPart.group(2) : array;
    }
}
