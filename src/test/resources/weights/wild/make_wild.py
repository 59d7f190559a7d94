"""Makes the files of weights in this folder: names and layouts of TensorFlow 1, Flax, Haiku, Equinox and others.

    make_wild.py FOLDER

The libraries themselves are not needed: their equations stand here as their sources have them, each written once and run
with NumPy, which gives what is expected of every gate, and with PyTorch, whose autograd gives the gradients; both in
float64 from the numbers as they are stored. NAME.expected.npz holds input, upstream gradient, quantities at every step and
all gradients under the names of the file. cases.txt names the networks with the options that no file says. Needs NumPy and
PyTorch (Debian: python3-numpy, python3-torch).
"""
import json
import os
import sys

import numpy as np
import torch


class WithNumpy:
    cat = staticmethod(lambda a, b: np.concatenate([a, b], -1))
    split = staticmethod(lambda a, n: np.split(a, n, -1))
    sigmoid = staticmethod(lambda a: 1 / (1 + np.exp(-a)))
    tanh = staticmethod(np.tanh)
    relu = staticmethod(lambda a: np.maximum(a, 0))
    where = staticmethod(np.where)
    stack = staticmethod(lambda all: np.stack(all, 1))
    zeros = staticmethod(lambda n, h: np.zeros((n, h)))
    row_norm = staticmethod(lambda a: np.sqrt((a * a).sum(1, keepdims=True)))


class WithTorch:
    cat = staticmethod(lambda a, b: torch.cat([a, b], -1))
    split = staticmethod(lambda a, n: a.chunk(n, -1))
    sigmoid = staticmethod(torch.sigmoid)
    tanh = staticmethod(torch.tanh)
    relu = staticmethod(torch.relu)
    where = staticmethod(torch.where)
    stack = staticmethod(lambda all: torch.stack(all, 1))
    zeros = staticmethod(lambda n, h: torch.zeros(n, h, dtype=torch.float64))
    row_norm = staticmethod(lambda a: a.norm(dim=1, keepdim=True))


# Each of the following is one step: parameters by the names in the cell's folder, input, states before -> quantities by
# Gatescope's names; states after are h and c.

def lstm_end(o, i, f, g, c, out):
    i, f, g, out = o.sigmoid(i), o.sigmoid(f), o.tanh(g), o.sigmoid(out)
    c = f * c + i * g
    return {"i": i, "f": f, "g": g, "o": out, "c": c, "h": out * o.tanh(c)}


def tf_lstm(forget=1.0, kernel="kernel", bias="bias"):
    def step(o, p, x, h, c):  # rnn_cell_impl.py: i = input_gate, j = new_input, f = forget_gate, o = output_gate
        i, j, f, out = o.split(o.cat(x, h) @ p[kernel] + p[bias], 4)
        return lstm_end(o, i, f + forget, j, c, out)
    return step


def tf_peephole(o, p, x, h, c):
    i, j, f, out = o.split(o.cat(x, h) @ p["kernel"] + p["bias"], 4)
    f = o.sigmoid(f + 1.0 + p["w_f_diag"] * c)
    i = o.sigmoid(i + p["w_i_diag"] * c)
    g = o.tanh(j)
    c = f * c + i * g
    out = o.sigmoid(out + p["w_o_diag"] * c)
    return {"i": i, "f": f, "g": g, "o": out, "c": c, "h": out * o.tanh(c)}


def tf_gru(o, p, x, h, c):
    r, u = o.split(o.sigmoid(o.cat(x, h) @ p["gates/kernel"] + p["gates/bias"]), 2)
    n = o.tanh(o.cat(x, r * h) @ p["candidate/kernel"] + p["candidate/bias"])
    return {"r": r, "z": u, "n": n, "h": u * h + (1 - u) * n}


def tf_cudnn_gru(o, p, x, h, c):
    r, u = o.split(o.sigmoid(o.cat(x, h) @ p["gates/kernel"] + p["gates/bias"]), 2)
    inner = h @ p["candidate/hidden_projection/kernel"] + p["candidate/hidden_projection/bias"]
    outer = x @ p["candidate/input_projection/kernel"] + p["candidate/input_projection/bias"]
    n = o.tanh(outer + r * inner)
    return {"r": r, "z": u, "n": n, "h": (1 - u) * n + u * h}


