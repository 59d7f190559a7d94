package org.gatescope.format.weights;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.engine.training.TrainingRun;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.FoundNetwork;

/**
 * What one training left in a folder, epoch after epoch: the same network with other numbers. They are read when an epoch is
 * asked for.
 *
 * @param files  by their numbers, from the lowest
 * @param epochs the network of each
 */
public record CheckpointSeries(List<Path> files, List<FoundNetwork> epochs) {
    /** Bytes for epochs that are kept once they were read. */
    private static final long BUDGET = 32L << 20;

    public CheckpointSeries {
        files = List.copyOf(files);
        epochs = List.copyOf(epochs);
    }

    /**
     * The checkpoints of a folder.
     *
     * @param prefix  of the network in each file, where there are several
     * @param answers what no file says
     * @throws FormatException if there are none, one cannot be read, or one is of another network; the sentence names it
     */
    public static CheckpointSeries in(Path folder, Optional<String> prefix, Answers answers) throws FormatException {
        List<Path> files = CheckpointFolder.files(folder);
        List<FoundNetwork> epochs = new ArrayList<>();
        for (Path file : files) {
            FoundNetwork found = read(file, prefix, answers);
            if (!epochs.isEmpty() && !isSame(epochs.getFirst().network(), found.network())) {
                throw new FormatException(
                        "checkpoints.differ", CheckpointFolder.name(file), CheckpointFolder.name(files.getFirst()));
            }
            epochs.add(found);
        }
        return new CheckpointSeries(files, epochs);
    }

    private static FoundNetwork read(Path file, Optional<String> prefix, Answers answers) throws FormatException {
        try {
            return WeightFile.read(file).chosen(prefix).network(answers);
        } catch (FormatException e) {
            throw new FormatException("checkpoints.file", CheckpointFolder.name(file), String.valueOf(e.getMessage()));
        }
    }

    private static boolean isSame(Network first, Network other) {
        return first.inputs() == other.inputs()
                && first.layers().stream()
                        .map(CheckpointSeries::shape)
                        .toList()
                        .equals(other.layers().stream()
                                .map(CheckpointSeries::shape)
                                .toList());
    }

    private static List<Object> shape(Layer layer) {
        return List.of(layer.cell().source(), layer.hidden(), layer.directions());
    }

    /** The network of all epochs. */
    public Network network() {
        return epochs.getFirst().network();
    }

    /** Its parameters after an epoch. @param epoch from 0 @throws FormatException if its file cannot be read any more */
    public Map<String, Matrix> parameters(int epoch) throws FormatException {
        try {
            return epochs.get(epoch).parameters();
        } catch (FormatException e) {
            throw new FormatException(
                    "checkpoints.file", CheckpointFolder.name(files.get(epoch)), String.valueOf(e.getMessage()));
        }
    }

    /** The training again: each update reads the next file. @throws FormatException if the first file cannot be read */
    public TrainingRun run(Executor executor) throws FormatException {
        return new TrainingRun(this::next, files.size() - 1, Snapshot.first(parameters(0)), BUDGET, executor, () -> {});
    }

    private Snapshot next(Snapshot before) {
        int epoch = before.epoch() + 1;
        try {
            return new Snapshot(
                    epoch,
                    parameters(epoch),
                    Map.of(),
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Map.of(),
                    Map.of(),
                    Optional.empty());
        } catch (FormatException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
