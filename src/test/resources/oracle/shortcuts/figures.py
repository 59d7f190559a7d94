"""Writes the cases of this folder: layers that carry what they read past themselves, run and differentiated by PyTorch in float64.

LSTMs, GRUs and RNNs are torch.nn's own modules, a layer each; `h + x` and `torch.cat([h, x], -1)` are as one writes them.
Sequences of other lengths go through pack_padded_sequence, layer by layer. `last` reads each direction's own columns out of
the step that it computes last: what h_n has, with what was read at that step.
"""
import json
import pathlib

import numpy as np
import torch
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

HERE = pathlib.Path(__file__).parent
torch.set_default_dtype(torch.float64)
GATES = {"rnn-tanh": ["h"], "lstm": ["i", "f", "g", "o"], "gru": ["r", "z", "n"]}
MODULES = {"rnn-tanh": torch.nn.RNN, "lstm": torch.nn.LSTM, "gru": torch.nn.GRU}


def tables(cell, module, suffix, prefix, of):
    """Weights, or what `of` makes of them, by Gatescope's names; PyTorch's second bias is zero but for the GRU's n."""
    gates, found = GATES[cell], {}
    for name, target in (("weight_ih", "Wx"), ("weight_hh", "Wh")):
        for gate, rows in zip(gates, of(getattr(module, name + suffix)).chunk(len(gates))):
            found[f"{prefix}.{target}.{gate}"] = rows.T.tolist()
    for gate, rows in zip(gates, of(getattr(module, "bias_ih" + suffix)).chunk(len(gates))):
        found[f"{prefix}.b.{gate}"] = rows.tolist()
    if cell == "gru":
        found[f"{prefix}.bh.n"] = of(getattr(module, "bias_hh" + suffix)).chunk(3)[2].tolist()
    return found


def write(name, seed, layers, d, lengths, every=None, outputs=2, embedding=None, zero_output=False):
    """layers: (cell, H, bidirectional, shortcut), the lowest first. every: None without a read-out."""
    torch.manual_seed(seed)
    n, t, width = len(lengths), max(lengths), embedding or d
    params, states, final, grads_of = {}, {}, {}, []
    tokens = torch.randint(0, d, (n, t))
    x0 = torch.nn.functional.one_hot(tokens, d).double() if embedding else torch.randn(n, t, d)
    x0.requires_grad_(True)
    at = torch.arange(t)[None] < torch.tensor(lengths)[:, None]
    below = x0 * at[:, :, None]
    if embedding:
        table = (0.7 * torch.randn(d, embedding)).requires_grad_(True)
        params["embedding.E"] = table.tolist()
        grads_of.append(("embedding.E", table))
        below = below @ table
    loss, modules, initial, quantities = 0, [], [], {}
    for i, (cell, hidden, both, shortcut) in enumerate(layers):
        module = MODULES[cell](width, hidden, batch_first=True, bidirectional=both)
        for key, value in module.named_parameters():
            torch.nn.init.normal_(value, std=0.6)
            if "bias_hh" in key:
                with torch.no_grad():
                    value[: (2 * hidden if cell == "gru" else len(value))] = 0
        ways = [("", "forward")] + [("_reverse", "backward")] * both
        start = [(0.6 * torch.randn(len(ways), n, hidden)).requires_grad_(True) for _ in range(2 if cell == "lstm" else 1)]
        packed = pack_padded_sequence(below, lengths, batch_first=True, enforce_sorted=False)
        out, ends = module(packed, tuple(start) if cell == "lstm" else start[0])
        ends = ends if cell == "lstm" else (ends,)
        own, _ = pad_packed_sequence(out, batch_first=True, total_length=t)
        own.retain_grad()
        for w, (suffix, way) in enumerate(ways):
            prefix = f"{i}.{way}"
            params |= tables(cell, module, "_l0" + suffix, prefix, lambda v: v.detach())
            for state, first, end in zip("hc", start, ends):
                states[f"{prefix}.{state}"] = first[w].tolist()
                put = torch.randn(n, hidden)
                final[f"{prefix}.{state}"] = put.tolist()
                loss = loss + (end[w] * put).sum()
            quantities[f"{prefix}.h"] = own[:, :, w * hidden : (w + 1) * hidden]
        # past a sequence's end a state is kept, and nothing is read; the reverse direction has its first state there
        kept = []
        for w in range(len(ways)):
            mine = own[:, :, w * hidden : (w + 1) * hidden]
            stays = (start[0][w] if w else ends[0][w]).detach()[:, None].expand(n, t, hidden)
            kept.append(torch.where(at[:, :, None], mine, stays))
        put_out = torch.cat(kept, -1)
        if shortcut == "added":
            put_out = put_out + below
        if shortcut == "concatenated":
            put_out = torch.cat([put_out, below], -1)
        modules.append((i, cell, module, ways, start))
        read, below, width = below, put_out, put_out.shape[-1]
    output = below * at[:, :, None] if zero_output else below
    upstream = torch.randn(n, t, width)
    loss = loss + (output * upstream * at[:, :, None]).sum()
    case = {
        "network": {
            "inputs": d,
            "layers": [
                {"cell": c, "hidden": h, "bidirectional": b} | ({} if s == "none" else {"shortcut": s}) for c, h, b, s in layers
            ],
        }
        | ({"embedding": embedding} if embedding else {}),
        "lengths": lengths,
    } | ({"heldOutput": "zero"} if zero_output else {})
    if every is not None:
        weights, bias = torch.randn(width, outputs, requires_grad=True), torch.randn(outputs, requires_grad=True)
        params |= {"dense.W": weights.tolist(), "dense.b": bias.tolist()}
        grads_of += [("dense.W", weights), ("dense.b", bias)]
        ends_at = torch.tensor(lengths) - 1
        last = output[torch.arange(n), ends_at]
        cell, hidden, both, shortcut = layers[-1]
        if both:  # the reverse direction's columns at the first step
            columns = torch.arange(width)
            is_reverse = (columns >= hidden) & (columns < 2 * hidden)
            last = torch.where(is_reverse, output[:, 0], last)
        z = (output if every else last[:, None]) @ weights + bias
        targets = torch.randn(n, t if every else 1, outputs)
        count = at if every else torch.ones(n, 1, dtype=torch.bool)
        losses = ((z - targets) ** 2).mean(-1, keepdim=True) * count[:, :, None]
        scored = losses.sum() / count.sum()
        loss = loss + scored
        case["readOut"] = {"activation": "identity", "everyStep": every, "outputs": outputs}
        case["objective"] = {"loss": "squared_error", "average": "batch and time", "targets": targets.tolist()}
        case["scored"] = {"outputs": z.tolist(), "losses": losses.tolist(), "loss": scored.item()}
    loss.backward()
    grads, state_grads = {k: v.grad.tolist() for k, v in grads_of}, {}
    for i, cell, module, ways, start in modules:
        for w, (suffix, way) in enumerate(ways):
            grads |= tables(cell, module, "_l0" + suffix, f"{i}.{way}", lambda v: v.grad)
            for state, first in zip("hc", start):
                state_grads[f"{i}.{way}.{state}"] = first.grad[w].tolist()
    case |= {
        "params": params,
        "state": states,
        "input": x0.tolist(),
        "upstream": {"output": upstream.tolist(), "final": final},
        "forward": {k: v.tolist() for k, v in quantities.items()},
        "output": output.tolist(),
        "backward": {},
        "grads": grads,
        "stateGrads": state_grads,
        "inputGrads": x0.grad.tolist(),
    }
    (HERE / f"{name}.json").write_text(json.dumps(case) + "\n")


