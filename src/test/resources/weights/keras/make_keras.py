"""Makes the files of weights in this folder: Keras's names and layouts, from its first version to its third.

    make_keras.py FOLDER

Keras itself is not needed: its cells' equations stand here as its sources have them, each written once and run with NumPy,
which gives what is expected of every gate, and with PyTorch, whose autograd gives the gradients; both in float64 from the
numbers as they are stored. NAME.expected.npz holds input, upstream gradient, quantities at every step and all gradients
under the names of the file. cases.txt names the networks with the options that no file says, refused.txt the files that
cannot be taken with the keys of the sentences. Needs h5py, NumPy and PyTorch (Debian: python3-h5py, python3-numpy,
python3-torch).
"""
import io
import json
import os
import sys
import zipfile
import zlib

import h5py
import numpy as np
import torch


class WithNumpy:
    split = staticmethod(lambda a, n: np.split(a, n, -1))
    cat = staticmethod(lambda all: np.concatenate(all, -1))
    stack = staticmethod(lambda all: np.stack(all, 1))
    zeros = staticmethod(lambda n, h: np.zeros((n, h)))
    tanh = staticmethod(np.tanh)
    sigmoid = staticmethod(lambda a: 1 / (1 + np.exp(-a)))
    relu = staticmethod(lambda a: np.maximum(a, 0))
    linear = staticmethod(lambda a: a)
    softsign = staticmethod(lambda a: a / (1 + np.abs(a)))
    hard_sigmoid = staticmethod(lambda a: np.clip(0.2 * a + 0.5, 0, 1))  # Keras 2: tf.clip_by_value(0.2 x + 0.5)
    hard_sigmoid_6 = staticmethod(lambda a: np.clip(a / 6 + 0.5, 0, 1))  # Keras 3: relu6(x + 3) / 6


class WithTorch:
    split = staticmethod(lambda a, n: a.chunk(n, -1))
    cat = staticmethod(lambda all: torch.cat(all, -1))
    stack = staticmethod(lambda all: torch.stack(all, 1))
    zeros = staticmethod(lambda n, h: torch.zeros(n, h, dtype=torch.float64))
    tanh = staticmethod(torch.tanh)
    sigmoid = staticmethod(torch.sigmoid)
    relu = staticmethod(torch.relu)
    linear = staticmethod(lambda a: a)
    softsign = staticmethod(torch.nn.functional.softsign)
    hard_sigmoid = staticmethod(lambda a: torch.clamp(0.2 * a + 0.5, 0, 1))
    hard_sigmoid_6 = staticmethod(lambda a: torch.clamp(a / 6 + 0.5, 0, 1))  # hardsigmoid has 1/6 in float32


class Cell:
    """A cell with its tables as a plain Keras 2 layer has them, and as they are stored."""
    gates = {"lstm": 4, "gru": 3, "simple_rnn": 1}

    def __init__(self, kind, hidden, activation="tanh", recurrent="sigmoid", after=True, bias=True, form="plain"):
        self.kind, self.hidden, self.activation, self.recurrent = kind, hidden, activation, recurrent
        self.after, self.bias, self.form = after, bias, form

    def draw(self, random, inputs, dtype):
        h, n = self.hidden, self.gates[self.kind]
        number = lambda *size: (random.standard_normal(size) * 0.7).astype(dtype)
        if self.form == "tables":  # Keras 1, consume_less="cpu"
            letters = "ifco" if self.kind == "lstm" else "zrh"
            self.stored = {}
            for letter in {"lstm": "icfo", "gru": "zrh"}[self.kind]:
                self.stored |= {"W_" + letter: number(inputs, h), "U_" + letter: number(h, h), "b_" + letter: number(h)}
            self.plain = lambda o, t: tuple(o.cat([t[w + l] for l in letters]) for w in ("W_", "U_", "b_"))
        elif self.form == "cudnn":
            kernel = number(inputs, n * h)
            # plain -> cuDNN, as _convert_rnn_weights of hdf5_format.py has it: kernel.T.reshape(kernel.shape, order="C")
            scrambled = np.hstack([k.T.reshape(k.shape, order="C") for k in np.hsplit(kernel, n)])
            self.stored = {"kernel": kernel, "recurrent_kernel": number(h, n * h), "bias": number(2 * n * h)}
            self.written = {"kernel": scrambled}

            def plain(o, t):
                recurrent = o.cat([part.T for part in o.split(t["recurrent_kernel"], n)])
                first, second = o.split(t["bias"], 2)
                bias = first + second if self.kind == "lstm" else (first, second)
                return t["kernel"], recurrent, bias
            self.plain = plain
        else:
            self.stored = {"kernel": number(inputs, n * h), "recurrent_kernel": number(h, n * h)}
            if self.bias:
                self.stored["bias"] = number(2, n * h) if self.kind == "gru" and self.after else number(n * h)
            self.plain = lambda o, t: (t["kernel"], t["recurrent_kernel"], t.get("bias", 0.0))
        return self

    def to_write(self):
        return self.stored | getattr(self, "written", {})

    def step(self, o, tables, x, h, c):
        act, gate = getattr(o, self.activation), getattr(o, self.recurrent)
        kernel, recurrent, bias = self.plain(o, tables)
        if self.kind == "simple_rnn":
            h = act(x @ kernel + bias + h @ recurrent)
            return {"h": h}, h, c
        if self.kind == "lstm":  # lstm.py: i, f, c, o
            z0, z1, z2, z3 = o.split(x @ kernel + h @ recurrent + bias, 4)
            i, f = gate(z0), gate(z1)
            g = act(z2)
            c = f * c + i * g
            out = gate(z3)
            h = out * act(c)
            return {"i": i, "f": f, "g": g, "o": out, "c": c, "h": h}, h, c
        if not self.after:  # gru.py: z, r, h
            x_z, x_r, x_h = o.split(x @ kernel + bias, 3)
            r_z, r_r, r_h = o.split(recurrent, 3)
            z, r = gate(x_z + h @ r_z), gate(x_r + h @ r_r)
            hh = act(x_h + (r * h) @ r_h)
        else:
            first, second = (0.0, 0.0) if isinstance(bias, float) else (bias[0], bias[1])
            x_z, x_r, x_h = o.split(x @ kernel + first, 3)
            h_z, h_r, h_h = o.split(h @ recurrent + second, 3)
            z, r = gate(x_z + h_z), gate(x_r + h_r)
            hh = act(x_h + r * h_h)
        h = z * h + (1 - z) * hh
        return {"z": z, "r": r, "n": hh, "h": h}, h, c