def tf_rnn(activation):
    def step(o, p, x, h, c):
        return {"h": getattr(o, activation)(o.cat(x, h) @ p["kernel"] + p["bias"])}
    return step


def flax_lstm(named_if="if"):
    def step(o, p, x, h, c):
        i, f, g, out = [x @ p[(named_if if k == "f" else "i" + k) + "/kernel"] + h @ p["h" + k + "/kernel"]
                        + p["h" + k + "/bias"] for k in "ifgo"]
        return lstm_end(o, i, f, g, c, out)
    return step


def flax_gru(o, p, x, h, c):
    r, z = [o.sigmoid(x @ p[f"i{k}/kernel"] + p[f"i{k}/bias"] + h @ p[f"h{k}/kernel"]) for k in "rz"]
    n = o.tanh(x @ p["in/kernel"] + p["in/bias"] + r * (h @ p["hn/kernel"] + p["hn/bias"]))
    return {"r": r, "z": z, "n": n, "h": (1.0 - z) * n + z * h}


def flax_mgu(o, p, x, h, c):
    f = o.sigmoid(x @ p["if/kernel"] + p["if/bias"] + h @ p["hf/kernel"])
    state = h @ p["hn/kernel"]
    if "hn/bias" in p:
        state = (state + p["hn/bias"]) * f
    n = o.tanh(x @ p["in/kernel"] + p["in/bias"] + state)
    return {"f": f, "n": n, "h": (1.0 - f) * n + f * h}


def flax_simple(o, p, x, h, c):
    return {"h": o.tanh(x @ p["i/kernel"] + p["i/bias"] + h @ p["h/kernel"])}


def nnx_lstm(o, p, x, h, c):
    i, f, g, out = o.split(x @ p["dense_i/kernel"] + h @ p["dense_h/kernel"] + p["dense_h/bias"], 4)
    return lstm_end(o, i, f, g, c, out)


def nnx_gru(o, p, x, h, c):
    xr, xz, xn = o.split(x @ p["dense_i/kernel"] + p["dense_i/bias"], 3)
    hr, hz, hn = o.split(h @ p["dense_h/kernel"], 3)
    r, z = o.sigmoid(xr + hr), o.sigmoid(xz + hz)
    n = o.tanh(xn + r * hn)
    return {"r": r, "z": z, "n": n, "h": (1.0 - z) * n + z * h}


def nnx_simple(o, p, x, h, c):
    return {"h": o.relu(x @ p["dense_i/kernel"] + p["dense_i/bias"] + h @ p["dense_h/kernel"])}


def haiku_lstm(o, p, x, h, c):
    i, g, f, out = o.split(o.cat(x, h) @ p["linear/w"] + p["linear/b"], 4)
    return lstm_end(o, i, f + 1, g, c, out)


def haiku_gru(o, p, x, h, c):
    hidden = p["w_h"].shape[0]
    gates_x = x @ p["w_i"]
    zr = gates_x[:, :2 * hidden] + h @ p["w_h"][:, :2 * hidden] + p["b"][:2 * hidden]
    z, r = o.split(o.sigmoid(zr), 2)
    a = o.tanh(gates_x[:, 2 * hidden:] + (r * h) @ p["w_h"][:, 2 * hidden:] + p["b"][2 * hidden:])
    return {"z": z, "r": r, "a": a, "h": (1 - z) * h + z * a}


def haiku_vanilla(o, p, x, h, c):
    return {"h": o.relu(x @ p["linear/w"] + p["linear/b"] + (h @ p["linear_1/w"] + p["linear_1/b"]))}


def equinox_lstm(o, p, x, h, c):
    i, f, g, out = o.split(x @ p["weight_ih"].T + h @ p["weight_hh"].T + p["bias"], 4)
    return lstm_end(o, i, f, g, c, out)


