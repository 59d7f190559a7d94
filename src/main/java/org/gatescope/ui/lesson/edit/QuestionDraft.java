package org.gatescope.ui.lesson.edit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gatescope.lesson.KnownAnswer;
import org.gatescope.lesson.LessonQuestion;

/**
 * A question as it is typed, whether it can be asked like that or not.
 *
 * @param entries by field, those too that another kind has
 */
record QuestionDraft(QuestionKind kind, String prompt, Map<QuestionField, String> entries, List<KnownAnswer> known) {
    private static final String USUAL_TOLERANCE = "0.01";

    QuestionDraft {
        entries = Map.copyOf(entries);
        known = List.copyOf(known);
    }

    static QuestionDraft of(LessonQuestion question) {
        QuestionKind kind = QuestionKind.of(question);
        return new QuestionDraft(kind, question.prompt(), kind.written(question), question.known());
    }

    /** With nothing asked yet. */
    static QuestionDraft empty(QuestionKind kind) {
        return new QuestionDraft(
                kind,
                "",
                Map.of(
                        QuestionField.TOLERANCE, USUAL_TOLERANCE,
                        QuestionField.LOW, "-1",
                        QuestionField.HIGH, "1"),
                List.of());
    }

    QuestionDraft withKind(QuestionKind now) {
        Map<QuestionField, String> more = new EnumMap<>(QuestionField.class);
        more.putAll(empty(now).entries());
        more.putAll(entries);
        return new QuestionDraft(now, prompt, more, now.hasKnown() ? known : List.of());
    }

    QuestionDraft withPrompt(String now) {
        return new QuestionDraft(kind, now, entries, known);
    }

    QuestionDraft with(QuestionField field, String entry) {
        Map<QuestionField, String> more = new EnumMap<>(QuestionField.class);
        more.putAll(entries);
        more.put(field, entry);
        return new QuestionDraft(kind, prompt, more, known);
    }

    QuestionDraft withKnown(int at, KnownAnswer answer) {
        List<KnownAnswer> more = new ArrayList<>(known);
        more.set(at, answer);
        return new QuestionDraft(kind, prompt, entries, more);
    }

    QuestionDraft withMore() {
        List<KnownAnswer> more = new ArrayList<>(known);
        more.add(new KnownAnswer("", ""));
        return new QuestionDraft(kind, prompt, entries, more);
    }

    QuestionDraft without(int at) {
        List<KnownAnswer> fewer = new ArrayList<>(known);
        fewer.remove(at);
        return new QuestionDraft(kind, prompt, entries, fewer);
    }
}
