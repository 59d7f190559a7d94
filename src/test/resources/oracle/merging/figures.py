"""Writes the cases of this folder: layers whose two directions are merged, run and differentiated by PyTorch in float64.

Each direction is written out here step by step. The cases named after Keras have the weights and inputs of its own tests
(bidirectional_test.py), and are held against the figures printed there.
"""
import json
import pathlib

import numpy as np
import torch

HERE = pathlib.Path(__file__).parent
torch.set_default_dtype(torch.float64)
RNN = "state h\nh' = tanh(x @ W + h @ U + b)"
MERGED = {
    "concatenation": lambda f, b: torch.cat([f, b], -1),
    "sum": lambda f, b: f + b,
    "average": lambda f, b: (f + b) / 2,
    "product": lambda f, b: f * b,
}


def direction(p, key, x, state, reverse):
    """x (N, T, D) to states (N, T, H) at the times of the input, and the last one computed."""
    rows = [None] * x.shape[1]
    h = state
    for t in reversed(range(x.shape[1])) if reverse else range(x.shape[1]):
        h = torch.tanh(x[:, t] @ p[key + ".W"] + h @ p[key + ".U"] + p[key + ".b"])
        h.retain_grad()
        rows[t] = h
    return rows, h


def tensors(numbers):
    return {k: torch.tensor(v, requires_grad=True) for k, v in numbers.items()}


def plain(tensor):
    return tensor.detach().numpy().tolist()


def write(name, layers, inputs, params, states, x, upstream, final, read_out=None, expected=None):
    """layers: (H, merging, or reverse for one that reads so alone), the lowest first. read_out: (activation, K or None, every step, targets)."""
    p, s = tensors(params), tensors(states)
    x0 = torch.tensor(x, requires_grad=True)
    below, quantities, loss = x0, {}, 0
    for i, (hidden, merging) in enumerate(layers):
        if merging == "reverse":
            b, last = direction(p, f"{i}.backward", below, s[f"{i}.backward.h"], True)
            quantities[f"{i}.backward.h"] = b
            loss = loss + (last * torch.tensor(final[f"{i}.backward.h"])).sum()
            below = torch.stack(b, 1)
            continue
        f, last_f = direction(p, f"{i}.forward", below, s[f"{i}.forward.h"], False)
        b, last_b = direction(p, f"{i}.backward", below, s[f"{i}.backward.h"], True)
        quantities[f"{i}.forward.h"], quantities[f"{i}.backward.h"] = f, b
        loss = loss + (last_f * torch.tensor(final[f"{i}.forward.h"])).sum()
        loss = loss + (last_b * torch.tensor(final[f"{i}.backward.h"])).sum()
        below = MERGED[merging](torch.stack(f, 1), torch.stack(b, 1))
        last = MERGED[merging](last_f, last_b)
    loss = loss + (below * torch.tensor(upstream)).sum()
    case = {
        "network": {
            "inputs": inputs,
            "layers": [
                {"equations": RNN, "hidden": h} | ({"reverse": True} if m == "reverse" else {"bidirectional": True, "merging": m})
                for h, m in layers
            ],
        }
    }
    if read_out:
        activation, outputs, every, targets = read_out
        read = below if every else last[:, None]
        z = read @ p["dense.W"] + p["dense.b"] if outputs else read
        losses = ((z - torch.tensor(targets)) ** 2).mean(-1, keepdim=True)
        scored = losses.mean()
        loss = loss + scored
        case["readOut"] = {"activation": activation, "everyStep": every} | ({"outputs": outputs} if outputs else {})
        case["objective"] = {"loss": "squared_error", "average": "batch and time", "targets": targets}
        case["scored"] = {"outputs": plain(z), "losses": plain(losses), "loss": scored.item()}
        if expected is not None:
            np.testing.assert_allclose(plain(z), expected, atol=2e-7)
    elif expected is not None:
        np.testing.assert_allclose(plain(below), expected, atol=2e-7)
    loss.backward()
    case |= {
        "params": params,
        "state": states,
        "input": x,
        "upstream": {"output": upstream, "final": final},
        "forward": {k: plain(torch.stack(v, 1)) for k, v in quantities.items()},
        "output": plain(below),
        "backward": {k: torch.stack([h.grad for h in v], 1).numpy().tolist() for k, v in quantities.items()},
        "grads": {k: plain(v.grad) for k, v in p.items()},
        "stateGrads": {k: plain(v.grad) for k, v in s.items()},
        "inputGrads": plain(x0.grad),
    }
    (HERE / f"{name}.json").write_text(json.dumps(case) + "\n")