def equinox_gru(o, p, x, h, c):
    xr, xz, xn = o.split(x @ p["weight_ih"].T + p["bias"], 3)
    hr, hz, hn = o.split(h @ p["weight_hh"].T, 3)
    r, z = o.sigmoid(xr + hr), o.sigmoid(xz + hz)
    n = o.tanh(xn + r * (hn + p["bias_n"]))
    return {"r": r, "z": z, "n": n, "h": n + z * (h - n)}


def torch_lstm(suffix=""):
    def step(o, p, x, h, c):
        i, f, g, out = o.split(x @ p["weight_ih" + suffix].T + p["bias_ih" + suffix]
                               + h @ p["weight_hh" + suffix].T + p["bias_hh" + suffix], 4)
        return lstm_end(o, i, f, g, c, out)
    return step


def torch_gru(suffix):
    def step(o, p, x, h, c):
        xr, xz, xn = o.split(x @ p["weight_ih" + suffix].T + p["bias_ih" + suffix], 3)
        hr, hz, hn = o.split(h @ p["weight_hh" + suffix].T + p["bias_hh" + suffix], 3)
        r, z = o.sigmoid(xr + hr), o.sigmoid(xz + hz)
        n = o.tanh(xn + r * hn)
        return {"r": r, "z": z, "n": n, "h": (1 - z) * n + z * h}
    return step


def quantizable(o, p, x, h, c):
    i, f, g, out = o.split(x @ p["igates/weight"].T + p["igates/bias"] + h @ p["hgates/weight"].T + p["hgates/bias"], 4)
    return lstm_end(o, i, f, g, c, out)


def quantizable_split(o, p, x, h, c):
    i, f, g, out = [x @ p[f"igates/{k}/weight"].T + h @ p[f"hgates/{k}/weight"].T
                    for k in ("input", "forget", "cell", "output")]
    return lstm_end(o, i, f, g, c, out)


def min_g(o, x):  # minGRU.py: torch.where(x >= 0, x + 0.5, x.sigmoid())
    return o.where(x >= 0, x + 0.5, o.sigmoid(x))


def min_gru(o, p, x, h, c):
    hidden, gate = o.split(x @ p["to_hidden_and_gate/weight"].T, 2)
    g, z = min_g(o, hidden), o.sigmoid(gate)
    return {"a": hidden, "g": g, "z": z, "h": h + z * (g - h)}


def min_lstm(o, p, x, h, c):
    hidden, f, i = o.split(x @ p["to_hidden_and_f_i_gate/weight"].T, 3)
    g, f, i = min_g(o, hidden), o.sigmoid(f), o.sigmoid(i)
    return {"a": hidden, "g": g, "f": f, "i": i, "h": h * (f / (f + i)) + g * (i / (f + i))}


# What tables the cells have, by D inputs and H units.

def tf_lstm_sizes(d, h, kernel="kernel", bias="bias"):
    return {kernel: (d + h, 4 * h), bias: (4 * h,)}


def tf_peephole_sizes(d, h):
    return tf_lstm_sizes(d, h) | {"w_i_diag": (h,), "w_f_diag": (h,), "w_o_diag": (h,)}


def tf_gru_sizes(d, h):
    return {"gates/kernel": (d + h, 2 * h), "gates/bias": (2 * h,),
            "candidate/kernel": (d + h, h), "candidate/bias": (h,)}


def tf_cudnn_gru_sizes(d, h):
    return {"gates/kernel": (d + h, 2 * h), "gates/bias": (2 * h,),
            "candidate/hidden_projection/kernel": (h, h), "candidate/hidden_projection/bias": (h,),
            "candidate/input_projection/kernel": (d, h), "candidate/input_projection/bias": (h,)}


def tf_rnn_sizes(d, h):
    return {"kernel": (d + h, h), "bias": (h,)}


def flax_sizes(inputs, biased_inputs, biased_states, rename=None):
    def sizes(d, h):
        tables = {}
        for k in inputs:
            own = (rename or {}).get("i" + k, "i" + k)
            tables[own + "/kernel"] = (d, h)
            tables["h" + k + "/kernel"] = (h, h)
            tables |= {own + "/bias": (h,)} if k in biased_inputs else {}
            tables |= {"h" + k + "/bias": (h,)} if k in biased_states else {}
        return tables
    return sizes


def flax_simple_sizes(d, h):
    return {"i/kernel": (d, h), "i/bias": (h,), "h/kernel": (h, h)}


