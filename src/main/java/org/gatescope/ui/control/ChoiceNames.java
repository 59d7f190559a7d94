package org.gatescope.ui.control;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** How the items of a choice are called. They are chosen, never typed. */
public final class ChoiceNames<T> extends StringConverter<T> {
    private final Function<T, String> name;
    private final String none;

    private ChoiceNames(Function<T, String> name, String none) {
        this.name = name;
        this.none = none;
    }

    /** Items shown by their names, for choices that nobody types into. */
    public static <T> ChoiceNames<T> of(Function<T, String> name) {
        return new ChoiceNames<>(name, "");
    }

    /** @param none said while nothing is chosen */
    public static <T> ChoiceNames<T> of(Function<T, String> name, String none) {
        return new ChoiceNames<>(name, none);
    }

    @Override
    public String toString(@Nullable T item) {
        return item == null ? none : name.apply(item);
    }

    @Override
    public @Nullable T fromString(String text) {
        return null;
    }
}
