package org.gatescope.format.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatescope.Wording.saying;
import static org.gatescope.Wording.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.engine.training.TrainingProgress;
import org.gatescope.engine.training.TrainingRun;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NpyArray;
import org.gatescope.format.tensor.NpzWriter;
import org.gatescope.session.RecordedTraining;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Execution(ExecutionMode.CONCURRENT)
class CheckpointSeriesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** An RNN of one unit and one input, whose recurrent weight tells the files apart. */
    private void write(String name, double weight) throws IOException {
        write(name, weight, 1);
    }

    private void write(String name, double weight, int inputs) throws IOException {
        try (NpzWriter out = new NpzWriter(Files.newOutputStream(folder.resolve(name)))) {
            out.add("weight_ih_l0", new NpyArray(Dimensions.of(1, inputs), new double[inputs]));
            out.add("weight_hh_l0", new NpyArray(Dimensions.of(1, 1), new double[] {weight}));
        }
    }

    private CheckpointSeries read() throws FormatException {
        List<Path> files = CheckpointSeries.files(folder);
        return CheckpointSeries.of(files, ImportChoices.usual(WeightFile.read(files.getFirst())));
    }

    private String refusal() {
        return String.valueOf(
                catchThrowableOfType(FormatException.class, this::read).getMessage());
    }

    private static double weight(Map<String, Matrix> parameters) {
        return Optional.ofNullable(parameters.get("0.forward.Wh.h"))
                .orElseThrow()
                .get(0, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "epoch-1.pt epoch-2.pt epoch-10.pt",
        "model_0009.npz model_0010.npz model_0200.npz",
        "9.pth 10.pth 11.pth",
        "epoch=2-val_loss=0.9.ckpt epoch=3-val_loss=0.1.ckpt epoch=12-val_loss=0.05.ckpt",
        "step99999999999999999998.pt step99999999999999999999.pt step100000000000000000000.pt"
    })
    void theOrderIsThatOfTheNumbers(String names) throws IOException, FormatException {
        String[] files = names.split(" ");
        for (int i = files.length - 1; i >= 0; i--) {
            write(files[i], i);
        }
        CheckpointSeries series = read();
        assertThat(series.files()).extracting(CheckpointFolder::name).containsExactly(files);
        for (int epoch = 0; epoch < files.length; epoch++) {
            assertThat(weight(series.parameters(epoch))).isEqualTo(epoch);
        }
    }

    @Test
    void otherFilesAreLeftAside() throws IOException, FormatException {
        write("epoch-1.pt", 1);
        write("epoch-2.pt", 2);
        write("best.pt", 3);
        write("lr-0.5.pt", 4);
        write(".epoch-3.pt", 5);
        Files.writeString(folder.resolve("epoch-3.txt"), "notes");
        Files.createDirectory(folder.resolve("epoch-4.pt"));
        assertThat(read().files()).extracting(CheckpointFolder::name).containsExactly("epoch-1.pt", "epoch-2.pt");
    }

    @Test
    void withoutAtLeastTwoThereIsNoSeries() throws IOException {
        assertThat(refusal()).isEqualTo(text("format:checkpoints.none"));
        write("epoch-1.pt", 1);
        assertThat(refusal()).isEqualTo(text("format:checkpoints.none"));
    }

    @Test
    void twoTrainingsInOneFolderAreNotMixed() throws IOException {
        for (String name : new String[] {"a-1.pt", "a-2.pt", "b-1.pt", "b-2.pt"}) {
            write(name, 0);
        }
        assertThat(refusal()).startsWith("the folder has as many files like");
    }

    @Test
    void allHoldTheSameNetwork() throws IOException {
        write("epoch-1.pt", 1);
        write("epoch-2.pt", 2, 3);
        assertThat(refusal()).is(saying("format:checkpoints.differ", "epoch-2.pt", "epoch-1.pt"));
        Files.writeString(folder.resolve("epoch-2.pt"), "nothing");
        assertThat(refusal()).startsWith("epoch-2.pt: ");
    }

    @Test
    void theyAreTheEpochsOfARun() throws IOException, FormatException {
        for (int epoch = 0; epoch < 12; epoch++) {
            write("epoch-" + epoch + ".pt", epoch / 8.0);
        }
        CheckpointSeries series = read();
        Session first = new ImportedModel(
                        series.epochs().getFirst(), Optional.empty(), Optional.empty(), Activation.IDENTITY)
                .session("series");
        RecordedTraining recorded = new RecordedTraining(first, epoch -> parameters(series, epoch));
        TrainingRun run = new TrainingRun(recorded::next, 11, recorded.first(), 1 << 20, Runnable::run, () -> {});
        run.start();
        TrainingProgress end = run.progress();
        assertThat(end.state()).isEqualTo(TrainingProgress.State.FINISHED);
        assertThat(weight(end.snapshot().parameters())).isEqualTo(11 / 8.0);
        assertThat(end.snapshot().changes().get("0.forward.Wh.h")).isEqualTo(1 / 8.0);
        assertThat(end.snapshot().norm())
                .as("the gradient of the session's own loss")
                .isPositive();
        run.goTo(4);
        assertThat(weight(recorded.at(run.progress().snapshot()).numbers().parameters()))
                .isEqualTo(0.5);
    }

    private static Map<String, Matrix> parameters(CheckpointSeries series, int epoch) {
        try {
            return series.parameters(epoch);
        } catch (FormatException e) {
            throw new AssertionError(e);
        }
    }
}
