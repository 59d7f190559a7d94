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

/**
 * Weights to be written again.
 *
 * @param left names of tables that are not taken along
 */
record ConvertedWeights(ExportedNetwork network, List<String> left) {

    /** Of a session, or of whatever a file of weights holds. */
    static ConvertedWeights read(Path file, ImportOptions options) throws FormatException {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(SessionFile.ENDING)) {
            Session session = SessionFile.read(file).session();
            return new ConvertedWeights(
                    new ExportedNetwork(session.network(), session.numbers().parameters()), List.of());
        }
        try {
            WeightFile weights = WeightFile.read(file);
            FoundNetwork found = weights.chosen(options.prefix()).network(options.answers());
            return of(found, Neighbours.of(weights.tensors(), found));
        } catch (FormatException e) {
            throw TracedModels.inFile(file, e);
        }
    }

    /** Embedding and dense layer go along where there is but one that fits. */
    private static ConvertedWeights of(FoundNetwork found, Neighbours beside) throws FormatException {
        List<String> left = new ArrayList<>();
        beside.rest().forEach(tensor -> left.add(tensor.name()));
        Optional<NamedTensor> embedding = only(beside.embeddings());
        if (embedding.isEmpty()) {
            beside.embeddings().forEach(tensor -> left.add(tensor.name()));
        }
        Optional<DenseTables> dense = only(beside.dense());
        if (dense.isEmpty()) {
            beside.dense().forEach(layer -> left.add(layer.weight().name()));
        }
        FoundNetwork whole = new ImportedModel(found, embedding, dense, Activation.IDENTITY).whole();
        return new ConvertedWeights(new ExportedNetwork(whole.network(), whole.parameters()), left);
    }

    private static <T> Optional<T> only(List<T> fitting) {
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }
}
