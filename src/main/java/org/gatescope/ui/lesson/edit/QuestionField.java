package org.gatescope.ui.lesson.edit;

import java.util.Locale;
import org.gatescope.text.Texts;

/** What is filled in of a question, beside what it asks in words. */
enum QuestionField {
    NUMBER(false),
    THAN(false),
    TOLERANCE(false),
    UNITS(true),
    PART(false),
    LINE(false),
    CURVE(true),
    LOW(false),
    HIGH(false),
    CONDITIONS(true),
    ATTEMPTS(true),
    SOLUTION(true);

    private static final Texts TEXTS = Texts.of(QuestionField.class);

    private final boolean isList;

    QuestionField(boolean isList) {
        this.isList = isList;
    }

    /** Whether it has a line for each of several. */
    boolean isList() {
        return isList;
    }

    /** {@code number}. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As its heading. */
    String title() {
        return TEXTS.get("field." + key());
    }

    /** What is to be written there. */
    String help() {
        return TEXTS.get("field." + key() + ".help");
    }
}
