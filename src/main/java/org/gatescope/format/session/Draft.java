package org.gatescope.format.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatescope.format.FormatException;
import org.gatescope.format.OwnFolder;
import org.gatescope.format.WholeFile;

/** What of one document is not saved yet, kept on the disk. Used by one thread at a time. */
public final class Draft {
    private final Path folder;
    private final String id;
    private Optional<Path> place;
    private Optional<Path> file;

    Draft(Path folder, String id, Optional<Path> place, Optional<Path> file) {
        this.folder = folder;
        this.id = id;
        this.place = place;
        this.file = file;
    }

    /** The file that it belongs to; empty where it was never saved. */
    public synchronized Optional<Path> file() {
        return file;
    }

    /** What was kept. @throws FormatException if it cannot be read */
    public synchronized SavedSession read() throws FormatException {
        return SessionFile.read(place.orElseThrow(() -> Members.refused("draft.none")));
    }

    /**
     * Keeps a state in the place of the one before: beside the file, or in the folder of drafts where that cannot be written
     * or another draft lies there.
     *
     * @param of the file that it belongs to; empty where it was never saved
     * @throws FormatException if it cannot be written; the one before is then as it was
     */
    public synchronized void keep(SavedSession saved, Optional<Path> of) throws FormatException {
        Optional<Path> before = place;
        Optional<Path> beside =
                of.map(Draft::beside).filter(free -> before.filter(free::equals).isPresent() || isFree(free));
        try {
            OwnFolder.create(folder);
            place = Optional.of(write(saved, beside, of));
            file = of.map(Path::toAbsolutePath);
            claim();
            if (before.isPresent() && !before.equals(place)) {
                Files.deleteIfExists(before.get());
            }
        } catch (FormatException | IOException e) {
            throw Members.refused("draft.unwritten", folder);
        }
    }

    /** @return where it is now */
    private Path write(SavedSession saved, Optional<Path> beside, Optional<Path> of) throws FormatException {
        if (beside.isPresent()) {
            try {
                SessionFile.write(saved, beside.get(), of.orElse(beside.get()));
                return beside.get();
            } catch (FormatException e) {
                // its disk may be full, where the other is not
            }
        }
        Path own = folder.resolve(id + SessionFile.ENDING);
        SessionFile.write(saved, own, of.orElse(own));
        return own;
    }

    private static boolean isFree(Path beside) {
        return Files.isWritable(beside.getParent()) && Files.notExists(beside);
    }

    private static Path beside(Path file) {
        return file.toAbsolutePath().resolveSibling("." + file.getFileName() + ".autosave");
    }

    /** It is this program's from now on. */
    void claim() throws IOException {
        String lines = Stream.concat(
                        Stream.of(Recovery.program(ProcessHandle.current())),
                        Stream.of(place, file).flatMap(Optional::stream))
                .map(Object::toString)
                .reduce("", (text, line) -> text + line + "\n");
        WholeFile.write(lines.getBytes(StandardCharsets.UTF_8), entry());
    }

    private Path entry() {
        return folder.resolve(id + Recovery.ENTRY);
    }

    /** What was kept is saved, or not wanted. */
    public synchronized void drop() {
        for (Path gone : List.of(entry(), place.orElse(entry()))) {
            try {
                Files.deleteIfExists(gone);
            } catch (IOException e) {
                // it will be offered once more
            }
        }
        place = Optional.empty();
    }
}
