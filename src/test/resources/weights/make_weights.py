"""Makes the files of weights in this folder, and what PyTorch computes with them.

    make_weights.py FOLDER              the files that lie here
    make_weights.py FOLDER SEED COUNT   so many random ones

Each network is saved as NAME.pt, NAME.safetensors and NAME.npz; NAME.expected.npz holds an input, an upstream gradient,
the output and all gradients, computed in float64 from the numbers as they are stored. cases.txt names the networks with
the options that no file says. Needs PyTorch and NumPy (Debian: python3-torch, python3-numpy).
"""
import argparse
import json
import os
import random
import sys

import numpy as np
import torch

SAFETENSORS = {torch.float64: "F64", torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16"}


def numpy_of(tensor):
    """NumPy has no bfloat16; in float32 every such number is the same."""
    tensor = tensor.detach()
    return (tensor.float() if tensor.dtype == torch.bfloat16 else tensor).contiguous().numpy()


def save_safetensors(state, path):
    header, blocks, end = {"__metadata__": {"format": "pt"}}, [], 0
    for name, tensor in state.items():
        tensor = tensor.detach().contiguous()
        raw = tensor.view(torch.int16) if tensor.dtype == torch.bfloat16 else tensor
        blocks.append(raw.numpy().tobytes())
        header[name] = {"dtype": SAFETENSORS[tensor.dtype], "shape": list(tensor.shape),
                        "data_offsets": [end, end + len(blocks[-1])]}
        end += len(blocks[-1])
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as out:
        out.write(len(text).to_bytes(8, "little") + text + b"".join(blocks))


def save(state, path):
    """In the three kinds of files."""
    torch.save(state, path + ".pt")
    save_safetensors(state, path + ".safetensors")
    np.savez(path + ".npz", **{name: numpy_of(tensor) for name, tensor in state.items()})


def expected(module, run, path, inputs, steps, batch, batch_first):
    """Gradients of sum(output * upstream); module and run compute in float64."""
    x = torch.randn(*((batch, steps) if batch_first else (steps, batch)), inputs, dtype=torch.float64, requires_grad=True)
    output = run(x)
    upstream = torch.randn_like(output)
    output.backward(upstream)
    arrays = {"input": x, "upstream": upstream, "output": output, "inputGrads": x.grad}
    for name, parameter in module.named_parameters():
        arrays["torch/" + name] = parameter.grad
    np.savez_compressed(path + ".expected.npz", **{name: array.detach().numpy() for name, array in arrays.items()})


def network(folder, name, kind, dtype, inputs=3, hidden=4, layers=1, both=False, bias=True, nonlinearity="tanh",
            batch_first=True, steps=5, batch=2, proj_size=0):
    options = {"nonlinearity": nonlinearity} if kind == "RNN" else {"proj_size": proj_size} if proj_size else {}
    module = getattr(torch.nn, kind)(inputs, hidden, layers, bias=bias, bidirectional=both, batch_first=batch_first,
                                     **options)
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.copy_(torch.randn_like(parameter) * 0.6)
    module = module.to(dtype)
    path = os.path.join(folder, name)
    save(module.state_dict(), path)
    module = module.double()
    expected(module, lambda x: module(x)[0], path, inputs, steps, batch, batch_first)
    return name + ("" if nonlinearity == "tanh" else " --nonlinearity relu") + ("" if batch_first else " --layout TND")


class Stack(torch.nn.Module):
    """A list of single-step cells."""

    def __init__(self, kind, inputs, hidden):
        super().__init__()
        widths = [inputs] + hidden
        self.layers = torch.nn.ModuleList(getattr(torch.nn, kind)(a, b) for a, b in zip(widths, hidden))

    def forward(self, x):
        states, outputs = [None] * len(self.layers), []
        for t in range(x.shape[1]):
            h = x[:, t]
            for k, cell in enumerate(self.layers):
                states[k] = cell(h, states[k])
                h = states[k][0] if isinstance(states[k], tuple) else states[k]
            outputs.append(h)
        return torch.stack(outputs, 1)


def stack(folder, name, kind, inputs, hidden):
    module = Stack(kind, inputs, hidden).double()
    path = os.path.join(folder, name)
    save(module.state_dict(), path)

    class Relative:  # names behind the list's
        def named_parameters(self):
            return [(key.replace("layers.", ""), parameter) for key, parameter in module.named_parameters()]

    expected(Relative(), module, path, inputs, 4, 2, True)
    return name


class Tagger(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = torch.nn.Embedding(5, 3)
        self.encoder = torch.nn.Module()
        self.encoder.rnn = torch.nn.LSTM(3, 4, 2, bidirectional=True, batch_first=True)
        self.head = torch.nn.Linear(8, 5)

    def forward(self, tokens):
        return self.head(self.encoder.rnn(self.embedding(tokens))[0])


def checkpoint(folder, name):
    """A training's checkpoint with all that lies beside the weights, prefixed by two wrappers."""
    model = Tagger().double()
    optimizer = torch.optim.Adam(model.parameters())
    model(torch.tensor([[0, 1, 2, 3]])).sum().backward()
    optimizer.step()
    optimizer.zero_grad()
    state = {"module._orig_mod." + key: value for key, value in model.state_dict().items()}
    torch.save({"epoch": 3, "loss": 0.25, "state_dict": state, "optimizer_states": [optimizer.state_dict()],
                "hyper_parameters": argparse.Namespace(rate=1e-3), "rng": torch.get_rng_state(),
                "scale": np.float64(2), "size": torch.Size([3, 4])}, os.path.join(folder, name + ".pt"))
    rnn = model.encoder.rnn
    expected(rnn, lambda x: rnn(x)[0], os.path.join(folder, name), 3, 4, 2, True)
    return name


def views(folder, name):
    """Tables that are views into larger storages: transposed, a slice, every other row; two of them share one."""
    module = torch.nn.GRU(3, 4, 1, batch_first=True).double()
    block = torch.randn(3, 24, dtype=torch.float64) * 0.5
    state = {"weight_ih_l0": block[:, ::2].t(), "weight_hh_l0": torch.randn(20, 9, dtype=torch.float64)[3:15, 2:6],
             "bias_ih_l0": block[1, 5:17], "bias_hh_l0": torch.zeros(1, dtype=torch.float64).expand(12)}
    module.load_state_dict(state)
    torch.save(state, os.path.join(folder, name + ".pt"))
    expected(module, lambda x: module(x)[0], os.path.join(folder, name), 3, 4, 2, True)
    return name


def fixed(folder):
    return [network(folder, "rnn-tanh", "RNN", torch.float64),
            network(folder, "rnn-relu-deep", "RNN", torch.float32, layers=2, both=True, bias=False, nonlinearity="relu"),
            network(folder, "lstm", "LSTM", torch.float64, batch_first=False),
            network(folder, "lstm-deep", "LSTM", torch.float32, layers=2, both=True, batch_first=False),
            network(folder, "lstm-half", "LSTM", torch.float16, layers=2, bias=False),
            network(folder, "gru", "GRU", torch.float64, bias=False),
            network(folder, "gru-deep", "GRU", torch.float32, layers=3),
            network(folder, "gru-bfloat16", "GRU", torch.bfloat16, layers=2, both=True),
            stack(folder, "cells-lstm", "LSTMCell", 3, [4, 4]),
            stack(folder, "cells-gru", "GRUCell", 3, [5, 2]),
            checkpoint(folder, "checkpoint"),
            views(folder, "views"),
            network(folder, "lstm-projected", "LSTM", torch.float64, hidden=5, layers=2, both=True, proj_size=2),
            network(folder, "lstm-projected-one", "LSTM", torch.float32, hidden=3, bias=False, proj_size=1)]


def drawn(folder, seed, count):
    pick = random.Random(seed)
    return [network(folder, f"random-{i}", pick.choice(["RNN", "LSTM", "GRU"]),
                    pick.choice([torch.float64, torch.float32, torch.float16, torch.bfloat16]),
                    inputs=pick.randint(1, 5), hidden=pick.randint(1, 6), layers=pick.randint(1, 3),
                    both=pick.random() < 0.5, bias=pick.random() < 0.7, batch_first=pick.random() < 0.5,
                    steps=pick.randint(1, 7), batch=pick.randint(1, 3)) for i in range(count)]


if __name__ == "__main__":
    folder = sys.argv[1]
    seed, count = (int(sys.argv[2]), int(sys.argv[3])) if len(sys.argv) > 2 else (0, 0)
    torch.manual_seed(seed)
    torch.use_deterministic_algorithms(True)
    cases = drawn(folder, seed, count) if count else fixed(folder)
    with open(os.path.join(folder, "cases.txt"), "w") as out:
        out.write("\n".join(cases) + "\n")
