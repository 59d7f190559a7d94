package org.gatescope.format.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Candidate;
import org.gatescope.format.hdf.HdfReader;
import org.gatescope.format.jax.JaxForms;
import org.gatescope.format.keras.KerasFile;
import org.gatescope.format.keras.KerasNetworks;
import org.gatescope.format.keras.ShardList;
import org.gatescope.format.layered.CellForm;
import org.gatescope.format.layered.LayeredNetworks;
import org.gatescope.format.onnx.OnnxFile;
import org.gatescope.format.pickle.TorchReader;
import org.gatescope.format.tensor.FilePart;
import org.gatescope.format.tensor.JsonTensors;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.tensor.NpzReader;
import org.gatescope.format.tensor.PlainFile;
import org.gatescope.format.tensor.SafetensorsReader;
import org.gatescope.format.tensor.ZipArchive;
import org.gatescope.format.tensorflow.TensorFlowForms;
import org.gatescope.format.torch.TorchForms;
import org.gatescope.format.torch.TorchModules;
import org.gatescope.format.torch.UnreadLayouts;

/**
 * A file of trained weights, whichever of the known kinds it is: its first bytes say so, not its name.
 *
 * @param tensors    all that it holds
 * @param candidates the networks that they seem to be
 * @param without    where there is none: a sentence on why, if the file shows it
 */
public record WeightFile(List<NamedTensor> tensors, List<Candidate> candidates, Optional<String> without) {
    private static final List<CellForm> FORMS = Stream.of(TensorFlowForms.ALL, JaxForms.ALL, TorchForms.ALL)
            .flatMap(List::stream)
            .toList();
    private static final int SHOWN = 6;
    private static final int START = 16;
    private static final String ZIP = "PK\u0003\u0004";
    private static final String NPY = "\u0093NUMPY";
    /** {@code torch.save} before version 1.6: a pickled number, then the pickle. */
    private static final String OLD_TORCH = "\u0080\u0002\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019";

    public WeightFile {
        tensors = List.copyOf(tensors);
        candidates = List.copyOf(candidates);
    }

    /** What a file holds. @throws FormatException if it is of no known kind, or broken */
    public static WeightFile read(Path file) throws FormatException {
        FilePart whole = PlainFile.whole(file);
        byte[] start = start(whole);
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (HdfReader.fits(text)) {
            return of(KerasFile.read(whole));
        }
        if (text.startsWith(ZIP)) {
            ZipArchive archive = ZipArchive.of(file);
            return KerasFile.fits(archive)
                    ? of(KerasFile.read(archive))
                    : of(tensors(archive), NpzReader.texts(archive, OwnTables.TEXT));
        }
        if (!SafetensorsReader.fits(start) && OnnxFile.fits(start)) {
            OnnxFile model = OnnxFile.read(file);
            return new WeightFile(
                    model.tensors(), model.candidates(), model.withoutLayers().map(FormatException::getMessage));
        }
        List<NamedTensor> tensors = tensors(file, start, text);
        boolean hasTexts = SafetensorsReader.fits(start) && !JsonTensors.fits(start);
        return of(tensors, hasTexts ? SafetensorsReader.texts(file) : Map.of());
    }

    /** HDF5 is not Keras's alone. */
    private static WeightFile of(KerasFile keras) throws FormatException {
        return keras.candidates().isEmpty()
                ? of(keras.tensors(), Map.of())
                : new WeightFile(keras.tensors(), keras.candidates(), Optional.empty());
    }

    /** Of a kind that any library may have written. */
    private static WeightFile of(List<NamedTensor> tensors, Map<String, String> texts) throws FormatException {
        KerasNetworks keras = KerasNetworks.among(OptimizerMoments.without(tensors));
        List<Candidate> candidates = new ArrayList<>(keras.candidates());
        LayeredNetworks layered = LayeredNetworks.among(keras.others(), FORMS);
        candidates.addAll(layered.candidates());
        OwnTables.among(layered.others(), texts).ifPresent(candidates::add);
        candidates.addAll(TorchModules.candidates(layered.others()));
        return new WeightFile(tensors, candidates, Optional.empty());
    }

    /**
     * The network with a prefix, or the only one.
     *
     * @param prefix of its names, with or without the separator at its end
     * @throws FormatException if there is none, or several are there and none is wanted
     */
    public Candidate chosen(Optional<String> prefix) throws FormatException {
        if (prefix.isPresent()) {
            String wanted = prefix.get();
            for (Candidate candidate : candidates) {
                String own = candidate.prefix();
                if (own.equals(wanted) || own.equals(wanted + ".") || own.equals(wanted + "/")) {
                    return candidate;
                }
            }
            UnreadLayouts.refuse(tensors, wanted);
            throw new FormatException("found.prefix", wanted, prefixes());
        }
        if (candidates.size() > 1) {
            throw new FormatException("found.several", candidates.size(), prefixes());
        }
        if (candidates.isEmpty()) {
            if (without.isPresent()) {
                throw FormatException.because(without.get());
            }
            UnreadLayouts.refuse(tensors, "");
            throw new FormatException("found.none", names());
        }
        return candidates.getFirst();
    }

    private String prefixes() {
        return candidates.stream()
                .limit(SHOWN)
                .map(candidate -> "“" + candidate.prefix() + "”")
                .collect(Collectors.joining(", "));
    }

    private String names() {
        String names = tensors.stream().limit(SHOWN).map(NamedTensor::name).collect(Collectors.joining(", "));
        return tensors.size() > SHOWN ? names + " …" : names;
    }

    private static List<NamedTensor> tensors(Path file, byte[] start, String text) throws FormatException {
        if (text.startsWith(NPY)) {
            throw new FormatException("weights.npy");
        }
        if (text.startsWith(OLD_TORCH)) {
            throw new FormatException("torch.old");
        }
        if (text.startsWith("{") && ShardList.fits(PlainFile.whole(file))) {
            throw new FormatException("keras.shards");
        }
        if (JsonTensors.fits(start)) {
            return JsonTensors.read(file);
        }
        if (SafetensorsReader.fits(start)) { // its first byte is a length and may be that of a pickle
            return SafetensorsReader.read(file);
        }
        if (text.startsWith("\u0080")) {
            throw new FormatException("weights.pickle");
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

    private static List<NamedTensor> tensors(ZipArchive archive) throws FormatException {
        if (TorchReader.fits(archive)) {
            return TorchReader.read(archive);
        }
        if (NpzReader.fits(archive)) {
            return NpzReader.read(archive);
        }
        throw new FormatException("weights.zip");
    }
}