def run_cell(o, cell, tables, x, backward):
    n, steps = x.shape[0], x.shape[1]
    h, c = o.zeros(n, cell.hidden), o.zeros(n, cell.hidden)
    found = [None] * steps
    for t in reversed(range(steps)) if backward else range(steps):
        found[t], h, c = cell.step(o, tables, x[:, t], h, c)
    return {key: o.stack([at[key] for at in found]) for key in found[0]}


def run(o, layers, tables, x):
    quantities = {}
    for k, layer in enumerate(layers):
        outputs = []
        for way, cell in enumerate(layer):
            found = run_cell(o, cell, tables[k][way], x, way == 1)
            quantities |= {f"{k}.{('forward', 'backward')[way]}.{key}": value for key, value in found.items()}
            outputs.append(found["h"])
        x = o.cat(outputs)
    return x, quantities


# Files

def names_attribute(group, name, names, pieces=1):
    """hdf5_format.py, save_attributes_to_hdf5_group."""
    data = [n.encode() for n in names]
    if pieces == 1:
        group.attrs[name] = data
    else:
        for i, part in enumerate(np.array_split(np.asarray(data), pieces)):
            group.attrs["%s%d" % (name, i)] = part


def legacy(path, layers, version=None, config=None, whole=True, pieces=1, libver="earliest", **options):
    """layers: (name of the layer, {name of the weight: array}) in the model's order."""
    with h5py.File(path, "w", libver=libver) as file:
        group = file.create_group("model_weights") if whole else file
        if config is not None:
            file.attrs["model_config"] = json.dumps(config).encode()
        for place in {file, group}:
            if version is not None:
                place.attrs["keras_version"] = version.encode()
                place.attrs["backend"] = b"tensorflow"
        names_attribute(group, "layer_names", [name for name, _ in layers], pieces)
        for name, weights in sorted(layers, key=lambda layer: layer[0]):
            own = group.create_group(name)
            names_attribute(own, "weight_names", list(weights), pieces if len(weights) >= pieces else 1)
            for key, array in weights.items():
                own.create_dataset(key, data=array, **options)
        if whole:
            optimizer = file.create_group("optimizer_weights")
            for name, weights in layers:
                for key, array in weights.items():
                    optimizer[f"training/Adam/{key[:-2] if key.endswith(':0') else key}/m:0"] = np.zeros_like(array)


def third(file, arrays, names=None):
    """saving_lib.py, H5IOStore: a group vars for each layer, and the layer's name as its attribute in later versions."""
    for path, tables in arrays.items():
        own = file.create_group(path + "/vars")
        if names and path in names:
            own.attrs["name"] = names[path]
        for i, array in enumerate(tables):
            if getattr(array, "kind", None) == "bfloat16":
                dataset = own.create_dataset(str(i), data=np.asarray(array).view("V2"))
                dataset.attrs["dtype"] = "bfloat16"
            else:
                own[str(i)] = array


def archive(path, arrays, config, version="3.8.0", compression=zipfile.ZIP_STORED):
    memory = io.BytesIO()
    with h5py.File(memory, "w") as file:
        third(file, arrays)
    with zipfile.ZipFile(path, "w", compression) as out:
        for name, content in [("metadata.json", json.dumps({"keras_version": version, "date_saved": "2025-01-01"})),
                              ("config.json", json.dumps(config)), ("model.weights.h5", memory.getvalue())]:
            info = zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0))
            info.compress_type = compression
            out.writestr(info, content)


