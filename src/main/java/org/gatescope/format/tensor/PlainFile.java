package org.gatescope.format.tensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.gatescope.format.FormatException;

/** A file that lies on a disk: no folder, no device, no pipe. */
public final class PlainFile {
    private PlainFile() {}

    /** All its bytes. @throws FormatException if there is no such file, or none that may be read */
    public static FilePart whole(Path file) throws FormatException {
        try {
            if (Files.isDirectory(file)) {
                throw new FormatException("file.folder");
            }
            long size = Files.size(file);
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new FormatException(
                        "file.unreadable", file.getFileSystem().provider().getScheme());
            }
            return new FilePart(file, 0, size);
        } catch (NoSuchFileException e) {
            throw new FormatException("file.missing");
        } catch (IOException e) {
            throw new FormatException("file.unreadable", e.getClass().getSimpleName());
        }
    }
}
