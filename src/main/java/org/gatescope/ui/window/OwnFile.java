package org.gatescope.ui.window;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * A session file of one's own, as it was when its folder was read.
 *
 * @param size    in bytes
 * @param changed when it was last written
 */
record OwnFile(Path path, long size, FileTime changed) {}
