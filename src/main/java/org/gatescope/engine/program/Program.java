package org.gatescope.engine.program;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Instructions by section. */
public final class Program {
    private final Map<Section, List<Instruction>> instructions = new EnumMap<>(Section.class);

    /** An empty program. */
    public Program() {
        for (Section section : Section.values()) {
            instructions.put(section, new ArrayList<>());
        }
    }

    /** Appends an instruction to a section. */
    public void add(Section section, Instruction instruction) {
        instructions(section).add(instruction);
    }

    /**
     * Runs a section in order.
     *
     * @param t the time step; of sections that take all steps at once, 0
     */
    public void run(Section section, int t) {
        List<Instruction> list = instructions(section);
        for (int i = 0; i < list.size(); i++) {
            list.get(i).run(t);
        }
    }

    /** The instructions of a section, in the order in which they run. */
    public List<Instruction> instructions(Section section) {
        return Objects.requireNonNull(instructions.get(section));
    }
}
