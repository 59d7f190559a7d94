"""Writes the cases of this folder: backpropagation through time that goes back over a window, by PyTorch in float64.

A gradient may cross so many links between time steps and no more. Networks that read in one direction alone are computed by
the plain rule: for each output a run of its own over the steps of its window, from states that are detached, so that the
parameters' gradients are sums over outputs. All of it, and networks that read both ways, is computed once more another way:
each number is a polynomial in z whose coefficients are its shares by how many links they have come over, by evaluating the
whole gradient with each link's gradient multiplied by a root of unity and interpolating. Both have to agree.
"""
import json
import pathlib

import numpy as np
import torch

HERE = pathlib.Path(__file__).parent


class Link(torch.autograd.Function):
    """Forward the same; back, times z."""

    @staticmethod
    def forward(ctx, state, z):
        ctx.z = z
        return state.clone()

    @staticmethod
    def backward(ctx, gradient):
        return gradient * ctx.z, None


def sigmoid(a):
    return 1 / (1 + torch.exp(-a))


def rnn(p, x, s):
    return {"h": torch.tanh(x @ p["Wx.h"] + s["h"] @ p["Wh.h"] + p["b.h"])}


def lstm(p, x, s):
    a = {g: x @ p["Wx." + g] + s["h"] @ p["Wh." + g] + p["b." + g] for g in "ifgo"}
    c = sigmoid(a["f"]) * s["c"] + sigmoid(a["i"]) * torch.tanh(a["g"])
    return {"h": sigmoid(a["o"]) * torch.tanh(c), "c": c}


def gru(p, x, s):
    r = sigmoid(x @ p["Wx.r"] + s["h"] @ p["Wh.r"] + p["b.r"])
    z = sigmoid(x @ p["Wx.z"] + s["h"] @ p["Wh.z"] + p["b.z"])
    n = torch.tanh(x @ p["Wx.n"] + r * (s["h"] @ p["Wh.n"] + p["bh.n"]) + p["b.n"])
    return {"h": (1 - z) * n + z * s["h"]}


CELLS = {
    "rnn-tanh": (rnn, ["h"], ["Wx.h", "Wh.h", "b.h"]),
    "lstm": (lstm, ["h", "c"], [w + g for g in "ifgo" for w in ("Wx.", "Wh.", "b.")]),
    "gru": (gru, ["h"], ["Wx.r", "Wh.r", "b.r", "Wx.z", "Wh.z", "b.z", "Wx.n", "Wh.n", "b.n", "bh.n"]),
}


def own(p, key):
    return {k[len(key) + 1 :]: v for k, v in p.items() if k.startswith(key + ".")}


def read(cell, p, key, below, states, lengths, mask, reverse, z):
    """Sequence by sequence; below (N, T, D). Gives the states after each step and the last ones."""
    step, names, _ = CELLS[cell]
    N, T = below.shape[:2]
    rows = {s: [[None] * T for _ in range(N)] for s in names}
    lasts = {s: [None] * N for s in names}
    for n in range(N):
        s = {k: states[f"{key}.{k}"][n : n + 1] for k in names}
        order, computed = range(lengths[n]), 0
        for t in reversed(order) if reverse else order:
            if not mask[n][t]:
                for k in names:
                    rows[k][n][t] = s[k]
                continue
            computed += 1
            if computed > 1:
                s = {k: Link.apply(v, z) for k, v in s.items()}
            s = step(p, below[n : n + 1, t], s)
            for k in names:
                rows[k][n][t] = s[k]
                if s[k].requires_grad:
                    s[k].retain_grad()
        for t in range(lengths[n], T):
            for k in names:
                rows[k][n][t] = (states[f"{key}.{k}"][n : n + 1] if reverse else s[k]).detach()
        for k in names:
            lasts[k][n] = s[k]
    return rows, lasts