def save_safetensors(state, path):
    header, blocks, end = {}, [], 0
    for name, array in state.items():
        blocks.append(array.tobytes())
        header[name] = {"dtype": {8: "F64", 4: "F32"}[array.itemsize], "shape": list(array.shape),
                        "data_offsets": [end, end + len(blocks[-1])]}
        end += len(blocks[-1])
    text = json.dumps(header).encode()
    with open(path, "wb") as out:
        out.write(len(text).to_bytes(8, "little") + text + b"".join(blocks))


# Descriptions

def described(kind, name, cell, third=False, **more):
    """A layer as a model's description has it, with what is looked at and some of what is not."""
    types = {"lstm": "LSTM", "gru": "GRU", "simple_rnn": "SimpleRNN"}
    settings = {"name": name, "trainable": True, "return_sequences": True, "go_backwards": False, "units": cell.hidden,
                "activation": cell.activation}
    if kind != "simple_rnn":
        settings["recurrent_activation"] = cell.recurrent.replace("_6", "")
    if kind == "gru":
        settings["reset_after"] = cell.after
    settings["use_bias"] = cell.bias
    settings |= more
    made = {"class_name": types[kind], "config": settings}
    return made | ({"module": "keras.layers", "registered_name": None} if third else {})


def both(name, layer, merge="concat", backward=None):
    settings = {"name": name, "layer": layer, "merge_mode": merge}
    return {"class_name": "Bidirectional", "config": settings | ({"backward_layer": backward} if backward else {})}


def sequence(*layers, name="sequential"):
    return {"class_name": "Sequential", "config": {"name": name, "layers": list(layers)}}


def plain(type, name, **settings):
    return {"class_name": type, "config": {"name": name} | settings}


class Maker:
    def __init__(self, folder):
        self.folder, self.cases, self.refused = folder, [], []
        self.random = np.random.default_rng(33)

    def path(self, name):
        return os.path.join(self.folder, name)

    def draw(self, layers, inputs=3, dtype=np.float64):
        for layer in layers:
            for cell in layer:
                cell.draw(self.random, inputs, dtype)
            inputs = sum(cell.hidden for cell in layer)
        return layers

    def others(self, *sizes, dtype=np.float32):
        return [self.random.standard_normal(size).astype(dtype) for size in sizes]

    def expect(self, name, layers, called, options=(), inputs=3, batch=2, steps=4):
        """called: what the tables' gradients are called, for each layer and direction {key of the table: name}."""
        wide = [[{key: np.asarray(a, np.float64) for key, a in cell.stored.items()} for cell in layer] for layer in layers]
        x = self.random.standard_normal((batch, steps, inputs))
        output, quantities = run(WithNumpy, layers, wide, x)
        upstream = self.random.standard_normal(output.shape)
        leaves = [[{key: torch.tensor(a, requires_grad=True) for key, a in way.items()} for way in layer] for layer in wide]
        xt = torch.tensor(x, requires_grad=True)
        again, _ = run(WithTorch, layers, leaves, xt)
        assert np.abs(again.detach().numpy() - output).max() < 1e-12
        (again * torch.tensor(upstream)).sum().backward()
        expected = {"input": x, "upstream": upstream, "output": output, "inputGrads": xt.grad.numpy()} | quantities
        for layer, names in zip(leaves, called):
            for way, own in zip(layer, names):
                for key, leaf in way.items():
                    expected["keras/" + own[key]] = leaf.grad.numpy()
        np.savez_compressed(self.path(name + ".expected.npz"), **expected)
        self.cases.append(" ".join([name] + list(options)))


NUMBERS = {"kernel": "0", "recurrent_kernel": "1", "bias": "2"}


def named(prefix="", ending=":0", form="plain"):
    keys = ["kernel", "recurrent_kernel", "bias"]
    if form == "tables":
        keys = [t + l for t in ("W_", "U_", "b_") for l in "icfozrh"]
    return {key: prefix + key + ending for key in keys}


def numbered(prefix=""):
    return {key: prefix + number for key, number in NUMBERS.items()}


def weights(cell, prefix, ending=":0"):
    return {prefix + key + ending: array for key, array in cell.to_write().items()}


def tables(cell):
    return list(cell.to_write().values())


