package org.gatescope.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.NameMoment;
import org.gatescope.cell.Names;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.explain.NumberId.Norm;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;

/**
 * Which numbers of a session are hidden. A number that also stands elsewhere, such as a state before a step, or what a layer
 * reads from the one below, is hidden there, too.
 */
public final class CoveredNumbers {
    private static final int MOST_COLUMNS = 4096;

    private final Session session;
    private final Covered covered;
    private final Links links;
    private final Set<String> quantities;
    private final Set<NumberId> numbers;
    private final Set<NumberId> shown;

    public CoveredNumbers(Session session, Covered covered) {
        this.session = session;
        this.covered = covered;
        links = new Links(session);
        quantities = withAliases(covered.quantities());
        numbers = first(covered.numbers());
        shown = first(covered.shown());
    }

    /** Whose numbers they are. */
    public Session session() {
        return session;
    }

    public boolean isEmpty() {
        return covered.isEmpty();
    }

    /** Whether a whole quantity is hidden, but for what of it was revealed. */
    public boolean hides(String part, String name) {
        return has(Covered.quantity(part, lane(part, name)));
    }

    /** Whether any number of a quantity is hidden, at any step. */
    public boolean hidesSome(String part, String name) {
        if (covered.isEmpty()) {
            return false;
        }
        Set<String> same = withAliases(Set.of(Covered.quantity(part, lane(part, name))));
        return same.stream().anyMatch(this::has)
                || numbers.stream().flatMap(number -> quantity(number).stream()).anyMatch(same::contains);
    }

    /** Whether any of what an expression is made from is hidden, at any step. */
    public boolean hidesSome(String part, Expression expression) {
        return !covered.isEmpty()
                && Names.in(expression).stream().anyMatch(name -> hidesSome(part, NameMoment.unmarked(name.text())));
    }

    /** Whether a number is not to be seen. */
    public boolean hides(NumberId number) {
        if (covered.isEmpty()) {
            return false;
        }
        if (number instanceof Norm norm) {
            return hidesPartOf(norm);
        }
        List<NumberId> same = same(number);
        NumberId first = same.getLast();
        return !shown.contains(first)
                && (numbers.contains(first)
                        || same.stream()
                                .anyMatch(known ->
                                        quantity(known).filter(this::has).isPresent()));
    }

    /** With one number, of those that are shown, a norm would give it away. */
    private boolean hidesPartOf(Norm norm) {
        int width = width(norm.part(), norm.name());
        for (int column = 0; column < width; column++) {
            if (hides(new OfStep(norm.part(), norm.name(), norm.step(), norm.sequence(), column))) {
                return true;
            }
        }
        return false;
    }

    /** With a number hidden; the same if there is no room for more. */
    public Covered hide(NumberId number) {
        NumberId first = same(number).getLast();
        Set<NumberId> fewer = without(covered.shown(), first);
        Covered again = new Covered(covered.quantities(), covered.numbers(), fewer);
        boolean isEnough = new CoveredNumbers(session, again).hides(number)
                || !Covered.canHide(first)
                || covered.numbers().size() >= Covered.MOST;
        return isEnough ? again : new Covered(covered.quantities(), with(covered.numbers(), first), fewer);
    }

    /** With a number revealed. */
    public Covered reveal(NumberId number) {
        NumberId first = same(number).getLast();
        Set<NumberId> fewer = without(covered.numbers(), first);
        Covered rest = new Covered(covered.quantities(), fewer, covered.shown());
        boolean isEnough = !new CoveredNumbers(session, rest).hides(number)
                || covered.shown().size() >= Covered.MOST;
        return isEnough ? rest : new Covered(covered.quantities(), fewer, with(covered.shown(), first));
    }

    /** With all of a quantity hidden, also what of it was revealed. */
    public Covered hide(String part, String name) {
        String quantity = Covered.quantity(part, lane(part, name));
        return new Covered(
                with(covered.quantities(), quantity),
                covered.numbers(),
                rest(covered.shown(), withAliases(Set.of(quantity))));
    }

