package org.gatescope.session.debug;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Condition;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Call;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Names;
import org.gatescope.cell.Operation;
import org.gatescope.cell.QuantityName;
import org.gatescope.cell.RowFunction;
import org.gatescope.cell.RowOperation;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.session.Pass;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.session.number.StepNumbers;

/** The names that conditions and watches know in the parts of a network. */
public final class PartNames {
    private PartNames() {}

    /** The parts that are played, as they are shown, in their order. */
    public static List<String> parts(Session session) {
        Schedule schedule = Schedule.of(session);
        Set<String> parts = new LinkedHashSet<>();
        for (int i = 0; i < schedule.passes(); i++) {
            parts.add(schedule.pass(i).shownPart());
        }
        return List.copyOf(parts);
    }

    /** A part's values in the order in which they are computed, and its parameters. Each has its gradient too. */
    public static List<String> in(Run run, String part) {
        Schedule schedule = Schedule.of(run.session());
        Set<String> names = new LinkedHashSet<>(given(run.session(), part));
        Stream.iterate(0, i -> i < schedule.passes(), i -> i + 1)
                .map(schedule::pass)
                .filter(pass -> pass.shownPart().equals(part))
                .map(Pass::operations)
                .flatMap(List::stream)
                .map(Operation::quantity)
                .filter(name -> !QuantityName.isGradient(name))
                .forEach(names::add);
        names.addAll(StepNumbers.parameters(run, part));
        return List.copyOf(names);
    }

    /** What is known before the first operation of a step. */
    private static List<String> given(Session session, String part) {
        return switch (part) {
            case ReadOut.KEY -> List.of(ReadOutEquations.INPUT, ReadOutEquations.TARGET);
            case Embedding.KEY -> List.of(Embedding.TOKEN);
            default -> {
                List<String> given = new ArrayList<>(List.of(Cell.INPUT));
                given.addAll(session.network().part(part).layer().cell().states());
                yield given;
            }
        };
    }

    /** True if a part has all of the names of an expression, and sizes fit. */
    public static boolean understands(Run run, String part, Expression expression) {
        return parts(run.session()).contains(part)
                && new ConditionFitting(new StepNumbers(run, part, 0)).fits(expression);
    }

    /** True if there is a part that has all of the names of a condition, and sizes fit. */
    public static boolean understands(Run run, Condition condition) {
        return parts(run.session()).stream()
                .anyMatch(part -> new ConditionFitting(new StepNumbers(run, part, 0)).fits(condition));
    }

    /**
     * A quantity with an index beyond its last unit.
     *
     * @param units how many it has
     */
    public record MissingUnit(String quantity, int units) {}

    /** The first of them in some expressions, as the first of some parts that has its names sees it. */
    public static Optional<MissingUnit> missingUnit(Run run, List<String> parts, List<Expression> expressions) {
        return parts.stream()
                .map(part -> new StepNumbers(run, part, 0))
                .flatMap(numbers -> expressions.stream().flatMap(expression -> missingUnits(numbers, expression)))
                .findFirst();
    }

    private static Stream<MissingUnit> missingUnits(StepNumbers numbers, Expression expression) {
        Stream<MissingUnit> within = Names.operands(expression).stream().flatMap(part -> missingUnits(numbers, part));
        boolean isMissing = expression instanceof Call(RowFunction function, List<Expression> arguments)
                && function == RowOperation.UNIT
                && new ConditionFitting(numbers).fits(arguments.getFirst())
                && !new ConditionFitting(numbers).fits(expression);
        if (!isMissing) {
            return within;
        }
        Expression quantity = Names.operands(expression).getFirst();
        return Stream.concat(
                within,
                Stream.of(new MissingUnit(
                        quantity.toString(), numbers.of(quantity).columns())));
    }

    /** The first of some names that none of some parts has. */
    public static Optional<String> unknown(Run run, List<String> parts, List<Expression> expressions) {
        return expressions.stream()
                .flatMap(expression -> Names.in(expression).stream())
                .filter(name -> parts.stream().noneMatch(part -> understands(run, part, name)))
                .map(Name::text)
                .findFirst();
    }
}