def drawn(seed, layers, n, t, d, outputs=None):
    r = np.random.RandomState(seed)
    params, states, final, width = {}, {}, {}, d
    for i, (hidden, merging) in enumerate(layers):
        for key in [f"{i}.backward"] if merging == "reverse" else [f"{i}.forward", f"{i}.backward"]:
            params[key + ".W"] = (0.7 * r.randn(width, hidden)).tolist()
            params[key + ".U"] = (0.7 * r.randn(hidden, hidden)).tolist()
            params[key + ".b"] = (0.7 * r.randn(hidden)).tolist()
            states[key + ".h"] = (0.7 * r.randn(n, hidden)).tolist()
            final[key + ".h"] = r.randn(n, hidden).tolist()
        width = 2 * hidden if merging == "concatenation" else hidden
    if outputs:
        params["dense.W"], params["dense.b"] = r.randn(width, outputs).tolist(), r.randn(outputs).tolist()
    return params, states, r.randn(n, t, d).tolist(), r.randn(n, t, width).tolist(), final


def random_case(name, seed, layers, every=None, outputs=None, n=2, t=4, d=3):
    params, states, x, upstream, final = drawn(seed, layers, n, t, d, outputs)
    read_out = None
    if every is not None:
        k = outputs or len(upstream[0][0])
        targets = np.random.RandomState(seed + 99).randn(n, t if every else 1, k).tolist()
        read_out = ("identity" if outputs else "states", outputs, every, targets)
    write(name, layers, d, params, states, x, upstream, final, read_out)


def keras(name, merging, backward, expected, every=False, n=2, t=3, d=4):
    """Constant weights, x counting up; the last output of both directions, or all of them."""
    kernels = {"0.forward": (0.01, 0.02, 0.03), "0.backward": backward}
    params, states, final = {}, {}, {}
    for key, (w, u, b) in kernels.items():
        params[key + ".W"], params[key + ".U"] = [[w] * 2] * d, [[u] * 2] * 2
        params[key + ".b"], states[key + ".h"], final[key + ".h"] = [b] * 2, [[0.0] * 2] * n, [[0.0] * 2] * n
    x = np.arange(n * t * d, dtype=float).reshape(n, t, d).tolist()
    width = 4 if merging == "concatenation" else 2
    read_out = ("states", None, every, np.zeros((n, t if every else 1, width)).tolist())
    upstream = np.zeros((n, t, width)).tolist()
    write(name, [(2, merging)], d, params, states, x, upstream, final, read_out, expected)


SAME, OTHER = (0.01, 0.02, 0.03), (0.03, 0.02, 0.01)
keras("keras-concat", "concatenation", SAME,
      [[[0.39687276] * 2 + [0.10004295] * 2], [[0.7237238] * 2 + [0.53391594] * 2]])
keras("keras-ave", "average", SAME, [[[0.24845785] * 2], [[0.6288199] * 2]])
keras("keras-mul", "product", OTHER, [[[0.08374989] * 2], [[0.6740834] * 2]])

for m in MERGED:
    random_case(f"{m}-without-read-out", 3, [(2, m)])
    random_case(f"{m}-read-out-of-the-last-step", 5, [(3, m)], every=False, outputs=2)
    random_case(f"{m}-states-of-each-step", 6, [(2, m)], every=True)
random_case("reverse-without-read-out", 11, [(2, "reverse")])
random_case("reverse-read-out-of-the-last-step", 12, [(3, "reverse")], every=False, outputs=2)
random_case("reverse-below-sum-below-reverse", 13, [(2, "reverse"), (3, "sum"), (2, "reverse")], every=True, outputs=2)
random_case("product-below-average", 7, [(3, "product"), (2, "average")], every=True, outputs=2)
random_case("sum-below-product-one-by-one", 8, [(1, "sum"), (1, "product")], every=False, outputs=1, n=1, t=1, d=1)
random_case("average-below-concatenation", 9, [(2, "average"), (3, "concatenation")], every=False, outputs=2, n=3)
random_case("concatenation-below-sum", 10, [(2, "concatenation"), (3, "sum")], every=True, outputs=2)
