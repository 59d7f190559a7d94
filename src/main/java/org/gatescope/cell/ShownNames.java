package org.gatescope.cell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Formula.Script;
import org.gatescope.cell.Formula.Style;
import org.gatescope.cell.Formula.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * The names of a part's equations as the notation has them that was shown when this was made. Everything that is read asks
 * here; what is typed, kept or code has the cell's own names.
 *
 * @param convention the notation
 * @param others     what stands in the place of the cell's own names, without primes
 * @param moments    by how many steps each quantity is away from the step at hand; parameters have no moment
 */
public record ShownNames(Convention convention, Map<String, String> others, Map<String, Integer> moments) {
    /** The cell's own, as in code. */
    public static final ShownNames OWN = new ShownNames(Convention.FIRST, Map.of(), Map.of());

    /** The last cell's: panels ask for the same one again and again. */
    private static volatile @Nullable Last last;

    private record Last(Cell cell, boolean isReversed, ShownNames names) {}

    public ShownNames {
        others = Map.copyOf(others);
        moments = Map.copyOf(moments);
    }

    /**
     * Of a layer's cell.
     *
     * @param isReversed of one that reads from the end, whose states come from the step behind
     */
    @SuppressWarnings("ReferenceEquality") // comparing cells would take longer than naming them
    public static ShownNames of(Cell cell, boolean isReversed) {
        Convention now = Convention.shown();
        Last known = last;
        if (known != null
                && known.cell() == cell
                && known.isReversed() == isReversed
                && known.names().convention().equals(now)) {
            return known.names();
        }
        Map<String, Integer> moments = new HashMap<>(Map.of(Cell.INPUT, 0));
        cell.statements().forEach(statement -> moments.put(statement.name(), 0));
        cell.states().forEach(state -> moments.put(state, isReversed ? 1 : -1));
        ShownNames names = new ShownNames(now, BookNames.of(now.book(), cell), moments);
        last = new Last(cell, isReversed, names);
        return names;
    }

    /** Of what is no cell's: all have their own names, and all quantities are of the step at hand. */
    public static ShownNames ofStep(List<String> quantities) {
        return ofStep(quantities, Map.of());
    }

    /** @param others names that are a cell's */
    public static ShownNames ofStep(List<String> quantities, Map<String, String> others) {
        Map<String, Integer> moments = new HashMap<>();
        quantities.forEach(name -> moments.put(name, 0));
        return new ShownNames(Convention.shown(), others, moments);
    }

    /** The same for a name as the language writes it, to be read or typeset further: {@code d.c̃} of {@code d.g}. */
    public String of(String name) {
        QuantityName taken = QuantityName.of(name);
        String own = QuantityName.unprimed(taken.base());
        String prime = taken.base().substring(own.length());
        String shown = others.getOrDefault(own, own) + prime;
        return new QuantityName(shown, taken.isGradient(), taken.mark()).text();
    }

    /** The same in a line of text, where names that stay are as they are typed: {@code d.c̃}, {@code Γ_f}, {@code d.Wx.i}. */
    public String text(String name) {
        QuantityName taken = QuantityName.of(name);
        String own = QuantityName.unprimed(taken.base());
        String shown = others.containsKey(own)
                ? Notation.plain(others.get(own)) + taken.base().substring(own.length())
                : taken.base();
        return new QuantityName(shown, taken.isGradient(), taken.mark()).text();
    }

    /** An expression in a line of text, its products turned about where vectors are columns. */
    public Expression of(Expression expression) {
        return Rewriting.each(expression, node -> switch (node) {
            case Name(String text) -> new Name(text(text));
            case Product(Expression left, Expression right) when convention.columns() -> new Product(right, left);
            default -> node;
        });
    }

    /** A symbol that stands alone: f, h′, ∂f. */
    public Formula symbol(String name) {
        return SymbolName.of(of(name));
    }

