package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.engine.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a deep network computed before a change that only adds to it, it still computes after. */
class NetworkReshapeTest {
    /** Longer sums are added in another order. */
    private static final Offset<Double> ROUNDING = within(1e-13);

    private static final int LAYERS = 3;

    private final Session before = DeepNetwork.session();

    @ParameterizedTest
    @CsvSource({"0, 4", "0, 9", "1, 3", "1, 7", "2, 6", "2, 11"})
    void moreUnitsOfALayerChangeNothingAndGoAgain(int layer, int hidden) {
        Session grown = resized(before, layer, hidden);
        assertThat(grown.network().layers().get(layer).hidden()).isEqualTo(hidden);
        assertComputesTheSame(grown);
        assertThat(resized(grown, layer, hidden(before, layer)).numbers()).isEqualTo(before.numbers());
    }

    /** The reverse direction's numbers stand right of the forward one's, wherever that ends. */
    @Test
    void fewerUnitsOfALowerLayerKeepTheFirstOnesOfBothDirections() {
        Session shrunk = resized(before, 0, 2);
        Matrix old = parameter(before, "1.forward.Wx.i");
        assertThat(parameter(shrunk, "1.forward.Wx.i")).isEqualTo(rows(old, 0, 1, 3, 4));
        Session back = resized(shrunk, 0, 3);
        assertThat(parameter(back, "1.forward.Wx.i")).isEqualTo(rows(old, 0, 1, -1, 3, 4, -1));
        assertThat(parameter(back, "0.backward.Wh.h"))
                .isEqualTo(parameter(before, "0.backward.Wh.h").resized(2, 2).resized(3, 3));
    }

    @Test
    void fewerUnitsOfTheTopLayerKeepTheReadOutAndTheUpstreamGradientOfTheOthers() {
        Session shrunk = resized(before, 2, 1);
        assertThat(parameter(shrunk, ReadOut.WEIGHTS)).isEqualTo(rows(parameter(before, ReadOut.WEIGHTS), 0, 5));
        Matrix upstream = before.numbers().upstream();
        for (int row = 0; row < upstream.rows(); row++) {
            assertThat(shrunk.numbers().upstream().get(row, 0)).isEqualTo(upstream.get(row, 0));
            assertThat(shrunk.numbers().upstream().get(row, 1)).isEqualTo(upstream.get(row, 5));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "0, 6", "1, 3", "2, 6"})
    void forthAndBackAgainTheSharedStatesAreThere(int layer, int hidden) {
        Session back = resized(resized(before, layer, hidden), layer, hidden(before, layer));
        assertThat(back.numbers().initialState()).isEqualTo(before.numbers().initialState());
        assertThat(back.numbers().finalState()).isEqualTo(before.numbers().finalState());
    }

    static Stream<Arguments> madeBidirectional() {
        return Stream.of(Directions.BOTH, Directions.TIED)
                .flatMap(to -> IntStream.range(0, LAYERS)
                        .boxed()
                        .flatMap(layer -> Stream.of(true, false).map(every -> Arguments.of(to, layer, every))));
    }

    @ParameterizedTest
    @MethodSource("madeBidirectional")
    void aDirectionThatComesInIsUnheard(Directions to, int layer, boolean everyStep) {
        Session forward = allForward(everyStep);
        NetworkChange change = redirected(forward, layer, to);
        Session both = change.session();
        assertThat(both.network().layers().get(layer).directions()).isEqualTo(to);
        assertThat(change.added()).isEmpty();
        assertThat(change.lost()).isEmpty();
        assertComputesTheSame(forward, both);
        String wider = layer == LAYERS - 1 ? ReadOut.WEIGHTS : layer + 1 + ".forward.Wx." + (layer == 0 ? "f" : "n");
        int hidden = hidden(forward, layer);
        for (int row = hidden; row < 2 * hidden; row++) {
            assertThat(parameter(both, wider).rows(row, 1, 1))
                    .isEqualTo(Matrix.zeros(1, parameter(both, wider).columns()));
        }
        assertThat(redirected(both, layer, Directions.FORWARD).session().numbers())
                .isEqualTo(forward.numbers());
    }

