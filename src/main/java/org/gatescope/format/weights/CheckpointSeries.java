package org.gatescope.format.weights;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.FoundNetwork;
import org.gatescope.format.tensor.NamedTensor;

/**
 * What one training left in a folder, epoch after epoch: the same model with other numbers. They are read when an epoch is
 * asked for.
 *
 * @param files  by their numbers, from the lowest
 * @param epochs the model of each
 */
public record CheckpointSeries(List<Path> files, List<FoundNetwork> epochs) {
    public CheckpointSeries {
        files = List.copyOf(files);
        epochs = List.copyOf(epochs);
    }

    /**
     * The checkpoints of a folder, in the order of their numbers.
     *
     * @throws FormatException if there are fewer than two, or of two trainings
     */
    public static List<Path> files(Path folder) throws FormatException {
        return CheckpointFolder.files(folder);
    }

    /**
     * The same of each file.
     *
     * @param choices that were made for one of them
     * @throws FormatException if one cannot be read, or is of another model; the sentence names it
     */
    public static CheckpointSeries of(List<Path> files, ImportChoices choices) throws FormatException {
        List<FoundNetwork> epochs = new ArrayList<>();
        for (Path file : files) {
            FoundNetwork found = read(file, choices);
            if (!epochs.isEmpty() && !shape(epochs.getFirst().network()).equals(shape(found.network()))) {
                throw new FormatException(
                        "checkpoints.differ", CheckpointFolder.name(file), CheckpointFolder.name(files.getFirst()));
            }
            epochs.add(found);
        }
        return new CheckpointSeries(files, epochs);
    }

    private static FoundNetwork read(Path file, ImportChoices choices) throws FormatException {
        try {
            WeightFile read = WeightFile.read(file);
            FoundNetwork found =
                    read.chosen(Optional.of(choices.candidate().prefix())).network(choices.answers());
            Neighbours beside = Neighbours.of(read.tensors(), found);
            Optional<String> embedding = choices.embedding().map(NamedTensor::name);
            Optional<String> dense = choices.dense().map(layer -> layer.weight().name());
            return new ImportedModel(
                            found,
                            beside.embeddings().stream()
                                    .filter(table -> embedding
                                            .filter(table.name()::equals)
                                            .isPresent())
                                    .findFirst(),
                            beside.dense().stream()
                                    .filter(layer -> dense.filter(layer.weight().name()::equals)
                                            .isPresent())
                                    .findFirst(),
                            choices.activation())
                    .whole();
        } catch (FormatException e) {
            throw new FormatException("checkpoints.file", CheckpointFolder.name(file), String.valueOf(e.getMessage()));
        }
    }

    /** All but the numbers. */
    private static List<Object> shape(Network network) {
        return List.of(
                network.inputs(),
                network.embedding(),
                network.readOut(),
                network.layers().stream().map(CheckpointSeries::shape).toList());
    }

    private static List<Object> shape(Layer layer) {
        return List.of(layer.cell().source(), layer.hidden(), layer.directions());
    }

    /** Parameters of an epoch. @param epoch from 0 @throws FormatException if its file cannot be read any more */
    public Map<String, Matrix> parameters(int epoch) throws FormatException {
        try {
            return epochs.get(epoch).parameters();
        } catch (FormatException e) {
            throw new FormatException(
                    "checkpoints.file", CheckpointFolder.name(files.get(epoch)), String.valueOf(e.getMessage()));
        }
    }
}
