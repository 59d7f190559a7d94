package org.gatescope.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Writes files whole or not at all: a temporary one beside it first, brought to the disk, then put in its place. */
public final class WholeFile {
    /** As many links in a row as Linux follows. */
    private static final int MOST_LINKS = 40;

    /** Of temporary files. */
    private static final String PREFIX = ".gatescope-";

    private static final String SUFFIX = ".tmp";
    private static final Set<PosixFilePermission> WRITING =
            Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private WholeFile() {}

    /** What fills a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, or leaves what was there as it was. Where the place is a link, what it leads to is written; mode, owner
     * and group stay, as far as this user may set them.
     *
     * @param place in a folder that is there
     * @throws AccessDeniedException if there is a file that is not to be written, though its folder may be
     * @throws IOException           if it cannot be written; then nothing of it is left
     */
    public static void write(byte[] bytes, Path place) throws IOException {
        write(out -> out.write(bytes), place);
    }

    /** The same with bytes that are made as they are written. */
    public static void write(Content content, Path place) throws IOException {
        write(content, place, place);
    }

    /**
     * The same for a file that may be read by those who may read another one.
     *
     * @param other its mode, owner and group are taken; where there is none, those of any new file
     */
    public static void write(Content content, Path place, Path other) throws IOException {
        Path target = target(place);
        if (isReadOnly(target)) {
            throw new AccessDeniedException(place.toString());
        }
        Path folder = Objects.requireNonNull(target.getParent());
        Path temporary = folder.resolve(PREFIX + UUID.randomUUID() + SUFFIX);
        try {
            Files.createFile(temporary);
            keepAccess(other, temporary); // before there is anything in it to be read
            writeThrough(content, temporary);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            keepEntry(folder);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Whether there is a file that this user may not write, or that nobody is to write. */
    public static boolean isReadOnly(Path place) throws IOException {
        if (!Files.isRegularFile(place)) {
            return false;
        }
        PosixFileAttributeView view = Files.getFileAttributeView(place, PosixFileAttributeView.class);
        return !Files.isWritable(place)
                || view != null // the system's administrator may write whatever its mode says
                        && Collections.disjoint(view.readAttributes().permissions(), WRITING);
    }

    /** Deletes what programs that were killed while they wrote have left in a folder, once it is a day old. */
    public static void sweep(Path folder) {
        Instant old = Instant.now().minus(Duration.ofDays(1));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path half : left) {
                if (Files.getLastModifiedTime(half).toInstant().isBefore(old)) {
                    Files.deleteIfExists(half);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // it takes room, no more
        }
    }

    /** What a path comes to, links followed; where it leads to no file, to where that would be. */
    public static Path real(Path place) {
        try {
            Path target = target(place);
            Path folder = Objects.requireNonNull(target.getParent(), "a folder");
            return folder.toRealPath().resolve(Objects.requireNonNull(target.getFileName()));
        } catch (IOException e) {
            return place.toAbsolutePath().normalize();
        }
    }

    /** What a link leads to in the end, which need not be there. */
    private static Path target(Path place) throws IOException {
        Path at = place.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(at); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemException(place.toString(), null, "too many links");
            }
            at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
        }
        return at;
    }

    private static void writeThrough(Content content, Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            content.writeTo(out);
        }
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void keepAccess(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view == null || Files.notExists(from)) {
            return;
        }
        PosixFileAttributes wanted = Files.readAttributes(from, PosixFileAttributes.class);
        giveAway(() -> view.setOwner(wanted.owner()));
        giveAway(() -> view.setGroup(wanted.group())); // which a member of it may without being the administrator
        view.setPermissions(wanted.permissions());
    }

    private static void giveAway(Giving giving) throws IOException {
        try {
            giving.run();
        } catch (FileSystemException e) {
            // only the system's administrator may give files away
        }
    }

    @FunctionalInterface
    private interface Giving {
        void run() throws IOException;
    }

    /** The name itself is on the disk only then; where folders cannot be opened, as in Windows, the system sees to it. */
    private static void keepEntry(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // the file is whole all the same
        }
    }
}
