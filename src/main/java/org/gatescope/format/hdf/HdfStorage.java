package org.gatescope.format.hdf;

import io.jhdf.Superblock;
import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.storage.HdfBackingStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Hands out a file's bytes to jHDF, but never more of them than there are, and not without end: a tree whose branches
 * grow together again would otherwise be walked for ever, and a size that is a lie would fill the memory.
 */
final class HdfStorage implements HdfBackingStorage {
    /** What describes the arrays of a file takes some kilobytes for each. */
    private static final long MOST = 64L << 20;

    /** What a read costs beside its bytes. */
    private static final int EACH = 64;

    private static final int LONGEST_SUPERBLOCK = 256;

    /** Number and length of a message of a header that tells a type. */
    private static final int TYPE_MESSAGE = 0x0008_0003;

    private static final long TWO_OPAQUE_BYTES = 0x0000_0002_0000_0015L;
    private static final byte TEXT = 0x13;

    private final HdfBytes bytes;
    private final Superblock superblock;
    private long left = MOST;

    HdfStorage(HdfBytes bytes) {
        this.bytes = bytes;
        this.superblock = Superblock.readSuperblock(read(0, Math.min(LONGEST_SUPERBLOCK, bytes.size())));
        if (superblock.getBaseAddressByte() != 0) {
            throw new HdfException("a user block");
        }
    }

    @Override
    public ByteBuffer readBufferFromAddress(long address, int length) {
        return read(address, length);
    }

    @Override
    public ByteBuffer map(long address, long length) {
        return read(address, length);
    }

    @Override
    public ByteBuffer mapNoOffset(long address, long length) {
        return read(address, length);
    }

    private ByteBuffer read(long address, long length) {
        if (address < 0 || length < 0 || address > bytes.size() || length > bytes.size() - address) {
            throw new HdfException("beyond the end of the file");
        }
        left -= length + EACH;
        if (left < 0) {
            throw new HdfException("more than is read");
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
        try {
            bytes.read(buffer, address);
        } catch (IOException e) {
            throw new HdfException("not readable", e);
        }
        if (buffer.hasRemaining()) {
            throw new HdfException("beyond the end of the file");
        }
        return mended(buffer.flip());
    }

    /**
     * The type in which h5py keeps bfloat16, two bytes without a meaning or a tag, is one that jHDF fails at. As a text of
     * two bytes it comes through; {@link HdfArray} knows it by its attribute.
     */
    private static ByteBuffer mended(ByteBuffer header) {
        for (int at = 0; at + 2 * Long.BYTES <= header.limit(); at += Long.BYTES) {
            if (header.getInt(at) == TYPE_MESSAGE && header.getLong(at + Long.BYTES) == TWO_OPAQUE_BYTES) {
                header.put(at + Long.BYTES, TEXT);
            }
        }
        return header;
    }

    @Override
    public long getUserBlockSize() {
        return 0;
    }

    @Override
    public Superblock getSuperblock() {
        return superblock;
    }

    @Override
    public FileChannel getFileChannel() {
        throw new UnsupportedHdfException("no channel");
    }

    @Override
    public int getSizeOfOffsets() {
        return superblock.getSizeOfOffsets();
    }

    @Override
    public int getSizeOfLengths() {
        return superblock.getSizeOfLengths();
    }

    @Override
    public void close() {}

    @Override
    public long size() {
        return bytes.size();
    }

    @Override
    public boolean inMemory() {
        return true;
    }
}
