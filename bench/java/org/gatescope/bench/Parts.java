package org.gatescope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long the parts of one thing took, each time it was done. Nanoseconds. */
final class Parts {
    private final Map<String, List<Long>> times = new LinkedHashMap<>();

    void add(String part, long nanos) {
        times.computeIfAbsent(part, name -> new ArrayList<>()).add(nanos);
    }

    void clear() {
        times.clear();
    }

    /** Appends a line for each part: its name, then all its times, between tabs. */
    void append(Path file) throws IOException {
        StringBuilder lines = new StringBuilder();
        times.forEach((part, nanos) -> {
            lines.append(part);
            nanos.forEach(time -> lines.append('\t').append(time));
            lines.append('\n');
        });
        Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
