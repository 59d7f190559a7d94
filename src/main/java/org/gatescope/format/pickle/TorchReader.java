package org.gatescope.format.pickle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.tensor.ZipArchive;
import org.gatescope.format.tensor.ZipMember;

/**
 * Reads what {@code torch.save} of PyTorch 1.6 and later writes: a zip archive with a pickle of names and shapes and a file
 * for each storage.
 */
public final class TorchReader {
    private static final String PICKLE = "data.pkl";
    private static final long LONGEST = 64 << 20;

    private TorchReader() {}

    /** Whether an archive is one. */
    public static boolean fits(ZipArchive archive) {
        return archive.members().keySet().stream().anyMatch(TorchReader::isPickle);
    }

    private static boolean isPickle(String name) {
        return name.endsWith("/" + PICKLE);
    }

    /** The tensors of a state dictionary, or of all that a checkpoint holds, by the path to them. */
    public static List<NamedTensor> read(ZipArchive archive) throws FormatException {
        List<String> pickles = archive.members().keySet().stream()
                .filter(TorchReader::isPickle)
                .toList();
        if (pickles.size() != 1) {
            throw new FormatException("torch.pickles", pickles.size());
        }
        String pickle = pickles.getFirst();
        String folder = pickle.substring(0, pickle.length() - PICKLE.length());
        if (archive.members().keySet().stream().anyMatch(name -> name.startsWith(folder + "code/"))) {
            throw new FormatException("torch.script");
        }
        TorchGlobals globals = new TorchGlobals(archive, folder, order(archive, folder));
        return StateDictionary.tensors(Unpickler.read(bytes(archive, pickle), globals));
    }

    private static ByteOrder order(ZipArchive archive, String folder) throws FormatException {
        String name = folder + "byteorder";
        boolean isBig = archive.members().containsKey(name)
                && new String(bytes(archive, name), StandardCharsets.US_ASCII).startsWith("big");
        return isBig ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private static byte[] bytes(ZipArchive archive, String name) throws FormatException {
        ZipMember member = archive.members().get(name);
        if (member == null || member.size() < 0 || member.size() > LONGEST) {
            throw new FormatException("pickle.large", name, LONGEST >> 20);
        }
        try (InputStream in = member.open()) {
            return in.readAllBytes(); // no more than the member's size
        } catch (IOException | IllegalArgumentException e) {
            throw new FormatException("tensor.broken", name);
        }
    }
}
