"""Makes the ONNX files in this folder, and what is computed with them.

    make_onnx.py FOLDER              the files that lie here
    make_onnx.py FOLDER SEED COUNT   so many random ones, exported by PyTorch

NAME.expected.npz holds an input, the output and quantities of the cells at every step; for what PyTorch exported an
upstream gradient and all gradients as well, computed in float64 from the numbers as they are stored. What is made by hand is
computed by the equations below, which are those of ONNX's operators (github.com/onnx/onnx, Operators.md). cases.txt names
these files, refused.txt those that cannot be taken, each with a piece of the sentence that says why. Needs PyTorch, NumPy
and onnx (Debian: python3-torch, python3-numpy, python3-onnx).
"""
import io
import os
import random
import sys
import warnings

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

warnings.filterwarnings("ignore")
BLOCKS = {"RNN": [0], "GRU": [1, 0, 2], "LSTM": [0, 3, 1, 2]}  # PyTorch's rows in ONNX's order


# --- exported by PyTorch ---

def rows(kind, table, hidden):
    """Gates in ONNX's order; directions are put before."""
    return np.concatenate([table[g * hidden:(g + 1) * hidden] for g in BLOCKS[kind]])


def gradients(module, kind, graph):
    """By the names of what the recurrent nodes read, in their layout."""
    hidden, found = module.hidden_size, {}
    nodes = [node for node in graph.node if node.op_type == kind]
    for layer, node in enumerate(nodes):
        suffixes = [f"_l{layer}", f"_l{layer}_reverse"][:2 if module.bidirectional else 1]
        grad = lambda name: [rows(kind, getattr(module, name + s).grad.numpy(), hidden) for s in suffixes]
        found["onnx/" + node.input[1]] = np.stack(grad("weight_ih"))
        found["onnx/" + node.input[2]] = np.stack(grad("weight_hh"))
        if module.bias:
            found["onnx/" + node.input[3]] = np.stack(
                [np.concatenate(both) for both in zip(grad("bias_ih"), grad("bias_hh"))])
    return found


def exported(folder, name, kind, dtype=torch.float64, inputs=3, hidden=4, layers=1, both=False, bias=True,
             nonlinearity="tanh", batch_first=True, steps=5, batch=2, folding=True, dynamic=False):
    options = {"nonlinearity": nonlinearity} if kind == "RNN" else {}
    module = getattr(torch.nn, kind)(inputs, hidden, layers, bias=bias, bidirectional=both, batch_first=batch_first,
                                     **options)
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.copy_(torch.randn_like(parameter) * 0.6)
    module = module.to(dtype)
    shape = (batch, steps, inputs) if batch_first else (steps, batch, inputs)
    file = io.BytesIO()
    torch.onnx.export(module, (torch.randn(shape).to(dtype),), file, input_names=["x"], output_names=["y"],
                      do_constant_folding=folding,
                      dynamic_axes={"x": {0: "first", 1: "second"}} if dynamic else None)
    model = onnx.load_model_from_string(file.getvalue())
    onnx.save_model(model, os.path.join(folder, name + ".onnx"))
    module = module.double()
    x = torch.randn(shape, dtype=torch.float64, requires_grad=True)
    output = module(x)[0]
    upstream = torch.randn_like(output)
    output.backward(upstream)
    arrays = {"input": x, "upstream": upstream, "output": output, "inputGrads": x.grad}
    arrays = {key: value.detach().numpy() for key, value in arrays.items()}
    if folding:
        arrays.update(gradients(module, kind, model.graph))
    else:  # the tables are PyTorch's own
        arrays.update({"onnx/" + key: value.grad.numpy() for key, value in module.named_parameters()})
    np.savez_compressed(os.path.join(folder, name + ".expected.npz"), **arrays)
    return name + ("" if batch_first else " --layout TND")


# --- made by hand: ONNX's equations ---

def sigmoid(a):
    return 1 / (1 + np.exp(-a))


FUNCTIONS = {
    "Sigmoid": lambda a, x, y: sigmoid(a), "Tanh": lambda a, x, y: np.tanh(a), "Relu": lambda a, x, y: np.maximum(a, 0),
    "Softsign": lambda a, x, y: a / (1 + np.abs(a)), "Softplus": lambda a, x, y: np.log(1 + np.exp(a)),
    "Affine": lambda a, x, y: x * a + y, "ScaledTanh": lambda a, x, y: x * np.tanh(y * a),
    "HardSigmoid": lambda a, x, y: np.clip(x * a + y, 0, 1), "LeakyRelu": lambda a, x, y: np.where(a < 0, x * a, a),
    "ThresholdedRelu": lambda a, x, y: np.where(a >= x, a, 0),
    "Elu": lambda a, x, y: np.where(a < 0, x * (np.exp(a) - 1), a)}