def nnx_sizes(gates, biased):
    return lambda d, h: {"dense_i/kernel": (d, gates * h), "dense_h/kernel": (h, gates * h),
                         biased + "/bias": (gates * h,)}


def haiku_lstm_sizes(d, h):
    return {"linear/w": (d + h, 4 * h), "linear/b": (4 * h,)}


def haiku_gru_sizes(d, h):
    return {"w_i": (d, 3 * h), "w_h": (h, 3 * h), "b": (3 * h,)}


def haiku_vanilla_sizes(d, h):
    return {"linear/w": (d, h), "linear/b": (h,), "linear_1/w": (h, h), "linear_1/b": (h,)}


def equinox_sizes(gates):
    return lambda d, h: ({"weight_ih": (gates * h, d), "weight_hh": (gates * h, h), "bias": (gates * h,)}
                         | ({"bias_n": (h,)} if gates == 3 else {}))


def quantizable_sizes(d, h):
    return {"igates/weight": (4 * h, d), "igates/bias": (4 * h,), "hgates/weight": (4 * h, h), "hgates/bias": (4 * h,)}


def quantizable_split_sizes(d, h):
    return {f"{side}gates/{k}/weight": (h, size) for side, size in (("i", d), ("h", h))
            for k in ("input", "forget", "cell", "output")}


def run(o, tables, layers, x):
    """layers: lists of one or two (folder, step, H); tables by folder and name. Gives the output and all quantities."""
    quantities = {}
    for k, layer in enumerate(layers):
        outputs = []
        for direction, (folder, step, hidden) in zip(["forward", "backward"], layer):
            h, c = o.zeros(x.shape[0], hidden), o.zeros(x.shape[0], hidden)
            steps = [None] * x.shape[1]
            for t in range(x.shape[1]) if direction == "forward" else reversed(range(x.shape[1])):
                steps[t] = step(o, tables[folder], x[:, t], h, c)
                h, c = steps[t]["h"], steps[t].get("c")
            for name in steps[0]:
                quantities[f"{k}.{direction}.{name}"] = o.stack([at[name] for at in steps])
            outputs.append(quantities[f"{k}.{direction}.h"])
        x = outputs[0] if len(outputs) == 1 else o.cat(*outputs)
    return x, quantities


SAFETENSORS = {"float64": "F64", "float32": "F32", "float16": "F16"}


def save_safetensors(arrays, path):
    header, blocks, end = {}, [], 0
    for name, array in arrays.items():
        blocks.append(np.ascontiguousarray(array).tobytes())
        header[name] = {"dtype": SAFETENSORS[str(array.dtype)], "shape": list(array.shape),
                        "data_offsets": [end, end + len(blocks[-1])]}
        end += len(blocks[-1])
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as out:
        out.write(len(text).to_bytes(8, "little") + text + b"".join(blocks))


def save(arrays, path, kind):
    if kind == "npz":
        np.savez(path + ".npz", **arrays)
    else:
        save_safetensors(arrays, path + ".safetensors")


