package org.gatescope.format.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatescope.Wording.saying;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.Candidate;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.weights.TestVector.Agreement;
import org.gatescope.session.Objective;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A model with embedding and dense layer, made by make_tagger.py, and what PyTorch computes from it. */
@Execution(ExecutionMode.CONCURRENT)
class ImportedModelTest {
    private static final Path FOLDER = Path.of("src/test/resources/weights/tagger");

    private static WeightFile tagger() throws FormatException {
        return WeightFile.read(FOLDER.resolve("tagger.pt"));
    }

    private static ImportedModel model(boolean isWhole, Activation activation) throws FormatException {
        WeightFile file = tagger();
        Candidate context = file.chosen(Optional.of("module.context"));
        var found = context.network(Answers.USUAL);
        Neighbours beside = Neighbours.of(file.tensors(), found);
        return new ImportedModel(
                found,
                beside.embeddings().stream().filter(table -> isWhole).findFirst(),
                beside.dense().stream().filter(layer -> isWhole).findFirst(),
                activation);
    }

    private static TestVector vector(String input, String expected, boolean isTimeFirst) throws FormatException {
        return TestVector.read(FOLDER.resolve(input + ".npy"), FOLDER.resolve(expected + ".npy"), isTimeFirst);
    }

    @Test
    void whatFitsIsOfferedAndTheRestIsNamed() throws FormatException {
        WeightFile file = tagger();
        assertThat(file.candidates())
                .extracting(Candidate::prefix)
                .containsExactly("module.context.", "module.summary.");
        Neighbours beside = Neighbours.of(
                file.tensors(), file.chosen(Optional.of("module.context")).network(Answers.USUAL));
        assertThat(beside.embeddings()).extracting(NamedTensor::name).containsExactly("module.embedding.weight");
        assertThat(beside.dense()).singleElement().satisfies(head -> {
            assertThat(head.weight().name()).isEqualTo("module.head.weight");
            assertThat(head.bias()).isPresent();
            assertThat(head.outputs()).isEqualTo(5);
        });
        assertThat(beside.rest())
                .extracting(NamedTensor::name)
                .contains("module.norm.weight", "module.summary.weight_ih_l0")
                .doesNotContain("module.head.bias");
    }

    @Test
    void theWholeModelComputesWhatPyTorchDoes() throws FormatException {
        assertThat(vector("tokens", "logits", false)
                        .with(model(true, Activation.IDENTITY))
                        .largest())
                .isLessThan(1e-14);
        assertThat(vector("tokens", "logits", false)
                        .with(model(true, Activation.SOFTMAX))
                        .largest())
                .as("before the softmax")
                .isLessThan(1e-14);
        assertThat(vector("tokens", "states", false)
                        .with(model(true, Activation.IDENTITY))
                        .largest())
                .isLessThan(1e-14);
    }

    @Test
    void whereItDiffersIsSaid() throws FormatException {
        Agreement mixedUp = vector("tokens", "logits", true).with(model(true, Activation.IDENTITY));
        assertThat(mixedUp.largest()).isGreaterThan(1e-3).isEqualTo(Math.abs(mixedUp.computed() - mixedUp.expected()));
    }

    @Test
    void vectorsThatDoNotFitAreRefused() throws FormatException {
        ImportedModel bare = model(false, Activation.IDENTITY);
        assertThat(refusal(vector("tokens", "logits", false), bare)).is(saying("format:vector.width", 7, 3));
        ImportedModel whole = model(true, Activation.IDENTITY);
        assertThat(refusal(vector("tokens", "tokens", false), whole)).is(saying("format:vector.output", 7, "8, 5"));
        NamedTensor flat = new NamedTensor(
                "flat",
                org.gatescope.format.tensor.Dimensions.of(84),
                vector("tokens", "logits", false).input().numbers());
        assertThat(refusal(new TestVector(flat, flat, false), whole)).is(saying("format:vector.input", "84"));
        TestVector swapped = new TestVector(vector("tokens", "logits", false).input(), flat, false);
        assertThat(refusal(swapped, whole)).is(saying("format:vector.expected", "84", "2 × 6 × 7"));
    }

    private static String refusal(TestVector vector, ImportedModel model) {
        return String.valueOf(catchThrowableOfType(FormatException.class, () -> vector.with(model))
                .getMessage());
    }

    @Test
    void aSessionHasSomethingToLookAt() throws FormatException {
        Session whole = model(true, Activation.SOFTMAX).session("tagger");
        assertThat(whole.network().inputs()).isEqualTo(7);
        assertThat(whole.objective().orElseThrow().aim()).isEqualTo(Objective.Aim.TABLE);
        assertThat(whole.objective().orElseThrow().targets().get(7, 0)).isOne();
        Session bare = model(false, Activation.IDENTITY).session("tagger");
        assertThat(bare.objective()).isEmpty();
        assertThat(bare.numbers().upstream().get(7, 0)).isOne();
        assertThat(List.of(whole.title(), bare.title())).containsOnly("tagger");
    }
}
