package org.gatescope.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders in which copies of a user's files lie, and which therefore nobody else is to look into. */
public final class OwnFolder {
    private OwnFolder() {}

    /** Makes a folder, and those about it, unless it is there. */
    public static void create(Path folder) throws IOException {
        Files.createDirectories(folder, access(folder));
    }

    private static FileAttribute<?>[] access(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
