package org.gatescope.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatescope.engine.mistakes.Mistake;

/** A mistake as a notebook has it, in NumPy, for a simple RNN: lines with − as they are wrong, with + as they are right. */
public final class NumPy {
    private static final Map<String, List<CodeLine>> LINES = read();

    private NumPy() {}

    /** The mistake as lines of NumPy, as a notebook would have it, for a simple RNN. */
    public static List<CodeLine> lines(Mistake mistake) {
        return LINES.getOrDefault(mistake.id(), List.of());
    }

    private static Map<String, List<CodeLine>> read() {
        try (InputStream stream = NumPy.class.getResourceAsStream("numpy.txt")) {
            String text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            Map<String, List<CodeLine>> sections = new LinkedHashMap<>();
            List<CodeLine> section = new ArrayList<>();
            for (String line : text.lines().toList()) {
                if (line.startsWith("[")) {
                    section = new ArrayList<>();
                    sections.put(line.substring(1, line.length() - 1), section);
                } else {
                    section.add(CodeLine.read(line));
                }
            }
            return sections;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