    @Test
    void aNewDirectionStartsEqualToTheForwardOneWithoutItsStates() {
        Session both = redirected(before, 1, Directions.BOTH).session();
        for (String name : List.of("Wx.i", "Wh.f", "b.o")) {
            assertThat(parameter(both, "1.backward." + name)).isSameAs(parameter(before, "1.forward." + name));
        }
        assertThat(both.table(new TableId.InitialState("1.backward.c"))).isEqualTo(Matrix.zeros(2, 2));
        assertThat(both.table(new TableId.InitialState("1.forward.c")))
                .isEqualTo(before.table(new TableId.InitialState("1.forward.c")));
    }

    @Test
    void tiedDirectionsThatPartComputeTheSame() {
        NetworkChange parted = redirected(before, 2, Directions.BOTH);
        assertThat(parted.added()).isEmpty();
        assertComputesTheSame(parted.session());
        NetworkChange tied = redirected(parted.session(), 2, Directions.TIED);
        assertThat(tied.lost()).isNotEmpty().allMatch(name -> name.startsWith("2.backward."));
        assertThat(tied.session().numbers()).isEqualTo(before.numbers());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aLayerThatGoesInMovesTheOthersUpAndComesOutAgain(int index) {
        int width = index == 0
                ? before.network().inputs()
                : before.network().layers().get(index - 1).width();
        Layer added = DeepNetwork.layer("lstm-peephole", width, Directions.FORWARD);
        NetworkChange change = Reshape.withNewLayer(before, index, added).change();
        Session deeper = change.session();
        assertThat(change.added()).allMatch(name -> name.startsWith(index + ".forward."));
        assertThat(change.added()).hasSameSizeAs(added.cell().parameters().keySet());
        assertThat(change.lost()).isEmpty();
        before.numbers()
                .parameters()
                .forEach((name, table) -> assertThat(parameter(deeper, moved(name, index)))
                        .as(name)
                        .isSameAs(table));
        before.numbers()
                .initialState()
                .forEach((name, table) -> assertThat(deeper.table(new TableId.InitialState(moved(name, index))))
                        .isEqualTo(table));
        NetworkChange again = Reshape.withoutLayer(deeper, index).change();
        assertThat(again.added()).isEmpty();
        assertThat(again.lost()).containsExactlyInAnyOrderElementsOf(change.added());
        assertThat(again.session().numbers()).isEqualTo(before.numbers());
        assertThat(again.session().objective()).isEqualTo(before.objective());
    }

    /** A full name's layer, one up if it stands above the new one. */
    private static String moved(String name, int index) {
        boolean isLayer = Character.isDigit(name.charAt(0));
        int layer = isLayer ? Character.digit(name.charAt(0), 10) : -1;
        return layer >= index ? layer + 1 + name.substring(1) : name;
    }

    @Test
    void withALayerOnTopTheOthersOutputsStayAndItReadsThem() {
        Layer added = DeepNetwork.layer("gru", 7, Directions.BOTH);
        Session deeper = Reshape.withNewLayer(before, LAYERS, added).change().session();
        NetworkTrace trace = DeepNetwork.run(deeper);
        NetworkTrace old = DeepNetwork.run(before);
        old.parts()
                .forEach((key, part) ->
                        assertThat(numbers(trace.part(key).value("h'"))).as(key).isEqualTo(numbers(part.value("h'"))));
        Series read = trace.part("3.forward").value("x");
        assertThat(numbers(read)).isEqualTo(numbers(old.output()));
    }

    @Test
    void aLayerThatGoesOutIsLostAndTheOthersStay() {
        NetworkChange change = Reshape.withoutLayer(before, 1).change();
        assertThat(change.lost()).isNotEmpty().allMatch(name -> name.startsWith("1.forward."));
        assertThat(change.added()).isEmpty();
        Session after = change.session();
        assertThat(parameter(after, "0.backward.Wh.h")).isSameAs(parameter(before, "0.backward.Wh.h"));
        assertThat(parameter(after, "1.forward.Wh.n")).isSameAs(parameter(before, "2.forward.Wh.n"));
        assertThat(parameter(after, "1.forward.Wx.n"))
                .isEqualTo(parameter(before, "2.forward.Wx.n").resized(6, 5));
        assertThat(DeepNetwork.run(after).output().width()).isEqualTo(10);
    }

    @Test
    void theLastLayerStays() {
        Session one = Example.SMALL_SEQUENCE.session();
        assertThatThrownBy(() -> Reshape.withoutLayer(one, 0)).isInstanceOf(IllegalArgumentException.class);
    }

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
        assertThat(numbers(DeepNetwork.run(with.session()).output()))
                .isEqualTo(numbers(DeepNetwork.run(before).output()));
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
        assertComputesTheSame(tokens, wider);
        assertThat(embedded(wider, new Embedding(3)).session().numbers()).isEqualTo(tokens.numbers());
    }

