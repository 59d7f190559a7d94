package org.gatescope.ui.desk;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.gatescope.picture.Tones;
import org.gatescope.session.Background;
import org.gatescope.session.Workbench;
import org.gatescope.ui.theme.Theme;

/**
 * What each panel of a window is given.
 *
 * @param workbench  the model: session, run and playhead
 * @param selection  which part, sequence and number the panels show
 * @param theme      which colours the window has
 * @param notices    where to say what should be read once
 * @param background where to work out what would make the window wait
 */
public record Desk(
        Workbench workbench, Selection selection, ObjectProperty<Theme> theme, Notices notices, Background background) {
    /** A desk for one window over a workbench, with nothing selected yet. */
    public static Desk over(Workbench workbench, Background background, Theme first) {
        return new Desk(
                workbench, new Selection(workbench), new SimpleObjectProperty<>(first), new Notices(), background);
    }

    /** The colours of what is drawn now. */
    public Tones tones() {
        return Tones.of(isDark());
    }

    /** True with dark colours, for views that know no more of the theme. */
    public ObservableValue<Boolean> dark() {
        return theme.map(shown -> shown == Theme.DARK);
    }

    /** True while the colours are the dark ones. */
    public boolean isDark() {
        return theme.get() == Theme.DARK;
    }

    /** Lets go of the workbench, which may outlive the window. */
    public void close() {
        selection.close();
    }
}
