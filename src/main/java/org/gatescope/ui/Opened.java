package org.gatescope.ui;

import java.nio.file.Path;
import java.util.Optional;
import org.gatescope.format.session.Draft;
import org.gatescope.format.session.SavedSession;

/**
 * What a window begins with.
 *
 * @param file        that it is kept in; empty for none
 * @param draft       where what is not saved yet is kept
 * @param isRecovered whether it was kept there when a program ended, and has to be saved
 */
record Opened(SavedSession saved, Optional<Path> file, Draft draft, boolean isRecovered) {}
