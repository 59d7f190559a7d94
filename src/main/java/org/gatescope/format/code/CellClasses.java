package org.gatescope.format.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;

/** The classes of a network's cells, each once under a name of its own, however many parts are of it. */
final class CellClasses {
    private final Map<String, String> classes = new LinkedHashMap<>();
    private final Map<Part, String> names = new LinkedHashMap<>();

    /** @param written the class of the cell that some parts have, under a name */
    CellClasses(Network network, BiFunction<List<Part>, String, String> written) {
        Map<String, List<Part>> alike = new LinkedHashMap<>();
        for (Part part : network.parts()) {
            Cell cell = part.layer().cell();
            String likeness = new CellLines(cell).repeats() ? part.sizes(0, 0) + cell.source() : cell.source();
            alike.computeIfAbsent(likeness, any -> new ArrayList<>()).add(part);
        }
        alike.values().forEach(parts -> {
            String name = add(parts, written);
            parts.forEach(part -> names.put(part, name));
        });
    }

    private String add(List<Part> parts, BiFunction<List<Part>, String, String> written) {
        String wanted = CellNames.of(parts.getFirst().layer().cell());
        String name = wanted;
        for (int i = 2; classes.containsKey(name); i++) {
            name = wanted + i;
        }
        classes.put(name, written.apply(parts, name));
        return name;
    }

    String nameOf(Part part) {
        return names.getOrDefault(part, "");
    }

    /** All classes. @param behind each of them */
    String text(String behind) {
        return classes.values().stream().map(text -> text + behind).collect(Collectors.joining());
    }
}