class Maker:
    def __init__(self, folder):
        self.folder = folder
        self.random = np.random.default_rng(13)
        self.cases = []

    def drawn(self, size, dtype=np.float64):
        return (self.random.standard_normal(size) * 0.6).astype(dtype)

    def expect(self, name, maker, prefix, arrays, layers, tables_of, inputs, options, steps=4, batch=2):
        """arrays: by full name; tables_of(arrays) -> tables by folder and name."""
        x = self.random.standard_normal((batch, steps, inputs))
        wide = {key: array.astype(np.float64) for key, array in arrays.items()}
        output, quantities = run(WithNumpy, tables_of(WithNumpy, wide), layers, x)
        upstream = self.random.standard_normal(output.shape)
        leaves = {key: torch.tensor(array, requires_grad=True) for key, array in wide.items()}
        xt = torch.tensor(x, requires_grad=True)
        tables = tables_of(WithTorch, leaves)
        derived = [table for of in tables.values() for table in of.values() if not table.is_leaf]
        for table in derived:
            table.retain_grad()
        again, _ = run(WithTorch, tables, layers, xt)
        assert np.abs(again.detach().numpy() - output).max() < 1e-12
        (again * torch.tensor(upstream)).sum().backward()
        expected = {"input": x, "upstream": upstream, "output": output, "inputGrads": xt.grad.numpy()} | quantities
        for folder, of in tables.items():
            for key, table in of.items():
                full = folder + getattr(table, "called", key)
                expected[maker + "/" + full[len(prefix):]] = table.grad.numpy()
        np.savez_compressed(os.path.join(self.folder, name + ".expected.npz"), **expected)
        self.cases.append(" ".join([name] + options))

    def network(self, name, maker, prefix, layers, kind="npz", inputs=3, beside=None, options=(), separator="/",
                ending="", dtype=np.float64):
        """layers: lists of (folder, step, sizes, H)."""
        arrays, width = {}, inputs
        for layer in layers:
            for folder, step, sizes, hidden in layer:
                for key, size in sizes(width, hidden).items():
                    arrays[folder + key.replace("/", separator) + ending] = self.drawn(size, dtype)
            width = sum(hidden for _, _, _, hidden in layer)
        others = {key: self.drawn(size) for key, size in (beside or {}).items()}
        save(others | arrays, os.path.join(self.folder, name), kind)

        def tables_of(o, all):
            tables = {}
            for layer in layers:
                for folder, step, sizes, hidden in layer:
                    tables[folder] = {key: all[folder + key.replace("/", separator) + ending] for key in sizes(1, 1)}
            for folder, of in tables.items():
                if o is WithTorch:
                    for key, table in of.items():
                        table.called = key.replace("/", separator) + ending
            return tables

        plain = [[(folder, step, hidden) for folder, step, sizes, hidden in layer] for layer in layers]
        self.expect(name, maker, prefix, arrays, plain, tables_of, inputs, list(options))


