package org.gatescope.format.weights;

import java.util.List;
import java.util.Optional;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.Candidate;
import org.gatescope.format.found.FoundNetwork;
import org.gatescope.format.tensor.NamedTensor;

/**
 * What was chosen among that which a file offers.
 *
 * @param candidate  the network
 * @param answers    what the file does not say of it
 * @param embedding  that is taken over before it
 * @param dense      that is taken over behind it
 * @param activation of that
 */
public record ImportChoices(
        WeightFile file,
        Candidate candidate,
        Answers answers,
        Optional<NamedTensor> embedding,
        Optional<DenseTables> dense,
        Activation activation) {

    /** What comes of it. */
    public sealed interface Outcome {}

    /** A model that can be opened, with what else would fit onto it. */
    public record Recognised(ImportedModel model, Neighbours beside) implements Outcome {}

    /** A sentence that says why there is none, and what to do. */
    public record Refused(String sentence) implements Outcome {}

    /**
     * The first network that can be taken, with what stands beside it if there is no other that fits.
     *
     * @throws FormatException if the file has no network at all
     */
    public static ImportChoices usual(WeightFile file) throws FormatException {
        if (file.candidates().isEmpty()) {
            file.chosen(Optional.empty()); // refuses, and says why
        }
        Candidate first = file.candidates().stream()
                .filter(candidate -> new ImportChoices(file, candidate).outcome() instanceof Recognised)
                .findFirst()
                .orElse(file.candidates().getFirst());
        return of(file, first);
    }

    private ImportChoices(WeightFile file, Candidate candidate) {
        this(file, candidate, Answers.USUAL, Optional.empty(), Optional.empty(), Activation.IDENTITY);
    }

    private static ImportChoices of(WeightFile file, Candidate candidate) {
        ImportChoices bare = new ImportChoices(file, candidate);
        return switch (bare.outcome()) {
            case Refused refused -> bare;
            case Recognised(ImportedModel model, Neighbours beside) ->
                bare.withEmbedding(only(beside.embeddings())).withDense(only(beside.dense()));
        };
    }

    private static <T> Optional<T> only(List<T> offered) {
        return offered.size() == 1 ? Optional.of(offered.getFirst()) : Optional.empty();
    }

    /** Whether it can be taken, and as what. */
    public Outcome outcome() {
        try {
            FoundNetwork found = candidate.network(answers);
            return new Recognised(
                    new ImportedModel(found, embedding, dense, activation), Neighbours.of(file.tensors(), found));
        } catch (FormatException e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
    }

    /** Another network, with what stands beside it. */
    public ImportChoices withCandidate(Candidate changed) {
        return changed.equals(candidate) ? this : of(file, changed);
    }

    /** Other answers. */
    public ImportChoices withAnswers(Answers changed) {
        return new ImportChoices(file, candidate, changed, embedding, dense, activation);
    }

    /** Another embedding, or none. */
    public ImportChoices withEmbedding(Optional<NamedTensor> changed) {
        return new ImportChoices(file, candidate, answers, changed, dense, activation);
    }

    /** Another dense layer, or none. */
    public ImportChoices withDense(Optional<DenseTables> changed) {
        return new ImportChoices(file, candidate, answers, embedding, changed, activation);
    }

    /** Another activation of the dense layer. */
    public ImportChoices withActivation(Activation changed) {
        return new ImportChoices(file, candidate, answers, embedding, dense, changed);
    }
}