def old_files(make):
    dense = lambda h: ("dense", dict(zip(["dense/kernel:0", "dense/bias:0"], make.others((h, 2), (2,)))))
    embedding = ("embedding", {"embedding/embeddings:0": make.others((9, 3))[0]})

    (lstm,), = layers = make.draw([[Cell("lstm", 4)]], dtype=np.float32)
    legacy(make.path("lstm.h5"), [embedding, ("lstm", weights(lstm, "lstm/lstm_cell/")), ("dropout", {}), dense(4)],
           "2.11.0", sequence(plain("Embedding", "embedding", mask_zero=True), described("lstm", "lstm", lstm),
                              plain("Dropout", "dropout"), plain("Dense", "dense")))
    make.expect("lstm", layers, [[named()]])

    (lstm,), = layers = make.draw([[Cell("lstm", 3, recurrent="hard_sigmoid")]], dtype=np.float32)
    legacy(make.path("lstm-2.2.h5"), [("lstm_1", weights(lstm, "lstm_1/")), dense(3)], "2.2.4",
           {"class_name": "Sequential", "config": [described("lstm", "lstm_1", lstm), plain("Dense", "dense")]})
    make.expect("lstm-2.2", layers, [[named()]])

    (lstm,), = layers = make.draw([[Cell("lstm", 3, recurrent="hard_sigmoid")]])
    legacy(make.path("lstm-2.2-weights.h5"), [("lstm_1", weights(lstm, "lstm_1/"))], "2.2.4", whole=False)
    make.expect("lstm-2.2-weights", layers, [[named()]])

    (lower,), (upper,) = layers = make.draw([[Cell("lstm", 4)], [Cell("lstm", 2)]])
    legacy(make.path("stack-weights.h5"), [("zwei", weights(lower, "zwei/lstm_cell/")), ("drop", {}),
                                           ("eins", weights(upper, "eins/lstm_cell_1/")), dense(2)],
           "2.12.0", whole=False)
    make.expect("stack-weights", layers, [[named("zwei/zwei/lstm_cell/")], [named("eins/eins/lstm_cell_1/")]])

    (lstm,), = layers = make.draw([[Cell("lstm", 3, recurrent="hard_sigmoid", form="tables")]], dtype=np.float32)
    legacy(make.path("first-lstm.h5"), [("lstm_1", weights(lstm, "lstm_1_"))], "1.2.2",
           {"class_name": "Sequential", "config": [
               {"class_name": "LSTM", "config": {"name": "lstm_1", "output_dim": 3, "activation": "tanh",
                                                 "inner_activation": "hard_sigmoid", "go_backwards": False}}]})
    make.expect("first-lstm", layers, [[named("lstm_1_", form="tables")]])

    (gru,), = layers = make.draw([[Cell("gru", 3, recurrent="hard_sigmoid", after=False, form="tables")]])
    legacy(make.path("first-gru.h5"), [("gru_1", weights(gru, "gru_1_", ""))], whole=False)
    make.expect("first-gru", layers, [[named("gru_1_", "", form="tables")]])

    ahead, back = (Cell("lstm", 2, recurrent="hard_sigmoid", form="tables") for _ in range(2))
    layers = make.draw([[ahead, back]])
    legacy(make.path("first-both.h5"), [("bidirectional_1", weights(ahead, "forward_lstm_1_") |
                                         weights(back, "backward_lstm_1_"))], whole=False)
    make.expect("first-both", layers,
                [[named("forward_lstm_1_", form="tables"), named("backward_lstm_1_", form="tables")]])

    (lstm,), = layers = make.draw([[Cell("lstm", 4, form="cudnn")]], dtype=np.float32)
    legacy(make.path("cudnn-lstm.h5"), [("cu_dnnlstm", weights(lstm, "cu_dnnlstm/"))], "2.2.4-tf", whole=False)
    make.expect("cudnn-lstm", layers, [[named()]])

    (gru,), = layers = make.draw([[Cell("gru", 4, form="cudnn")]])
    legacy(make.path("cudnn-gru.h5"), [("cu_dnngru_1", weights(gru, "cu_dnngru_1/"))], "2.2.4",
           {"class_name": "Sequential", "config": {"layers": [
               {"class_name": "CuDNNGRU", "config": {"name": "cu_dnngru_1", "units": 4, "go_backwards": False}}]}})
    make.expect("cudnn-gru", layers, [[named()]])

    (gru,), = layers = make.draw([[Cell("gru", 4)]])
    legacy(make.path("gru-after.h5"), [("gru", weights(gru, "gru/gru_cell/"))], "2.2.4-tf", whole=False)
    make.expect("gru-after", layers, [[named()]])

    (gru,), = layers = make.draw([[Cell("gru", 4, recurrent="hard_sigmoid", after=False)]])
    legacy(make.path("gru-before.h5"), [("gru", weights(gru, "gru/"))], "2.1.6-tf", whole=False)
    make.expect("gru-before", layers, [[named()]])

    for after in (True, False):
        (gru,), = layers = make.draw([[Cell("gru", 3, after=after, bias=False, activation="softsign")]])
        name = "gru-bare-" + ("after" if after else "before")
        legacy(make.path(name + ".h5"), [("gru", weights(gru, "gru/gru_cell/"))], "2.9.1",
               sequence(described("gru", "gru", gru)))
        make.expect(name, layers, [[named()]])

    (rnn,), = layers = make.draw([[Cell("simple_rnn", 4, activation="relu")]])
    legacy(make.path("simple.h5"), [("simple_rnn", weights(rnn, "simple_rnn/simple_rnn_cell/"))], "2.11.0",
           sequence(described("simple_rnn", "simple_rnn", rnn)))
    make.expect("simple", layers, [[named()]])

    # As TensorFlow names them, whose counters of cells run through the model; attributes in pieces.
    first, second, (upper,) = layers = make.draw(
        [[Cell("lstm", 3), Cell("lstm", 3)], [Cell("gru", 2), Cell("gru", 2)], [Cell("simple_rnn", 3)]], dtype=np.float32)
    legacy(make.path("both.h5"), [
        ("bidirectional", weights(first[0], "bidirectional/forward_lstm/lstm_cell_1/") |
         weights(first[1], "bidirectional/backward_lstm/lstm_cell_2/")),
        ("bidirectional_1", weights(second[0], "bidirectional_1/forward_gru/gru_cell_1/") |
         weights(second[1], "bidirectional_1/backward_gru/gru_cell_2/")),
        ("simple_rnn", weights(upper, "simple_rnn/simple_rnn_cell/")), dense(3)], "2.11.0",
        sequence(plain("Masking", "masking"), both("bidirectional", described("lstm", "lstm", first[0])),
                 plain("Dropout", "dropout"), both("bidirectional_1", described("gru", "gru", second[0])),
                 described("simple_rnn", "simple_rnn", upper), plain("Dense", "dense")), pieces=3)
    way = lambda n, kind, way, k: named(f"bidirectional{n}/bidirectional{n}/{way}_{kind}/{kind}_cell_{k}/")
    make.expect("both", layers, [
        [way("", "lstm", "forward", 1), way("", "lstm", "backward", 2)],
        [way("_1", "gru", "forward", 1), way("_1", "gru", "backward", 2)],
        [named("simple_rnn/simple_rnn/simple_rnn_cell/")]])

    # A model within a model, and cells on one another in one layer.
    (lower,), (upper,) = layers = make.draw([[Cell("gru", 3)], [Cell("gru", 2)]])
    legacy(make.path("nested.h5"), [("encoder", weights(lower, "gru/gru_cell/") | weights(upper, "gru_1/gru_cell_1/")),
                                    dense(2)], "2.8.0",
           sequence(sequence(described("gru", "gru", lower), described("gru", "gru_1", upper), name="encoder"),
                    plain("Dense", "dense")))
    make.expect("nested", layers, [[named("gru/gru_cell/")], [named("gru_1/gru_cell_1/")]])

    (lower,), (upper,) = layers = make.draw([[Cell("lstm", 3)], [Cell("gru", 2, recurrent="hard_sigmoid")]])
    cells = [described("lstm", "lstm_cell", lower) | {"class_name": "LSTMCell"},
             described("gru", "gru_cell", upper) | {"class_name": "GRUCell"}]
    legacy(make.path("cells.h5"), [("rnn", weights(lower, "rnn/stacked_rnn_cells/lstm_cell/") |
                                    weights(upper, "rnn/stacked_rnn_cells/gru_cell/"))], "2.8.0",
           sequence(plain("RNN", "rnn", go_backwards=False,
                          cell={"class_name": "StackedRNNCells", "config": {"cells": cells}})))
    make.expect("cells", layers, [[named("lstm_cell/")], [named("gru_cell/")]])

    # What HDF5 can do and Keras does not: pieces, compression, sums, the later format, the other byte order.
    (lstm,), = layers = make.draw([[Cell("lstm", 5)]], inputs=7)
    for array in lstm.stored:
        lstm.stored[array] = np.asfortranarray(lstm.stored[array]).astype(">f8")
    legacy(make.path("pieces.h5"), [("lstm", weights(lstm, "lstm/"))], "2.4.0", whole=False, chunks=True,
           compression="gzip", shuffle=True, fletcher32=True)
    make.expect("pieces", layers, [[named()]], inputs=7)
    (lstm,), = layers = make.draw([[Cell("lstm", 3)]])
    legacy(make.path("later.h5"), [("lstm", weights(lstm, "lstm/"))], "2.4.0", whole=False, libver="latest")
    make.expect("later", layers, [[named()]])


