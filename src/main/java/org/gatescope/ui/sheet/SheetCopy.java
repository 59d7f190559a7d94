package org.gatescope.ui.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.explain.Covered;
import org.gatescope.explain.CoveredNumbers;
import org.gatescope.explain.Explanation;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.RunTable;
import org.gatescope.explain.RunTables;
import org.gatescope.format.FormatException;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.stage.RunLanes;

/**
 * One pupil's sheet: a run, and which of its numbers are blank.
 *
 * @param number of the copy, from 1
 * @param asked  the numbers that are to be filled in
 */
record SheetCopy(int number, Run run, List<RunTable> tables, Set<NumberId> asked) {
    private static final Texts TEXTS = Texts.of(SheetCopy.class);

    /** What there is room for. */
    private static final int MOST_STEPS = 40;

    private static final int MOST_UNITS = 16;
    private static final int MOST_GIVEN = 1500;
    private static final int MOST_ASKED = 300;
    /** How far numbers that do not stand on the sheet are followed to those that do. */
    private static final int DEEP = 4;

    /** @throws FormatException if there is no room for it, or nothing is blank */
    static SheetCopy of(SheetWish wish, int number) throws FormatException {
        Session session = wish.numbers().session(wish.title(), wish.seed(), number, wish.digits());
        check(session);
        Run run = Run.of(session);
        List<RunTable> tables = ordered(RunTables.of(run), session);
        List<NumberId> hidden = hidden(session, wish, tables);
        if (wish.most() > 0 && hidden.size() > wish.most()) {
            Collections.shuffle(hidden, new Random(wish.seed() * 1_000_003 + number + 1));
            hidden = hidden.subList(0, wish.most());
        }
        if (hidden.size() > MOST_ASKED) {
            throw FormatException.of(TEXTS, "too-many-blanks", hidden.size(), MOST_ASKED);
        }
        return new SheetCopy(number, run, tables, new LinkedHashSet<>(hidden));
    }

    /** Maps of parameters have no order, and the same sheet is to be the same file. */
    private static List<RunTable> ordered(List<RunTable> tables, Session session) {
        List<String> names = new ArrayList<>(session.network().parameters().keySet());
        Comparator<RunTable> byPlace = Comparator.comparing((RunTable table) -> names.indexOf(table.name()) < 0)
                .thenComparing(table -> names.indexOf(table.name()))
                .thenComparing(RunTable::name);
        return Stream.of(RunTable.Kind.values())
                .flatMap(kind -> {
                    Stream<RunTable> own = tables.stream().filter(table -> table.kind() == kind);
                    return kind == RunTable.Kind.COMPUTED ? own : own.sorted(byPlace);
                })
                .toList();
    }

    private static List<NumberId> hidden(Session session, SheetWish wish, List<RunTable> tables)
            throws FormatException {
        Covered covered = wish.covered().isEmpty() ? usual(session, wish.numbers()) : wish.covered();
        CoveredNumbers hides = new CoveredNumbers(session, covered);
        List<NumberId> hidden = new ArrayList<>();
        for (RunTable table : tables) {
            each(table, (step, sequence, unit) -> {
                NumberId id = table.id().of(step, sequence, unit);
                if (hides.hides(id)) {
                    hidden.add(id);
                }
            });
        }
        if (hidden.isEmpty()) {
            throw FormatException.of(
                    TEXTS, "no-blanks", covered.written(), String.join(", ", RunLanes.quantities(session)));
        }
        return hidden;
    }

    /** By hand all that is computed, with the gradients of the weights; otherwise the states and their gradients. */
    static Covered usual(Session session, SheetNumbers numbers) {
        Set<String> quantities = new LinkedHashSet<>();
        boolean isByHand = numbers instanceof SheetNumbers.OfHand;
        for (Part part : session.network().parts()) {
            Cell cell = part.layer().cell();
            for (Assignment line : cell.statements()) {
                boolean isState = cell.states().contains(QuantityName.unprimed(line.name()));
                if (isByHand ? !isPassedOn(cell, line) : isState) {
                    quantities.add(Covered.quantity(part.key(), line.name()));
                    quantities.add(Covered.quantity(part.key(), Cell.gradient(line.name())));
                }
            }
            if (isByHand) {
                cell.parameters()
                        .keySet()
                        .forEach(own -> quantities.add(Covered.quantity(part.parameterKey(), Cell.gradient(own))));
            }
        }
        if (isByHand) {
            List.of(ReadOutEquations.OUTPUT, ReadOutEquations.LOSS, Cell.gradient(ReadOutEquations.LOGITS))
                    .forEach(name -> quantities.add(Covered.quantity(ReadOut.KEY, name)));
            quantities.add(Covered.quantity(ReadOut.KEY, Cell.gradient(ReadOut.W)));
        }
        return new Covered(quantities, Set.of(), Set.of());
    }