USUAL = {"RNN": ["Tanh"], "GRU": ["Sigmoid", "Tanh"], "LSTM": ["Sigmoid", "Tanh", "Tanh"]}
GATES = {"RNN": "h", "GRU": "zrn", "LSTM": "iofg"}


class Node:
    """A recurrent node. The numbers alpha and beta are given by activation: [("HardSigmoid", 0.3, 0.4), …]."""

    def __init__(self, kind, inputs, hidden, direction="forward", bias=True, peepholes=False, activations=None,
                 dtype=np.float64, **attributes):
        draw = lambda *shape: (np.random.randn(*shape) * 0.6).astype(dtype)
        self.kind, self.hidden, self.direction, self.attributes = kind, hidden, direction, attributes
        self.dirs, gates = 2 if direction == "bidirectional" else 1, len(GATES[kind])
        self.W, self.R = draw(self.dirs, gates * hidden, inputs), draw(self.dirs, gates * hidden, hidden)
        self.B = draw(self.dirs, 2 * gates * hidden) if bias else None
        self.P = draw(self.dirs, 3 * hidden) if peepholes else None
        self.activations = activations

    def function(self, direction, slot):
        named = self.activations or [(name, None, None) for name in USUAL[self.kind] * self.dirs]
        name, alpha, beta = named[direction * len(USUAL[self.kind]) + slot]
        clip = self.attributes.get("clip")
        bound = (lambda a: a) if clip is None else (lambda a: np.clip(a, -clip, clip))
        return lambda a: FUNCTIONS[name](bound(a), alpha, beta)

    def run(self, x, prefix=0):
        """x (T, N, D) to Y (T, dirs, N, H); every quantity by its name in Gatescope."""
        quantities, outputs = {}, []
        for d in range(self.dirs):
            reverse = d == 1 or self.direction == "reverse"
            steps = self.steps(d, x[::-1] if reverse else x)
            way = "backward" if reverse else "forward"
            for key in steps[0]:
                values = np.stack([step[key] for step in steps])
                quantities[f"{prefix}.{way}.{key}"] = values[::-1] if reverse else values
            outputs.append(quantities[f"{prefix}.{way}.h"])
        return np.stack(outputs, 1), quantities

    def steps(self, d, x):
        H, gates = self.hidden, len(GATES[self.kind])
        block = lambda table, g: table[d, g * H:(g + 1) * H].astype(np.float64)
        w = [block(self.W, g) for g in range(gates)]
        r = [block(self.R, g) for g in range(gates)]
        zero = np.zeros(H)
        wb = [zero if self.B is None else block(self.B, g) for g in range(gates)]
        rb = [zero if self.B is None else block(self.B, gates + g) for g in range(gates)]
        p = [zero if self.P is None else block(self.P, g) for g in range(3)]
        f, steps = [self.function(d, slot) for slot in range(len(USUAL[self.kind]))], []
        h = c = np.zeros((x.shape[1], H))
        for X in x:
            pre = lambda g, state=None: X @ w[g].T + (h if state is None else state) @ r[g].T + wb[g] + rb[g]
            if self.kind == "RNN":
                h = f[0](pre(0))
                steps.append({"h": h})
            elif self.kind == "GRU":
                z, rr = f[0](pre(0)), f[0](pre(1))
                if self.attributes.get("linear_before_reset"):
                    n = f[1](X @ w[2].T + rr * (h @ r[2].T + rb[2]) + wb[2])
                else:
                    n = f[1](pre(2, rr * h))
                h = (1 - z) * n + z * h
                steps.append({"z": z, "r": rr, "n": n, "h": h})
            else:
                i = f[0](pre(0) + p[0] * c)
                ff = 1 - i if self.attributes.get("input_forget") else f[0](pre(2) + p[2] * c)
                g = f[1](pre(3))
                c = ff * c + i * g
                o = f[0](pre(1) + p[1] * c)
                h = o * f[2](c)
                steps.append({"i": i, "f": ff, "g": g, "c": c, "o": o, "h": h})
        return steps

    def proto(self, name, x, y, tables=None):
        """tables: other names for W, R, B."""
        own = tables or [f"{name}.W", f"{name}.R", f"{name}.B" if self.B is not None else ""]
        inputs = [x] + own + ["", "", ""][:2 if self.kind != "LSTM" else 3]
        if self.P is not None:
            inputs.append(f"{name}.P")
        attributes = dict(self.attributes, hidden_size=self.hidden, direction=self.direction)
        if self.activations:
            attributes["activations"] = [name for name, _, _ in self.activations]
            for key, numbers in [("activation_alpha", [a for _, a, _ in self.activations if a is not None]),
                                 ("activation_beta", [b for _, _, b in self.activations if b is not None])]:
                if numbers:
                    attributes[key] = numbers
        return helper.make_node(self.kind, inputs, [y], name=name, **attributes)

    def tables(self, name):
        tables = {"W": self.W, "R": self.R, "B": self.B, "P": self.P}
        return [numpy_helper.from_array(value, f"{name}.{key}") for key, value in tables.items() if value is not None]


