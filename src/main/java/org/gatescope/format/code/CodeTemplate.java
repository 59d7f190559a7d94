package org.gatescope.format.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fixed part of a program. {@code %if FLAG}, {@code %if !FLAG}, {@code %else} and {@code %end} choose among its lines,
 * {@code %{KEY}} is where a text goes in; one of several lines, or of none, stands on a line by itself. {@code  %@ backward embedding 1} at
 * the end of a line says what it stands for ({@link CodeLink}).
 */
final class CodeTemplate {
    private static final String MARK = " %@ ";

    private final String text;

    private CodeTemplate(String text) {
        this.text = text;
    }

    /** One of this package's resources. */
    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(CodeTemplate.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CodeTemplate of(String name) {
        return new CodeTemplate(resource(name));
    }

    /** Several below one another, with two empty lines in between. */
    static String filled(List<String> names, Set<String> flags, Map<String, String> texts) {
        return names.stream().map(name -> of(name).filled(flags, texts)).collect(Collectors.joining("\n\n"));
    }

    /** @throws IllegalArgumentException that names a key which has no text */
    String filled(Set<String> flags, Map<String, String> texts) {
        Deque<Boolean> taken = new ArrayDeque<>();
        StringBuilder filled = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("%if ")) {
                taken.push(holds(line.substring(4).strip(), flags));
            } else if (line.equals("%else")) {
                taken.push(!taken.pop());
            } else if (line.equals("%end")) {
                taken.pop();
            } else if (taken.stream().allMatch(Boolean::booleanValue)) {
                add(marked(line), texts, filled);
            }
        }
        return filled.toString().stripTrailing() + "\n";
    }

    private static boolean holds(String asked, Set<String> flags) {
        return asked.startsWith("!") ? !flags.contains(asked.substring(1)) : flags.contains(asked);
    }

    /** A line with its marks as they stand in programs. */
    private static String marked(String line) {
        String[] parts = line.split(MARK);
        return parts[0] + Stream.of(parts).skip(1).map(CodeLink::mark).collect(Collectors.joining());
    }

    private static void add(String line, Map<String, String> texts, StringBuilder filled) {
        int from = line.indexOf("%{");
        if (from < 0) {
            filled.append(line).append('\n');
            return;
        }
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        int to = line.indexOf('}', from);
        String key = line.substring(from + 2, to);
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        boolean isAlone = line.strip().length() == to + 1 - from;
        if (isAlone) {
            text.lines()
                    .forEach(each ->
                            filled.append(each.isEmpty() ? "" : indent + each).append('\n'));
        } else {
            String indented = text.replace("\n", "\n" + indent);
            add(line.substring(0, from) + indented + line.substring(to + 1), texts, filled);
        }
    }
}