def whole(layers, p0, s0, x0, upstream, final, lengths, mask, z):
    """All gradients of a run in which each link multiplies them by z."""
    p = {k: torch.tensor(v, dtype=torch.complex128, requires_grad=True) for k, v in p0.items()}
    s = {k: torch.tensor(v, dtype=torch.complex128, requires_grad=True) for k, v in s0.items()}
    x = torch.tensor(x0, dtype=torch.complex128, requires_grad=True)
    below, loss, recorded = x, 0, {}
    for i, (cell, hidden, both) in enumerate(layers):
        outs = []
        for reverse in (False, True) if both else (False,):
            key = f"{i}." + ("backward" if reverse else "forward")
            rows, lasts = read(cell, own(p, key), key, below, s, lengths, mask, reverse, z)
            for k, v in rows.items():
                recorded[f"{key}.{k}"] = v
            outs.append(torch.stack([torch.cat(r) for r in rows["h"]]))
            for k, v in lasts.items():
                loss = loss + (torch.cat(v) * torch.tensor(final[f"{key}.{k}"], dtype=torch.complex128)).sum()
        below = torch.cat(outs, -1)
    over = torch.tensor([[[t < lengths[n]] for t in range(x.shape[1])] for n in range(x.shape[0])])
    loss = loss + (below * torch.tensor(upstream, dtype=torch.complex128) * over).sum()
    loss.real.backward()
    gradients = {"p": {k: v.grad for k, v in p.items()}, "s": {k: v.grad for k, v in s.items()}, "x": x.grad}
    zero = lambda g, like: torch.zeros_like(like) if g is None else g
    gradients["p"] = {k: zero(g, p[k]) for k, g in gradients["p"].items()}
    gradients["s"] = {k: zero(g, s[k]) for k, g in gradients["s"].items()}
    gradients["q"] = {
        k: torch.stack([torch.cat([zero(v.grad, v) if v.requires_grad else torch.zeros_like(v) for v in r]) for r in rows])
        for k, rows in recorded.items()
    }
    values = {k: torch.stack([torch.cat(r) for r in rows]).detach() for k, rows in recorded.items()}
    return below.detach(), values, gradients


def windowed(window, *arguments):
    """The shares of at most so many links: coefficients of a polynomial by discrete Fourier transform."""
    layers, x = arguments[0], arguments[3]
    degree = len(layers) * x.shape[1] + 1
    runs = [whole(*arguments, np.exp(2j * np.pi * m / degree)) for m in range(degree)]
    below, values, _ = runs[0]

    def kept(pick):
        at = np.stack([np.asarray(pick(run[2])) for run in runs])
        # what flows back is multiplied by z itself, not by its conjugate, as no number but z is complex
        return (np.fft.fft(at, axis=0) / degree)[: window + 1].sum(0).real

    g = runs[0][2]
    return (
        below.real.numpy(),
        {k: v.real.numpy() for k, v in values.items()},
        {k: kept(lambda r, k=k: r["q"][k]) for k in g["q"]},
        {k: kept(lambda r, k=k: r["p"][k]) for k in g["p"]},
        {k: kept(lambda r, k=k: r["s"][k]) for k in g["s"]},
        kept(lambda r: r["x"]),
    )


def by_runs(window, layers, p0, s0, x0, upstream, lengths):
    """Gradients of parameters, one direction, without final gradients: each output by a run over its window alone."""
    total = {k: np.zeros_like(v) for k, v in p0.items()}
    for n, length in enumerate(lengths):
        for t in range(length):
            p = {k: torch.tensor(v, dtype=torch.complex128, requires_grad=True) for k, v in p0.items()}
            s = {k: torch.tensor(v[n : n + 1], dtype=torch.complex128) for k, v in s0.items()}
            for tau in range(t + 1):
                if tau <= t - window:
                    s = {k: v.detach() for k, v in s.items()}
                below = torch.tensor(x0[n : n + 1, tau], dtype=torch.complex128)
                for i, (cell, hidden, both) in enumerate(layers):
                    key = f"{i}.forward"
                    new = CELLS[cell][0](own(p, key), below, {k: s[f"{key}.{k}"] for k in CELLS[cell][1]})
                    s.update({f"{key}.{k}": v for k, v in new.items()})
                    below = new["h"]
            (below[0] * torch.tensor(upstream[n, t], dtype=torch.complex128)).sum().real.backward()
            for k, v in p.items():
                total[k] += 0 if v.grad is None else v.grad.real.numpy()
    return total