    /** A symbol within an equation, with its moment where the notation has one: f, or f with the subscript t. */
    public Formula within(String name) {
        return isTimed() ? timed(name) : ofLastStep(name).orElseGet(() -> symbol(name));
    }

    private boolean isTimed() {
        return convention.book().time() != Book.Time.PRIME;
    }

    private Formula timed(String name) {
        if (name.equals(Arrivals.UPSTREAM.text())) {
            return Formula.gradient(at(Mathematics.quantity("y"), moment(0)));
        }
        QuantityName taken = QuantityName.of(name);
        if (Arrivals.isFromNextStep(name) || Arrivals.isCutOff(name)) {
            int next = moments.getOrDefault(taken.base(), -1) < 0 ? 1 : -1;
            Formula from = Arrivals.isCutOff(name)
                    ? Mathematics.row(Mathematics.quantity("t"), Mathematics.operator("+"), Mathematics.quantity("k"))
                    : moment(next);
            Formula state = at(symbol(taken.base()), moment(0));
            return Formula.gradient(above(state, fenced("(", from, ")")));
        }
        Integer moment = moments.get(taken.base());
        if (moment == null) {
            return symbol(name);
        }
        Formula symbol = symbol(Cell.unprimed(taken.base()));
        Formula step = NameMoment.LAST_STEP.marks(name) ? lastStep() : moment(moment);
        Formula timed = isPlain(taken.base()) ? symbol : at(symbol, step);
        Formula marked = NameMoment.FORWARD_PASS.marks(name)
                ? below(timed, new Symbol(NameMoment.FORWARD_PASS.word(), Style.FUNCTION))
                : timed;
        return taken.isGradient() ? Formula.gradient(marked) : marked;
    }

    /** Ng’s gates have no ⟨t⟩. */
    private boolean isPlain(String name) {
        return convention.book() == Book.NG && of(name).startsWith("Γ");
    }

    /** What is of the step that the forward pass computes last, where steps are counted from 1: T in the place of T − 1. */
    private Optional<Formula> ofLastStep(String name) {
        return NameMoment.LAST_STEP.marks(name) && convention.firstStep() == 1
                ? Optional.of(below(symbol(NameMoment.unmarked(name)), lastStep()))
                : Optional.empty();
    }

    private Formula lastStep() {
        return convention.firstStep() == 1
                ? Mathematics.quantity("T")
                : Mathematics.row(Mathematics.quantity("T"), Mathematics.operator("−"), new Symbol("1", Style.NUMBER));
    }

    /** t, t − 1 or t + 1. */
    private static Formula moment(int by) {
        Formula t = Mathematics.quantity("t");
        return by == 0
                ? t
                : Mathematics.row(t, Mathematics.operator(by < 0 ? "−" : "+"), new Symbol("1", Style.NUMBER));
    }

    /** A symbol with a step, below or above it as the notation has it. */
    public Formula at(Formula symbol, Formula step) {
        return convention.hasTimeAbove() ? above(symbol, fenced("⟨", step, "⟩")) : below(symbol, step);
    }

    private static Formula fenced(String open, Formula inner, String close) {
        return Mathematics.row(new Symbol(open, Style.FENCE), inner, new Symbol(close, Style.FENCE));
    }

    private static Formula below(Formula symbol, Formula mark) {
        return symbol instanceof Script(Formula base, Formula below, Formula above)
                ? new Script(
                        base,
                        below.equals(Formula.EMPTY) ? mark : Mathematics.row(below, new Symbol(",", Style.FENCE), mark),
                        above)
                : new Script(symbol, mark, Formula.EMPTY);
    }

    static Formula above(Formula symbol, Formula mark) {
        return symbol instanceof Script(Formula base, Formula below, Formula above)
                ? new Script(base, below, above.equals(Formula.EMPTY) ? mark : Mathematics.row(above, mark))
                : new Script(symbol, Formula.EMPTY, mark);
    }
}
