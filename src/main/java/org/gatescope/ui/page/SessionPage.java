package org.gatescope.ui.page;

import java.util.List;
import org.gatescope.cell.Convention;
import org.gatescope.format.FormatException;
import org.gatescope.format.page.Page;
import org.gatescope.session.Run;
import org.gatescope.session.Session;

/** Makes a page of a session. */
public final class SessionPage {
    private SessionPage() {}

    /** One that opens at the start. */
    public static String html(Session session, List<String> hidden) throws FormatException {
        return html(session, 0, hidden);
    }

    /**
     * The file's text. On the JavaFX thread.
     *
     * @param position operations that are done when the page is opened
     * @param hidden quantities that are to be predicted, as {@code f}, {@code d.f} or {@code 0.forward|f}
     * @throws FormatException if the session is too large, or has no such quantity
     * @throws org.gatescope.engine.TooLargeException if it cannot be computed
     */
    public static String html(Session session, long position, List<String> hidden) throws FormatException {
        Page.check(session);
        Run run = Run.of(session);
        Run right = run.right();
        // its program writes names, steps and products as they are at first
        return Convention.in(Convention.FIRST, () -> Page.of(run, SessionLabels.of(right), position, hidden, SessionPictures.of(right))
                .html());
    }
}
