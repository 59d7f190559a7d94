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
 * @param isUnsaved whether it is in no file as it is: a draft of a program that ended, or a copy
 */
record Opened(SavedSession saved, Optional<Path> file, Draft draft, boolean isUnsaved) {}