def save(folder, name, nodes, tables, inputs=("x",)):
    info = lambda name: helper.make_tensor_value_info(name, TensorProto.DOUBLE, None)
    graph = helper.make_graph(nodes, name, [info(i) for i in inputs], [info("y")], tables)
    model = helper.make_model(graph, producer_name="make_onnx", opset_imports=[helper.make_opsetid("", 14)])
    onnx.save_model(model, os.path.join(folder, name + ".onnx"))


def expect(folder, name, x, output, quantities):
    """Everything (N, T, …), as the command has it."""
    turn = lambda array: np.swapaxes(array, 0, 1)
    np.savez_compressed(os.path.join(folder, name + ".expected.npz"), input=turn(x), output=turn(output),
                        **{key: turn(value) for key, value in quantities.items()})
    return name


def side_by_side(y):
    """(T, dirs, N, H) to (T, N, dirs · H)."""
    return np.moveaxis(y, 1, 2).reshape(y.shape[0], y.shape[2], -1)


def single(folder, name, kind, **options):
    node = Node(kind, 3, 4, **options)
    save(folder, name, [node.proto("rnn", "x", "y")], node.tables("rnn"))
    x = np.random.randn(5, 2, 3)
    y, quantities = node.run(x)
    return expect(folder, name, x, side_by_side(y), quantities)


def lengths(folder, name):
    """The lengths of sequences are no weights; here all are as long as the data."""
    node = Node("LSTM", 3, 4, "bidirectional")
    proto = node.proto("rnn", "x", "y")
    proto.input[4] = "lengths"
    save(folder, name, [proto], node.tables("rnn"), ("x", "lengths"))
    x = np.random.randn(5, 2, 3)
    y, quantities = node.run(x)
    return expect(folder, name, x, side_by_side(y), quantities)


def constant(name, values):
    return helper.make_node("Constant", [], [name], value=numpy_helper.from_array(np.array(values, np.int64), ""))


def stacked(folder, name, lower, between, upper, tables, tail=()):
    """lower's nodes put out "below"; between makes "x1" of it."""
    x = np.random.randn(5, 2, 3)
    low = [node.run(x) for node in lower]
    middle = np.concatenate([side_by_side(y) for y, _ in low], 2)
    y, quantities = upper.run(middle, 1)
    for _, own in low:
        quantities.update(own)
    save(folder, name, between + [upper.proto("upper", "x1", "y")] + list(tail),
         tables + upper.tables("upper"))
    return expect(folder, name, x, side_by_side(y), quantities)


def pair(folder, name):
    """As tf2onnx writes Keras's Bidirectional: two nodes on the same input, behind a change of the batch's axis."""
    one, other = Node("LSTM", 3, 4), Node("LSTM", 3, 4, "reverse")
    between = [helper.make_node("Transpose", ["x"], ["xt"], perm=[1, 0, 2]),
               one.proto("fw", "xt", "yf"), other.proto("bw", "xt", "yb"), constant("axis", [1]),
               helper.make_node("Squeeze", ["yf", "axis"], ["sf"]), helper.make_node("Squeeze", ["yb", "axis"], ["sb"]),
               helper.make_node("Transpose", ["sf"], ["tf"], perm=[1, 0, 2]),
               helper.make_node("Transpose", ["sb"], ["tb"], perm=[1, 0, 2]),
               helper.make_node("Concat", ["tf", "tb"], ["both"], axis=-1),
               helper.make_node("Identity", ["both"], ["same"]),
               helper.make_node("Transpose", ["same"], ["x1"], perm=[1, 0, 2])]
    return stacked(folder, name, [one, other], between, Node("GRU", 8, 4, linear_before_reset=1),
                   one.tables("fw") + other.tables("bw"))


