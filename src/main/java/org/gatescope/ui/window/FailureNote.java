package org.gatescope.ui.window;

import java.io.PrintWriter;
import java.io.StringWriter;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Notices;

/**
 * Says in the status line that something failed that nobody had foreseen, once for all that follows from it, and copies the
 * details for a report. What was failing is left; the session is as it was.
 */
final class FailureNote extends Button {
    private static final Texts TEXTS = Texts.of(FailureNote.class);

    private final Notices notices;
    private String details = "";

    FailureNote(Notices notices) {
        super(TEXTS.get("failure.copy"));
        this.notices = notices;
        setId("status-failure");
        getStyleClass().addAll("tool", "warning");
        setTooltip(new Tooltip(TEXTS.get("failure.tip")));
        managedProperty().bind(visibleProperty());
        setVisible(false);
        setOnAction(event -> copy());
    }

    /** What the first of several failures says is kept: the others mostly follow from it. */
    void tell(Throwable failure) {
        if (!isVisible()) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            details = trace.toString();
            setVisible(true);
            notices.warn(TEXTS.get("failure", failure.getClass().getSimpleName()));
        }
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(TEXTS.get(
                "failure.details",
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("javafx.version"),
                details));
        Clipboard.getSystemClipboard().setContent(content);
        setVisible(false);
        notices.tell(TEXTS.get("failure.copied"));
    }
}