    /** With all of a quantity revealed. What is hidden in all parts by its name alone is hidden in none then. */
    public Covered reveal(String part, String name) {
        String lane = lane(part, name);
        Set<String> all = withAliases(Set.of(Covered.quantity(part, lane)));
        Set<String> fewer = covered.quantities().stream()
                .filter(known -> withAliases(Set.of(known)).stream().noneMatch(all::contains) && !isBrief(known, lane))
                .collect(Collectors.toSet());
        return new Covered(fewer, rest(covered.numbers(), all), rest(covered.shown(), all));
    }

    private static boolean isBrief(String known, String lane) {
        return known.equals(lane) || known.equals(brief(lane));
    }

    /** {@code h} of {@code h'}, as lanes call it. */
    private static String brief(String lane) {
        String own = Cell.unprimed(QuantityName.base(lane));
        return QuantityName.isGradient(lane) ? Cell.gradient(own) : own;
    }

    /** Those that are of none of the quantities. */
    private Set<NumberId> rest(Set<NumberId> all, Set<String> of) {
        return all.stream()
                .filter(number -> same(number).stream()
                        .noneMatch(known -> quantity(known).filter(of::contains).isPresent()))
                .collect(Collectors.toSet());
    }

    private static <T> Set<T> with(Set<T> all, T one) {
        Set<T> more = new HashSet<>(all);
        more.add(one);
        return more;
    }

    private Set<NumberId> without(Set<NumberId> all, NumberId first) {
        return all.stream()
                .filter(number -> !same(number).getLast().equals(first))
                .collect(Collectors.toSet());
    }

    private Set<NumberId> first(Collection<NumberId> all) {
        return all.stream().map(number -> same(number).getLast()).collect(Collectors.toSet());
    }

    private boolean has(String quantity) {
        String name = quantity.substring(quantity.indexOf('|') + 1);
        return quantities.contains(quantity) || quantities.contains(name) || quantities.contains(brief(name));
    }

    /** The lane in which a quantity stands: of a state before a step that of what it is afterwards. */
    private String lane(String part, String name) {
        return session.part(part)
                .filter(known -> known.layer().cell().states().contains(name))
                .map(known -> Cell.after(name))
                .orElse(name);
    }

    /** The number, and what it is the same as, one further away at a time. */
    private List<NumberId> same(NumberId number) {
        List<NumberId> all = new ArrayList<>(List.of(number));
        if (number instanceof OfStep of && !(of.node() instanceof Name)) {
            named(of).ifPresent(all::add);
        }
        while (all.getLast() instanceof OfStep of && of.node() instanceof Name && isThere(of)) {
            Optional<NumberId> next = before(of).filter(found -> !all.contains(found));
            if (next.isEmpty()) {
                break;
            }
            all.add(next.get());
        }
        return all;
    }

    /** A state that is kept is that of the last step before that was computed. */
    private Optional<NumberId> before(OfStep of) {
        String name = ((Name) of.node()).text();
        Optional<Part> part = session.part(of.part());
        boolean isKept = part.isPresent()
                && QuantityName.isAfter(name)
                && !QuantityName.isGradient(name)
                && links.order(part.get()).isHeld(of.row(), of.step());
        return isKept ? Optional.of(links.kept(part.get(), Cell.unprimed(name), of)) : links.of(of);
    }

    /** What a line computes, and what it takes the function of, have names. */
    private Optional<NumberId> named(OfStep of) {
        for (Assignment line : lines(of.part())) {
            Expression whole = line.expression();
            if (whole.equals(of.node())) {
                return Optional.of(new OfStep(of.part(), line.name(), of.step(), of.row(), of.column()));
            }
            if (whole instanceof Apply(var function, Expression argument) && argument.equals(of.node())) {
                String name = QuantityName.preActivation(line.name());
                return Optional.of(new OfStep(of.part(), name, of.step(), of.row(), of.column()));
            }
        }
        return Optional.empty();
    }

    private List<Assignment> lines(String part) {
        if (part.equals(ReadOut.KEY)) {
            return session.network().readOut().isPresent()
                            && session.objective().isPresent()
                    ? ReadOutEquations.statements(
                            session.network().readOut().get(),
                            session.objective().get().loss())
                    : List.of();
        }
        return session.part(part)
                .map(known -> known.layer().cell().statements())
                .orElse(List.of());
    }

