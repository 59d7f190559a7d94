"""Writes the cases of this folder with PyTorch (1.13, double precision): cells that use each word of the language which
has a kink, takes several values or transposes a matrix. Gradients are autograd's, so at ties and bounds they are PyTorch's.
"""
import json
import pathlib

import torch
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)
HERE = pathlib.Path(__file__).parent


def smooth(x, h, p):
    a = F.silu(x @ p["W.a"] + h @ p["U.a"])
    b = F.gelu(x @ p["W.b"] + h @ p["U.b"]) * a
    e = F.elu(x @ p["W.e"] + b)
    k = torch.log1p(torch.exp(e)) + torch.atan(h @ p["U.k"])
    return {"a": a, "b": b, "e": e, "k": k, "h": torch.tanh(k * p["v"]) + F.gelu(h)}


SMOOTH = """# Smooth words
state h
a  = silu(x @ W.a + h @ U.a)
b  = gelu(x @ W.b + h @ U.b) * a
e  = elu(x @ W.e + b)
k  = log1p(exp(e)) + atan(h @ U.k)
h' = tanh(k * v) + gelu(h)
"""


def choices(x, h, p):
    a = x @ p["W.a"] + h @ p["U.a"]
    b = x @ p["W.b"] + h @ p["U.b"] + p["b"]
    m = torch.maximum(a, b) + torch.minimum(a, p["v"].expand_as(a))
    k = torch.clamp(a + b, p["lo"], p["hi"]) + torch.clamp(m, -0.5, 1.5)
    r = torch.where(b > 0, b, b * p["slope"]) + F.leaky_relu(a, 0.01)
    w = torch.where(a > b, m, r) + torch.where(a >= p["v"], a * b, k) + torch.where(a < 0.25, a, -b)
    u = torch.where(b <= h, a, b) + torch.where(a == a, k, r) + torch.where(a != b, 2 * a, b)
    return {"a": a, "b": b, "m": m, "k": k, "r": r, "w": w, "u": u, "h": torch.tanh(w + u)}


CHOICES = """# Words that choose
state h
a  = x @ W.a + h @ U.a
b  = x @ W.b + h @ U.b + b_
m  = max(a, b) + min(a, v)
k  = clip(a + b, lo, hi) + clip(m, -0.5, 1.5)
r  = leaky_relu(b, slope) + leaky_relu(a, 0.01)
w  = where(a > b, m, r) + where(a >= v, a * b, k) + where(a < 0.25, a, -b)
u  = where(b <= h, a, b) + where(a == a, k, r) + where(a != b, 2 * a, b)
h' = tanh(w + u)
""".replace("b_", "b.0")


def ties(x, h, p):
    a = x @ p["W.a"] + h @ p["U.a"]
    b = x @ p["W.b"] + h @ p["U.b"]
    m = torch.maximum(a, b)
    n = torch.minimum(a, b)
    k = torch.clamp(a, -1, 1)
    q = torch.clamp(b, p["lo"], p["hi"])
    r = F.leaky_relu(a, 0.125) + F.elu(b) + F.relu(a) + torch.abs(b)
    s = F.silu(a) + torch.clamp(b, -1, 1)
    w = torch.where(a == b, m, 2 * n) + torch.where(a <= b, a, b) + torch.where(a != 0, b, q)
    h = torch.clamp(torch.maximum(k, q) - n, -1, 1)
    return {"a": a, "b": b, "m": m, "n": n, "k": k, "q": q, "r": r, "s": s, "w": w, "h": h,
            "c": p["c"] + r * s + w + m}


TIES = """# At ties and bounds
state h, c
a  = x @ W.a + h @ U.a
b  = x @ W.b + h @ U.b
m  = max(a, b)
n  = min(a, b)
k  = clip(a, -1, 1)
q  = clip(b, lo, hi)
r  = leaky_relu(a, 0.125) + elu(b) + relu(a) + abs(b)
s  = silu(a) + clip(b, -1, 1)
w  = where(a == b, m, 2 * n) + where(a <= b, a, b) + where(a != 0, b, q)
h' = clip(max(k, q) - n, -1, 1)
c' = c + r * s + w + m
"""


def transposed(x, h, p):
    n = torch.tanh(h @ (p["W"] - p["W"].T - 0.01 * p["M"] * p["M"].T) + x @ p["V"] + p["b"])
    r = (h - n) @ p["V"].T @ p["V"] + h @ (p["A"] @ p["B"]).T
    return {"n": n, "r": r, "h": h + 0.25 * n + 0.1 * r}


TRANSPOSED = """# Antisymmetric, and a matrix tied with its transpose
state h
n  = tanh(h @ (W - transpose(W) - 0.01 * M * M.T) + x @ V + b)
r  = (h - n) @ transpose(V) @ V + h @ transpose(A @ B)
h' = h + 0.25 * n + 0.1 * r
"""


