package org.gatescope.ui.window;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.words.CellName;

/** Sessions and lessons in a folder of the user's. Reading takes its time, and is bounded whatever lies there. */
final class GalleryFolder {
    private static final Texts TEXTS = Texts.of(GalleryFolder.class);

    /** Of files that are shown. */
    static final int MOST = 200;
    /** Of names that are looked through. */
    private static final int MOST_NAMES = 20_000;
    /** In bytes; larger files are opened, but not looked into. */
    private static final long LARGEST = 16 << 20;
    /** Of a run, in steps times sequences times parameters: a picture is not worth more. */
    private static final double LONGEST = 3e8;

    private GalleryFolder() {}

    /**
     * What lies in a folder.
     *
     * @param files  by name
     * @param remark on it; empty for none
     */
    record Listing(List<OwnFile> files, String remark) {}

    /**
     * What a look into a file gave.
     *
     * @param line      what it is, or why it cannot be opened
     * @param isRefused whether it cannot
     */
    record Look(String title, String line, boolean isRefused, Glimpse glimpse) {}

    /** The session files right in a folder. */
    static Listing list(Path folder) {
        List<Path> names = new ArrayList<>();
        int seen = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path path : all) {
                seen++;
                if (seen > MOST_NAMES) {
                    break;
                }
                if (isSession(path)) {
                    names.add(path);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return new Listing(List.of(), TEXTS.get("own.unreadable"));
        }
        names.sort(Comparator.comparing(path -> name(path).toLowerCase(Locale.ROOT)));
        List<OwnFile> files = new ArrayList<>();
        for (Path path : names.subList(0, Math.min(MOST, names.size()))) {
            add(path, files);
        }
        boolean isMore = names.size() > MOST || seen > MOST_NAMES;
        String remark = isMore ? TEXTS.get("own.more", MOST) : names.isEmpty() ? TEXTS.get("own.empty") : "";
        return new Listing(List.copyOf(files), remark);
    }

    private static boolean isSession(Path path) {
        return name(path).toLowerCase(Locale.ROOT).endsWith(SessionFile.ENDING);
    }

    static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static void add(Path path, List<OwnFile> files) {
        try {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
            if (found.isRegularFile()) {
                files.add(new OwnFile(path, found.size(), found.lastModifiedTime()));
            }
        } catch (IOException e) {
            // it went while the folder was read
        }
    }

    /** What a file holds. */
    static Look look(OwnFile file) {
        String stem = SessionFile.stem(file.path());
        if (file.size() > LARGEST) {
            return new Look(stem, TEXTS.get("own.large", file.size() >> 20), false, Glimpse.NONE);
        }
        try {
            SavedSession saved = SessionFile.read(file.path());
            Session session = saved.session();
            return new Look(title(session, stem), line(saved), false, glimpse(session));
        } catch (FormatException e) {
            return new Look(stem, String.valueOf(e.getMessage()), true, Glimpse.NONE);
        }
    }

    private static String title(Session session, String stem) {
        return session.title().isBlank() ? stem : session.title();
    }

    private static String line(SavedSession saved) {
        Session session = saved.session();
        String network = session.network().layers().size() == 1
                ? CellName.of(session.network().layers().getFirst().cell())
                : TEXTS.get("title.layers", session.network().layers().size());
        return saved.lesson()
                .map(lesson -> TEXTS.get("own.lesson", lesson.lesson().steps().size()))
                .orElseGet(() -> TEXTS.get("own.session", network, session.steps()));
    }

    private static Glimpse glimpse(Session session) {
        double parameters = session.numbers().parameters().values().stream()
                .mapToDouble(matrix -> (double) matrix.rows() * matrix.columns())
                .sum();
        return parameters * session.steps() * session.batch() > LONGEST ? Glimpse.NONE : Glimpse.of(session);
    }
}
