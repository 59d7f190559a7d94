package org.gatescope.format.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatescope.format.FormatException;
import org.gatescope.format.OwnFolder;
import org.gatescope.format.WholeFile;

/**
 * What session files held before they were saved over: of each the last five states, in a folder that is not the file's, so
 * that nothing lies beside it. Of all files together the oldest go first where they take too much space.
 */
public final class Versions {
    private static final int MOST = 5;
    private static final long LARGEST_OF_ALL = 1L << 30;
    private static final int LENGTH_OF_HASH = 32;

    /** When a state was saved, as its file is called: in the order of time, without what a file system might refuse. */
    private static final DateTimeFormatter NAMES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.nnnnnnnnn").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final long largestOfAll;

    /** @param folder need not be there yet */
    public Versions(Path folder) {
        this(folder, LARGEST_OF_ALL);
    }

    /** @param largestOfAll bytes that all together may take */
    Versions(Path folder, long largestOfAll) {
        this.folder = folder;
        this.largestOfAll = largestOfAll;
    }

    /**
     * A state that a file was in.
     *
     * @param place where it lies now
     * @param saved when it was saved
     */
    public record EarlierVersion(Path place, Instant saved) {}

    /** What saves over a file. */
    public interface Saving {
        /** @throws FormatException if the file is as it was */
        void save() throws FormatException;
    }

    /**
     * Keeps what a file holds, and saves over it; where that is refused, nothing has become an earlier version.
     *
     * @return whether what it held is kept, if it was there
     */
    public boolean keep(Path file, Saving saving) throws FormatException {
        Optional<Path> copy;
        try {
            copy = copy(file);
        } catch (IOException e) {
            saving.save();
            return false;
        }
        try {
            saving.save();
        } catch (FormatException e) {
            copy.ifPresent(Versions::drop);
            throw e;
        }
        tidy(file);
        return true;
    }

    private static void drop(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            return; // one version too many does no harm
        }
    }

    /** Of what a file holds now, if it is there and was not kept yet. @throws IOException if it cannot be kept */
    private Optional<Path> copy(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Path own = folderOf(file);
        Path place = own.resolve(NAMES.format(Files.getLastModifiedTime(file).toInstant()) + SessionFile.ENDING);
        if (Files.exists(place)) {
            return Optional.empty();
        }
        OwnFolder.create(own);
        WholeFile.write(out -> Files.copy(file, out), place, file);
        return Optional.of(place);
    }

    private void tidy(Path file) {
        List<EarlierVersion> states = of(file);
        try {
            for (EarlierVersion old : states.stream().skip(MOST).toList()) {
                Files.deleteIfExists(old.place());
            }
            if (!states.isEmpty()) {
                limit(states.getFirst().place());
            }
        } catch (IOException e) {
            return; // it is tried again with the next one
        }
    }

    /** The states of a file before the one that it is in, the latest first. */
    public List<EarlierVersion> of(Path file) {
        return in(folderOf(file)).toList();
    }

    private void limit(Path latest) throws IOException {
        List<EarlierVersion> all;
        try (Stream<Path> folders = Files.list(folder)) {
            all = folders.flatMap(Versions::in)
                    .sorted(Comparator.comparing(EarlierVersion::saved).reversed())
                    .toList();
        }
        long size = Files.size(latest);
        for (EarlierVersion version : all) {
            if (!version.place().equals(latest)) {
                size += Files.size(version.place());
                if (size > largestOfAll) {
                    Files.deleteIfExists(version.place());
                }
            }
        }
    }

    private static Stream<EarlierVersion> in(Path own) {
        try (Stream<Path> files = Files.list(own)) {
            return files
                    .flatMap(file -> version(file).stream())
                    .sorted(Comparator.comparing(EarlierVersion::saved).reversed())
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.of(); // it was never saved over
        }
    }

    private static Optional<EarlierVersion> version(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return name.endsWith(SessionFile.ENDING)
                    ? Optional.of(new EarlierVersion(
                            file,
                            NAMES.parse(name.substring(0, name.length() - SessionFile.ENDING.length()), Instant::from)))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty(); // somebody else's
        }
    }

    /** Called by what the path comes to, whichever way it is written. */
    private Path folderOf(Path file) {
        byte[] path = WholeFile.real(file).toString().getBytes(StandardCharsets.UTF_8);
        try {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(path));
            return folder.resolve(hash.substring(0, LENGTH_OF_HASH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