def fixed(folder):
    make = Maker(folder)
    tf, flax, haiku, equinox = "tensorflow", "flax", "haiku", "equinox"

    # TensorFlow 1
    make.network("tf-basic-lstm", tf, "rnn/basic_lstm_cell/",
                 [[("rnn/basic_lstm_cell/", tf_lstm(), tf_lstm_sizes, 4)]],
                 beside={"embedding": (7, 3), "dense/kernel": (4, 8), "dense/bias": (8,),
                         "rnn/basic_lstm_cell/kernel/Adam": (7, 16), "rnn/basic_lstm_cell/kernel/Adam_1": (7, 16)})
    make.network("tf-lstm-forget-0", tf, "lstm_cell/", [[("lstm_cell/", tf_lstm(0.0), tf_lstm_sizes, 3)]],
                 kind="safetensors", ending=":0", options=["--forget-bias", "0"])
    make.network("tf-cudnn-lstm", tf, "cudnn_compatible_lstm_cell/",
                 [[("cudnn_compatible_lstm_cell/", tf_lstm(0.0), tf_lstm_sizes, 3)]])
    make.network("tf-old-names", tf, "RNN/BasicLSTMCell/",
                 [[("RNN/BasicLSTMCell/", tf_lstm(1.0, "weights", "biases"),
                    lambda d, h: tf_lstm_sizes(d, h, "weights", "biases"), 3)]])
    make.network("tf-peephole", tf, "rnn/lstm_cell/", [[("rnn/lstm_cell/", tf_peephole, tf_peephole_sizes, 4)]])
    make.network("tf-multi", tf, "rnn/multi_rnn_cell/",
                 [[(f"rnn/multi_rnn_cell/cell_{k}/basic_lstm_cell/", tf_lstm(), tf_lstm_sizes, h)]
                  for k, h in enumerate([4, 2, 3])],
                 kind="safetensors", ending=":0", dtype=np.float32)
    make.network("tf-bidirectional", tf, "bilstm/bidirectional_rnn/",
                 [[(f"bilstm/bidirectional_rnn/{d}/basic_lstm_cell/", tf_lstm(), tf_lstm_sizes, 3)
                   for d in ("fw", "bw")]])
    make.network("tf-bidirectional-stack", tf, "stack_bidirectional_rnn/",
                 [[(f"stack_bidirectional_rnn/cell_{k}/bidirectional_rnn/{d}/lstm_cell/", tf_lstm(), tf_lstm_sizes, 2)
                   for d in ("fw", "bw")] for k in range(2)])
    make.network("tf-gru", tf, "rnn/gru_cell/", [[("rnn/gru_cell/", tf_gru, tf_gru_sizes, 4)]], ending=":0")
    make.network("tf-gru-multi", tf, "decoder.multi_rnn_cell.",
                 [[(f"decoder.multi_rnn_cell.cell_{k}.gru_cell.", tf_gru, tf_gru_sizes, h)]
                  for k, h in enumerate([4, 5])], separator=".", kind="safetensors")
    make.network("tf-cudnn-gru", tf, "cudnn_compatible_gru_cell/",
                 [[("cudnn_compatible_gru_cell/", tf_cudnn_gru, tf_cudnn_gru_sizes, 4)]])
    make.network("tf-rnn-relu", tf, "rnn/basic_rnn_cell/", [[("rnn/basic_rnn_cell/", tf_rnn("relu"), tf_rnn_sizes, 4)]],
                 options=["--nonlinearity", "relu"])

    # Flax
    lstm_sizes = flax_sizes("ifgo", "", "ifgo")
    make.network("flax-lstm", flax, "params/RNN_0/cell/", [[("params/RNN_0/cell/", flax_lstm(), lstm_sizes, 4)]],
                 beside={"params/Dense_0/kernel": (4, 2), "params/Dense_0/bias": (2,)})
    make.network("flax-lstm-dots", flax, "params.OptimizedLSTMCell_0.",
                 [[("params.OptimizedLSTMCell_0.", flax_lstm(), lstm_sizes, 3)]], kind="safetensors", separator=".",
                 dtype=np.float32)
    make.network("flax-bidirectional", flax, "params/Bidirectional_0/",
                 [[(f"params/Bidirectional_0/{d}_rnn/cell/", flax_lstm(), lstm_sizes, 2)
                   for d in ("forward", "backward")]])
    make.network("flax-stack", flax, "params/",
                 [[(f"params/layers_{k}/cell/", flax_lstm(), lstm_sizes, h)] for k, h in enumerate([4, 2])])
    make.network("flax-gru", flax, "params/GRUCell_0/",
                 [[("params/GRUCell_0/", flax_gru, flax_sizes("rzn", "rzn", "n"), 4)]])
    make.network("flax-mgu", flax, "params/MGUCell_0/",
                 [[("params/MGUCell_0/", flax_mgu, flax_sizes("fn", "fn", "n"), 4)]])
    make.network("flax-mgu-ungated", flax, "params/MGUCell_0/",
                 [[("params/MGUCell_0/", flax_mgu, flax_sizes("fn", "fn", ""), 4)]])
    make.network("flax-simple", flax, "params/SimpleCell_0/",
                 [[("params/SimpleCell_0/", flax_simple, flax_simple_sizes, 4)]])
    make.network("nnx-lstm-by-gate", flax, "rnn.cell.",
                 [[("rnn.cell.", flax_lstm("if_"), flax_sizes("ifgo", "", "ifgo", {"if": "if_"}), 3)]],
                 kind="safetensors", separator=".", ending=".value")
    make.network("nnx-lstm", flax, "cell/", [[("cell/", nnx_lstm, nnx_sizes(4, "dense_h"), 3)]])
    make.network("nnx-gru", flax, "cell/", [[("cell/", nnx_gru, nnx_sizes(3, "dense_i"), 3)]])
    make.network("nnx-simple-relu", flax, "cell/", [[("cell/", nnx_simple, nnx_sizes(1, "dense_i"), 3)]],
                 options=["--nonlinearity", "relu"])

    # Haiku
    make.network("haiku-lstm", haiku, "lstm/lstm/", [[("lstm/lstm/", haiku_lstm, haiku_lstm_sizes, 4)]],
                 beside={"lstm/linear_1/w": (4, 1), "lstm/linear_1/b": (1,)})
    make.network("haiku-gru", haiku, "my_model/~/gru/", [[("my_model/~/gru/", haiku_gru, haiku_gru_sizes, 4)]])
    make.network("haiku-vanilla", haiku, "vanilla_rnn/",
                 [[("vanilla_rnn/", haiku_vanilla, haiku_vanilla_sizes, 4)]], kind="safetensors")

    # Equinox
    make.network("equinox-lstm", equinox, "cell.", [[("cell.", equinox_lstm, equinox_sizes(4), 3)]])
    make.network("equinox-gru", equinox, ".cell.", [[(".cell.", equinox_gru, equinox_sizes(3), 3)]])
    make.network("equinox-stack", equinox, ".layers[",
                 [[(f".layers[{k}].", equinox_lstm, equinox_sizes(4), h)] for k, h in enumerate([4, 2])],
                 kind="safetensors")

    # PyTorch
    normed(make, "torch-norm", torch_lstm("_l0"), 4, "{}_g", "{}_v")
    normed(make, "torch-norm-parametrized", torch_gru("_l0"), 3, "parametrizations.{}.original0",
           "parametrizations.{}.original1")
    make.network("torch-quantizable", "torch", "lstm.layers.",
                 [[(f"lstm.layers.{k}.layer_{d}.cell.", quantizable, quantizable_sizes, 2) for d in ("fw", "bw")]
                  for k in range(2)], kind="safetensors", separator=".")
    make.network("torch-quantizable-split", "torch", "layers.",
                 [[(f"layers.{k}.layer_fw.cell.", quantizable_split, quantizable_split_sizes, h)]
                  for k, h in enumerate([3, 2])], separator=".")
    make.network("min-gru", "torch", "mixer.",
                 [[("mixer.", min_gru, lambda d, h: {"to_hidden_and_gate/weight": (2 * h, d)}, 4)]], separator=".",
                 beside={"mixer.to_out.weight": (3, 4)})
    make.network("min-lstm", "torch", "", [[("", min_lstm, lambda d, h: {"to_hidden_and_f_i_gate/weight": (3 * h, d)}, 3)]],
                 separator=".", kind="safetensors")
    guitar(make)
    dropped(make)
    encoder_and_decoder(make)
    moments(make)
    return make.cases


