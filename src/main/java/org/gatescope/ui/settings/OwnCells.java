package org.gatescope.ui.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gatescope.cell.Cell;
import org.gatescope.cell.CellException;
import org.gatescope.format.WholeFile;
import org.gatescope.text.Texts;

/**
 * The user's folder of own cells: a file of UTF-8 text each, {@code NAME.cell}. What lies there may come from anywhere, so a
 * file that cannot be read is listed with its problem.
 */
public final class OwnCells {
    private static final Texts TEXTS = Texts.of(OwnCells.class);
    private static final String ENDING = ".cell";
    /** Larger files are not read, further ones not listed. */
    private static final int LARGEST = 1 << 20;

    private static final int MOST = 500;

    private final Path folder;

    /** What a file holds. */
    public sealed interface OwnCell {
        /** The file's, without its ending. */
        String name();

        record Usable(String name, Cell cell) implements OwnCell {}

        /** @param problem a sentence */
        record Broken(String name, String problem) implements OwnCell {}
    }

    /** @param folder a file for each cell; made when the first is saved */
    public OwnCells(Path folder) {
        this.folder = folder;
    }

    /** Beside the settings of the user who runs this program. */
    public static OwnCells ofUser() {
        return new OwnCells(SettingsFolder.ofUser().resolve("cells"));
    }

    /** By name; none where there is no such folder. */
    public List<OwnCell> all() {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> listed = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : listed) {
                if (files.size() < MOST && Files.isRegularFile(file)) {
                    files.add(file);
                }
            }
        } catch (IOException | RuntimeException e) {
            return List.of(); // there is none, or it is not ours to read
        }
        return files.stream()
                .map(OwnCells::read)
                .sorted(Comparator.comparing(OwnCell::name))
                .toList();
    }

    /** True if saving under this name would replace a file. */
    public boolean has(String name) {
        return Files.exists(file(name));
    }

    /**
     * Saves a cell, whose first comment becomes the name. A file of this name is replaced.
     *
     * @return the text as it was saved
     * @throws IOException with a sentence for the user
     */
    public String save(String name, String text) throws IOException {
        String titled = OwnCellText.titled(text, name);
        byte[] bytes = titled.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LARGEST) {
            throw new IOException(TEXTS.get("cell.large", LARGEST));
        }
        try {
            Files.createDirectories(folder);
            WholeFile.write(bytes, file(name));
        } catch (IOException e) {
            throw new IOException(TEXTS.get("cell.unsaved", folder), e);
        }
        return titled;
    }

    /** @throws IOException with a sentence for the user; a file that is gone already is none */
    public void delete(OwnCell cell) throws IOException {
        try {
            Files.deleteIfExists(folder.resolve(cell.name() + ENDING));
        } catch (IOException e) {
            throw new IOException(TEXTS.get("cell.undeleted", cell.name(), folder), e);
        }
    }

    private Path file(String name) {
        return folder.resolve(OwnCellText.fileName(name) + ENDING);
    }

    /** Reads a file from anywhere; what it holds is told only as far as it is of a cell. */
    public static OwnCell read(Path file) {
        String name = String.valueOf(file.getFileName());
        String stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST
                    ? new OwnCell.Broken(stem, TEXTS.get("cell.large", LARGEST))
                    : new OwnCell.Usable(stem, Cell.parse(decoded(bytes)));
        } catch (CellException e) {
            return new OwnCell.Broken(stem, TEXTS.get("cell.wrong", e.line(), e.column(), e.problem()));
        } catch (CharacterCodingException e) {
            return new OwnCell.Broken(stem, TEXTS.get("cell.no-text"));
        } catch (NoSuchFileException e) {
            return new OwnCell.Broken(stem, TEXTS.get("cell.gone"));
        } catch (IOException e) {
            return new OwnCell.Broken(stem, TEXTS.get("cell.unread"));
        }
    }

    /** Bytes that are no UTF-8 are an error here, no question marks. */
    private static String decoded(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
