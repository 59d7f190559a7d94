package org.gatescope.format.hdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.gatescope.format.tensor.ByteSource;
import org.gatescope.format.tensor.FilePart;
import org.gatescope.format.tensor.HeapPart;

/** All bytes of an HDF5 file, which are jumped about in. */
sealed interface HdfBytes extends AutoCloseable {
    /** How many there are. */
    long size();

    /** Fills a buffer from a place on, or as much of it as there are bytes. */
    void read(ByteBuffer into, long at) throws IOException;

    /** Some of them, which are there after this is closed. */
    ByteSource part(long at, long size);

    @Override
    void close() throws IOException;

    /** A file on a disk. */
    record OnDisk(FilePart file, FileChannel channel) implements HdfBytes {
        static OnDisk of(FilePart file) throws IOException {
            return new OnDisk(file, FileChannel.open(file.file(), StandardOpenOption.READ));
        }

        @Override
        public long size() {
            return file.size();
        }

        @Override
        public void read(ByteBuffer into, long at) throws IOException {
            for (long place = at; into.hasRemaining(); ) {
                int read = channel.read(into, place);
                if (read < 0) {
                    return;
                }
                place += read;
            }
        }

        @Override
        public ByteSource part(long at, long size) {
            return new FilePart(file.file(), at, size);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** One that was unpacked from an archive. */
    record InMemory(HeapPart all) implements HdfBytes {
        @Override
        public long size() {
            return all.size();
        }

        @Override
        public void read(ByteBuffer into, long at) {
            into.put(all.bytes(), (int) at, (int) Math.min(into.remaining(), size() - at));
        }

        @Override
        public ByteSource part(long at, long size) {
            return all.part(at, size);
        }

        @Override
        public void close() {}
    }
}