    /** Whatever was named may be of another session. */
    private boolean isThere(OfStep of) {
        boolean hasPart = switch (of.part()) {
            case ReadOut.KEY ->
                session.network().readOut().isPresent() && session.objective().isPresent();
            case Embedding.KEY -> session.network().embedding().isPresent();
            default -> session.part(of.part()).isPresent();
        };
        return hasPart
                && Explaining.isWithin(of.step(), session.steps())
                && Explaining.isWithin(of.row(), session.batch())
                && of.column() < Math.max(1, width(of.part(), ((Name) of.node()).text()));
    }

    /** How many units a quantity of a part has; at least as many, where it is another's parameter. */
    private int width(String part, String name) {
        String base = QuantityName.base(name);
        return switch (part) {
            case ReadOut.KEY ->
                base.equals(ReadOutEquations.INPUT)
                        ? session.network().width()
                        : session.network().readOut().map(ReadOut::outputs).orElse(0);
            case Embedding.KEY ->
                Math.max(session.network().inputs(), session.network().layerInputs());
            default ->
                session.part(part)
                        .map(known -> base.equals(Cell.INPUT)
                                ? known.inputs()
                                : Math.max(known.inputs(), known.layer().separateWidth()))
                        .orElse(0);
        };
    }

    /** Of which quantity a number is one. */
    private Optional<String> quantity(NumberId number) {
        return switch (number) {
            case OfStep(String part, Name(String name), int step, int row, int column) ->
                Optional.of(Covered.quantity(part, lane(part, name)));
            case OfStep term -> Optional.empty();
            case Given(TableId table, int row, int column) -> quantity(table, false);
            case GradientOfGiven(TableId table, int row, int column) -> quantity(table, true);
            case NumberId.Loss loss -> Optional.of(Covered.quantity(ReadOut.KEY, ReadOutEquations.LOSS));
            case Norm(String part, String name, int step, int sequence) ->
                Optional.of(Covered.quantity(part, lane(part, name)));
            case NumberId.JacobianNorm norm -> Optional.empty();
        };
    }

    private Optional<String> quantity(TableId table, boolean isGradient) {
        return switch (table) {
            case TableId.Parameter(FullName name) -> Optional.of(of(name.part(), name.local(), isGradient));
            case TableId.Input(int sequence) -> {
                boolean hasTokens = session.network().embedding().isPresent();
                yield Optional.of(of(Embedding.KEY, hasTokens ? Embedding.TOKEN : Cell.INPUT, isGradient));
            }
            case TableId.Targets(int sequence) -> Optional.of(of(ReadOut.KEY, ReadOutEquations.TARGET, isGradient));
            default -> Optional.empty();
        };
    }

    private static String of(String part, String name, boolean isGradient) {
        return Covered.quantity(part, isGradient ? Cell.gradient(name) : name);
    }

    /** What is read from elsewhere is hidden there, but for the targets of a next word: its input is seen. */
    private Set<String> withAliases(Set<String> names) {
        Set<String> all = new HashSet<>(names);
        for (String quantity : names) {
            int bar = quantity.indexOf('|');
            if (bar > 0) {
                String part = quantity.substring(0, bar);
                String lane = lane(part, quantity.substring(bar + 1));
                all.add(Covered.quantity(part, lane));
                if (!lane.equals(ReadOutEquations.TARGET)) {
                    all.addAll(aliases(part, lane));
                }
            }
        }
        return all;
    }

    private Set<String> aliases(String part, String name) {
        Set<String> all = new HashSet<>();
        int width = Math.min(width(part, name), MOST_COLUMNS);
        for (int column = 0; column < width && session.steps() > 0 && session.batch() > 0; column++) {
            List<NumberId> same = same(new OfStep(part, name, session.steps() - 1, 0, column));
            same.stream().flatMap(number -> quantity(number).stream()).forEach(all::add);
        }
        return all;
    }
}