ALL, SOME = [4, 4], [5, 2, 3]
write("residual-two-layers", 1, [("lstm", 3, False, "none"), ("lstm", 3, False, "added")], 2, ALL, every=True)
write("residual-first-layer", 2, [("gru", 3, False, "added"), ("gru", 3, False, "added")], 3, ALL)
write("skip-three-layers", 3, [("rnn-tanh", 2, False, "concatenated"), ("gru", 3, False, "concatenated"), ("lstm", 2, False, "concatenated")], 2, ALL, every=True)
write("residual-of-skip", 4, [("rnn-tanh", 2, False, "concatenated"), ("lstm", 5, False, "added"), ("gru", 5, False, "added")], 3, SOME, every=True)
write("residual-both-ways", 5, [("lstm", 2, True, "none"), ("gru", 2, True, "added"), ("rnn-tanh", 2, True, "added")], 3, SOME, every=True)
write("residual-both-ways-last-step", 6, [("gru", 2, True, "none"), ("lstm", 2, True, "added")], 3, SOME, every=False)
write("skip-both-ways-last-step", 7, [("lstm", 2, True, "concatenated"), ("gru", 3, True, "concatenated")], 2, SOME, every=False)
write("residual-last-step", 8, [("lstm", 3, False, "none"), ("gru", 3, False, "added"), ("lstm", 3, False, "added")], 2, SOME, every=False)
write("residual-on-an-embedding", 9, [("gru", 3, False, "added"), ("lstm", 3, False, "concatenated")], 4, SOME, every=True, embedding=3)
write("skip-zero-output", 10, [("lstm", 2, False, "concatenated"), ("gru", 2, True, "concatenated")], 2, SOME, every=True, zero_output=True)
write("residual-one-by-one", 11, [("rnn-tanh", 1, False, "added")], 1, [1], every=False, outputs=1)
