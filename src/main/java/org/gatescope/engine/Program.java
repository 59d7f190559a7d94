package org.gatescope.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Instructions by section. */
final class Program {
    private final Map<Section, List<Instruction>> instructions = new EnumMap<>(Section.class);

    Program() {
        for (Section section : Section.values()) {
            instructions.put(section, new ArrayList<>());
        }
    }

    void add(Section section, Instruction instruction) {
        instructions(section).add(instruction);
    }

    void run(Section section, int t) {
        List<Instruction> list = instructions(section);
        for (int i = 0; i < list.size(); i++) {
            list.get(i).run(t);
        }
    }

    List<Instruction> instructions(Section section) {
        return Objects.requireNonNull(instructions.get(section));
    }
}
