package org.gatescope.format.keras;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Candidate;
import org.gatescope.format.hdf.HdfContent;
import org.gatescope.format.hdf.HdfReader;
import org.gatescope.format.tensor.FilePart;
import org.gatescope.format.tensor.HeapPart;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.tensor.ZipArchive;
import org.gatescope.format.tensor.ZipMember;
import tools.jackson.databind.JsonNode;

/**
 * A file that Keras wrote: {@code .h5} of any version, {@code .weights.h5}, or {@code .keras}.
 *
 * @param tensors all that it holds but an optimizer's
 */
public record KerasFile(List<NamedTensor> tensors, List<Candidate> candidates) {
    private static final String WHOLE_MODEL = "model_weights";
    private static final String WEIGHTS = ".weights.h5";
    private static final String SHARDS = "model.weights.json";
    private static final String NUMPY = "model.weights.npz";
    private static final Set<String> OPTIMIZERS = Set.of("optimizer_weights/", "optimizer/");
    /** Of a text that describes a model. */
    private static final int LONGEST = 32 << 20;

    public KerasFile {
        tensors = List.copyOf(tensors);
        candidates = List.copyOf(candidates);
    }

    /** An HDF5 file. @throws FormatException if it is damaged, or not one that can be taken */
    public static KerasFile read(FilePart file) throws FormatException {
        HdfContent content = HdfReader.read(file);
        boolean isWhole = content.texts().containsKey(WHOLE_MODEL);
        String root = isWhole ? WHOLE_MODEL : "";
        Optional<String> version = content.text("", "keras_version").or(() -> content.text(root, "keras_version"));
        Optional<String> described = content.text("", "model_config");
        Optional<JsonNode> config = described.isPresent() ? Optional.of(json(described.get())) : Optional.empty();
        List<String> layers = pieced(content, root, "layer_names");
        boolean isOld = config.isPresent() || !layers.isEmpty();
        return of(content, new KerasFacts(version, isOld, config, order(content, root, layers)));
    }

    /** Arrays in the order in which layers have them. */
    private static List<String> order(HdfContent content, String root, List<String> layers) {
        List<String> order = new ArrayList<>();
        for (String layer : layers) {
            String group = root.isEmpty() ? layer : root + "/" + layer;
            for (String weight : pieced(content, group, "weight_names")) {
                order.add(group + "/" + weight);
            }
        }
        return order;
    }

    /** A list that is too long for one attribute goes on in others: {@code weight_names0}, {@code weight_names1} … */
    private static List<String> pieced(HdfContent content, String path, String name) {
        List<String> all = new ArrayList<>(content.texts(path, name));
        for (int i = 0; !content.texts(path, name + i).isEmpty(); i++) {
            all.addAll(content.texts(path, name + i));
        }
        return all;
    }

    /** Whether an archive is of Keras 3. */
    public static boolean fits(ZipArchive archive) {
        return archive.members().keySet().stream()
                .anyMatch(name -> name.endsWith(WEIGHTS) || name.equals(SHARDS) || name.equals(NUMPY));
    }

    /** The same for an archive. @throws FormatException if it is damaged, or not one that can be taken */
    public static KerasFile read(ZipArchive archive) throws FormatException {
        if (archive.members().containsKey(SHARDS)) {
            throw new FormatException("keras.shards");
        }
        List<ZipMember> weights = archive.members().values().stream()
                .filter(member -> member.name().endsWith(WEIGHTS))
                .toList();
        if (weights.size() != 1) {
            throw new FormatException(weights.isEmpty() ? "keras.numpy" : "keras.shards");
        }
        Optional<JsonNode> config = json(archive, "config.json");
        Optional<String> version = json(archive, "metadata.json")
                .map(metadata -> metadata.path("keras_version"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue);
        HdfContent content = HdfReader.read(HeapPart.of(weights.getFirst().name(), weights.getFirst()));
        return of(content, new KerasFacts(version, false, config, List.of()));
    }

    private static KerasFile of(HdfContent content, KerasFacts facts) throws FormatException {
        List<NamedTensor> tensors = content.tensors().stream()
                .filter(tensor -> OPTIMIZERS.stream().noneMatch(tensor.name()::startsWith))
                .toList();
        return new KerasFile(tensors, KerasNetworks.among(tensors, facts).candidates());
    }

    private static Optional<JsonNode> json(ZipArchive archive, String name) throws FormatException {
        ZipMember member = archive.members().get(name);
        if (member == null) {
            return Optional.empty();
        }
        if (member.size() > LONGEST) {
            throw new FormatException("keras.config");
        }
        return Optional.of(json(new String(HeapPart.of(name, member).bytes(), StandardCharsets.UTF_8)));
    }

    private static JsonNode json(String text) throws FormatException {
        if (text.length() > LONGEST) {
            throw new FormatException("keras.config");
        }
        return KerasJson.read(text);
    }
}