    /** A pre-activation that nothing is done to. */
    private static boolean isPassedOn(Cell cell, Assignment line) {
        return QuantityName.isPreActivation(line.name())
                && cell.statements().stream()
                        .anyMatch(other -> other.expression() instanceof Apply(var function, Expression argument)
                                && argument.equals(new Name(line.name()))
                                && function.at(-2) == -2
                                && function.at(0.5) == 0.5);
    }

    /** @throws FormatException that says what there is no room for */
    private static void check(Session session) throws FormatException {
        int units = session.network().parts().stream()
                .mapToInt(part -> part.layer().hidden())
                .max()
                .orElse(0);
        int given = session.numbers().parameters().values().stream()
                .mapToInt(table -> table.rows() * table.columns())
                .sum();
        if (session.steps() < 1 || session.batch() < 1) {
            throw FormatException.of(TEXTS, "nothing");
        }
        if (session.steps() > MOST_STEPS || units > MOST_UNITS || given > MOST_GIVEN) {
            throw FormatException.of(
                    TEXTS, "too-large", session.steps(), units, given, MOST_STEPS, MOST_UNITS, MOST_GIVEN);
        }
    }

    interface OfNumber {
        void at(int step, int sequence, int unit);
    }

    static void each(RunTable table, OfNumber action) {
        for (int t = 0; t < table.steps(); t++) {
            for (int n = 0; n < table.batch(); n++) {
                for (int unit = 0; unit < table.width(); unit++) {
                    if (table.has(t, n)) {
                        action.at(t, n, unit);
                    }
                }
            }
        }
    }

    /** How many numbers of a table are blank. */
    int asked(RunTable table) {
        int[] count = {0};
        each(table, (step, sequence, unit) -> {
            if (asked.contains(table.id().of(step, sequence, unit))) {
                count[0]++;
            }
        });
        return count[0];
    }

    /** Quantities that stand on the sheet: those with blanks, and those that these are computed from. */
    Set<RunTable.Key> shown() {
        Map<String, RunTable> byName = new LinkedHashMap<>();
        tables.forEach(table -> byName.put(table.part() + "|" + table.name(), table));
        Set<RunTable.Key> shown = new LinkedHashSet<>();
        for (RunTable table : tables) {
            if (table.kind() != RunTable.Kind.GIVEN && asked(table) > 0) {
                shown.add(table.key());
                samples(table).forEach(id -> follow(id, byName, shown, DEEP));
            }
        }
        return shown;
    }

    /** The first and the last that is asked for, and one between them. */
    private List<NumberId> samples(RunTable table) {
        List<NumberId> all = new ArrayList<>();
        each(table, (step, sequence, unit) -> {
            NumberId id = table.id().of(step, sequence, unit);
            if (asked.contains(id)) {
                all.add(id);
            }
        });
        return List.of(all.getFirst(), all.get(all.size() / 2), all.getLast());
    }

    private void follow(NumberId id, Map<String, RunTable> byName, Set<RunTable.Key> shown, int deep) {
        Optional<Explanation> why = deep == 0 ? Optional.empty() : Explanation.of(run, id);
        if (why.isEmpty()) {
            return;
        }
        List<NumberId> sources = why.get().sources();
        for (NumberId source : sources) {
            Optional<RunTable> table = table(source, byName);
            if (table.isPresent() && sources.size() > 1 && !isOnTheWay(table.get())) {
                shown.add(table.get().key());
            } else if (source instanceof NumberId.OfStep && !asked.contains(source)) {
                follow(source, byName, shown, deep - 1);
            }
        }
    }

    /** What would give away what it is made into: that is so, too, of the only number that another is made from. */
    private static boolean isOnTheWay(RunTable table) {
        boolean isReadBack =
                table.part().equals(ReadOut.KEY) && table.name().equals(Cell.gradient(ReadOutEquations.INPUT));
        return isReadBack || QuantityName.isPreActivation(QuantityName.base(table.name()));
    }

    /** Where a number stands; a state before a step is that after another. */
    private Optional<RunTable> table(NumberId id, Map<String, RunTable> byName) {
        if (!(id instanceof NumberId.OfStep(String part, Expression node, int step, int row, int column))
                || !(node instanceof Name(String name))) {
            return Optional.empty();
        }
        RunTable own = byName.get(part + "|" + name);
        boolean isState = run.session().part(part).isPresent()
                && run.session().part(part).get().layer().cell().states().contains(name);
        return Optional.ofNullable(isState ? byName.get(part + "|" + Cell.after(name)) : own);
    }
}
