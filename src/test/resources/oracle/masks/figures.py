"""Writes the cases of this folder: networks that skip steps by Keras' rule, run and differentiated by PyTorch in float64.

At a step that is skipped, or past the end of a sequence, all states keep their values; nothing is put on the output there
and the loss leaves it out. Each direction is written out step by step. The case named after Keras has the weights and the
mask of its own test (gru_test.py, test_masking), and is held against the figures printed there.
"""
import json
import pathlib

import numpy as np
import torch

HERE = pathlib.Path(__file__).parent
torch.set_default_dtype(torch.float64)


def gru(p, x, s):
    (h,) = s
    r = torch.sigmoid(x @ p["Wx.r"] + h @ p["Wh.r"] + p["b.r"])
    z = torch.sigmoid(x @ p["Wx.z"] + h @ p["Wh.z"] + p["b.z"])
    n = torch.tanh(x @ p["Wx.n"] + p["b.n"] + r * (h @ p["Wh.n"] + p["bh.n"]))
    return ((1 - z) * n + z * h,)


def lstm(p, x, s):
    h, c = s
    i, f, o = (torch.sigmoid(x @ p["Wx." + g] + h @ p["Wh." + g] + p["b." + g]) for g in "ifo")
    c = f * c + i * torch.tanh(x @ p["Wx.g"] + h @ p["Wh.g"] + p["b.g"])
    return o * torch.tanh(c), c


CELLS = {
    "gru": (gru, ["h"], {f"{w}.{g}": w for w in ("Wx", "Wh", "b") for g in "rzn"} | {"bh.n": "b"}),
    "lstm": (lstm, ["h", "c"], {f"{w}.{g}": w for w in ("Wx", "Wh", "b") for g in "ifgo"}),
}
MERGED = {
    "concatenation": lambda f, b: torch.cat([f, b], -1),
    "sum": lambda f, b: f + b,
    "average": lambda f, b: (f + b) / 2,
    "product": lambda f, b: f * b,
}


def own(tables, key):
    return {name[len(key) + 1:]: table for name, table in tables.items() if name.startswith(key + ".")}


def read(cell, p, x, states, computed, reverse):
    """x (N, T, D). Returns each state at the times of the input, what is put out of the last step computed, the last states."""
    step, names, _ = CELLS[cell]
    n_all, t_all, _ = x.shape
    rows = {name: [[None] * t_all for _ in range(n_all)] for name in names}
    lasts, ends = [], {name: [] for name in names}
    for n in range(n_all):
        s = [states[name][n] for name in names]
        last = torch.zeros_like(s[0])
        for t in reversed(range(t_all)) if reverse else range(t_all):
            s = step(p, x[n, t], s) if computed[n, t] else [value.clone() for value in s]
            last = s[0] if computed[n, t] else last
            for name, value in zip(names, s):
                value.retain_grad()
                rows[name][n][t] = value
        lasts.append(last)
        for name, value in zip(names, s):
            ends[name].append(value)
    return rows, torch.stack(lasts), {name: torch.stack(values) for name, values in ends.items()}


def together(rows):
    """(N, T, H)."""
    return torch.stack([torch.stack(row) for row in rows])


def plain(tensor):
    return tensor.detach().numpy().tolist()


