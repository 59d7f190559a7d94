package org.gatescope.ui.page;

import java.util.List;
import java.util.stream.Stream;
import org.gatescope.cell.Convention;
import org.gatescope.explain.Covered;
import org.gatescope.explain.CoveredNumbers;
import org.gatescope.format.FormatException;
import org.gatescope.format.page.Page;
import org.gatescope.format.page.PageLabels;
import org.gatescope.format.page.PageLane;
import org.gatescope.session.Run;
import org.gatescope.session.Session;

/** Makes a page of a session. */
public final class SessionPage {
    private SessionPage() {}

    /** One that opens at the start. */
    public static String html(Session session, List<String> hidden) throws FormatException {
        return html(session, 0, hidden, Covered.NONE);
    }

    /**
     * The file's text. On the JavaFX thread.
     *
     * @param position operations that are done when the page is opened
     * @param hidden quantities that are to be predicted, as {@code f}, {@code d.f} or {@code 0.forward|f}
     * @param covered what is hidden in the window: a page hides all of a quantity of which a number is
     * @throws FormatException if the session is too large, or has no such quantity
     * @throws org.gatescope.engine.TooLargeException if it cannot be computed
     */
    public static String html(Session session, long position, List<String> hidden, Covered covered)
            throws FormatException {
        Page.check(session);
        Run run = Run.of(session);
        Run right = run.right();
        // its program writes names, steps and products as they are at first
        return Convention.in(Convention.FIRST, () -> {
            PageLabels labels = SessionLabels.of(right);
            List<String> all = Stream.concat(hidden.stream(), covered(right.session(), covered, labels))
                    .toList();
            return Page.of(run, labels, position, all, SessionPictures.of(right))
                    .html();
        });
    }

    private static Stream<String> covered(Session session, Covered covered, PageLabels labels) {
        CoveredNumbers numbers = new CoveredNumbers(session, covered);
        return labels.lanes().stream()
                .filter(lane -> numbers.hidesSome(lane.part(), lane.quantity()))
                .map(PageLane::id);
    }
}