def third_files(make):
    (lstm,), = layers = make.draw([[Cell("lstm", 4, recurrent="hard_sigmoid_6")]], dtype=np.float32)
    archive(make.path("third-lstm.keras"),
            {"layers/embedding": make.others((9, 3)), "layers/lstm": [], "layers/lstm/cell": tables(lstm),
             "layers/dense": make.others((4, 2), (2,)),
             "optimizer": make.others((), (), (3, 16), (4, 16), (16,))},
            sequence(plain("InputLayer", "input_layer"), plain("Embedding", "embedding"),
                     described("lstm", "my_lstm", lstm, third=True), plain("Dense", "dense")))
    make.expect("third-lstm", layers, [[numbered()]])

    first, second = layers = make.draw([[Cell("lstm", 3), Cell("lstm", 3)], [Cell("lstm", 2), Cell("lstm", 2)]])
    arrays = {}
    for n, layer in (("", first), ("_1", second)):
        for cell, way in zip(layer, ("forward", "backward")):
            arrays[f"layers/bidirectional{n}/{way}_layer/cell"] = tables(cell)
    archive(make.path("third-both.keras"), arrays,
            sequence(both("b", described("lstm", "forward_lstm", first[0]), backward=described(
                "lstm", "backward_lstm", first[1], go_backwards=True)),
                     both("a", described("lstm", "forward_lstm_1", second[0]))), compression=zipfile.ZIP_DEFLATED)
    make.expect("third-both", layers,
                [[numbered(f"bidirectional{n}/{way}_layer/cell/vars/") for way in ("forward", "backward")]
                 for n in ("", "_1")])

    # A graph whose order is another than that of its names: a GRU on an LSTM.
    (lstm,), (gru,) = layers = make.draw([[Cell("lstm", 3)], [Cell("gru", 3, after=False)]])
    tensor = lambda name: {"args": [{"class_name": "__keras_tensor__", "config": {
        "shape": [None, None, 3], "dtype": "float32", "keras_history": [name, 0, 0]}}], "kwargs": {"mask": None}}
    node = lambda layer, *sources: layer | {"name": layer["config"]["name"], "inbound_nodes": [tensor(s) for s in sources]}
    archive(make.path("third-graph.keras"),
            {"layers/lstm/cell": tables(lstm), "layers/gru/cell": tables(gru), "layers/dense": make.others((3, 2), (2,))},
            {"class_name": "Functional", "config": {"name": "functional", "layers": [
                node(plain("InputLayer", "in")), node(described("lstm", "lower", lstm), "in"),
                node(plain("Dropout", "drop"), "lower"), node(described("gru", "upper", gru), "drop"),
                node(plain("Dense", "dense"), "upper")]}})
    make.expect("third-graph", layers, [[numbered("lstm/cell/vars/")], [numbered("gru/cell/vars/")]])

    (lstm,), = layers = make.draw([[Cell("lstm", 3)]])
    archive(make.path("third-nested.keras"), {"layers/functional/layers/lstm/cell": tables(lstm)},
            sequence({"class_name": "Functional", "config": {"name": "inner", "layers": [
                node(plain("InputLayer", "in")), node(described("lstm", "lstm", lstm), "in")]}}))
    make.expect("third-nested", layers, [[numbered()]])

    (lower,), (upper,) = layers = make.draw([[Cell("lstm", 3)], [Cell("lstm", 2)]])
    archive(make.path("third-cells.keras"),
            {"layers/rnn/cell/cells/lstm_cell": tables(lower), "layers/rnn/cell/cells/lstm_cell_1": tables(upper)},
            sequence(plain("RNN", "rnn", cell={"class_name": "StackedRNNCells", "config": {"cells": [
                described("lstm", "lstm_cell", lower) | {"class_name": "LSTMCell"},
                described("lstm", "lstm_cell_1", upper) | {"class_name": "LSTMCell"}]}})))
    make.expect("third-cells", layers, [[numbered("lstm_cell/vars/")], [numbered("lstm_cell_1/vars/")]])

    # Weights alone; 12 layers, so that the order of names is not that of letters.
    layers = make.draw([[Cell("gru", 2)] for _ in range(12)])
    name = lambda k: "gru" + (f"_{k}" if k else "")
    with h5py.File(make.path("third-stack.weights.h5"), "w") as file:
        third(file, {f"layers/{name(k)}/cell": tables(layer[0]) for k, layer in enumerate(layers)} |
              {"layers/dense": make.others((2, 3), (3,))}, {"layers/gru/cell": "gru_cell"})
    make.expect("third-stack", layers, [[numbered(f"{name(k)}/cell/vars/")] for k in range(12)])

    (lstm,), = layers = make.draw([[Cell("lstm", 3)]])
    with h5py.File(make.path("third-own.weights.h5"), "w") as file:  # a subclass with attributes of its own
        third(file, {"encoder/cell": tables(lstm), "head": make.others((3, 2), (2,))})
    make.expect("third-own", layers, [[numbered()]])

    (rnn,), = layers = make.draw([[Cell("simple_rnn", 3, activation="relu")]])
    with h5py.File(make.path("third-2.13.weights.h5"), "w") as file:
        third(file, {"_layer_checkpoint_dependencies/simple_rnn/cell": tables(rnn)})
    make.expect("third-2.13", layers, [[numbered()]], ["--nonlinearity", "relu"])

    (gru,), = layers = make.draw([[Cell("gru", 3)]], dtype=np.float32)

    class Short(np.ndarray):
        kind = "bfloat16"
    short = []
    for key, array in gru.stored.items():
        upper = (array.view(np.uint32) >> 16).astype(np.uint16)
        gru.stored[key] = (upper.astype(np.uint32) << 16).view(np.float32)
        short.append(upper.view(Short))
    with h5py.File(make.path("third-bfloat16.weights.h5"), "w") as file:
        third(file, {"layers/gru/cell": short})
    make.expect("third-bfloat16", layers, [[numbered()]])