def write(name, layers, params, states, x, mask, lengths, upstream, final, read_out=None, expected=None, zero_output=False):
    """layers: (cell, H, forward, reverse or a way of merging), the lowest first. read_out: (outputs, every step, targets)."""
    p = {k: torch.tensor(v, requires_grad=True) for k, v in params.items()}
    s = {k: torch.tensor(v, requires_grad=True) for k, v in states.items()}
    x0 = torch.tensor(x, requires_grad=True)
    n, t_all, d = x0.shape
    computed = torch.tensor(mask, dtype=torch.bool).reshape(n, t_all)
    computed = computed & (torch.arange(t_all)[None] < torch.tensor(lengths)[:, None])
    below, quantities, loss, last = x0, {}, 0, {}
    for i, (cell, hidden, way) in enumerate(layers):
        outs = {}
        for direction in ["forward"] * (way != "reverse") + ["backward"] * (way != "forward"):
            key = f"{i}.{direction}"
            rows, last[direction], ends = read(cell, own(p, key), below, own(s, key), computed, direction == "backward")
            for state, values in rows.items():
                quantities[f"{key}.{state}"] = values
                loss = loss + (ends[state] * torch.tensor(final[f"{key}.{state}"])).sum()
            outs[direction] = together(rows["h"])
        if way in MERGED:
            below = MERGED[way](outs["forward"], outs["backward"])
            top = MERGED[way](last["forward"], last["backward"])
        else:
            (below,), (top,) = outs.values(), [last[direction] for direction in outs]
        output = below
    if zero_output:
        output = torch.where(computed[:, :, None], output, torch.zeros(()))
    put = torch.where(computed[:, :, None], output * torch.tensor(upstream), torch.zeros(()))
    loss = loss + put.sum()
    case = {
        "network": {
            "inputs": d,
            "layers": [
                {"cell": c, "hidden": h} | ({} if w == "forward" else {"reverse": True} if w == "reverse" else
                                            {"bidirectional": True, "merging": w})
                for c, h, w in layers
            ],
        },
        "mask": np.asarray(mask).astype(int).tolist(),
        "lengths": lengths,
    } | ({"heldOutput": "zero"} if zero_output else {})
    if read_out:
        outputs, every, targets = read_out
        z = (output if every else top[:, None]) @ p["dense.W"] + p["dense.b"]
        count = computed if every else computed.any(1, keepdim=True)
        losses = ((z - torch.tensor(targets)) ** 2).mean(-1, keepdim=True) * count[:, :, None]
        scored = losses.sum() / max(count.sum(), 1)
        loss = loss + scored
        case["readOut"] = {"activation": "identity", "everyStep": every, "outputs": outputs}
        case["objective"] = {"loss": "squared_error", "average": "batch and time", "targets": targets}
        case["scored"] = {"outputs": plain(z), "losses": plain(losses), "loss": scored.item()}
    if expected is not None:
        np.testing.assert_allclose(plain(output), expected, atol=2e-7)
    loss.backward()
    zero = lambda v: (torch.zeros_like(v) if v.grad is None else v.grad).numpy().tolist()
    case |= {
        "params": params,
        "state": states,
        "input": x,
        "upstream": {"output": upstream, "final": final},
        "forward": {k: plain(together(v)) for k, v in quantities.items()},
        "output": plain(output),
        "backward": {},
        "grads": {k: zero(v) for k, v in p.items()},
        "stateGrads": {k: zero(v) for k, v in s.items()},
        "inputGrads": zero(x0),
    }
    for k, v in quantities.items():
        case["backward"][k] = together([[h.grad for h in row] for row in v]).numpy().tolist()
    (HERE / f"{name}.json").write_text(json.dumps(case) + "\n")


def drawn(name, seed, layers, mask, lengths=None, every=None, d=3, outputs=2, zero_output=False):
    r = np.random.RandomState(seed)
    mask = np.asarray(mask)
    n, t = mask.shape
    params, states, final, width = {}, {}, {}, d
    for i, (cell, hidden, way) in enumerate(layers):
        for key in [f"{i}.forward"] * (way != "reverse") + [f"{i}.backward"] * (way != "forward"):
            sizes = {"Wx": (width, hidden), "Wh": (hidden, hidden), "b": (hidden,)}
            for parameter, kind in CELLS[cell][2].items():
                params[f"{key}.{parameter}"] = (0.7 * r.randn(*sizes[kind])).tolist()
            for state in CELLS[cell][1]:
                states[f"{key}.{state}"] = (0.7 * r.randn(n, hidden)).tolist()
                final[f"{key}.{state}"] = r.randn(n, hidden).tolist()
        width = 2 * hidden if way == "concatenation" else hidden
    read_out = None
    if every is not None:
        params["dense.W"], params["dense.b"] = r.randn(width, outputs).tolist(), r.randn(outputs).tolist()
        read_out = (outputs, every, r.randn(n, t if every else 1, outputs).tolist())
    write(name, layers, params, states, r.randn(n, t, d).tolist(), mask, lengths or [t] * n,
          r.randn(n, t, width).tolist(), final, read_out, None, zero_output)


