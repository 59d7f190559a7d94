"""Writes the cases of gated cells in ../cases with PyTorch (double precision), each step as its paper has it."""
import json
import pathlib

import torch
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)
CASES = pathlib.Path(__file__).parent.parent / "cases"
D, H, N, T = 3, 4, 2, 5


def linear(x, h, p, gate):
    return x @ p["Wx." + gate] + h @ p["Wh." + gate] + p["b." + gate]


def gru_chung(x, h, p):
    r, z = torch.sigmoid(linear(x, h, p, "r")), torch.sigmoid(linear(x, h, p, "z"))
    n = torch.tanh(linear(x, r * h, p, "n"))
    return {"r": r, "z": z, "n": n, "h": h + z * (n - h)}


def minimal_gated(x, h, p):
    f = torch.sigmoid(linear(x, h, p, "f"))
    n = torch.tanh(linear(x, f * h, p, "n"))
    return {"f": f, "n": n, "h": h + f * (n - h)}


def janet(x, h, p):
    s, g = linear(x, h, p, "f"), torch.tanh(linear(x, h, p, "g"))
    return {"s": s, "g": g, "h": torch.sigmoid(s) * h + torch.sigmoid(1 - s) * g}


def min_gru(x, h, p):
    z, n = torch.sigmoid(x @ p["Wx.z"] + p["b.z"]), x @ p["Wx.n"] + p["b.n"]
    return {"z": z, "n": n, "h": torch.lerp(h, n, z)}


def min_lstm(x, h, p):
    f, i = (torch.sigmoid(x @ p["Wx." + gate] + p["b." + gate]) for gate in "fi")
    n = x @ p["Wx.n"] + p["b.n"]
    return {"f": f, "i": i, "n": n, "h": (f * h + i * n) / (f + i)}


def two(x, h, p, gate):
    return F.linear(x, p["Wx." + gate].T, p["b." + gate]) + F.linear(h, p["Wh." + gate].T, p["bh." + gate])


def rnn_two(x, h, p):
    return {"h": torch.tanh(two(x, h, p, "h"))}


def gru_two(x, h, p):
    r, z = torch.sigmoid(two(x, h, p, "r")), torch.sigmoid(two(x, h, p, "z"))
    n = torch.tanh(F.linear(x, p["Wx.n"].T, p["b.n"]) + r * F.linear(h, p["Wh.n"].T, p["bh.n"]))
    return {"r": r, "z": z, "n": n, "h": n + z * (h - n)}


def lstm_two(x, h, p):
    i, f, o = (torch.sigmoid(two(x, h, p, gate)) for gate in "ifo")
    g = torch.tanh(two(x, h, p, "g"))
    c = torch.addcmul(f * p["c"], i, g)
    return {"i": i, "f": f, "g": g, "o": o, "c": c, "h": o * torch.tanh(c)}