def write(name, seed, layers, inputs, N, T, window, lengths=None, ends=True, mask=None):
    draw = np.random.default_rng(seed)
    params, states, final, width = {}, {}, {}, inputs
    for i, (cell, hidden, both) in enumerate(layers):
        for key in [f"{i}.forward"] + ([f"{i}.backward"] if both else []):
            for k in CELLS[cell][2]:
                size = (hidden,) if k.startswith("b") else (width if k.startswith("Wx") else hidden, hidden)
                params[f"{key}.{k}"] = draw.normal(size=size) * 0.8
            for k in CELLS[cell][1]:
                states[f"{key}.{k}"] = draw.normal(size=(N, hidden))
                final[f"{key}.{k}"] = draw.normal(size=(N, hidden)) * ends
        width = hidden * (2 if both else 1)
    x, upstream = draw.normal(size=(N, T, inputs)), draw.normal(size=(N, T, width))
    steps = lengths or [T] * N
    computed = mask or [[1] * T] * N
    upstream *= np.array(computed)[:, :, None]
    output, values, back, grads, state_grads, input_grads = windowed(window, layers, params, states, x, upstream, final, steps, computed)
    if not ends and not any(both for _, _, both in layers):
        for k, v in by_runs(window, layers, params, states, x, upstream, steps).items():
            assert np.abs(v - grads[k]).max() < 1e-12, (name, k, v, grads[k])
    plain = lambda d: {k: v.tolist() for k, v in d.items()}
    case = {
        "network": {
            "inputs": inputs,
            "layers": [{"cell": c, "hidden": h} | ({"bidirectional": True} if b else {}) for c, h, b in layers],
        },
        "truncation": {"window": window},
    } | ({"lengths": lengths} if lengths else {}) | ({"mask": mask} if mask else {}) | {
        "params": plain(params), "state": plain(states), "input": x.tolist(),
        "upstream": {"output": upstream.tolist(), "final": plain(final)},
        "forward": plain(values), "output": output.tolist(), "backward": plain(back), "grads": plain(grads),
        "stateGrads": plain(state_grads), "inputGrads": input_grads.tolist(),
    }
    text = json.dumps(case)
    (HERE / f"{name}.json").write_text(text.replace('], "', '],\n"') + "\n")


def by_hand():
    """s' = x u + w s with u 1, w ½, four ones: each output's gradient goes back one step at most, so that dw is 5½."""
    s = [1, 1.5, 1.75, 1.875]
    arriving = [1.5, 1.5, 1.5, 1]  # of its own output, and half of that of the next
    dw = sum(g * before for g, before in zip(arriving, [0] + s))
    assert dw == 5.5
    over = lambda v: [[[n] for n in v]]
    case = {
        "network": {"inputs": 1, "layers": [{"equations": "state s\ns' = x @ u + w * s", "hidden": 1}]},
        "truncation": {"window": 1},
        "params": {"0.forward.u": [[1]], "0.forward.w": [0.5]}, "state": {"0.forward.s": [[0]]}, "input": over([1] * 4),
        "upstream": {"output": over([1] * 4), "final": {"0.forward.s": [[0]]}},
        "forward": {"0.forward.s": over(s)}, "output": over(s), "backward": {"0.forward.s": over(arriving)},
        "grads": {"0.forward.w": [dw], "0.forward.u": [[sum(arriving)]]},
        "stateGrads": {"0.forward.s": [[0.75]]}, "inputGrads": over(arriving),
    }
    (HERE / "by-hand.json").write_text(json.dumps(case) + "\n")


by_hand()
write("rnn", 1, [("rnn-tanh", 3, False)], 2, 2, 5, 2, ends=False)
write("rnn-own-step-alone", 2, [("rnn-tanh", 2, False)], 1, 1, 3, 0)
write("rnn-window-that-holds-all", 3, [("rnn-tanh", 2, False)], 1, 1, 3, 2)
write("lstm", 4, [("lstm", 2, False)], 3, 2, 5, 1)
write("lstm-lengths", 5, [("lstm", 2, False)], 2, 3, 5, 2, lengths=[5, 3, 1])
write("gru", 6, [("gru", 3, False)], 2, 2, 4, 1)
write("two-lstms", 7, [("lstm", 2, False), ("lstm", 3, False)], 2, 2, 5, 2, ends=False)
write("two-grus", 8, [("gru", 2, False), ("gru", 2, False)], 1, 1, 5, 1)
write("gru-below-rnn", 9, [("gru", 2, False), ("rnn-tanh", 3, False)], 2, 2, 6, 3, ends=False)
write("both-ways", 10, [("lstm", 2, True)], 2, 2, 4, 1, lengths=[4, 3])
write("both-ways-twice", 11, [("gru", 2, True), ("rnn-tanh", 2, True)], 1, 2, 4, 4)
write("skipped-steps", 12, [("lstm", 2, False)], 2, 2, 5, 1, mask=[[1, 0, 1, 1, 0], [0, 1, 1, 0, 1]])
write("skipped-steps-both-ways", 13, [("gru", 2, True), ("gru", 2, False)], 1, 1, 5, 2, mask=[[1, 1, 0, 1, 1]])
