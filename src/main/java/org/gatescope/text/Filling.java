package org.gatescope.text;

import java.text.ChoiceFormat;
import java.text.DecimalFormat;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what a text leaves open, as {@link MessageFormat} does but for numbers: {0} stands without grouping, as an index
 * does, {0,number} with its thousands apart, as a count does.
 */
public final class Filling {
    private Filling() {}

    /**
     * A text with its {0}, {1} … filled in.
     *
     * @param text      as {@link MessageFormat} reads it
     * @param arguments numbers choose among the forms of a {0,choice,…}
     * @throws IllegalArgumentException if it is no such text: a brace or an apostrophe is left open, a choice has no
     * forms, or a place asks for another format
     */
    public static String fill(String text, @Nullable Object... arguments) {
        MessageFormat message = new MessageFormat(text, Locale.ROOT);
        requireClosed(text);
        Format[] formats = message.getFormats();
        for (int i = 0; i < formats.length; i++) {
            message.setFormat(i, format(text, formats[i], arguments));
        }
        return message.format(arguments);
    }

    /** An apostrophe that stands alone would take the places behind it out. */
    private static void requireClosed(String text) {
        if (text.chars().filter(letter -> letter == '\'').count() % 2 != 0) {
            throw new IllegalArgumentException("an apostrophe is left open: " + text);
        }
    }

    private static Format format(String text, @Nullable Format asked, @Nullable Object[] arguments) {
        return switch (asked) {
            case null -> new Plain(null, arguments);
            case ChoiceFormat choice when choice.getFormats().length > 0 -> new Plain(choice, arguments);
            case DecimalFormat count -> new Count();
            default -> throw new IllegalArgumentException("neither {0}, {0,number} nor {0,choice,…}: " + text);
        };
    }

    /** What stands for {0}: the argument as it says itself, or the form that it chooses. */
    private static final class Plain extends Format {
        private static final long serialVersionUID = 1;

        private final @Nullable ChoiceFormat choice;

        @SuppressWarnings("serial") // never written
        private final @Nullable Object[] all;

        Plain(@Nullable ChoiceFormat choice, @Nullable Object[] all) {
            this.choice = choice;
            this.all = all;
        }

        @Override
        public StringBuffer format(Object argument, StringBuffer to, FieldPosition position) {
            if (choice == null || !(argument instanceof Number)) {
                return to.append(argument instanceof Double number ? Numerals.exact(number) : argument);
            }
            return to.append(fill(choice.format(argument), all));
        }

        @Override
        public Object parseObject(String source, ParsePosition position) {
            throw new UnsupportedOperationException("texts are only written");
        }
    }

    /** A whole number with its thousands apart. */
    private static final class Count extends Format {
        private static final long serialVersionUID = 1;

        @Override
        public StringBuffer format(Object argument, StringBuffer to, FieldPosition position) {
            return to.append(
                    argument instanceof Integer || argument instanceof Long
                            ? Numerals.grouped(((Number) argument).longValue())
                            : argument instanceof Double number ? Numerals.exact(number) : argument);
        }

        @Override
        public Object parseObject(String source, ParsePosition position) {
            throw new UnsupportedOperationException("texts are only written");
        }
    }
}