def halves(folder, name):
    """One node both ways, whose halves are cut apart and joined again."""
    node = Node("GRU", 3, 4, "bidirectional")
    between = [node.proto("both", "x", "below"), constant("zero", [0]), constant("one", [1]), constant("two", [2]),
               helper.make_node("Slice", ["below", "zero", "one", "one"], ["c0"]),
               helper.make_node("Slice", ["below", "one", "two", "one"], ["c1"]),
               helper.make_node("Squeeze", ["c0", "one"], ["h0"]), helper.make_node("Squeeze", ["c1", "one"], ["h1"]),
               helper.make_node("Concat", ["h0", "h1"], ["x1"], axis=2)]
    return stacked(folder, name, [node], between, Node("RNN", 8, 4, "bidirectional", activations=[("Relu", None, None)] * 2),
                   node.tables("both"))


def batch_first(folder, name):
    """layout=1 changes what is read and put out, not the weights."""
    node = Node("LSTM", 3, 4, "bidirectional", layout=1)
    between = [node.proto("both", "x", "below"), constant("shape", [0, 0, -1]),
               helper.make_node("Reshape", ["below", "shape"], ["x1"])]
    return stacked(folder, name, [node], between, Node("GRU", 8, 4, layout=1), node.tables("both"))


def turns(folder, name):
    """From the end, and from the end again."""
    lower = Node("GRU", 3, 4, "reverse", linear_before_reset=1)
    between = [lower.proto("lower", "x", "below"), constant("axis", [1]),
               helper.make_node("Squeeze", ["below", "axis"], ["x1"])]
    return stacked(folder, name, [lower], between, Node("RNN", 4, 3, "reverse"), lower.tables("lower"))


def folded(folder, name):
    """Weights behind nodes, and in the fields that older files use."""
    node = Node("GRU", 3, 4, dtype=np.float32)
    node.R = node.R.astype(np.float16).astype(np.float32)
    cut = [node.W[0, 4 * g:4 * (g + 1)] for g in range(3)]
    half = node.R[0].astype(np.float16)
    bits = half.view(np.uint16).flatten().astype(int).tolist()
    tables = [helper.make_tensor("w.whole", TensorProto.FLOAT, [12, 3],
                                 np.concatenate([cut[2], cut[0], cut[1]]).flatten().tolist()),
              TensorProto(name="r.half", data_type=TensorProto.FLOAT16, dims=half.shape, int32_data=bits)]
    nodes = [constant("axis", [0]), constant("a", [0]), constant("b", [4]), constant("c", [8]), constant("d", [1 << 62]),
             helper.make_node("Slice", ["w.whole", "b", "c", "axis"], ["w0"]),
             helper.make_node("Slice", ["w.whole", "c", "d", "axis"], ["w1"]),
             helper.make_node("Slice", ["w.whole", "a", "b", "axis"], ["w2"]),
             helper.make_node("Concat", ["w0", "w1", "w2"], ["w3"], axis=0),
             helper.make_node("Unsqueeze", ["w3", "axis"], ["w"]),
             helper.make_node("Identity", ["r.half"], ["r0"]),
             helper.make_node("Cast", ["r0"], ["r1"], to=TensorProto.FLOAT),
             helper.make_node("Reshape", ["r1", "size"], ["r"]),
             helper.make_node("Constant", [], ["b1"], value=numpy_helper.from_array(node.B.reshape(24))),
             helper.make_node("Unsqueeze", ["b1", "axis"], ["bias"]),
             node.proto("gru", "x", "y", ["w", "r", "bias"])]
    tables.append(numpy_helper.from_array(np.array([1, 12, -1], np.int64), "size"))
    save(folder, name, nodes, tables)
    x = np.random.randn(5, 2, 3)
    y, quantities = node.run(x)
    return expect(folder, name, x, side_by_side(y), quantities)


def within(folder, name):
    """A node in a branch, its weights around it."""
    node = Node("LSTM", 3, 4)
    info = lambda name: helper.make_tensor_value_info(name, TensorProto.DOUBLE, None)
    branch = helper.make_graph([node.proto("inner", "x", "y1")], "then", [], [info("y1")])
    other = helper.make_graph([helper.make_node("Identity", ["x"], ["y2"])], "else", [], [info("y2")])
    save(folder, name, [helper.make_node("If", ["which"], ["y"], name="if", then_branch=branch, else_branch=other)],
         node.tables("inner"), ("x", "which"))
    x = np.random.randn(5, 2, 3)
    y, quantities = node.run(x)
    return expect(folder, name, x, side_by_side(y), quantities)


