package org.gatescope.ui.lesson.edit;

import java.util.function.UnaryOperator;
import org.gatescope.lesson.Place;
import org.gatescope.session.Run;

/** What the form does on behalf of its parts. */
interface Editing {
    /** The run that is shown. */
    Run run();

    /** What the window shows now. */
    Place here();

    /** Leads the window to a place. */
    void go(Place place);

    /** The number that is open, as session files write it; empty for none. */
    String openNumber();

    /** Something was typed. @param key of the entry */
    void type(String key, UnaryOperator<StepDraft> change);

    /** Something was chosen: the form is to show other entries. */
    void choose(UnaryOperator<StepDraft> change);

    /** Says what cannot be done, and why. */
    void refuse(String sentence);
}
