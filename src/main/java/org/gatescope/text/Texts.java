package org.gatescope.text;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

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

    /**
     * The text of a key with its {0}, {1} … filled in. Numbers are written plainly, without grouping.
     *
     * @throws java.util.MissingResourceException where no language has the key
     */
    public String get(String key, Object... arguments) {
        Object[] plain = Arrays.stream(arguments).map(String::valueOf).toArray();
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(plain);
    }
}