def other_files(make):
    (lstm,), = layers = make.draw([[Cell("lstm", 4)]])
    np.savez(make.path("named-lstm.npz"), **lstm.stored)
    make.expect("named-lstm", layers, [[named("", "")]])
    (first, second), (upper,) = layers = make.draw([[Cell("gru", 3), Cell("gru", 3)], [Cell("gru", 2)]], dtype=np.float32)
    save_safetensors(weights(first, "encoder.gru.forward_gru.", "") | weights(second, "encoder.gru.backward_gru.", "") |
                     weights(upper, "encoder.gru_1.", ""), make.path("named-stack.safetensors"))
    make.expect("named-stack", layers, [[named("gru.forward_gru.", ""), named("gru.backward_gru.", "")],
                                        [named("gru_1.", "")]])
    (lstm,), = layers = make.draw([[Cell("lstm", 3, recurrent="hard_sigmoid_6")]])
    np.savez(make.path("named-options.npz"), **weights(lstm, "lstm/", ""))
    make.expect("named-options", layers, [[named("", "")]], ["--recurrent-activation", "hard_sigmoid_6"])


def refused_files(make):
    (lstm,), (other,) = make.draw([[Cell("lstm", 2)], [Cell("lstm", 2)]], inputs=2)
    one = [("lstm", weights(lstm, "lstm/lstm_cell/"))]
    two = [("bi", weights(lstm, "bi/forward_lstm/lstm_cell/") | weights(other, "bi/backward_lstm/lstm_cell/"))]
    described_lstm = described("lstm", "lstm", lstm)

    def old(name, key, layers, config):
        legacy(make.path(name + ".h5"), layers, "2.11.0", config)
        make.refused.append(f"{name}.h5 {key}")

    legacy(make.path("backwards.h5"), one, "2.11.0", sequence(described("lstm", "lstm", lstm, go_backwards=True)))
    back = described("lstm", "lstm", lstm, go_backwards=True)
    on_it = described("lstm", "lstm_1", other)
    legacy(make.path("backwards-below.h5"), one + [("lstm_1", weights(other, "lstm_1/lstm_cell/"))], "2.11.0",
           sequence(back, on_it))
    legacy(make.path("backwards-twice.h5"), one + [("lstm_1", weights(other, "lstm_1/lstm_cell/"))], "2.11.0",
           sequence(back, on_it | {"config": on_it["config"] | {"go_backwards": True}}))
    old("refused-backwards", "keras.backwards", one + two, sequence(back, both("bi", described_lstm)))
    old("refused-apart", "keras.merge", two, sequence(both("bi", described_lstm, merge=None)))
    old("refused-half", "keras.halves", [("bi", weights(lstm, "bi/backward_lstm/lstm_cell/"))],
        sequence(both("bi", described_lstm)))
    old("refused-activations", "keras.directions", two, sequence(both("bi", described_lstm, backward=described(
        "lstm", "lstm", lstm, activation="relu", go_backwards=True))))
    old("refused-function", "found.function", one, sequence(described("lstm", "lstm", lstm, activation="swish")))
    old("refused-own-function", "keras.function", one, sequence(described("lstm", "lstm", lstm, activation={
        "class_name": "function", "config": {"code": "…"}})))
    peepholes = {"lstm/lstm_cell/input_gate_peephole_weights:0": make.others((2,))[0]}
    old("refused-peephole", "keras.more", [("lstm", one[0][1] | peepholes)], sequence(described_lstm))
    old("refused-convolution", "keras.convolution", [("conv_lstm2d", dict(zip(
        ["conv_lstm2d/kernel:0", "conv_lstm2d/recurrent_kernel:0", "conv_lstm2d/bias:0"],
        make.others((3, 3, 1, 8), (3, 3, 2, 8), (8,)))))], sequence(plain("ConvLSTM2D", "conv_lstm2d")))
    (bare,), = make.draw([[Cell("gru", 2, bias=False)]])
    legacy(make.path("gru-bare-weights.h5"), [("gru", weights(bare, "gru/"))], "2.11.0", whole=False)
    with h5py.File(make.path("refused-convolution.weights.h5"), "w") as file:
        third(file, {"layers/conv_lstm1d/cell": make.others((3, 1, 8), (3, 2, 8), (8,))})
    make.refused.append("refused-convolution.weights.h5 keras.convolution")
    with h5py.File(make.path("refused-links.h5"), "w") as file:
        file["far"] = h5py.ExternalLink("lstm.h5", "/model_weights")
        file["soft"] = h5py.SoftLink("/far")
        file.create_group("loop")["back"] = file["/"]
    make.refused.append("refused-links.h5 found.none")
    with h5py.File(make.path("refused-index.h5"), "w", libver="latest") as file:
        for i in range(20):
            file[f"array{i}"] = np.zeros(2)
    make.refused.append("refused-index.h5 hdf.index")
    with h5py.File(make.path("refused-filter.h5"), "w") as file:
        file.create_dataset("lstm/kernel", data=np.zeros((2, 8)), chunks=True, compression="lzf")
    make.refused.append("refused-filter.h5 hdf.filter")
    with h5py.File(make.path("refused-empty.h5"), "w") as file:
        file.create_dataset("lstm/kernel", (1 << 14, 1 << 14), "f8")
    make.refused.append("refused-empty.h5 hdf.empty")
    with h5py.File(make.path("refused-huge.h5"), "w") as file:
        file.create_dataset("lstm/kernel", (1 << 20, 1 << 20), "f8", chunks=(1 << 10, 1 << 10), compression="gzip")
    make.refused.append("refused-huge.h5 tensor.large")
    with h5py.File(make.path("refused-bomb.h5"), "w") as file:  # 128 bytes that unpack to 64 MB
        bomb = zlib.compress(bytes(64 << 20), 9)
        file["lstm/recurrent_kernel"] = np.zeros((2, 8))
        file.create_dataset("lstm/kernel", (2, 8), "f8", chunks=(2, 8), compression="gzip").id.write_direct_chunk((0, 0), bomb)
    make.refused.append("refused-bomb.h5 tensor.broken")
    with open(make.path("refused-shards.weights.json"), "w") as file:
        json.dump({"metadata": {"total_size": 1}, "weight_map": {"/layers/lstm/cell/vars": "x_00000.weights.h5"}}, file)
    make.refused.append("refused-shards.weights.json keras.shards")
    for merge in ("sum", "mul", "ave"):  # whose weights are those of a layer that is not merged so
        legacy(make.path("both-" + merge + ".h5"), two, "2.11.0", sequence(both("bi", described_lstm, merge=merge)))
    objects = io.BytesIO()
    np.savez(objects, **{"layers/lstm/cell": np.array({"0": np.zeros((2, 8))}, dtype=object)})
    for name, key, member, content in (
            ("refused-numpy", "keras.numpy", "model.weights.npz", objects.getvalue()),
            ("refused-shards", "keras.shards", "model.weights.json", b'{"weight_map": {}}')):
        with zipfile.ZipFile(make.path(name + ".keras"), "w") as file:
            for part, text in (("config.json", "{}"), ("metadata.json", '{"keras_version": "3.8.0"}'), (member, content)):
                file.writestr(zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0)), text)
        make.refused.append(f"{name}.keras {key}")


