package org.gatescope.format.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gatescope.cell.Operation;
import org.gatescope.session.Pass;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;

/**
 * A program beside the run that it computes: the lines that stand for the operation at the playhead, and the operation
 * that a line stands for. Lines of text are counted from 0.
 */
public final class PlayedCode {
    private final SessionCode code;
    /** Without mistakes, as the program is. */
    private final Schedule right;

    private final Map<CodeLink, List<Integer>> lines = new HashMap<>();

    private PlayedCode(SessionCode code, Schedule right) {
        this.code = code;
        this.right = right;
        new TreeMap<>(code.links()).forEach((line, links) -> links.forEach(link -> add(link, line)));
    }

    /** @param run whose program it is */
    public static PlayedCode of(SessionCode code, Run run) {
        return new PlayedCode(code, Schedule.of(run.session().withMistakes(Session.NO_MISTAKES)));
    }

    private void add(CodeLink link, int line) {
        List<CodeLink> each = link.parts().isEmpty()
                ? List.of(link)
                : link.parts().stream()
                        .map(part -> new CodeLink(link.phase(), List.of(part), link.line()))
                        .toList();
        each.forEach(one -> lines.computeIfAbsent(one, any -> new ArrayList<>()).add(line));
    }

    /** The program. */
    public SessionCode code() {
        return code;
    }

    /** True for a line that stands for an operation. */
    public boolean isLinked(int line) {
        return code.links().containsKey(line);
    }

    /**
     * The lines that stand for the operation that was done last: those of its statement or adjoint line, otherwise the ones
     * that compute a whole step of its part, otherwise those that start its phase; none where the program has no such line.
     */
    public List<Integer> at(Playhead now) {
        if (now.isAtStart()) {
            return List.of();
        }
        Schedule schedule = now.schedule();
        int index = schedule.indexAt(now.position() - 1);
        Pass pass = schedule.pass(index);
        int operation = (int) ((now.position() - 1 - schedule.start(index))
                % pass.operations().size());
        List<String> part = List.of(pass.part());
        return find(new CodeLink(pass.phase(), part, line(pass, operation)))
                .or(() -> find(new CodeLink(pass.phase(), part, CodeLink.WHOLE)))
                .or(() -> find(new CodeLink(pass.phase(), List.of(), CodeLink.WHOLE)))
                .orElse(List.of());
    }

    private Optional<List<Integer>> find(CodeLink link) {
        return Optional.ofNullable(lines.get(link));
    }

    /** Which statement, or which of the program's adjoint lines, an operation of a step belongs to; −1 for none. */
    private int line(Pass pass, int operation) {
        if (pass.phase() != Phase.BACKWARD) {
            return (int) pass.operations().stream()
                    .limit(operation)
                    .filter(Operation::completes)
                    .count();
        }
        List<Operation> programs = right.operations(pass.phase(), pass.part());
        return same(pass.operations(), operation, programs);
    }

    /** Where an operation stands in another list: in the same place if it can, as a line may be there twice; −1 if it is not. */
    private static int same(List<Operation> from, int place, List<Operation> to) {
        Operation wanted = from.get(place);
        return place < to.size() && to.get(place).equals(wanted) ? place : to.indexOf(wanted);
    }

    /**
     * The playhead after the operation that a line stands for: at the step where it is, and in the part where it is if the
     * line stands for that one, otherwise in the first that it stands for. Empty if it stands for none in this run.
     */
    public Optional<Playhead> from(int line, Playhead now) {
        List<CodeLink> links = code.links().getOrDefault(line, List.of());
        return links.isEmpty() ? Optional.empty() : from(links.getFirst(), now);
    }

    private Optional<Playhead> from(CodeLink link, Playhead now) {
        if (link.parts().isEmpty()) {
            return Optional.of(now.at(now.schedule().start(link.phase()) + 1));
        }
        String here = now.moment().map(Playhead.Moment::part).orElse("");
        String part = link.parts().contains(here) ? here : link.parts().getFirst();
        List<Operation> played = now.schedule().operations(link.phase(), part);
        int operation = link.line() == CodeLink.WHOLE ? played.size() - 1 : operation(link, part, played);
        return operation < 0 || now.schedule().steps(link.phase(), part) == 0
                ? Optional.empty()
                : Optional.of(now.atOperation(link.phase(), part, now.step(), operation));
    }

    /** The last operation of a line; −1 if a mistake has taken it away. */
    private int operation(CodeLink link, String part, List<Operation> played) {
        if (link.phase() == Phase.BACKWARD) {
            List<Operation> programs = right.operations(link.phase(), part);
            return link.line() < programs.size() ? same(programs, link.line(), played) : -1;
        }
        return IntStream.range(0, played.size())
                .filter(place -> played.get(place).completes())
                .skip(link.line())
                .findFirst()
                .orElse(-1);
    }
}
