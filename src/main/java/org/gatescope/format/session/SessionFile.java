package org.gatescope.format.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.gatescope.format.FormatException;
import org.gatescope.format.WholeFile;
import org.gatescope.text.Texts;

/** Session files on the disk. Whatever goes wrong is one sentence that names the file. */
public final class SessionFile {
    /** What the names of session files end with. */
    public static final String ENDING = ".gatescope";

    private static final Texts TEXTS = Texts.of(SessionFile.class);
    private static final int LARGEST = 512 << 20;

    private SessionFile() {}

    /** The file with the ending, if it has another or none. */
    public static Path named(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(ENDING) ? file : file.resolveSibling(name + ENDING);
    }

    /** A file's name without the ending. */
    public static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    /** Reads a file of anybody's. @throws FormatException with what is wrong */
    public static SavedSession read(Path file) throws FormatException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw because("large", file, LARGEST >> 20);
            }
            return SessionJson.read(bytes);
        } catch (FormatException e) {
            throw because("refused", file, String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            throw because("gone", file);
        } catch (AccessDeniedException e) {
            throw because("unreadable.denied", file);
        } catch (IOException e) {
            throw because(Files.isDirectory(file) ? "unreadable.folder" : "unreadable", file);
        }
    }

    /** Writes a file whole, or leaves what was there. @throws FormatException with why it could not be written */
    public static void write(SavedSession saved, Path file) throws FormatException {
        write(saved, file, file);
    }

    /** The same for a file that may be read by those who may read another one, if that is there. */
    static void write(SavedSession saved, Path file, Path other) throws FormatException {
        byte[] bytes = SessionJson.write(saved);
        try {
            WholeFile.write(out -> out.write(bytes), file, other);
        } catch (NoSuchFileException e) {
            throw because(
                    "unwritten.folder",
                    file,
                    String.valueOf(file.toAbsolutePath().getParent()));
        } catch (AccessDeniedException e) {
            throw because(isReadOnly(file) ? "unwritten.read-only" : "unwritten.denied", file);
        } catch (IOException e) {
            throw because("unwritten", file, reason(e));
        }
    }

    private static boolean isReadOnly(Path file) {
        try {
            return WholeFile.isReadOnly(file);
        } catch (IOException e) {
            return false;
        }
    }

    /** What the system says, in its language. */
    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return reason != null ? reason.toLowerCase(Locale.ROOT) : e.getClass().getSimpleName();
    }

    private static FormatException because(String key, Path file, Object... details) {
        Object[] arguments = new Object[details.length + 1];
        arguments[0] = String.valueOf(file.getFileName());
        System.arraycopy(details, 0, arguments, 1, details.length);
        return FormatException.because(TEXTS.get("file." + key, arguments));
    }
}
