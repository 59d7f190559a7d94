"""Writes cases of cells with declared sizes in ../cases with PyTorch (double precision), each step as its text has it."""
import json
import pathlib

import torch

torch.set_default_dtype(torch.float64)
CASES = pathlib.Path(__file__).parent.parent / "cases"
D, H, N, T = 3, 4, 2, 5

PROJECTED = """size P = {P}
state h(P), c(H)
i  = sigmoid(x @ Wx.i + h @ Wh.i + b.i)
f  = sigmoid(x @ Wx.f + h @ Wh.f + b.f)
g  = tanh(x @ Wx.g + h @ Wh.g + b.g)
o  = sigmoid(x @ Wx.o + h @ Wh.o + b.o)
c' = f * c + i * g
h' = (o * tanh(c')) @ Wr"""
LOW_RANK = """size R = {R}
state h
param U(H, R), V(R, H), α(1)
fixed M(H, H)
n  = tanh(x @ W + h @ U @ V + h @ (M * α) + b)
h' = (1 - α) * h + α * n"""
SQUARE = """size D = H
state h
h' = tanh(x @ W + h @ U + b) + x"""


def projected(x, s, p):
    """torch.nn.LSTM with proj_size where it has it, P < H; the same by hand elsewhere."""
    pre = {k: x @ p["Wx." + k] + s["h"] @ p["Wh." + k] + p["b." + k] for k in "ifgo"}
    c = pre["f"].sigmoid() * s["c"] + pre["i"].sigmoid() * pre["g"].tanh()
    return {"c": c, "h": (pre["o"].sigmoid() * c.tanh()).matmul(p["Wr"])}


def module(x, p, start, size):
    """All steps at once by the library's own layer."""
    layer = torch.nn.LSTM(D, H, proj_size=size, batch_first=True)
    state = {
        "weight_ih_l0": torch.cat([p["Wx." + k].T for k in "ifgo"]),
        "weight_hh_l0": torch.cat([p["Wh." + k].T for k in "ifgo"]),
        "weight_hr_l0": p["Wr"].T,
        "bias_ih_l0": torch.cat([p["b." + k] for k in "ifgo"]),
        "bias_hh_l0": torch.zeros(4 * H),
    }
    layer.load_state_dict({k: v.detach() for k, v in state.items()})
    return layer(x, (start["h"][None], start["c"][None]))[0].detach()


def low_rank(x, s, p):
    n = torch.tanh(x @ p["W"] + (s["h"] @ p["U"]) @ p["V"] + s["h"] @ (p["M"] * p["α"]) + p["b"])
    return {"n": n, "h": torch.lerp(s["h"], n, p["α"].expand_as(n))}


def jordan(x, s, p):
    h = torch.tanh(x @ p["Wx.h"] + s["y"] @ p["Wy.h"] + p["b.h"])
    return {"h": h, "y": torch.sigmoid(h @ p["Wh.y"] + p["b.y"])}


def dale(x, s, p):
    """Song, Yang and Wang 2016, without noise: the weights that leave a unit have its sign."""
    rectified = torch.clamp(p["Wh"], min=0)
    signed = torch.diag(p["d"]) @ rectified
    v = torch.lerp(s["v"], x @ p["Wx"] + s["h"] @ signed + p["b"], p["α"].expand_as(s["v"]))
    return {"v": v, "h": torch.clamp(v, min=0)}


def square(x, s, p):
    return {"h": torch.tanh(x @ p["W"] + s["h"] @ p["U"] + p["b"]) + x}