def by_hand(folder):
    n = None
    return [single(folder, "lstm-peephole", "LSTM", peepholes=True, direction="bidirectional"),
            single(folder, "lstm-coupled", "LSTM", input_forget=1),
            single(folder, "lstm-coupled-peephole", "LSTM", input_forget=1, peepholes=True, bias=False),
            single(folder, "lstm-clip", "LSTM", clip=0.5),
            single(folder, "lstm-clip-far", "LSTM", clip=1e5, direction="bidirectional"),
            single(folder, "lstm-functions", "LSTM", direction="bidirectional",
                   activations=[("HardSigmoid", 0.25, 0.5), ("Softsign", n, n), ("Affine", 0.5, -0.125)] * 2),
            single(folder, "gru-before", "GRU", direction="bidirectional"),
            single(folder, "gru-after", "GRU", linear_before_reset=1),
            single(folder, "gru-functions", "GRU", clip=1.5,
                   activations=[("HardSigmoid", 0.25, 0.25), ("ScaledTanh", 1.5, -0.5)], bias=False),
            single(folder, "gru-leaky", "GRU", activations=[("Sigmoid", n, n), ("LeakyRelu", 0.125, n)]),
            single(folder, "rnn-elu", "RNN", activations=[("Elu", 0.5, n)]),
            single(folder, "rnn-thresholded", "RNN", activations=[("ThresholdedRelu", 0.25, n)]),
            single(folder, "rnn-softplus", "RNN", direction="bidirectional", activations=[("Softplus", n, n)] * 2),
            pair(folder, "pair"), halves(folder, "halves"), batch_first(folder, "batch-first"),
            folded(folder, "folded"), within(folder, "within"),
            single(folder, "gru-sixth", "GRU", activations=[("HardSigmoid", 1 / 6, 0.5), ("Tanh", n, n)]),
            single(folder, "reverse", "LSTM", direction="reverse", peepholes=True),
            turns(folder, "reverse-deep"), lengths(folder, "lengths")]


# --- what cannot be taken ---

