package org.gatescope.ui.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatescope.format.page.FormulaHtml;
import org.gatescope.format.page.Html;
import org.gatescope.format.session.SavedSession;
import org.gatescope.lesson.KnownAnswer;
import org.gatescope.lesson.Lesson;
import org.gatescope.lesson.LessonQuestion;
import org.gatescope.lesson.LessonQuestion.Amount;
import org.gatescope.lesson.LessonStep;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.lesson.Reckoning;
import org.gatescope.lesson.Sketch;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.lesson.AnswerWords;
import org.gatescope.ui.lesson.CountedSteps;
import org.gatescope.ui.lesson.LessonFormula;
import org.gatescope.ui.lesson.LessonMarkup;

/**
 * What a teacher has beside a lesson, as a page of HTML to read or print: minutes and goals, and for each step what is asked,
 * what is right with this session's numbers, typical wrong answers and what is said of them, and notes.
 */
public final class TeacherPage {
    private static final Texts TEXTS = Texts.of(TeacherPage.class);

    private static final String TEMPLATE = Html.resource("teacher.html");

    private TeacherPage() {}

    /** The page; empty where the session has no lesson. */
    public static Optional<String> html(SavedSession saved) {
        return saved.lesson().map(TeacherPage::html);
    }

    private static String html(OpenLesson open) {
        Lesson lesson = open.lesson();
        String title = Html.escaped(lesson.title());
        StringBuilder page = new StringBuilder(element("h1", title))
                .append(element("p", escaped("teacher.minutes", lesson.minutes())));
        if (!lesson.goals().isEmpty()) {
            page.append(element("p", escaped("teacher.goals")))
                    .append(element(
                            "ul",
                            lesson.goals().stream()
                                    .map(goal -> element("li", Html.escaped(goal)))
                                    .collect(Collectors.joining())));
        }
        List<LessonStep> steps = lesson.steps();
        for (int i = 0; i < steps.size(); i++) {
            page.append(element(
                    "section", step(i + 1, steps.get(i), Run.of(open.at(i).begin()))));
        }
        return Html.filled(TEMPLATE, Map.of("title", title, "body", page.toString()));
    }

    private static String step(int number, LessonStep step, Run run) {
        StringBuilder section =
                new StringBuilder(element("h2", escaped("teacher.step", number))).append(text(step.text(), run));
        step.question().ifPresent(question -> {
            section.append(heading("teacher.asks")).append(text(question.prompt(), run));
            question.right(run)
                    .map(answer -> AnswerWords.of(question, answer))
                    .ifPresent(answer -> section.append(element("blockquote", escaped("teacher.right", answer))));
            if (!question.known().isEmpty()) {
                section.append(known(question, run));
            }
            if (!step.reveal().isBlank()) {
                section.append(heading("teacher.reveal")).append(text(step.reveal(), run));
            }
        });
        if (!step.notes().isBlank()) {
            section.append(element("aside", heading("teacher.notes") + text(step.notes(), run)));
        }
        return section.toString();
    }

    private static String known(LessonQuestion question, Run run) {
        String rows = question.known().stream()
                .map(known -> element(
                        "tr",
                        element("td", Html.escaped(answer(question, known, run)))
                                + element("td", text(known.sentence(), run))))
                .collect(Collectors.joining());
        String heading =
                element("tr", element("th", escaped("teacher.answer")) + element("th", escaped("teacher.says")));
        return element("table", heading + rows);
    }

    /** With the numbers of the run. */
    private static String answer(LessonQuestion question, KnownAnswer known, Run run) {
        return switch (question) {
            case Amount amount -> number(amount, known.answer(), run);
            case Sketch sketch -> escapedCurve(known.answer(), run);
            default -> AnswerWords.of(question, known.answer());
        };
    }

    private static String number(LessonQuestion question, String reckoning, Run run) {
        return AnswerWords.of(
                question, Double.toString(Reckoning.of(reckoning).in(run).orElse(Double.NaN)));
    }

    private static String escapedCurve(String curve, Run run) {
        Amount each = new Amount("", Reckoning.of("0"), 0, List.of());
        return List.of(curve.split(";", -1)).stream()
                .map(step -> number(each, step.strip(), run))
                .collect(Collectors.joining(TEXTS.get("teacher.between")));
    }

    /** With the names of the notation in use. */
    private static String text(String text, Run run) {
        Session session = run.session();
        LessonFormula formulas =
                new LessonFormula(NamesOfParts.of(session, session.network().key(0)));
        return LessonMarkup.paragraphs(text).stream()
                .map(paragraph -> element(
                        "p",
                        paragraph.stream().map(piece -> piece(piece, formulas)).collect(Collectors.joining())))
                .collect(Collectors.joining());
    }

    private static String piece(LessonMarkup piece, LessonFormula formulas) {
        return switch (piece) {
            case LessonMarkup.Words(String words) -> Html.escaped(CountedSteps.in(words));
            case LessonMarkup.Mathematical(String formula) -> FormulaHtml.of(formulas.of(formula));
            case LessonMarkup.Named(String name) -> "<b>" + Html.escaped(name) + "</b>";
            case LessonMarkup.Link(String words, String target) -> Html.escaped(CountedSteps.in(words));
        };
    }

    private static String heading(String key) {
        return element("h3", escaped(key));
    }

    private static String escaped(String key, Object... arguments) {
        return Html.escaped(TEXTS.get(key, arguments));
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">\n";
    }
}
