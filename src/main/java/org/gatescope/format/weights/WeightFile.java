package org.gatescope.format.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.gatescope.format.FormatException;
import org.gatescope.format.pickle.TorchReader;
import org.gatescope.format.tensor.FilePart;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.tensor.NpzReader;
import org.gatescope.format.tensor.PlainFile;
import org.gatescope.format.tensor.SafetensorsReader;
import org.gatescope.format.tensor.ZipArchive;

/** Opens a file of arrays, whichever of the known kinds it is: its first bytes say so, not its name. */
public final class WeightFile {
    private static final int START = 16;
    private static final String ZIP = "PK\u0003\u0004";
    private static final String HDF5 = "\u0089HDF\r\n\u001a\n";
    private static final String NPY = "\u0093NUMPY";
    /** {@code torch.save} before version 1.6: a pickled number, then the pickle. */
    private static final String OLD_TORCH = "\u0080\u0002\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019";

    private WeightFile() {}

    /** All arrays of a file by name. @throws FormatException if it is of no known kind, or broken */
    public static List<NamedTensor> read(Path file) throws FormatException {
        byte[] start = start(PlainFile.whole(file));
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith(ZIP)) {
            return ofArchive(ZipArchive.of(file));
        }
        if (text.startsWith(HDF5)) {
            throw new FormatException("weights.keras");
        }
        if (text.startsWith(NPY)) {
            throw new FormatException("weights.npy");
        }
        if (text.startsWith(OLD_TORCH)) {
            throw new FormatException("torch.old");
        }
        if (text.startsWith("\u0080")) {
            throw new FormatException("weights.pickle");
        }
        if (SafetensorsReader.fits(start)) {
            return SafetensorsReader.read(file);
        }
        throw new FormatException("weights.unknown");
    }

    private static byte[] start(FilePart whole) throws FormatException {
        try (InputStream in = whole.open()) {
            return in.readNBytes(START);
        } catch (IOException e) {
            throw new FormatException("file.unreadable", e.getClass().getSimpleName());
        }
    }

    private static List<NamedTensor> ofArchive(ZipArchive archive) throws FormatException {
        if (TorchReader.fits(archive)) {
            return TorchReader.read(archive);
        }
        if (NpzReader.fits(archive)) {
            return NpzReader.read(archive);
        }
        boolean isKeras = archive.members().keySet().stream().anyMatch(name -> name.endsWith(".weights.h5"));
        throw new FormatException(isKeras ? "weights.keras" : "weights.zip");
    }
}
