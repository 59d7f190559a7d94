package org.gatescope.ui.words;

import java.util.List;
import java.util.stream.Collectors;
import org.gatescope.engine.Fill;
import org.gatescope.session.NetworkChange;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;

/** What a change of the network did to the parameters, in a sentence or two. */
public final class ChangeWords {
    private static final Texts TEXTS = Texts.of(ChangeWords.class);
    /** More names than that are counted. */
    private static final int MOST_NAMES = 12;

    private ChangeWords() {}

    /** New parameters and how they were filled; lost ones and shortcuts by name. Empty where all stayed. */
    public static String of(NetworkChange change) {
        String parameters = of(names(change.session(), change.added()), names(change.session(), change.lost()));
        return (parameters + " " + ofShortcuts(change)).strip();
    }

    /** Which layers no longer add what they read, and why. Empty where there are none. */
    public static String ofShortcuts(NetworkChange change) {
        return change.withoutShortcut().stream()
                .map(index -> TEXTS.get(
                        "change.shortcut",
                        index + 1,
                        change.session().network().reads(index),
                        change.session().network().layers().get(index).ownWidth()))
                .collect(Collectors.joining(" "));
    }

    /** The same by the names that the equations have. */
    public static String of(List<String> added, List<String> lost) {
        String gained = added.isEmpty() ? "" : TEXTS.get("change.added", listed(added), Fill.Normal.SIGMA);
        return (gained + " " + (lost.isEmpty() ? "" : TEXTS.get("change.lost", listed(lost)))).strip();
    }

    private static List<String> names(Session session, List<String> full) {
        return full.stream().map(name -> PartWords.parameter(session, name)).toList();
    }

    private static String listed(List<String> names) {
        return names.size() > MOST_NAMES
                ? TEXTS.get("change.many", names.getFirst(), names.getLast(), names.size())
                : String.join(", ", names);
    }
}