def case(name, step, gates, recurrent=True, two_biases=False, states=("h",)):
    random = torch.Generator().manual_seed(17)

    def draw(*shape, scale=0.7):
        return torch.randn(*shape, generator=random).mul(scale).requires_grad_()

    p = {}
    for gate in gates:
        p["Wx." + gate] = draw(D, H)
        if recurrent:
            p["Wh." + gate] = draw(H, H)
        p["b." + gate] = draw(H, scale=0.4)
        if two_biases:
            p["bh." + gate] = draw(H, scale=0.4)
    x, start = draw(N, T, D, scale=1), {state: draw(N, H, scale=0.5) for state in states}
    upstream = torch.randn(N, T, H, generator=random)
    final = {state: torch.randn(N, H, generator=random) for state in states}
    now, lines = start, []
    for t in range(T):
        line = step(x[:, t], now["h"], {**p, **now})
        for value in line.values():
            value.retain_grad()
        lines.append(line)
        now = {state: line[state] for state in states}
    whole = sum((line["h"] * upstream[:, t]).sum() for t, line in enumerate(lines))
    (whole + sum((now[state] * final[state]).sum() for state in states)).backward()
    key = "0.forward.".__add__

    def over_time(of):
        return {key(k): torch.stack([of(line[k]) for line in lines], 1).tolist() for k in lines[0]}

    written = {
        "name": "cell-" + name,
        "network": {"inputs": D, "layers": [{"cell": name, "hidden": H, "bidirectional": False}]},
        "params": {key(k): v.tolist() for k, v in p.items()},
        "state": {key(state): value.tolist() for state, value in start.items()},
        "input": x.tolist(),
        "upstream": {"output": upstream.tolist(), "final": {key(state): value.tolist() for state, value in final.items()}},
        "forward": over_time(lambda v: v.detach()),
        "backward": over_time(lambda v: v.grad),
        "grads": {key(k): v.grad.tolist() for k, v in p.items()},
        "stateGrads": {key(state): value.grad.tolist() for state, value in start.items()},
        "output": torch.stack([line["h"].detach() for line in lines], 1).tolist(),
        "inputGrads": x.grad.tolist(),
    }
    (CASES / ("cell-" + name + ".json")).write_text(json.dumps(written) + "\n")


def jordan():
    """Its state is the output, K wide; with random numbers of any size."""
    random, K = torch.Generator().manual_seed(23), 2

    def draw(*shape):
        return torch.randn(*shape, generator=random).mul(0.7).requires_grad_()

    p = {"Wx.h": draw(D, H), "Wy.h": draw(K, H), "b.h": draw(H), "Wh.y": draw(H, K), "b.y": draw(K)}
    x, start, lines = draw(N, T, D), draw(N, K), []
    upstream, final = torch.randn(N, T, K, generator=random), torch.randn(N, K, generator=random)
    y = start
    for t in range(T):
        h = torch.tanh(F.linear(x[:, t], p["Wx.h"].T, p["b.h"]) + y @ p["Wy.h"])
        y = torch.sigmoid(torch.addmm(p["b.y"], h, p["Wh.y"]))
        for value in (h, y):
            value.retain_grad()
        lines.append({"h": h, "y": y})
    (sum((line["y"] * upstream[:, t]).sum() for t, line in enumerate(lines)) + (y * final).sum()).backward()
    over_time = lambda of: {"0.forward." + k: torch.stack([of(line[k]) for line in lines], 1).tolist() for k in "hy"}
    written = {
        "network": {"inputs": D, "layers": [{"cell": "jordan", "hidden": H}]},
        "params": {"0.forward." + k: v.tolist() for k, v in p.items()},
        "state": {"0.forward.y": start.tolist()},
        "input": x.tolist(),
        "upstream": {"output": upstream.tolist(), "final": {"0.forward.y": final.tolist()}},
        "forward": over_time(lambda v: v.detach()),
        "backward": over_time(lambda v: v.grad),
        "grads": {"0.forward." + k: v.grad.tolist() for k, v in p.items()},
        "stateGrads": {"0.forward.y": start.grad.tolist()},
        "output": torch.stack([line["y"].detach() for line in lines], 1).tolist(),
        "inputGrads": x.grad.tolist(),
    }
    (CASES.parent / "words" / "jordan.json").write_text(json.dumps(written) + "\n")


if __name__ == "__main__":
    jordan()
    case("gru-chung", gru_chung, "rzn")
    case("minimal-gated", minimal_gated, "fn")
    case("janet", janet, "fg")
    case("min-gru", min_gru, "zn", recurrent=False)
    case("min-lstm", min_lstm, "fin", recurrent=False)
    case("rnn-tanh-two-biases", rnn_two, "h", two_biases=True)
    case("gru-two-biases", gru_two, "rzn", two_biases=True)
    case("lstm-two-biases", lstm_two, "ifgo", two_biases=True, states=("h", "c"))