def case(name, text, step, shapes, widths, inputs=D, hidden=H, check=None):
    random = torch.Generator().manual_seed(29)

    def draw(*shape, scale=0.7):
        return torch.randn(*shape, generator=random).mul(scale).requires_grad_()

    p = {k: draw(*shape) for k, shape in shapes.items()}
    x, start = draw(N, T, inputs, scale=1), {k: draw(N, width, scale=0.5) for k, width in widths.items()}
    upstream = torch.randn(N, T, next(iter(widths.values())), generator=random)
    final = {k: torch.randn(N, width, generator=random) for k, width in widths.items()}
    now, lines, out = start, [], next(iter(widths))
    for t in range(T):
        line = step(x[:, t], now, p)
        for value in line.values():
            value.retain_grad()
        lines.append(line)
        now = {k: line[k] for k in widths}
    whole = sum((line[out] * upstream[:, t]).sum() for t, line in enumerate(lines))
    (whole + sum((now[k] * final[k]).sum() for k in widths)).backward()
    output = torch.stack([line[out].detach() for line in lines], 1)
    if check:
        assert torch.allclose(output, check(x, p, start), rtol=1e-13, atol=1e-13)
    key = "0.forward.".__add__

    def over_time(of):
        return {key(k): torch.stack([of(line[k]) for line in lines], 1).tolist() for k in lines[0]}

    written = {
        "name": "declared-" + name,
        "network": {"inputs": inputs, "layers": [{("equations" if "\n" in text else "cell"): text, "hidden": hidden, "bidirectional": False}]},
        "params": {key(k): v.tolist() for k, v in p.items()},
        "state": {key(k): v.tolist() for k, v in start.items()},
        "input": x.tolist(),
        "upstream": {"output": upstream.tolist(), "final": {key(k): v.tolist() for k, v in final.items()}},
        "forward": over_time(lambda v: v.detach()),
        "backward": over_time(lambda v: v.grad),
        "grads": {key(k): v.grad.tolist() for k, v in p.items()},
        "stateGrads": {key(k): v.grad.tolist() for k, v in start.items()},
        "output": output.tolist(),
        "inputGrads": x.grad.tolist(),
    }
    (CASES / ("declared-" + name + ".json")).write_text(json.dumps(written, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    for size in (1, 2, 6):
        shapes = {}
        for k in "ifgo":
            shapes |= {"Wx." + k: (D, H), "Wh." + k: (size, H), "b." + k: (H,)}
        case(f"projection-{size}", "lstm-projection" if size == 2 else PROJECTED.format(P=size), projected, shapes | {"Wr": (H, size)},
             {"h": size, "c": H}, check=(lambda x, p, s, n=size: module(x, p, s, n)) if size < H else None)
    for rank in (1, 2):
        case(f"low-rank-{rank}", LOW_RANK.format(R=rank), low_rank,
             {"U": (H, rank), "V": (rank, H), "α": (1,), "M": (H, H), "W": (D, H), "b": (H,)}, {"h": H})
    case("rnn-low-rank", "rnn-low-rank", lambda x, s, p: {"h": torch.tanh(x @ p["Wx"] + s["h"] @ (p["U"] @ p["V"]) + p["b"])},
         {"U": (H, 2), "V": (2, H), "Wx": (D, H), "b": (H,)}, {"h": H})
    case("echo-state", "echo-state",
         lambda x, s, p: {"h": torch.lerp(s["h"], torch.tanh(x @ p["Wx"] + s["h"] @ p["Wh"] + p["b"]), p["α"].expand_as(s["h"]))},
         {"Wx": (D, H), "Wh": (H, H), "b": (H,), "α": (1,)}, {"h": H})
    case("jordan", "jordan", jordan,
         {"Wx.h": (D, H), "Wy.h": (2, H), "b.h": (H,), "Wh.y": (H, 2), "b.y": (2,)}, {"y": 2})
    case("rnn-dale", "rnn-dale", dale,
         {"Wx": (D, H), "Wh": (H, H), "b": (H,), "d": (H,), "α": (1,)}, {"h": H, "v": H})
    case("square", SQUARE, square, {"W": (4, 4), "U": (4, 4), "b": (4,)}, {"h": 4}, inputs=4, hidden=4)
