package org.gatescope.format.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Merging;
import org.gatescope.engine.Network;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.engine.Shortcut;
import org.gatescope.format.FormatException;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;

/** The lines as they were tried in Python. */
class LoaderTest {
    private static Layer layer(String cell, int hidden, Directions directions) {
        return new Layer(BuiltInCells.cell(cell), hidden, directions);
    }

    private static String loader(Network network, WeightNames names, String file) throws FormatException {
        Network bare = new Network(network.inputs(), network.embedding(), network.layers(), Optional.empty());
        Session zeros = Session.zeros("", bare, 1, 1);
        Session whole = network.readOut().isEmpty()
                ? zeros
                : Reshape.withReadOut(zeros, network.readOut()).change().session();
        return Loader.of(
                new ExportedNetwork(whole.network(), whole.numbers().parameters()), names, Path.of("/tmp/a b", file));
    }

    @Test
    void aModuleAlone() throws FormatException {
        Layer layer = layer("rnn-relu", 4, Directions.BOTH);
        Network network = new Network(3, List.of(layer, layer), Optional.empty());
        assertThat(loader(network, WeightNames.TORCH, "w.safetensors")).isEqualTo("""
                        weights = safetensors.torch.load_file("w.safetensors")
                        model = torch.nn.RNN(3, 4, num_layers=2, bidirectional=True, nonlinearity="relu", batch_first=True).double()
                        model.load_state_dict(weights)
                        """);
        assertThat(loader(network, WeightNames.KERAS, "w.npz"))
                .contains("keras.Input((None, 3))")
                .contains(
                        "keras.layers.Bidirectional(keras.layers.SimpleRNN(4, return_sequences=True, activation=\"relu\"))");
    }

    @Test
    void directionsThatAreMerged() throws FormatException {
        Layer layer = layer("gru", 2, Directions.BOTH);
        List<Layer> layers = List.of(
                layer.withMerging(Merging.SUM), layer.withMerging(Merging.AVERAGE), layer.withMerging(Merging.PRODUCT));
        assertThat(loader(new Network(3, layers, Optional.empty()), WeightNames.KERAS, "w.npz"))
                .contains("keras.layers.Bidirectional(keras.layers.GRU(2, return_sequences=True), merge_mode=\"sum\")")
                .contains("merge_mode=\"ave\")", "merge_mode=\"mul\")");
    }

    @Test
    void whatIsCarriedPastLayersIsSaidBetweenThem() throws FormatException {
        Layer layer = layer("gru", 3, Directions.FORWARD);
        List<Layer> layers =
                List.of(layer.withShortcut(Shortcut.ADDED), layer.withShortcut(Shortcut.CONCATENATED), layer);
        Network network = new Network(3, layers, Optional.of(new ReadOut(2, true, Activation.SOFTMAX)));
        assertThat(loader(network, WeightNames.KERAS, "w.weights.h5")).isEqualTo("""
                        x = inputs = keras.Input((None, 3))
                        h = keras.layers.GRU(3, return_sequences=True)(x)
                        x = keras.layers.Add()([h, x])
                        h = keras.layers.GRU(3, return_sequences=True)(x)
                        x = keras.layers.Concatenate()([h, x])
                        x = keras.layers.GRU(3, return_sequences=True)(x)
                        x = keras.layers.Dense(2)(x)
                        model = keras.Model(inputs, x)
                        model.load_weights("w.weights.h5")
                        """);
        assertThat(loader(network, WeightNames.TORCH, "w.npz"))
                .contains(
                        "torch.nn.ModuleList([torch.nn.GRUCell(3, 3), torch.nn.GRUCell(3, 3), torch.nn.GRUCell(6, 3)])")
                .contains("# x = layers[0](x) + x\n# x = torch.cat([layers[1](x), x], -1)\n# x = layers[2](x)\n");
        Layer both = layer("gru", 3, Directions.BOTH).withShortcut(Shortcut.CONCATENATED);
        assertThatThrownBy(() -> loader(new Network(3, List.of(both), Optional.empty()), WeightNames.TORCH, "w.npz"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("layer 0");
    }

    @Test
    void aFileOfKeras() throws FormatException {
        Network network = new Network(3, List.of(layer("lstm", 4, Directions.FORWARD)), Optional.empty());
        assertThat(loader(network, WeightNames.KERAS, "w.weights.h5")).isEqualTo("""
                        model = keras.Sequential([keras.Input((None, 3)), keras.layers.LSTM(4, return_sequences=True)])
                        model.load_weights("w.weights.h5")
                        """);
    }

    @Test
    void withEmbeddingAndDenseLayer() throws FormatException {
        Network network = new Network(
                7,
                Optional.of(new Embedding(3)),
                List.of(layer("gru", 4, Directions.FORWARD), layer("gru", 2, Directions.FORWARD)),
                Optional.of(new ReadOut(5, true, Activation.SOFTMAX)));
        assertThat(loader(network, WeightNames.TORCH, "w.npz"))
                .contains("torch.from_numpy(v)", "\"embedding\": torch.nn.Embedding(7, 3)")
                .contains("\"layers\": torch.nn.ModuleList([torch.nn.GRUCell(3, 4), torch.nn.GRUCell(4, 2)])")
                .contains("\"dense\": torch.nn.Linear(2, 5)");
        assertThat(loader(network, WeightNames.KERAS, "w.npz"))
                .contains("keras.Input((None,))", "keras.layers.Embedding(7, 3)", "keras.layers.Dense(5)");
    }

    @Test
    void aNameWithQuotes() throws FormatException {
        Network network = new Network(1, List.of(layer("lstm-peephole", 1, Directions.FORWARD)), Optional.empty());
        assertThat(loader(network, WeightNames.GATESCOPE, "a\"b.npz")).isEqualTo("""
                        weights = dict(numpy.load("a\\"b.npz"))
                        print(weights["0.forward.Wx.i"].shape)
                        """);
    }
}
