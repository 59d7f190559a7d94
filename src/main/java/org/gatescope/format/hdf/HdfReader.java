package org.gatescope.format.hdf;

import io.jhdf.ObjectHeader;
import io.jhdf.Superblock;
import io.jhdf.SymbolTableEntry;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.FilePart;
import org.gatescope.format.tensor.HeapPart;
import org.gatescope.format.tensor.NamedTensor;

/**
 * Reads HDF5 by jHDF's parts. It walks through the file itself, so that each place is visited once, however the file is
 * knotted, and nothing outside of it is opened.
 */
public final class HdfReader {
    private static final String SIGNATURE = "\u0089HDF\r\n\u001a\n";
    private static final int DEEPEST = 64;
    /** What jHDF tells of a file is not for people who use Gatescope. Kept, since a logger that nobody has is forgotten. */
    private static final Logger LOGGER = Logger.getLogger("io.jhdf");

    static {
        LOGGER.setLevel(Level.OFF);
    }

    private final HdfBytes bytes;
    private final HdfStorage storage;
    private final HdfTexts attributes;
    private final Set<Long> visited = new HashSet<>();
    private final List<NamedTensor> tensors = new ArrayList<>();
    private final Map<String, Map<String, List<String>>> texts = new LinkedHashMap<>();

    private HdfReader(HdfBytes bytes) {
        this.bytes = bytes;
        this.storage = new HdfStorage(bytes);
        this.attributes = new HdfTexts(storage);
    }

    /** Whether a file begins like one. @param start its first bytes as ISO 8859-1 */
    public static boolean fits(String start) {
        return start.startsWith(SIGNATURE);
    }

    /** All of a file. @throws FormatException if it is damaged, or of a kind that is not read */
    public static HdfContent read(FilePart file) throws FormatException {
        try (HdfBytes bytes = HdfBytes.OnDisk.of(file)) {
            return read(bytes);
        } catch (IOException e) {
            throw new FormatException("file.unreadable", e.getClass().getSimpleName());
        }
    }

    /** The same for a file that was unpacked. */
    public static HdfContent read(HeapPart file) throws FormatException {
        return read(new HdfBytes.InMemory(file));
    }

    private static HdfContent read(HdfBytes bytes) throws FormatException {
        try {
            HdfReader reader = new HdfReader(bytes);
            reader.visit("", reader.root(), 0);
            return new HdfContent(reader.tensors, reader.texts);
        } catch (RuntimeException | StackOverflowError e) {
            throw new FormatException("hdf.broken"); // jHDF takes a file's word for much
        }
    }

    private long root() {
        Superblock superblock = storage.getSuperblock();
        return switch (superblock) {
            case Superblock.SuperblockV0V1 old ->
                new SymbolTableEntry(storage, old.getRootGroupSymbolTableAddress()).getObjectHeaderAddress();
            case Superblock.SuperblockV2V3 later -> later.getRootGroupObjectHeaderAddress();
            default -> throw new HdfException("of another version");
        };
    }

    private void visit(String path, long address, int depth) throws FormatException {
        if (!visited.add(address)) {
            return;
        }
        if (depth > DEEPEST) {
            throw new FormatException("hdf.deep", DEEPEST);
        }
        ObjectHeader header = ObjectHeader.readObjectHeader(storage, address);
        Map<String, List<String>> own = attributes.of(header);
        if (!own.isEmpty()) {
            texts.put(path, own);
        }
        if (header.hasMessageOfType(DataSpaceMessage.class)) {
            new HdfArray(path, header, own).tensor(bytes, storage).ifPresent(tensors::add);
        } else if (!header.hasMessageOfType(DataTypeMessage.class)) {
            for (Map.Entry<String, Long> child : HdfLinks.of(storage, header).entrySet()) {
                visit(path.isEmpty() ? child.getKey() : path + "/" + child.getKey(), child.getValue(), depth + 1);
            }
        }
    }
}
