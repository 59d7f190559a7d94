package org.gatescope.format.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A file in a zip archive. It is read in place, never unpacked, and held to the size and checksum that the archive states. */
public record ZipMember(Path archive, String name, long size, long checksum) implements ByteSource {
    /** As the archive's list has it. */
    public static ZipMember of(Path archive, ZipEntry entry) {
        return new ZipMember(archive, entry.getName(), entry.getSize(), entry.getCrc());
    }

    @Override
    public InputStream open() throws IOException {
        ZipFile zip = new ZipFile(archive.toFile());
        try {
            ZipEntry entry = zip.getEntry(name);
            InputStream in = entry == null ? null : zip.getInputStream(entry);
            if (in == null) {
                throw new ZipException(name);
            }
            return new Member(zip, in);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** One byte more than promised, or another checksum, is an error. */
    private final class Member extends CheckedInputStream {
        private final ZipFile zip;
        private long left = size;

        Member(ZipFile zip, InputStream in) {
            super(in, new CRC32());
            this.zip = zip;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            int read = super.read(into, from, count);
            left -= Math.max(0, read);
            boolean isWrong = read < 0 && (left != 0 || getChecksum().getValue() != checksum);
            if (left < 0 || isWrong) {
                throw new ZipException(name);
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
