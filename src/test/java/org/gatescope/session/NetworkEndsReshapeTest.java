package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands below a deep network's layers and above them: input, lengths, embedding, read-out. */
class NetworkEndsReshapeTest {
    private final Session before = DeepNetwork.session();

    @Test
    void aReadOutComesAndGoesAndTheLayersStay() {
        NetworkChange without = Reshape.withReadOut(before, Optional.empty()).change();
        assertThat(without.lost()).containsExactlyInAnyOrder(ReadOut.WEIGHTS, ReadOut.BIAS);
        assertThat(without.session().objective()).isEmpty();
        assertThat(DeepNetwork.run(without.session()).readOut()).isEmpty();
        ReadOut sigmoid = new ReadOut(2, true, Activation.SIGMOID);
        NetworkChange with =
                Reshape.withReadOut(without.session(), Optional.of(sigmoid)).change();
        assertThat(with.added()).containsExactly(ReadOut.WEIGHTS, ReadOut.BIAS);
        assertThat(with.lost()).isEmpty();
        assertThat(parameter(with.session(), ReadOut.WEIGHTS).get(9, 1))
                .as("drawn")
                .isNotZero();
        assertThat(parameter(with.session(), ReadOut.BIAS)).isEqualTo(Matrix.zeros(1, 2));
        assertThat(SameComputation.numbers(DeepNetwork.run(with.session()).output()))
                .isEqualTo(SameComputation.numbers(DeepNetwork.run(before).output()));
        assertThat(DeepNetwork.loss(with.session())).isFinite().isPositive();
        before.numbers().parameters().forEach((name, table) -> {
            if (!name.startsWith("dense.")) {
                assertThat(parameter(with.session(), name)).isSameAs(table);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9})
    void otherOutputsKeepTheWeightsThatOverlap(int outputs) {
        NetworkChange change = Reshape.withReadOut(before, Optional.of(DeepNetwork.READ_OUT.withOutputs(outputs)))
                .change();
        assertThat(parameter(change.session(), ReadOut.WEIGHTS))
                .isEqualTo(parameter(before, ReadOut.WEIGHTS).resized(10, outputs));
        assertThat(change.added()).isEmpty();
        assertThat(change.lost()).isEmpty();
    }

    @Test
    void moreColumnsOfAnEmbeddingAreUnheard() {
        Session tokens = DeepNetwork.embedded(3, DeepNetwork.READ_OUT);
        Session wider = embedded(tokens, new Embedding(8)).session();
        assertThat(parameter(wider, Embedding.TABLE))
                .isEqualTo(parameter(tokens, Embedding.TABLE).resized(DeepNetwork.INPUTS, 8));
        SameComputation.check(tokens, wider);
        assertThat(embedded(wider, new Embedding(3)).session().numbers()).isEqualTo(tokens.numbers());
    }

    @Test
    void newTokensOfAnEmbeddingLeaveTheOthersRowsAlone() {
        Session tokens = DeepNetwork.embedded(3, DeepNetwork.READ_OUT);
        Session more =
                Reshape.resized(tokens, 1, 3, DeepNetwork.INPUTS + 2).change().session();
        assertThat(parameter(more, Embedding.TABLE))
                .isEqualTo(parameter(tokens, Embedding.TABLE).resized(DeepNetwork.INPUTS + 2, 3));
        SameComputation.check(tokens, more);
    }

    @Test
    void anEmbeddingComesAndGoesAndTheLayersStay() {
        NetworkChange on = embedded(before, new Embedding(DeepNetwork.INPUTS));
        assertThat(on.added()).containsExactly(Embedding.TABLE);
        assertThat(on.lost()).isEmpty();
        assertThat(parameter(on.session(), Embedding.TABLE).get(3, 3))
                .as("drawn")
                .isNotZero();
        before.numbers()
                .parameters()
                .forEach((name, table) ->
                        assertThat(parameter(on.session(), name)).as(name).isSameAs(table));
        NetworkChange off =
                Reshape.withEmbedding(on.session(), Optional.empty()).change();
        assertThat(off.lost()).containsExactly(Embedding.TABLE);
        assertThat(off.session().numbers()).isEqualTo(before.numbers());
    }

    @Test
    void aNarrowerEmbeddingLeavesTheLowestLayerThoseInputs() {
        Session on = embedded(before, new Embedding(2)).session();
        assertThat(parameter(on, "0.backward.Wx.h"))
                .isEqualTo(parameter(before, "0.backward.Wx.h").resized(2, 3));
        Session off = Reshape.withEmbedding(on, Optional.empty()).change().session();
        assertThat(parameter(off, "0.backward.Wx.h"))
                .isEqualTo(parameter(before, "0.backward.Wx.h").resized(2, 3).resized(4, 3));
    }

    @ParameterizedTest
    @CsvSource({"6, 6 2", "4, 4 2", "3, 3 2", "2, 2 2", "1, 1 1", "0, 0 0"})
    void lengthsFollowTheSteps(int steps, String lengths) {
        Session other =
                Reshape.resized(before, 2, steps, DeepNetwork.INPUTS).change().session();
        assertThat(other.lengths())
                .isEqualTo(Stream.of(lengths.split(" ")).map(Integer::valueOf).toList());
    }

    @Test
    void newSequencesFillAllSteps() {
        Session more =
                Reshape.resized(before, 4, 4, DeepNetwork.INPUTS).change().session();
        assertThat(more.lengths()).containsExactly(4, 2, 4, 4);
        Session fewer =
                Reshape.resized(before, 1, 4, DeepNetwork.INPUTS).change().session();
        assertThat(fewer.lengths()).containsExactly(4);
    }

    @Test
    void moreStepsAndInputsComputeTheSameWhereTheFirstAre() {
        Session shorter = before.withLength(0, 3); // steps after a sequence's end are none of it
        SameComputation.check(
                shorter,
                Reshape.resized(shorter, 2, 7, DeepNetwork.INPUTS + 3).change().session());
    }

    private static NetworkChange embedded(Session session, Embedding embedding) {
        return Reshape.withEmbedding(session, Optional.of(embedding)).change();
    }

    private static Matrix parameter(Session session, String name) {
        return session.table(new TableId.Parameter(name));
    }
}
