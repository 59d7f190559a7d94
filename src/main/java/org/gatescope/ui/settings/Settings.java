package org.gatescope.ui.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatescope.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/**
 * What the window remembers. It never changes; {@code with…} gives another.
 *
 * @param schemaVersion version of the file's form
 * @param theme light or dark
 * @param window where the window was, or null before the first time
 * @param dividers positions of each split pane's dividers from 0 to 1, by the pane's id
 * @param choices recent choices by their key, such as the folder last used
 */
public record Settings(
        int schemaVersion,
        Theme theme,
        @Nullable WindowPlace window,
        Map<String, List<Double>> dividers,
        Map<String, String> choices) {
    static final int CURRENT_VERSION = 1;
    private static final int MOST_ENTRIES = 500;
    private static final int LONGEST_TEXT = 10_000;

    public Settings {
        Objects.requireNonNull(theme, "theme");
        dividers = copyOf(dividers);
        choices = Map.copyOf(choices);
        require(schemaVersion == CURRENT_VERSION, "schemaVersion");
        require(dividers.size() <= MOST_ENTRIES && choices.size() <= MOST_ENTRIES, "too many entries");
        require(choices.values().stream().allMatch(text -> text.length() <= LONGEST_TEXT), "a text is too long");
    }

    /** Those of the first start. */
    public static Settings defaults() {
        return new Settings(CURRENT_VERSION, Theme.LIGHT, null, Map.of(), Map.of());
    }

    /** The same with another theme. */
    public Settings withTheme(Theme other) {
        return new Settings(schemaVersion, other, window, dividers, choices);
    }

    /** The same with the window elsewhere. */
    public Settings withWindow(WindowPlace place) {
        return new Settings(schemaVersion, theme, place, dividers, choices);
    }

    /**
     * The same with the dividers of a pane elsewhere.
     *
     * @param positions from 0 to 1, from left to right
     */
    public Settings withDividers(String pane, List<Double> positions) {
        Map<String, List<Double>> changed = new HashMap<>(dividers);
        changed.put(pane, positions);
        return new Settings(schemaVersion, theme, window, changed, choices);
    }

    /** The same with another value of a choice. */
    public Settings withChoice(String key, String value) {
        Map<String, String> changed = new HashMap<>(choices);
        changed.put(key, value);
        return new Settings(schemaVersion, theme, window, dividers, changed);
    }

    /** The same with other values of some choices. */
    public Settings withChoices(Map<String, String> values) {
        Map<String, String> changed = new HashMap<>(choices);
        changed.putAll(values);
        return new Settings(schemaVersion, theme, window, dividers, changed);
    }

    /** The value of a choice; empty if none was ever made. */
    public Optional<String> choice(String key) {
        return Optional.ofNullable(choices.get(key));
    }

    private static Map<String, List<Double>> copyOf(Map<String, List<Double>> dividers) {
        Map<String, List<Double>> copy = new HashMap<>();
        dividers.forEach((pane, positions) -> {
            require(positions.size() <= MOST_ENTRIES, "too many dividers");
            require(positions.stream().allMatch(at -> at >= 0 && at <= 1), "a divider lies outside of its pane");
            copy.put(pane, List.copyOf(positions));
        });
        return Map.copyOf(copy);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
