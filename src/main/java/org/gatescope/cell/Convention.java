package org.gatescope.cell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The notation that is shown. As the language does, it holds for the whole app: for everything that is read, and for nothing
 * that is kept in files, typed, or code.
 *
 * @param book      whose names gates and states have
 * @param columns   true where formulas are of column vectors, W x; false for rows, x W
 * @param firstStep the number of the first time step, 0 or 1
 */
public record Convention(Book book, boolean columns, int firstStep) {
    /** Of the first start, and of code. */
    public static final Convention FIRST = Book.GATESCOPE.convention();

    private static final List<String> VECTORS = List.of("rows", "columns");

    private static volatile Convention shown = FIRST;

    /** In the place of the shown one, for a piece of work. */
    private static final ScopedValue<Convention> INSTEAD = ScopedValue.newInstance();

    /** Throws where time begins neither at 0 nor at 1. */
    public Convention {
        if (firstStep != 0 && firstStep != 1) {
            throw new IllegalArgumentException("Steps are counted from " + firstStep);
        }
    }

    /** The one in use. */
    public static Convention shown() {
        return INSTEAD.orElse(shown);
    }

    /** What a piece of work makes of it in another notation than the shown one. */
    public static <R, X extends Throwable> R in(Convention other, ScopedValue.CallableOp<R, X> work) throws X {
        return ScopedValue.where(INSTEAD, other).call(work);
    }

    /** Takes another into use; what has been drawn stays as it is until it is drawn anew. */
    public static void show(Convention wanted) {
        shown = wanted;
    }

    /** The number that a step is shown with: what steps are counted from within, 0, may be 1 for the reader. */
    public static int counted(int step) {
        return step + shown().firstStep;
    }

    /** True where the step of a quantity stands above it, in angles: a⟨t⟩. */
    public boolean hasTimeAbove() {
        return book.time() == Book.Time.ANGLES;
    }

    /** The same with vectors as columns, or as rows. */
    public Convention withColumns(boolean wanted) {
        return new Convention(book, wanted, firstStep);
    }

    /** The same with another number for the first step. */
    public Convention withFirstStep(int wanted) {
        return new Convention(book, columns, wanted);
    }

    /** The symbol of a matrix as tables show it, of which formulas have the transpose where vectors are columns. */
    public Formula asStored(Formula matrix) {
        return columns ? ShownNames.above(matrix, Mathematics.operator("⊤")) : matrix;
    }

    /** As settings and commands have it: {@code ng,columns,1}. */
    public String written() {
        return String.join(
                ",", book.name().toLowerCase(Locale.ROOT), VECTORS.get(columns ? 1 : 0), String.valueOf(firstStep));
    }

    /** Of {@link #written} or a book alone, {@code ng}, which takes the rest of its notation along; empty for anything else. */
    public static Optional<Convention> read(String written) {
        String[] words = written.strip().split(",", -1);
        Optional<Convention> named = Arrays.stream(Book.values())
                .filter(book -> book.name().equalsIgnoreCase(words[0]))
                .findFirst()
                .map(Book::convention);
        return IntStream.range(1, words.length)
                .mapToObj(i -> words[i])
                .reduce(named, (known, word) -> known.flatMap(with -> with.with(word)), (one, other) -> other);
    }

    private Optional<Convention> with(String word) {
        return switch (word) {
            case "rows", "columns" -> Optional.of(withColumns(word.equals(VECTORS.getLast())));
            case "0", "1" -> Optional.of(withFirstStep(Integer.parseInt(word)));
            default -> Optional.empty();
        };
    }
}
