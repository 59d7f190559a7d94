package org.gatescope.ui.theme;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what JavaFX says about stylesheets while it is open: names not found, values that cannot be read. */
final class StyleComplaints extends Handler implements AutoCloseable {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Logger logger = Logger.getLogger("javafx.css");

    private StyleComplaints() {}

    static StyleComplaints listen() {
        StyleComplaints complaints = new StyleComplaints();
        complaints.logger.addHandler(complaints);
        complaints.logger.setUseParentHandlers(false);
        return complaints;
    }

    List<String> heard() {
        return heard;
    }

    @Override
    public void publish(LogRecord message) {
        if (message.getLevel().intValue() >= Level.WARNING.intValue()) {
            heard.add(message.getMessage());
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }
}
