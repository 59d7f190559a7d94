package org.gatescope.text;

import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The texts of one package in the user's language: {@code texts.properties} beside the package's other resources. */
public final class Texts {
    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The texts of the package in which {@code member} lives. */
    public static Texts of(Class<?> member) {
        return new Texts(ResourceBundle.getBundle(member.getPackageName() + ".texts"));
    }

    /** The bundle itself, as FXML wants it. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /** Whether there is a text of this key. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /**
     * The text of a key with its {0}, {1} … filled in. Numbers are written plainly, without grouping, and choose among
     * the forms of a {0,choice,…}.
     *
     * @throws java.util.MissingResourceException where no language has the key
     */
    public String get(String key, @Nullable Object... arguments) {
        return Filling.fill(bundle.getString(key), arguments);
    }
}
