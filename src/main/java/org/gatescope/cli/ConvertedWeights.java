package org.gatescope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.format.FormatException;
import org.gatescope.format.export.ExportedNetwork;
import org.gatescope.format.found.FoundNetwork;
import org.gatescope.format.session.SessionFile;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.weights.DenseTables;
import org.gatescope.format.weights.ImportedModel;
import org.gatescope.format.weights.Neighbours;
import org.gatescope.format.weights.WeightFile;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;

/**
 * Weights to be written again.
 *
 * @param left  names of tables that are not taken along
 * @param dense names of dense layers of which none is taken, since several fit and none was chosen
 * @param notes on how the network was recognised, as the window shows them
 */
record ConvertedWeights(ExportedNetwork network, List<String> left, List<String> dense, List<String> notes) {
    private static final Texts TEXTS = Texts.of(ConvertedWeights.class);

    /** Of a session, or of whatever a file of weights holds. @param dense a dense layer's name, or how it begins */
    static ConvertedWeights read(Path file, ImportOptions options, Optional<String> dense) throws FormatException {
        if (isSession(file)) {
            Session session = SessionFile.read(file).session();
            return new ConvertedWeights(
                    new ExportedNetwork(session.network(), session.numbers().parameters()),
                    List.of(),
                    List.of(),
                    List.of());
        }
        try {
            WeightFile weights = WeightFile.read(file);
            FoundNetwork found = weights.chosen(options.prefix()).network(options.answers());
            return of(found, Neighbours.of(weights.tensors(), found), dense);
        } catch (FormatException e) {
            throw TracedModels.inFile(file, e);
        }
    }

    static boolean isSession(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(SessionFile.ENDING);
    }

    /** Embedding and dense layer go along where there is but one that fits. */
    private static ConvertedWeights of(FoundNetwork found, Neighbours beside, Optional<String> wanted)
            throws FormatException {
        List<String> left = new ArrayList<>();
        beside.rest().forEach(tensor -> left.add(tensor.name()));
        Optional<NamedTensor> embedding = only(beside.embeddings());
        if (embedding.isEmpty()) {
            beside.embeddings().forEach(tensor -> left.add(tensor.name()));
        }
        Optional<DenseTables> dense =
                wanted.isPresent() ? Optional.of(named(beside.dense(), wanted.get())) : only(beside.dense());
        List<String> others = names(beside.dense().stream()
                .filter(layer -> !dense.equals(Optional.of(layer)))
                .toList());
        if (dense.isPresent()) {
            left.addAll(others);
        }
        FoundNetwork whole = new ImportedModel(found, embedding, dense, Activation.IDENTITY).whole();
        return new ConvertedWeights(
                new ExportedNetwork(whole.network(), whole.parameters()),
                left,
                dense.isPresent() ? List.of() : others,
                found.notes());
    }

    private static DenseTables named(List<DenseTables> fitting, String wanted) throws FormatException {
        for (DenseTables layer : fitting) {
            String name = layer.weight().name();
            if (name.equals(wanted) || name.startsWith(wanted + ".") || name.startsWith(wanted + "/")) {
                return layer;
            }
        }
        throw FormatException.of(TEXTS, "convert.no-dense", wanted, String.join(", ", names(fitting)), fitting.size());
    }

    private static List<String> names(List<DenseTables> layers) {
        return layers.stream().map(layer -> layer.weight().name()).toList();
    }

    private static <T> Optional<T> only(List<T> fitting) {
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }
}
