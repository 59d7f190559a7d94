package org.gatescope.format.film;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatescope.format.WholeFile;

/**
 * A file that takes its place once it is whole.
 *
 * @param scratch where it is written meanwhile
 */
record UnfinishedFile(Path target, Path scratch) {
    static UnfinishedFile of(Path target) throws IOException {
        return new UnfinishedFile(target, Files.createTempFile("gatescope", ".film"));
    }

    /** @return its bytes */
    long finish() throws IOException {
        WholeFile.write(out -> Files.copy(scratch, out), target);
        return Files.size(target);
    }

    void drop() throws IOException {
        Files.deleteIfExists(scratch);
    }
}