    @Test
    void newTokensOfAnEmbeddingLeaveTheOthersRowsAlone() {
        Session tokens = DeepNetwork.embedded(3, DeepNetwork.READ_OUT);
        Session more =
                Reshape.resized(tokens, 1, 3, DeepNetwork.INPUTS + 2).change().session();
        assertThat(parameter(more, Embedding.TABLE))
                .isEqualTo(parameter(tokens, Embedding.TABLE).resized(DeepNetwork.INPUTS + 2, 3));
        assertComputesTheSame(tokens, more);
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
        assertComputesTheSame(
                shorter,
                Reshape.resized(shorter, 2, 7, DeepNetwork.INPUTS + 3).change().session());
    }

    private static Session allForward(boolean everyStep) {
        List<Layer> layers = new ArrayList<>(List.of(
                DeepNetwork.layer("rnn-sigmoid", 3, Directions.FORWARD),
                DeepNetwork.layer("lstm", 2, Directions.FORWARD),
                DeepNetwork.layer("gru", 5, Directions.FORWARD)));
        ReadOut readOut = new ReadOut(3, everyStep, Activation.SOFTMAX);
        return DeepNetwork.drawn(
                new Network(DeepNetwork.INPUTS, layers, Optional.of(readOut)), DeepNetwork.STEPS, DeepNetwork.LENGTHS);
    }

    private static Session resized(Session session, int index, int hidden) {
        return changed(session, index, layer -> new Layer(layer.cell(), hidden, layer.directions()))
                .session();
    }

    private static NetworkChange redirected(Session session, int index, Directions to) {
        return changed(session, index, layer -> new Layer(layer.cell(), layer.hidden(), to));
    }

    private static NetworkChange changed(Session session, int index, UnaryOperator<Layer> change) {
        Layer now = session.network().layers().get(index);
        return Reshape.withLayer(session, index, change.apply(now)).change();
    }

    private static NetworkChange embedded(Session session, Embedding embedding) {
        return Reshape.withEmbedding(session, Optional.of(embedding)).change();
    }

    private static int hidden(Session session, int layer) {
        return session.network().layers().get(layer).hidden();
    }

    private static Matrix parameter(Session session, String name) {
        return session.table(new TableId.Parameter(name));
    }

    private static Matrix rows(Matrix table, int... rows) {
        return table.rearranged(rows.length, table.columns(), row -> rows[row]);
    }

    private void assertComputesTheSame(Session after) {
        assertComputesTheSame(before, after);
    }

    /** Logits, loss, the input's gradient and those of the parameters, as far as the sessions overlap. */
    private static void assertComputesTheSame(Session before, Session after) {
        NetworkTrace old = DeepNetwork.run(before);
        NetworkTrace now = DeepNetwork.run(after);
        assertClose(
                now.readOut().orElseThrow().logits(),
                old.readOut().orElseThrow().logits());
        assertThat(DeepNetwork.loss(after)).isCloseTo(DeepNetwork.loss(before), ROUNDING);
        assertClose(now.inputGradient(), old.inputGradient());
        assertThat(old.readOut().orElseThrow().loss()).isNotZero();
        Matrix bias = now.parameterGradient("0.forward.b.h");
        for (int unit = 0; unit < hidden(before, 0); unit++) {
            assertThat(bias.get(0, unit))
                    .isCloseTo(old.parameterGradient("0.forward.b.h").get(0, unit), ROUNDING);
        }
    }

    private static void assertClose(Series actual, Series expected) {
        for (int t = 0; t < expected.steps(); t++) {
            for (int n = 0; n < expected.batch(); n++) {
                for (int unit = 0; unit < expected.width(); unit++) {
                    assertThat(actual.at(t, n, unit)).isCloseTo(expected.at(t, n, unit), ROUNDING);
                }
            }
        }
    }

    private static List<Double> numbers(Series series) {
        List<Double> numbers = new ArrayList<>();
        for (int t = 0; t < series.steps(); t++) {
            for (int n = 0; n < series.batch(); n++) {
                for (int unit = 0; unit < series.width(); unit++) {
                    numbers.add(series.at(t, n, unit));
                }
            }
        }
        return numbers;
    }
}
