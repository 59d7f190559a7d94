package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Merging;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.engine.Series;
import org.gatescope.engine.Shortcut;
import org.gatescope.lesson.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a deep network computed before a change that only adds to it, it still computes after. */
class NetworkReshapeTest {
    private static final int LAYERS = 3;

    private final Session before = DeepNetwork.session();

    @ParameterizedTest
    @CsvSource({"0, 4", "0, 9", "1, 3", "1, 7", "2, 6", "2, 11"})
    void moreUnitsOfALayerChangeNothingAndGoAgain(int layer, int hidden) {
        Session grown = resized(before, layer, hidden);
        assertThat(grown.network().layers().get(layer).hidden()).isEqualTo(hidden);
        SameComputation.check(before, grown);
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

    /** The top layer has five units in both directions. */
    @Test
    void whatReadsTheDirectionsThatStayGoesOnAsItWas() {
        Matrix weights = parameter(before, ReadOut.WEIGHTS);
        Session merged = layered(before, 2, layer -> layer.withMerging(Merging.SUM));
        assertThat(parameter(merged, ReadOut.WEIGHTS)).isEqualTo(rows(weights, 0, 1, 2, 3, 4));
        assertThat(parameter(layered(merged, 2, layer -> layer.withMerging(Merging.CONCATENATION)), ReadOut.WEIGHTS))
                .isEqualTo(rows(weights, 0, 1, 2, 3, 4, -1, -1, -1, -1, -1));
        Session both = layered(before, 2, layer -> layer.withDirections(Directions.BOTH));
        Session reverse = layered(both, 2, layer -> layer.withDirections(Directions.REVERSE));
        assertThat(parameter(reverse, ReadOut.WEIGHTS)).isEqualTo(rows(weights, 5, 6, 7, 8, 9));
        assertThat(parameter(reverse, "2.backward.Wx.z")).isEqualTo(parameter(both, "2.backward.Wx.z"));
        SameComputation.check(reverse, layered(reverse, 2, layer -> layer.withDirections(Directions.BOTH)));
        Session turned = layered(reverse, 2, layer -> layer.withDirections(Directions.FORWARD));
        assertThat(parameter(turned, ReadOut.WEIGHTS)).isEqualTo(parameter(reverse, ReadOut.WEIGHTS));
        assertThat(parameter(turned, "2.forward.Wx.z")).isEqualTo(parameter(reverse, "2.backward.Wx.z"));
    }

    @Test
    void whatIsCarriedPastALayerIsReadOnTheRightAndStaysThere() {
        Matrix weights = parameter(before, ReadOut.WEIGHTS);
        Session skip = layered(before, 2, layer -> layer.withShortcut(Shortcut.CONCATENATED));
        int read = before.network().reads(2);
        assertThat(skip.network().width()).isEqualTo(before.network().width() + read);
        assertThat(parameter(skip, ReadOut.WEIGHTS).resized(weights.rows(), weights.columns()))
                .isEqualTo(weights);
        SameComputation.check(before, skip);
        Session wider = layered(skip, 2, layer -> layer.withHidden(6)); // 2 · 6 columns before what is carried
        Session back = layered(wider, 2, layer -> layer.withHidden(5));
        assertThat(back.numbers()).isEqualTo(skip.numbers());
        assertThat(layered(skip, 2, layer -> layer.withShortcut(Shortcut.NONE)).numbers())
                .isEqualTo(before.numbers());
    }

    /** Another width below or in the layer: nothing is lost but the shortcut, and that is told. */
    @Test
    void aLayerThatNoLongerFitsAddsNothing() {
        Session residual = Reshape.withNewLayer(
                        allForward(true),
                        3,
                        DeepNetwork.layer("lstm", 5, Directions.FORWARD).withShortcut(Shortcut.ADDED))
                .change()
                .session();
        NetworkChange change = changed(residual, 2, layer -> layer.withHidden(6));
        assertThat(change.withoutShortcut()).containsExactly(3);
        assertThat(change.session().network().layers().get(3).shortcut()).isEqualTo(Shortcut.NONE);
        assertThat(change.lost()).isEmpty();
        assertThat(changed(residual, 3, layer -> layer.withDirections(Directions.BOTH))
                        .withoutShortcut())
                .containsExactly(3);
        assertThat(changed(residual, 3, layer -> layer.withShortcut(Shortcut.NONE))
                        .withoutShortcut())
                .isEmpty();
        assertThat(changed(residual, 1, layer -> layer.withHidden(6)).withoutShortcut())
                .isEmpty();
    }

    private static Session layered(Session session, int index, UnaryOperator<Layer> change) {
        Layer layer = change.apply(session.network().layers().get(index));
        return Reshape.withLayer(session, index, layer).change().session();
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
        SameComputation.check(forward, both);
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
        SameComputation.check(before, parted.session());
        NetworkChange tied = redirected(parted.session(), 2, Directions.TIED);
        assertThat(tied.lost()).isNotEmpty().allMatch(name -> name.startsWith("2.backward."));
        assertThat(tied.session().numbers()).isEqualTo(before.numbers());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aLayerThatGoesInMovesTheOthersUpAndComesOutAgain(int index) {
        int width = index == 0 ? before.network().inputs() : before.network().width(index - 1);
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
                .forEach((key, part) -> assertThat(
                                SameComputation.numbers(trace.part(key).value("h'")))
                        .as(key)
                        .isEqualTo(SameComputation.numbers(part.value("h'"))));
        Series read = trace.part("3.forward").value("x");
        assertThat(SameComputation.numbers(read)).isEqualTo(SameComputation.numbers(old.output()));
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

    private static int hidden(Session session, int layer) {
        return session.network().layers().get(layer).hidden();
    }

    private static Matrix parameter(Session session, String name) {
        return session.table(new TableId.Parameter(name));
    }

    private static Matrix rows(Matrix table, int... rows) {
        return table.rearranged(rows.length, table.columns(), row -> rows[row]);
    }
}