def later_files(make):
    """What a subclassed model has beside its layers, and layers that are attributes of one or stand in a list of one."""
    (lstm,), = layers = make.draw([[Cell("lstm", 3)]])
    legacy(make.path("top-level.h5"), [("lstm", weights(lstm, "lstm/lstm_cell/"))], "2.11.0", whole=False)
    with h5py.File(make.path("top-level.h5"), "a") as file:
        top = file.create_group("top_level_model_weights")
        top["scale:0"] = make.others((3,))[0]
        names_attribute(top, "weight_names", ["scale:0"])
    make.expect("top-level", layers, [[named()]])
    for name, group, prefix in (("third-attribute", "encoder", "encoder/cell/vars"),
                                ("third-list", "encoders/container_1/lstm", "encoders/container_1/lstm/cell/vars")):
        (lstm,), = layers = make.draw([[Cell("lstm", 2)]])
        (other,), = make.draw([[Cell("lstm", 2)]])
        beside = {"third-attribute": "decoder", "third-list": "encoders/container/lstm"}[name]
        with h5py.File(make.path(name + ".weights.h5"), "w") as file:
            third(file, {group + "/cell": tables(lstm), beside + "/cell": tables(other)})
        make.expect(name, layers, [[numbered()]], ["--prefix", prefix])


def dropped_files(make):
    """Layers that drop some of what they read."""
    (lower,), (upper,) = make.draw([[Cell("lstm", 3)], [Cell("gru", 2)]])
    legacy(make.path("dropout.h5"),
           [("lstm", weights(lower, "lstm/lstm_cell/")), ("gru", weights(upper, "gru/gru_cell/"))], "2.8.0",
           sequence(described("lstm", "lstm", lower, dropout=0.25, recurrent_dropout=0.5),
                    described("gru", "gru", upper, dropout=0.0)))


if __name__ == "__main__":
    make = Maker(sys.argv[1])
    old_files(make)
    third_files(make)
    other_files(make)
    refused_files(make)
    later_files(make)
    dropped_files(make)
    for name, lines in (("cases.txt", make.cases), ("refused.txt", make.refused)):
        with open(make.path(name), "w") as out:
            out.write("\n".join(lines) + "\n")