def refused(folder):
    told = []

    def case(name, sentence, change=lambda node, tables: node, **options):
        node = Node(options.pop("kind", "LSTM"), 3, 4, **options)
        tables = node.tables("rnn")
        proto = node.proto("rnn", "x", "y")
        made = change(proto, tables)
        save(folder, name, made if isinstance(made, list) else [made], tables, ("x", "given"))
        told.append(name + " " + sentence)

    def replace(proto, index, name):
        while len(proto.input) <= index:
            proto.input.append("")
        proto.input[index] = name
        return proto

    def external(proto, tables):
        tables[0].ClearField("raw_data")
        tables[0].data_location = TensorProto.EXTERNAL
        tables[0].external_data.add(key="location", value="weights.bin")
        return proto

    def quantized(proto, tables):
        tables[0].CopyFrom(numpy_helper.from_array(np.zeros((1, 16, 3), np.int8), "rnn.W8"))
        tables.append(numpy_helper.from_array(np.array(0.5, np.float32), "scale"))
        return [helper.make_node("DequantizeLinear", ["rnn.W8", "scale"], ["rnn.W"]), proto]

    def computed(proto, tables):
        return [helper.make_node("Mul", ["rnn.W", "rnn.W"], ["squares"]), replace(proto, 1, "squares")]

    def start(proto, tables):
        tables.append(numpy_helper.from_array(np.ones((1, 2, 4)), "h0"))
        return replace(proto, 5, "h0")

    def whole(proto, tables):
        tables[1].CopyFrom(numpy_helper.from_array(np.zeros((1, 16, 4), np.int32), "rnn.R"))
        return proto

    def told_hidden(proto, tables):
        next(a for a in proto.attribute if a.name == "hidden_size").i = 5
        return proto

    def foreign(kind):
        def change(proto, tables):
            proto.op_type, proto.domain = kind, "com.microsoft"
            return proto
        return change

    def loop(proto, tables):
        del tables[:]
        body = helper.make_graph([helper.make_node("Identity", ["go"], ["on"])], "body",
                                 [helper.make_tensor_value_info(k, t, []) for k, t in
                                  [("i", TensorProto.INT64), ("go", TensorProto.BOOL)]],
                                 [helper.make_tensor_value_info("on", TensorProto.BOOL, [])])
        return helper.make_node("Loop", ["", "given"], ["y"], name="steps", body=body)

    case("external", "but in “weights.bin”", external)
    case("quantized-weights", "are quantized (DequantizeLinear)", quantized)
    case("computed", "by a Mul node", computed)
    case("given", "are given to the model", lambda proto, tables: replace(proto, 1, "given"))
    case("missing", "the weights R of “rnn” are missing", lambda proto, tables: replace(proto, 2, ""))
    case("start", "starts from the stored state “h0”", start)
    case("whole", "holds whole numbers", whole)
    case("hidden", "has hidden_size 5", told_hidden)
    case("clip", "clips what its activations read at 100000",
         activations=[("Sigmoid", None, None), ("Relu", None, None), ("Tanh", None, None)], clip=1e5)
    case("unknown", "unknown activation “Swish”", activations=[("Sigmoid", 1., 1.), ("Swish", 1., 1.), ("Tanh", 1., 1.)])
    case("scale", "without its alpha or beta", kind="RNN", activations=[("Affine", 1., None)])
    case("few", "has 1 activations; expected 3", activations=[("Sigmoid", None, None)])
    case("two-functions", "differs between its two directions", kind="RNN", direction="bidirectional",
         activations=[("Relu", None, None), ("Tanh", None, None)])
    case("sideways", "unknown direction “sideways”", direction="sideways")
    case("dynamic-quantized", "“rnn” is quantized (com.microsoft.DynamicQuantizeLSTM)", foreign("DynamicQuantizeLSTM"))
    case("attention", "is a com.microsoft.AttnLSTM", foreign("AttnLSTM"))
    case("loop", "the Loop node “steps”", loop)
    case("dense", "has no LSTM, GRU or RNN node", lambda proto, tables: helper.make_node("Relu", ["x"], ["y"]))
    two = Node("LSTM", 3, 4)
    save(folder, "several", [two.proto("one", "x", "y"), two.proto("two", "x", "y1", ["one.W", "one.R", "one.B"])],
         two.tables("one"))
    told.append("several 2 recurrent networks; choose one with --prefix: “one”, “two”")
    return told


def fixed(folder):
    cases = [exported(folder, "rnn-tanh", "RNN"),
             exported(folder, "rnn-relu-deep", "RNN", torch.float32, layers=2, both=True, bias=False, nonlinearity="relu"),
             exported(folder, "lstm", "LSTM", batch_first=False),
             exported(folder, "lstm-deep", "LSTM", torch.float32, layers=2, both=True, batch_first=False),
             exported(folder, "lstm-unfolded", "LSTM", both=True, layers=2, folding=False),
             exported(folder, "gru", "GRU", bias=False),
             exported(folder, "gru-deep", "GRU", torch.float32, layers=3, dynamic=True),
             exported(folder, "gru-unfolded", "GRU", folding=False, dynamic=True)]
    os.makedirs(os.path.join(folder, "refused"), exist_ok=True)
    with open(os.path.join(folder, "refused.txt"), "w") as out:
        out.write("\n".join(refused(os.path.join(folder, "refused"))) + "\n")
    return cases + by_hand(folder)


def drawn(folder, seed, count):
    pick = random.Random(seed)
    return [exported(folder, f"random-{i}", pick.choice(["RNN", "LSTM", "GRU"]),
                     pick.choice([torch.float64, torch.float32]), inputs=pick.randint(1, 5), hidden=pick.randint(1, 6),
                     layers=pick.randint(1, 3), both=pick.random() < 0.5, bias=pick.random() < 0.7,
                     batch_first=pick.random() < 0.5, steps=pick.randint(1, 7), batch=pick.randint(1, 3),
                     folding=pick.random() < 0.7, dynamic=pick.random() < 0.5,
                     nonlinearity="tanh" if pick.random() < 0.5 else "relu") for i in range(count)]


if __name__ == "__main__":
    folder = sys.argv[1]
    seed, count = (int(sys.argv[2]), int(sys.argv[3])) if len(sys.argv) > 2 else (0, 0)
    torch.manual_seed(seed)
    np.random.seed(seed)
    torch.use_deterministic_algorithms(True)
    cases = drawn(folder, seed, count) if count else fixed(folder)
    with open(os.path.join(folder, "cases.txt"), "w") as out:
        out.write("\n".join(cases) + "\n")
