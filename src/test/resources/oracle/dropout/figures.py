"""Writes the cases of this folder: stacks of PyTorch's own modules in float64, with given factors on what layers read.

The factors of a layer stand under its number: of each step, as nn.Dropout between the modules draws them, or one row for all
steps of a sequence, as Gal and Ghahramani 2016 and the `dropout` of Keras have it.
"""
import json
import pathlib

import numpy as np
import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

HERE = pathlib.Path(__file__).parent
torch.set_default_dtype(torch.float64)
GATES = {"lstm": "ifgo", "gru": "rzn"}
STATES = {"lstm": "hc", "gru": "h"}


def tables(module, cell, suffix, grad):
    """A module's parameters, or their gradients, by the names of the cell; its second bias counts in the GRU's n alone."""
    take = lambda name: (getattr(module, name + suffix).grad if grad else getattr(module, name + suffix)).detach()
    found = {}
    for word, name, turn in (("Wx", "weight_ih_l0", True), ("Wh", "weight_hh_l0", True), ("b", "bias_ih_l0", False)):
        for gate, block in zip(GATES[cell], take(name).chunk(len(GATES[cell]))):
            found[f"{word}.{gate}"] = (block.T if turn else block).numpy().tolist()
    if cell == "gru":
        found["bh.n"] = take("bias_hh_l0").chunk(3)[2].numpy().tolist()
    return found


def write(name, seed, layers, lengths, dropout, every=True, d=3, outputs=2, embedding=0):
    """layers: (cell, H, both ways?), the lowest first. dropout: by layer the rate and whether all steps have the same."""
    torch.manual_seed(seed)
    r = np.random.RandomState(seed)
    n, t = len(lengths), max(lengths)
    modules, params, states, ends, factors, width = [], {}, {}, {}, {}, embedding or d
    if embedding:
        table = torch.randn(d, embedding, requires_grad=True)
        params["embedding.E"] = table.detach().numpy().tolist()
    for i, (cell, hidden, both) in enumerate(layers):
        module = (nn.LSTM if cell == "lstm" else nn.GRU)(width, hidden, batch_first=True, bidirectional=both)
        for suffix in [""] + ["_reverse"] * both:
            with torch.no_grad():
                second = getattr(module, "bias_hh_l0" + suffix)
                second[: 2 * hidden if cell == "gru" else 4 * hidden] = 0
            key = f"{i}.{'backward' if suffix else 'forward'}."
            params |= {key + k: v for k, v in tables(module, cell, suffix, False).items()}
            for state in STATES[cell]:
                states[key + state] = torch.tensor(0.7 * r.randn(n, hidden), requires_grad=True)
                ends[key + state] = r.randn(n, hidden)
        if i in dropout:
            rate, same = dropout[i]
            size = (n, 1 if same else t, width)
            factors[i] = torch.tensor((r.rand(*size) >= rate) / (1 - rate))
        modules.append(module)
        width = hidden * (2 if both else 1)
    dense = nn.Linear(width, outputs)
    params |= {"dense.W": dense.weight.T.tolist(), "dense.b": dense.bias.tolist()}
    if embedding:
        tokens = r.randint(d, size=(n, t))
        x = table[torch.tensor(tokens)]
    else:
        x0 = torch.tensor(r.randn(n, t, d), requires_grad=True)
        x = x0
    upstream, loss = r.randn(n, t, width), 0
    for i, (cell, hidden, both) in enumerate(layers):
        x = x * factors[i] if i in factors else x
        keys = [f"{i}.{way}." for way in ["forward"] + ["backward"] * both]
        start = tuple(torch.stack([states[key + s] for key in keys]) for s in STATES[cell])
        packed = pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        out, last = modules[i](packed, start if cell == "lstm" else start[0])
        x, _ = pad_packed_sequence(out, batch_first=True, total_length=t)
        for s, values in zip(STATES[cell], last if cell == "lstm" else (last,)):
            for key, value in zip(keys, values):
                loss = loss + (value * torch.tensor(ends[key + s])).sum()
        top = torch.cat(list(last[0] if cell == "lstm" else last), -1)
    output = x
    count = torch.arange(t)[None] < torch.tensor(lengths)[:, None]
    loss = loss + (output * torch.tensor(upstream))[count].sum()
    z = dense(output if every else top[:, None])
    targets = r.randn(n, t if every else 1, outputs)
    counted = count if every else torch.ones(n, 1, dtype=torch.bool)
    losses = ((z - torch.tensor(targets)) ** 2).mean(-1, keepdim=True) * counted[:, :, None]
    scored = losses.sum() / counted.sum()
    (loss + scored).backward()
    grads = {"embedding.E": table.grad.tolist()} if embedding else {}
    for i, (cell, hidden, both) in enumerate(layers):
        for suffix in [""] + ["_reverse"] * both:
            key = f"{i}.{'backward' if suffix else 'forward'}."
            grads |= {key + k: v for k, v in tables(modules[i], cell, suffix, True).items()}
    grads |= {"dense.W": dense.weight.grad.T.tolist(), "dense.b": dense.bias.grad.tolist()}
    case = {
        "network": {
            "inputs": d,
            "layers": [
                {"cell": cell, "hidden": hidden, "bidirectional": both}
                | ({"dropout": {"rate": dropout[i][0], "sameAtEachStep": dropout[i][1]}} if i in dropout else {})
                for i, (cell, hidden, both) in enumerate(layers)
            ],
        } | ({"embedding": embedding} if embedding else {}),
        "lengths": lengths,
        "heldOutput": "zero",
        "dropout": {str(i): f.squeeze(1).tolist() if dropout[i][1] else f.tolist() for i, f in factors.items()},
        "params": params,
        "state": {k: v.tolist() for k, v in states.items()},
        "upstream": {"output": upstream.tolist(), "final": {k: v.tolist() for k, v in ends.items()}},
        "forward": {},
        "output": output.tolist(),
        "readOut": {"activation": "identity", "everyStep": every, "outputs": outputs},
        "objective": {"loss": "squared_error", "average": "batch and time", "targets": targets.tolist()},
        "scored": {"outputs": z.tolist(), "losses": losses.tolist(), "loss": scored.item()},
        "backward": {},
        "grads": grads,
        "stateGrads": {k: v.grad.tolist() for k, v in states.items()},
    } | ({"tokens": tokens.tolist()} if embedding else {"input": x0.tolist(), "inputGrads": x0.grad.tolist()})
    (HERE / f"{name}.json").write_text(json.dumps(case) + "\n")


write("two-lstms", 1, [("lstm", 3, False), ("lstm", 2, False)], [5, 5], {1: (0.5, False)})
write("two-lstms-same-at-each-step", 2, [("lstm", 3, False), ("lstm", 2, False)], [5, 5], {0: (0.25, True), 1: (0.5, True)})
write("three-grus-with-lengths", 3, [("gru", 3, False), ("gru", 2, False), ("gru", 2, False)], [6, 4, 1], {1: (0.3, False), 2: (0.6, True)})
write("both-ways", 4, [("gru", 2, True), ("lstm", 3, True)], [4, 6, 2], {0: (0.2, False), 1: (0.4, False)}, every=False)
write("both-ways-same-at-each-step", 5, [("lstm", 2, True), ("gru", 2, True), ("lstm", 1, False)], [3, 5], {1: (0.5, True), 2: (0.5, True)})
write("input-alone", 6, [("gru", 3, False)], [4], {0: (0.5, False)})
write("embedded", 7, [("lstm", 2, False), ("gru", 3, True)], [4, 3], {0: (0.5, True), 1: (0.1, False)}, d=5, embedding=3)
