package org.gatescope.session.debug;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gatescope.cell.Condition;
import org.gatescope.cell.Names;
import org.gatescope.cell.Operation;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.engine.StepMask;
import org.gatescope.session.Pass;
import org.gatescope.session.Phase;
import org.gatescope.session.Run;
import org.gatescope.session.debug.Breakpoint.OnCondition;
import org.gatescope.session.debug.Breakpoint.OnNonFinite;
import org.gatescope.session.debug.Breakpoint.OnOperation;
import org.gatescope.session.debug.Breakpoint.OnStep;
import org.gatescope.session.number.StepNumbers;

/** Where in a pass a breakpoint may strike. */
final class Search {
    private static final Candidates.Test ALWAYS = (k, place) -> true;

    private final Run run;
    private final Pass pass;
    private final long start;
    private final int sequence;
    private final Map<String, Integer> completions;
    private final Set<String> parameters;

    Search(Run run, Pass pass, long start, int sequence) {
        this.run = run;
        this.pass = pass;
        this.start = start;
        this.sequence = sequence;
        this.completions = pass.completions();
        this.parameters = StepNumbers.parameters(run, pass.shownPart());
    }

    Optional<Candidates> of(Breakpoint breakpoint) {
        if (pass.length() == 0 || !breakpoint.enabled()) {
            return Optional.empty();
        }
        return switch (breakpoint) {
            case OnOperation operation -> operation(operation);
            case OnStep(int step, boolean enabled) -> step(step);
            case OnNonFinite nonFinite -> nonFinite();
            case OnCondition(String text, Condition condition, boolean enabled) ->
                condition(condition).map(this::becoming);
        };
    }

    private Optional<Candidates> operation(OnOperation breakpoint) {
        boolean isHere = breakpoint.phase() == pass.phase() && breakpoint.part().equals(pass.shownPart());
        return Optional.ofNullable(completions.get(breakpoint.quantity()))
                .filter(place -> isHere)
                .map(place -> at(0, List.of(place), ALWAYS));
    }

    private Optional<Candidates> step(int step) {
        if (step < pass.first() || step >= pass.first() + pass.steps()) {
            return Optional.empty();
        }
        int k = pass.played(step) - 1;
        List<Integer> last = List.of(pass.operations().size() - 1);
        return Optional.of(new Candidates(pass, start, k, k + 1, last, ALWAYS));
    }

    /** Of all sequences; what is beyond the end of one is finite. */
    private Optional<Candidates> nonFinite() {
        ConditionEvaluation evaluation = new ConditionEvaluation(run, pass.shownPart(), sequence);
        return Optional.of(becoming(
                at(0, completing(0), (k, place) -> evaluation.isNonFinite(computed(k, place), pass.step(k)))));
    }

    /** Where it is decided whether a condition holds; empty where it cannot in this pass. */
    Optional<Candidates> condition(Condition condition) {
        if (sequence >= run.session().batch()) {
            return Optional.empty();
        }
        ConditionEvaluation evaluation = new ConditionEvaluation(run, pass.shownPart(), sequence);
        Set<String> names = new TreeSet<>();
        condition.expressions().forEach(e -> Names.in(e).forEach(name -> names.add(name.text())));
        if (!evaluation.understands(condition) || !names.stream().allMatch(this::isThere)) {
            return Optional.empty();
        }
        int last = names.stream().mapToInt(this::place).max().orElse(-1);
        boolean asksAny = condition.asksAny();
        List<Integer> places = asksAny ? completing(last) : last < 0 ? List.of() : List.of(last);
        int from = names.stream().anyMatch(this::isShared) ? pass.steps() - 1 : 0;
        return Optional.of(at(
                from,
                places,
                (k, place) -> !isOver(k)
                        && evaluation.holds(condition, pass.step(k), asksAny ? computed(k, place) : List.of())));
    }

    /** True at a step that is not computed. The last output is read where each sequence ends; the loss is of all of them. */
    private boolean isOver(int k) {
        StepMask mask = run.session().mask();
        boolean isEachStep = !pass.shownPart().equals(ReadOut.KEY)
                || run.session().network().readOut().orElseThrow().everyStep();
        return isEachStep
                ? !pass.part().equals(Pass.TOTAL) && mask.isHeld(sequence, pass.step(k))
                : mask.count(sequence) == 0;
    }

    /** False for what no step of this pass can have yet. */
    private boolean isThere(String name) {
        if (pass.phase() != Phase.BACKWARD && QuantityName.isGradient(name)) {
            return false;
        }
        if (isShared(name) && !addsLast()) {
            return false;
        }
        boolean isSum = pass.phase() == Phase.LOSS && name.equals(ReadOutEquations.TOTAL);
        return !isSum || pass.part().equals(Pass.TOTAL);
    }

    /** The operation of a step that makes a quantity be there; −1 if it is there before the pass. */
    private int place(String name) {
        Integer completion = completions.get(name);
        if (completion != null) {
            return completion;
        }
        if (pass.phase() == Phase.BACKWARD) {
            return QuantityName.isGradient(name) ? pass.operations().size() - 1 : -1;
        }
        return pass.part().equals(Pass.TOTAL) || isParameter(name) ? -1 : 0;
    }

    private boolean isParameter(String name) {
        return parameters.contains(name);
    }

    private boolean isShared(String name) {
        return QuantityName.isGradient(name) && isParameter(QuantityName.base(name));
    }

    /** Tied directions add to the gradients of one: it is the last of them to go back. */
    private boolean addsLast() {
        return run.session()
                .part(pass.part())
                .map(Part::parameterKey)
                .orElse(pass.part())
                .equals(pass.part());
    }

    private List<Integer> completing(int from) {
        return completions.values().stream()
                .filter(place -> place >= from)
                .sorted()
                .toList();
    }

    /** What a step has completed after so many operations; parameters' gradients are whole with their last share. */
    private List<String> computed(int k, int place) {
        boolean isLast = k == pass.steps() - 1 && addsLast();
        return pass.operations().subList(0, place + 1).stream()
                .filter(Operation::completes)
                .map(Operation::quantity)
                .filter(quantity -> isLast || !isShared(quantity))
                .toList();
    }

    /** Where it holds now and did not before in the step, nor at the end of the step before. */
    private Candidates becoming(Candidates of) {
        List<Integer> places = of.places();
        return at(of.from(), places, (k, place) -> {
            int index = places.indexOf(place);
            return of.test().at(k, place)
                    && !(index > 0 && of.test().at(k, places.get(index - 1)))
                    && !(k > of.from() && of.test().at(k - 1, places.getLast()));
        });
    }

    private Candidates at(int from, List<Integer> places, Candidates.Test test) {
        return new Candidates(pass, start, from, pass.steps(), places, test);
    }
}
