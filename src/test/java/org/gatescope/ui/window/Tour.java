package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCode;

/** The first tour of the README: what its steps set apart, in the order in which they do. */
final class Tour {
    /** How a word is set: keys are bold, what the window calls something is slanted, what is typed stands in code. */
    enum Kind {
        TYPED("`([^`]+)`"),
        KEYS("\\*\\*([^*]+)\\*\\*"),
        NAME("\\*([^*]+)\\*");

        private final String pattern;

        Kind(String pattern) {
            this.pattern = pattern;
        }
    }

    private record Mark(Kind kind, String text) {}

    private static final Pattern MARK =
            Pattern.compile(Kind.TYPED.pattern + "|" + Kind.KEYS.pattern + "|" + Kind.NAME.pattern);
    private static final Map<String, KeyCode> ARROWS = Map.of("→", KeyCode.RIGHT, "←", KeyCode.LEFT);

    private final Queue<List<Mark>> steps = new ArrayDeque<>();
    private final Queue<Mark> marks = new ArrayDeque<>();

    Tour() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("README.md"));
        int begin = lines.indexOf("## A first tour");
        assertThat(begin).isNotNegative();
        for (String line : lines.subList(begin + 1, lines.size())) {
            if (line.matches("\\d+\\. .*")) {
                steps.add(marks(line));
            } else if (!line.isEmpty() && !steps.isEmpty()) {
                return;
            }
        }
    }

    private static List<Mark> marks(String line) {
        List<Mark> found = new ArrayList<>();
        for (Matcher matcher = MARK.matcher(line); matcher.find(); ) {
            for (Kind kind : Kind.values()) {
                String text = matcher.group(1 + kind.ordinal());
                if (text != null) {
                    found.add(new Mark(kind, text));
                }
            }
        }
        return found;
    }

    /** Goes on to the next step: of the one before all has been done. */
    void step() {
        assertThat(marks).as("left of the step").isEmpty();
        marks.addAll(Objects.requireNonNull(steps.poll(), "no step more"));
    }

    boolean isOver() {
        return steps.isEmpty() && marks.isEmpty();
    }

    String typed() {
        return next(Kind.TYPED);
    }

    String name() {
        return next(Kind.NAME);
    }

    /** A sign on a button. */
    String sign() {
        return next(Kind.KEYS);
    }

    /** Modifiers first. */
    List<KeyCode> keys() {
        List<KeyCode> keys = new ArrayList<>();
        for (String key : next(Kind.KEYS).split("\\+")) {
            keys.add(Objects.requireNonNull(ARROWS.getOrDefault(key, KeyCode.getKeyCode(key)), key));
        }
        return keys;
    }

    private String next(Kind kind) {
        Mark mark = marks.poll();
        assertThat(mark).as("of the step, " + kind).isNotNull();
        assertThat(Objects.requireNonNull(mark).kind()).as(mark.text()).isEqualTo(kind);
        return mark.text();
    }
}