def keras():
    """gru_test.py, test_masking: constant weights, x counting up, all outputs."""
    w = {"Wx": [[0.01] * 2] * 3, "Wh": [[0.02] * 2] * 2}
    params = {f"0.forward.{k}.{g}": v for k, v in w.items() for g in "rzn"}
    params |= {"0.forward.b.r": [0.06] * 2, "0.forward.b.z": [0.06] * 2, "0.forward.b.n": [0.03] * 2, "0.forward.bh.n": [0.03] * 2}
    zeros = {"0.forward.h": [[0.0] * 2] * 2}
    expected = np.array([[0.03606692, 0.09497581, 0.09497581, 0.19393763], [0.16051409, 0.16051409, 0.16051409, 0.30818558]])
    write("keras-gru", [("gru", 2, "forward")], params, zeros, np.arange(24.0).reshape(2, 4, 3).tolist(),
          [[1, 1, 0, 1], [1, 0, 0, 1]], [4, 4], np.ones((2, 4, 2)).tolist(), zeros, None, expected[:, :, None].repeat(2, 2))



def keras_backwards():
    """lstm_test.py, go_backwards=True: its last output, which is that of step 0 in the time of the input."""
    params = {f"0.backward.{w}.{g}": [[v] * 3] * d for w, v, d in (("Wx", 0.01, 4), ("Wh", 0.02, 3)) for g in "ifgo"}
    params |= {f"0.backward.b.{g}": [1.0 if g == "f" else 0.03] * 3 for g in "ifgo"}
    zeros = {f"0.backward.{state}": [[0.0] * 3] * 3 for state in "hc"}
    write("keras-go-backwards", [("lstm", 3, "reverse")], params, zeros, np.arange(72.0).reshape(3, 6, 4).tolist(),
          [[1] * 6] * 3, [6] * 3, np.ones((3, 6, 3)).tolist(), zeros)
    case = json.loads((HERE / "keras-go-backwards.json").read_text())
    np.testing.assert_allclose(case["output"][0][0], [0.35622165] * 3, atol=2e-7)


keras()
keras_backwards()
ANY = [[1, 0, 1, 1, 0, 1], [0, 0, 1, 0, 1, 0], [1, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 0]]
for cell in CELLS:
    drawn(f"{cell}-forward", 1, [(cell, 2, "forward")], ANY)
    drawn(f"{cell}-reverse", 2, [(cell, 3, "reverse")], ANY, every=False)
    drawn(f"{cell}-both-ways-every-step", 3, [(cell, 2, "concatenation")], ANY, every=True)
    drawn(f"{cell}-product-last-step", 4, [(cell, 2, "product")], ANY, every=False)
drawn("stacked-with-lengths", 5, [("gru", 2, "average"), ("lstm", 3, "concatenation"), ("gru", 2, "reverse")], ANY, [6, 4, 3, 0], every=True)
drawn("stacked-last-step", 6, [("lstm", 2, "reverse"), ("gru", 3, "sum")], ANY, [5, 6, 2, 6], every=False)
drawn("zero-output", 8, [("gru", 2, "product"), ("lstm", 2, "concatenation")], ANY, [6, 4, 3, 0], every=True, zero_output=True)
drawn("zero-output-forward", 9, [("lstm", 2, "forward")], ANY, [5, 6, 2, 6], zero_output=True)
drawn("one-step", 7, [("lstm", 1, "forward")], [[0], [1]], every=False, d=1, outputs=1)
