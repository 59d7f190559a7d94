package org.gatescope.ui.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.gatescope.format.WholeFile;
import org.gatescope.text.Texts;

/**
 * The file that keeps the settings. It is written whole or not at all, and what cannot be read is set aside under
 * another name, never overwritten.
 */
public final class SettingsFile {
    private static final Texts TEXTS = Texts.of(SettingsFile.class);
    private static final int LARGEST = 1 << 20;

    private final Path file;

    /** @param file need not be there yet */
    public SettingsFile(Path file) {
        this.file = file;
    }

    /** Where this system keeps the settings of its users. */
    public static SettingsFile ofUser() {
        return new SettingsFile(SettingsFolder.ofUser().resolve("settings.json"));
    }

    /** The folder beside it in which what is not saved yet is kept. */
    public Path recoveryFolder() {
        return file.resolveSibling("recovery");
    }

    /** The folder beside it in which earlier states of session files are kept. */
    public Path versionsFolder() {
        return file.resolveSibling("versions");
    }

    /**
     * What reading gave.
     *
     * @param settings those of the file, or the defaults
     * @param notice a sentence for the user where the file could not be used
     * @param isFirst whether there is no file yet, as at the first start
     */
    public record Loaded(Settings settings, Optional<String> notice, boolean isFirst) {}

    /** Reads the file. It never throws: where there is none or none that can be used the defaults are the answer. */
    public Loaded load() {
        if (Files.notExists(file)) {
            return new Loaded(Settings.defaults(), Optional.empty(), true);
        }
        try {
            return new Loaded(read(), Optional.empty(), false);
        } catch (NewerSettingsException e) {
            return instead(TEXTS.get("newer", setAside()));
        } catch (IOException | RuntimeException e) {
            return instead(TEXTS.get("broken", setAside()));
        }
    }

    /** Writes the file, whole or not at all. */
    public void save(Settings settings) throws IOException {
        Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Files.createDirectories(Objects.requireNonNull(place.getParent()));
        if (Files.exists(place) && !isReadable()) {
            Files.move(place, freeName());
        }
        WholeFile.write(SettingsJson.write(settings), place);
    }

    private static Loaded instead(String notice) {
        return new Loaded(Settings.defaults(), Optional.of(notice), false);
    }

    private Settings read() throws IOException, NewerSettingsException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException("The settings are larger than " + LARGEST + " bytes");
            }
            return SettingsJson.read(bytes);
        }
    }

    private boolean isReadable() {
        try {
            read();
            return true;
        } catch (IOException | NewerSettingsException | RuntimeException e) {
            return false;
        }
    }

    /** Where the file is now: under its new name, or still under its own if it cannot be moved. */
    private Path setAside() {
        Path free = freeName();
        try {
            return Files.move(file, free);
        } catch (IOException e) {
            return file;
        }
    }

    private Path freeName() {
        Path free = file.resolveSibling(file.getFileName() + ".broken");
        for (int number = 2; Files.exists(free); number++) {
            free = file.resolveSibling(file.getFileName() + "." + number + ".broken");
        }
        return free;
    }
}
