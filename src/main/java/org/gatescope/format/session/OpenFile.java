package org.gatescope.format.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gatescope.format.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * A file that is open in a window. Other windows and other running copies of Gatescope see it by a lock on a file beside it,
 * which the system lets go when the program ends, however it ends: what a crash leaves behind is in nobody's way.
 */
public final class OpenFile implements AutoCloseable {
    /** Of this program: opening a lock's file once more, only to look, would end the lock on most systems. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Path real;
    private @Nullable FileChannel lock;
    private boolean isHeld;

    private OpenFile(Path path, Path real) {
        this.path = path;
        this.real = real;
    }

    /**
     * Opens a file for one window alone. Where nothing can be locked, as in a folder that is read-only, it is open all the
     * same.
     *
     * @return empty where another window or another program has it
     */
    public static Optional<OpenFile> take(Path path) {
        Path real = WholeFile.real(path);
        if (!HELD.add(real)) {
            return Optional.empty();
        }
        OpenFile open = new OpenFile(path, real);
        open.isHeld = open.lock();
        if (!open.isHeld) {
            HELD.remove(real);
        }
        return Optional.of(open).filter(OpenFile::isHeld);
    }

    /** A file that another window or program may have open as well. */
    public static OpenFile anyway(Path path) {
        return new OpenFile(path, WholeFile.real(path));
    }

    /** As it was named when it was opened. */
    public Path path() {
        return path;
    }

    /** True while no other window has it. */
    public synchronized boolean isHeld() {
        return isHeld;
    }

    /** Whether a path leads to it. */
    public boolean isAt(Path other) {
        return real.equals(WholeFile.real(other));
    }

    private Path place() {
        return real.resolveSibling("." + Objects.requireNonNull(real.getFileName()) + ".lock");
    }

    /** @return false where another program has it */
    private boolean lock() {
        Path place = place();
        FileChannel channel = null;
        try {
            channel = FileChannel.open(place, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                return false;
            }
            lock = channel;
        } catch (IOException e) {
            close(channel);
        }
        return true;
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // the lock ends with the program at the latest
        }
    }

    /** No window has it any more. */
    @Override
    public synchronized void close() {
        if (lock != null) {
            delete(place());
            close(lock);
            lock = null;
        }
        if (isHeld) {
            isHeld = false;
            HELD.remove(real);
        }
    }

    private static void delete(Path place) {
        try {
            Files.deleteIfExists(place);
        } catch (IOException e) {
            // an empty file that is locked by nobody
        }
    }
}
