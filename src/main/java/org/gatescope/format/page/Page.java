package org.gatescope.format.page;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatescope.engine.Network.Part;
import org.gatescope.format.FormatException;
import org.gatescope.format.code.SessionCode;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;

/**
 * A session as one page of HTML, which needs nothing else.
 *
 * @param run    that makes no mistakes on purpose
 * @param notes  on what it does not do as the session does, a sentence each
 * @param start  operations that are done when it is opened
 * @param hidden lanes that are to be predicted, by {@link PageLane#id}
 */
public record Page(
        Run run, List<String> notes, PageLabels labels, long start, List<String> hidden, PagePictures pictures) {
    static final Texts TEXTS = Texts.of(Page.class);

    /** Numbers that are written down in the page, and numbers that it computes: beyond them it is neither small nor quick. */
    private static final long MOST_NUMBERS = 60_000;

    private static final long MOST_COMPUTED = 1_000_000;

    public Page {
        notes = List.copyOf(notes);
        hidden = List.copyOf(hidden);
    }

    /**
     * The page of a run, without the mistakes that it makes on purpose.
     *
     * @param start operations that are done when it is opened
     * @param asked quantities that are to be predicted, as {@code f}, {@code d.f} or {@code 0.forward|f}; {@code all} for all
     * @throws FormatException if the session is too large, or has no quantity of that name
     */
    public static Page of(Run run, PageLabels labels, long start, List<String> asked, PagePictures pictures)
            throws FormatException {
        check(run.session());
        return new Page(run.right(), notes(run.session()), labels, start, hidden(labels, asked), pictures);
    }

    private static List<String> notes(Session session) {
        boolean isRight = session.mistakes().mistakes().isEmpty();
        return isRight ? List.of() : List.of(Texts.of(FormatException.class).get("page.mistakes"));
    }

    /** @throws FormatException if the session is too large for a page */
    public static void check(Session session) throws FormatException {
        long written =
                (long) session.steps() * session.batch() * session.network().inputs();
        for (int[] size : session.network().parameters().values()) {
            written += (long) size[0] * size[1];
        }
        long perRow = 0;
        for (Part part : session.network().parts()) {
            long widest = Math.max(part.inputs(), part.layer().separateWidth());
            perRow += 2L * (part.layer().cell().statements().size() + 1) * widest;
        }
        require(written, MOST_NUMBERS);
        require(perRow * session.steps() * session.batch(), MOST_COMPUTED);
    }

    private static void require(long numbers, long most) throws FormatException {
        if (numbers > most) {
            throw new FormatException("page.large", numbers, most);
        }
    }

    private static List<String> hidden(PageLabels labels, List<String> asked) throws FormatException {
        Set<String> hidden = new LinkedHashSet<>();
        for (String name : asked) {
            List<String> found = labels.lanes().stream()
                    .filter(lane -> isCalled(lane, name))
                    .map(PageLane::id)
                    .toList();
            if (found.isEmpty()) {
                String all =
                        labels.lanes().stream().map(PageLane::brief).distinct().collect(Collectors.joining(", "));
                throw new FormatException("page.hidden", name, all);
            }
            hidden.addAll(found);
        }
        return List.copyOf(hidden);
    }

    private static boolean isCalled(PageLane lane, String name) {
        return lane.id().equals(name) || lane.brief().equals(name);
    }

    /** The whole file. */
    public String html() {
        SessionCode code = SessionCode.forPage(run);
        List<String> all = Stream.concat(notes.stream(), code.notes().stream()).toList();
        PageJson json = new PageJson(this, all);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("LANGUAGE", Locale.ENGLISH.getLanguage());
        texts.put("TITLE", Html.escaped(run.session().title()));
        texts.put("DESCRIPTION", Html.escaped(String.join(" ", all)));
        texts.put("NOSCRIPT", Html.escaped(TEXTS.get("noscript")));
        texts.put("STYLE", Html.resource("page.css") + pictures.style());
        texts.put("NETWORK", networks());
        texts.put("CELLS", sections(pictures.cells(), json::cell));
        texts.put("EQUATIONS", sections(pictures.equations(), json::cell));
        texts.put("PROGRAM", Html.script(code.text()));
        texts.put("SESSION", Html.json(json.text()));
        texts.put("SCRIPT", Html.script(script()));
        return Html.filled(Html.resource("page.html"), texts);
    }

    private String networks() {
        StringBuilder all = new StringBuilder();
        for (int n = 0; n < pictures.networks().size(); n++) {
            all.append("<div data-sequence=\"%d\">%s</div>\n"
                    .formatted(n, pictures.networks().get(n)));
        }
        return all.toString();
    }

    /** Parts that are alike share theirs. */
    private String sections(Map<String, String> pictures, ToIntFunction<String> cell) {
        Map<Integer, String> byCell = new TreeMap<>();
        pictures.forEach((part, picture) -> byCell.putIfAbsent(cell.applyAsInt(part), picture));
        StringBuilder all = new StringBuilder();
        byCell.forEach((index, picture) -> all.append("<div data-cell=\"%d\">%s</div>\n".formatted(index, picture)));
        return all.toString();
    }

    /** The files of the page's own program, in the order in which scripts.txt has them. */
    private static String script() {
        return Html.resource("scripts.txt")
                .lines()
                .filter(name -> !name.isBlank())
                .map(name -> Html.resource(name.strip()))
                .collect(Collectors.joining("\n"));
    }
}