def antisymmetric(x, h, p):
    return {"h": h + 0.1 * torch.tanh(h @ (p["W"] - p["W"].T) + x @ p["V"] + p["b"])}


ANTISYMMETRIC = """# RecurrentLayers.jl#62, as NumPy spells it
state h
h' = h + 0.1 * tanh(h @ (W - W.T) + x @ V + b)
"""


def case(name, step, equations, shapes, whole=False, seed=3, sequences=2, steps=4, d=3, hidden=4, given=None):
    random = torch.Generator().manual_seed(seed)

    def draw(*shape):
        if whole:  # small whole numbers: sums are exact, and many of them equal
            return torch.randint(-1, 2, shape, generator=random).double().requires_grad_()
        return torch.randn(*shape, generator=random, dtype=torch.float64).mul(0.7).requires_grad_()

    size = {"D": d, "H": hidden}
    p = {key: draw(*[size[letter] for letter in shape]) for key, shape in shapes.items()}
    if whole and "lo" in p:
        p["lo"] = torch.tensor([-1.0, 0, 1, 0][:hidden]).requires_grad_()
        p["hi"] = torch.tensor([1.0, 1, -1, 0][:hidden]).requires_grad_()
    elif "lo" in p:
        p["lo"] = (-p["hi"].detach().abs()).requires_grad_()
        p["hi"] = p["hi"].detach().abs().requires_grad_()
    for key, value in (given or {}).items():
        p[key] = torch.tensor(value, dtype=torch.float64).requires_grad_()
    x = draw(sequences, steps, d)
    if given:
        x = torch.arange(1.0, steps + 1, dtype=torch.float64).reshape(1, steps, 1).requires_grad_()
    states = ["h", "c"] if whole else ["h"]
    start = {state: draw(sequences, hidden) for state in states}
    if given:
        start = {"h": torch.zeros(sequences, hidden, dtype=torch.float64).requires_grad_()}
    upstream = torch.randn(sequences, steps, hidden, generator=random, dtype=torch.float64)
    final = {state: torch.randn(sequences, hidden, generator=random, dtype=torch.float64) for state in states}
    now = start
    lines = []
    for t in range(steps):
        line = step(x[:, t], now["h"], {**p, **now})
        for value in line.values():
            value.retain_grad()
        lines.append(line)
        now = {state: line[state] for state in states}
    whole_sum = sum((line["h"] * upstream[:, t]).sum() for t, line in enumerate(lines))
    whole_sum = whole_sum + sum((now[state] * final[state]).sum() for state in states)
    whole_sum.backward()

    def over_time(of):
        return {"0.forward." + key: torch.stack([of(line[key]) for line in lines], 1).tolist() for key in lines[0]}

    def key(parameter):
        return "0.forward." + ("b.0" if name == "choices" and parameter == "b" else parameter)

    zero = torch.zeros_like
    written = {
        "name": "words-" + name,
        "network": {"inputs": d, "layers": [{"equations": equations, "hidden": hidden, "bidirectional": False}]},
        "params": {key(k): v.tolist() for k, v in p.items()},
        "state": {"0.forward." + k: v.tolist() for k, v in start.items()},
        "input": x.tolist(),
        "upstream": {"output": upstream.tolist(), "final": {"0.forward." + k: v.tolist() for k, v in final.items()}},
        "forward": over_time(lambda v: v.detach()),
        "backward": over_time(lambda v: v.grad if v.grad is not None else zero(v)),
        "grads": {key(k): (v.grad if v.grad is not None else zero(v)).tolist() for k, v in p.items()},
        "stateGrads": {"0.forward." + k: v.grad.tolist() for k, v in start.items()},
        "output": torch.stack([line["h"].detach() for line in lines], 1).tolist(),
        "inputGrads": x.grad.tolist(),
    }
    (HERE / (name + ".json")).write_text(json.dumps(written) + "\n")


if __name__ == "__main__":
    gates = {"W.a": "DH", "U.a": "HH", "W.b": "DH", "U.b": "HH"}
    case("smooth", smooth, SMOOTH, {**gates, "W.e": "DH", "U.k": "HH", "v": "H"})
    case("choices", choices, CHOICES, {**gates, "b": "H", "v": "H", "lo": "H", "hi": "H", "slope": "H"})
    case("ties", ties, TIES, {**gates, "lo": "H", "hi": "H"}, whole=True, sequences=5, steps=6)
    case("transposed", transposed, TRANSPOSED,
         {"W": "HH", "M": "HH", "V": "DH", "b": "H", "A": "HH", "B": "HH"})
    case("antisymmetric", antisymmetric, ANTISYMMETRIC, {"W": "HH", "V": "DH", "b": "H"}, sequences=1, steps=2, d=1,
         hidden=2, given={"W": [[0, 1], [0.5, 0]], "V": [[1, -1]], "b": [0.1, 0.2]})