def normed(make, name, step, gates, named_g, named_v, inputs=3, hidden=4):
    """Both tables of one layer with weight normalization."""
    sizes = {"weight_ih_l0": (gates * hidden, inputs), "weight_hh_l0": (gates * hidden, hidden)}
    arrays = {"rnn." + bias: make.drawn(gates * hidden) for bias in ("bias_ih_l0", "bias_hh_l0")}
    for key, size in sizes.items():
        arrays["rnn." + named_g.format(key)] = make.drawn((size[0], 1))
        arrays["rnn." + named_v.format(key)] = make.drawn(size)
    save(arrays, os.path.join(make.folder, name), "npz")

    def tables_of(o, all):
        tables = {key: all["rnn." + key] for key in ("bias_ih_l0", "bias_hh_l0")}
        for key in sizes:
            g, v = all["rnn." + named_g.format(key)], all["rnn." + named_v.format(key)]
            tables[key] = g * v / o.row_norm(v)
        return {"rnn.": tables}

    make.expect(name, "torch", "rnn.", arrays, [[("rnn.", step, hidden)]], tables_of, inputs, [])
    if name == "torch-norm":  # PyTorch itself
        lstm = torch.nn.LSTM(inputs, hidden, batch_first=True).double()
        for key in sizes:
            torch.nn.utils.weight_norm(lstm, key)
        lstm.load_state_dict({key[len("rnn."):]: torch.tensor(array) for key, array in arrays.items()})
        expected = np.load(os.path.join(make.folder, name + ".expected.npz"))
        output = lstm(torch.tensor(expected["input"]))[0].detach().numpy()
        assert np.abs(output - expected["output"]).max() < 1e-12


