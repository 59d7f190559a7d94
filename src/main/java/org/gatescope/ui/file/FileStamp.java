package org.gatescope.ui.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** By which it is told whether another program has written a file. Of one that is not there all is 0. */
record FileStamp(long size, FileTime modified) {
    private static final FileStamp NONE = new FileStamp(0, FileTime.fromMillis(0));

    static FileStamp of(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(now.size(), now.lastModifiedTime());
        } catch (IOException e) {
            return NONE;
        }
    }

    /** Whether a file is another one than it was; one that is gone is to be written again. */
    boolean isAnother(Path file) {
        FileStamp now = of(file);
        return !now.equals(NONE) && !now.equals(this);
    }
}
