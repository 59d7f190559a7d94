package org.gatescope.format.tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.gatescope.format.FormatException;

/** The list of a zip archive: its files by name. Nothing of it is unpacked, so a name is no more than a name. */
public record ZipArchive(Path file, Map<String, ZipMember> members) {
    private static final int MOST = 100_000;

    /** @throws FormatException if the file is no zip archive, or two of its files have one name */
    public static ZipArchive of(Path file) throws FormatException {
        PlainFile.whole(file);
        Map<String, ZipMember> members = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST) {
                throw new FormatException("zip.many", zip.size());
            }
            for (ZipEntry entry : zip.stream().toList()) {
                if (members.put(entry.getName(), ZipMember.of(file, entry)) != null) {
                    throw new FormatException("tensor.twice", entry.getName());
                }
            }
            return new ZipArchive(file, members);
        } catch (IOException | IllegalArgumentException e) {
            throw new FormatException("zip.broken");
        }
    }
}