def guitar(make, hidden=5):
    """A model of GuitarML: JSON with a state dictionary, float32 as Python prints it."""
    sizes = {"rec.weight_ih_l0": (4 * hidden, 1), "rec.weight_hh_l0": (4 * hidden, hidden),
             "rec.bias_ih_l0": (4 * hidden,), "rec.bias_hh_l0": (4 * hidden,), "lin.weight": (1, hidden), "lin.bias": (1,)}
    arrays = {key: make.drawn(size, np.float32) for key, size in sizes.items()}
    model = {"model_data": {"model": "SimpleRNN", "input_size": 1, "skip": 1, "output_size": 1, "unit_type": "LSTM",
                            "num_layers": 1, "hidden_size": hidden, "bias_fl": True},
             "losses": [0.5, 0.25], "names": ["a", "b"],
             "state_dict": {key: array.tolist() for key, array in arrays.items()}}
    with open(os.path.join(make.folder, "guitar.json"), "w") as out:
        json.dump(model, out)
    rec = {key: array for key, array in arrays.items() if key.startswith("rec.")}

    def tables_of(o, all):
        return {"rec.": {key[len("rec."):]: table for key, table in all.items()}}

    make.expect("guitar", "torch", "rec.", rec, [[("rec.", torch_lstm("_l0"), hidden)]], tables_of, 1, [], steps=6)


def dropped(make, hidden=3, inputs=2):
    """AWD-LSTM: the raw recurrent weights beside a copy with holes; its two biases differ."""
    sizes = {"weight_ih_l0": (4 * hidden, inputs), "weight_hh_l0": (4 * hidden, hidden),
             "bias_ih_l0": (4 * hidden,), "bias_hh_l0": (4 * hidden,)}
    wrapped = "0.rnns.0.module."
    arrays = {("0.rnns.0.weight_hh_l0_raw" if key == "weight_hh_l0" else wrapped + key): make.drawn(size)
              for key, size in sizes.items()}
    raw = arrays["0.rnns.0.weight_hh_l0_raw"]
    copy = np.where(make.random.random(raw.shape) < 0.5, 0, raw / 0.5)
    beside = {wrapped + "weight_hh_l0": copy, "0.encoder.weight": make.drawn((5, inputs))}
    torch.save({key: torch.tensor(array) for key, array in (arrays | beside).items()},
               os.path.join(make.folder, "awd-lstm.pt"))

    def tables_of(o, all):
        return {wrapped: {key: all[wrapped + key] if key != "weight_hh_l0" else all["0.rnns.0.weight_hh_l0_raw"]
                          for key in sizes}}

    make.expect("awd-lstm", "torch", wrapped, arrays, [[(wrapped, torch_lstm("_l0"), hidden)]], tables_of, inputs, [])


def cell_sizes(d, h):
    return {"weight_ih": (4 * h, d), "weight_hh": (4 * h, h), "bias_ih": (4 * h,), "bias_hh": (4 * h,)}


def encoder_and_decoder(make):
    """As fairseq has them: a list of cells beside an LSTM in both directions."""
    make.network("decoder", "torch", "decoder.layers.",
                 [[(f"decoder.layers.{k}.", torch_lstm(""), cell_sizes, h)] for k, h in enumerate([3, 2])], separator=".",
                 options=["--prefix", "decoder.layers"],
                 beside={f"encoder.lstm.{key}_l0{way}": size for way in ("", "_reverse")
                         for key, size in cell_sizes(2, 2).items()})


def moments(make):
    """What optimizers keep of each table has the table's name and size."""
    lstm_sizes = flax_sizes("ifgo", "", "ifgo")
    make.network("flax-state", "flax", "params/cell/", [[("params/cell/", flax_lstm(), lstm_sizes, 2)]],
                 beside={f"opt_state/0/{moment}/params/cell/{key}": size for moment in ("mu", "nu")
                         for key, size in lstm_sizes(3, 2).items()})
    make.network("torch-state", "torch", "rnn.",
                 [[("rnn.", torch_lstm("_l0"), lambda d, h: {key + "_l0": size for key, size in cell_sizes(d, h).items()}, 2)]],
                 separator=".", kind="safetensors",
                 beside={f"exp_avg{moment}.rnn.{key}_l0": size for moment in ("", "_sq")
                         for key, size in cell_sizes(3, 2).items()})


if __name__ == "__main__":
    cases = fixed(sys.argv[1])
    with open(os.path.join(sys.argv[1], "cases.txt"), "w") as out:
        out.write("\n".join(cases) + "\n")
