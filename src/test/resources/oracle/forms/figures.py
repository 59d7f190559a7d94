"""Writes the cases of this folder, one for each thing that a case can say of a network and its data, by PyTorch in float64.

Embedding, cross-entropy and the packing of sequences of different lengths are PyTorch's own: torch.nn.Embedding and
torch.nn.LSTM over packed sequences, whose two biases count as their sum.
"""
import json
import pathlib

import numpy as np
import torch
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

HERE = pathlib.Path(__file__).parent
torch.set_default_dtype(torch.float64)
DRAW = np.random.default_rng(7)


def drawn(*size):
    return torch.tensor(DRAW.normal(size=size), requires_grad=True)


def plain(tensor):
    return tensor.detach().numpy().tolist()


def write(name, case):
    (HERE / f"{name}.json").write_text(json.dumps(case).replace('], "', '],\n"') + "\n")


def lstm_parameters(module, grad):
    """By Gatescope's names; the two biases' gradients are the same."""
    found = {}
    for layer in range(module.num_layers):
        for suffix, key in ("", "forward"), ("_reverse", "backward"):
            if suffix and not module.bidirectional:
                continue
            tables = [getattr(module, f"{n}_l{layer}{suffix}") for n in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")]
            ih, hh = [(t.grad if grad else t).chunk(4) for t in tables[:2]]
            bias = tables[2].grad if grad else tables[2] + tables[3]
            for i, gate in enumerate("ifgo"):
                found[f"{layer}.{key}.Wx.{gate}"] = plain(ih[i].T)
                found[f"{layer}.{key}.Wh.{gate}"] = plain(hh[i].T)
                found[f"{layer}.{key}.b.{gate}"] = plain(bias.chunk(4)[i])
    return found


def embedding():
    """Tokens, an embedding, lengths, a last state that counts, and a loss that leaves padded steps out (ignore_index)."""
    torch.manual_seed(1)
    V, E, H, N, T = 5, 3, 2, 3, 4
    table, lstm, dense = torch.nn.Embedding(V, E), torch.nn.LSTM(E, H, num_layers=2, batch_first=True), torch.nn.Linear(H, V)
    tokens = torch.tensor([[1, 2, 3, 0], [4, 4, 1, 0], [2, 0, 0, 0]])
    classes = torch.tensor([[2, 3, 0, 1], [4, 1, 2, -100], [0, -100, -100, -100]])
    lengths = [4, 3, 1]
    h, c, end = drawn(2, N, H), drawn(2, N, H), DRAW.normal(size=(2, N, H))
    packed = pack_padded_sequence(table(tokens), lengths, batch_first=True)
    out, (hn, cn) = lstm(packed, (h, c))
    hs, _ = pad_packed_sequence(out, batch_first=True)
    z = dense(hs)
    loss = torch.nn.functional.cross_entropy(z.reshape(-1, V), classes.reshape(-1))
    (loss + (cn * torch.tensor(end)).sum()).backward()
    kept = hs.detach().clone()
    for n, length in enumerate(lengths):
        kept[n, length:] = kept[n, length - 1]
    states = lambda h, c: {f"{i}.forward.{s}": plain(v[i]) for i in range(2) for s, v in (("h", h), ("c", c))}
    zeros = torch.zeros(2, N, H)
    write("embedding-lengths-classes", {
        "network": {"inputs": V, "embedding": E, "layers": [{"cell": "lstm", "hidden": H}] * 2},
        "readOut": {"activation": "softmax", "outputs": V},
        "objective": {"loss": "cross_entropy", "classes": classes.clamp(min=0).tolist(), "mask": (classes >= 0).long().tolist()},
        "tokens": tokens.tolist(), "lengths": lengths,
        "params": {"embedding.E": plain(table.weight), "dense.W": plain(dense.weight.T), "dense.b": plain(dense.bias)} | lstm_parameters(lstm, False),
        "state": states(h, c),
        "upstream": {"output": np.zeros((N, T, H)).tolist(), "final": states(zeros, torch.tensor(end))},
        "forward": {"1.forward.h": plain(hs)}, "output": plain(kept), "finalState": states(hn, cn), "backward": {},
        "grads": {"embedding.E": plain(table.weight.grad), "dense.W": plain(dense.weight.grad.T), "dense.b": plain(dense.bias.grad)} | lstm_parameters(lstm, True),
        "stateGrads": states(h.grad, c.grad), "scored": {"loss": loss.item()},
    })


RNN = "state h\nh' = tanh(x @ W + h @ U + b)"


def rnn(p, x, h):
    return torch.tanh(x @ p["W"] + h @ p["U"] + p["b"])


def tied():
    """Both directions with the same weights, their outputs side by side, below a layer that reads in reverse."""
    N, T, D, H = 2, 3, 2, 2
    x, up = drawn(N, T, D), DRAW.normal(size=(N, T, 3))
    low = {"W": drawn(D, H), "U": drawn(H, H), "b": drawn(H)}
    top = {"W": drawn(2 * H, 3), "U": drawn(3, 3), "b": drawn(3)}
    state = {"0.forward.h": drawn(N, H), "0.backward.h": drawn(N, H), "1.backward.h": drawn(N, 3)}
    h, b, t3 = state["0.forward.h"], state["0.backward.h"], state["1.backward.h"]
    forward, backward, rows = [None] * T, [None] * T, [None] * T
    for t in range(T):
        forward[t] = h = rnn(low, x[:, t], h)
    for t in reversed(range(T)):
        backward[t] = b = rnn(low, x[:, t], b)
    for t in reversed(range(T)):
        rows[t] = t3 = rnn(top, torch.cat([forward[t], backward[t]], -1), t3)
    out = torch.stack(rows, 1)
    (out * torch.tensor(up)).sum().backward()
    named = lambda f: {f"0.forward.{k}": plain(f(v)) for k, v in low.items()} | {f"1.backward.{k}": plain(f(v)) for k, v in top.items()}
    write("tied-below-reverse", {
        "network": {"inputs": D, "layers": [{"equations": RNN, "hidden": H, "tied": True}, {"equations": RNN, "hidden": 3, "reverse": True}]},
        "params": named(lambda v: v), "state": {k: plain(v) for k, v in state.items()}, "input": plain(x),
        "upstream": {"output": up.tolist(), "final": {k: np.zeros(v.shape).tolist() for k, v in state.items()}},
        "forward": {"0.forward.h": plain(torch.stack(forward, 1)), "0.backward.h": plain(torch.stack(backward, 1))},
        "backward": {}, "output": plain(out),
        "finalState": {"0.forward.h": plain(h), "0.backward.h": plain(b), "1.backward.h": plain(t3)},
        "grads": named(lambda v: v.grad), "stateGrads": {k: plain(v.grad) for k, v in state.items()}, "inputGrads": plain(x.grad),
    })


def chunks():
    """Two layers whose states are detached every two steps, of the last step alone read out: squared error."""
    N, T, D, H, k = 2, 5, 2, 2, 2
    x, targets = drawn(N, T, D), DRAW.normal(size=(N, 1, 1))
    layers = [{"W": drawn(D, H), "U": drawn(H, H), "b": drawn(H)}, {"W": drawn(H, H), "U": drawn(H, H), "b": drawn(H)}]
    dense = {"W": drawn(H, 1), "b": drawn(1)}
    state = [drawn(N, H), drawn(N, H)]
    up = DRAW.normal(size=(N, T, H))
    now, outs = list(state), []
    for t in range(T):
        if t and t % k == 0:
            now = [h.detach() for h in now]
        below = x[:, t]
        for i in range(2):
            below = now[i] = rnn(layers[i], below, now[i])
        outs.append(below)
    out = torch.stack(outs, 1)
    y = outs[-1] @ dense["W"] + dense["b"]
    loss = ((y - torch.tensor(targets[:, 0])) ** 2).mean()
    (loss + (out * torch.tensor(up)).sum()).backward()
    named = lambda f: {f"{i}.forward.{k}": plain(f(v)) for i in range(2) for k, v in layers[i].items()} | {f"dense.{k}": plain(f(v)) for k, v in dense.items()}
    write("chunks-last-step", {
        "network": {"inputs": D, "layers": [{"equations": RNN, "hidden": H}] * 2}, "truncation": {"chunk": k},
        "readOut": {"activation": "identity", "outputs": 1, "everyStep": False},
        "objective": {"loss": "squared_error", "targets": targets.tolist()},
        "params": named(lambda v: v), "state": {f"{i}.forward.h": plain(state[i]) for i in range(2)}, "input": plain(x),
        "upstream": {"output": up.tolist(), "final": {f"{i}.forward.h": np.zeros((N, H)).tolist() for i in range(2)}},
        "forward": {}, "backward": {}, "output": plain(out), "finalState": {f"{i}.forward.h": plain(now[i]) for i in range(2)},
        "grads": named(lambda v: v.grad), "stateGrads": {f"{i}.forward.h": plain(state[i].grad) for i in range(2)},
        "inputGrads": plain(x.grad), "scored": {"outputs": plain(y[:, None]), "loss": loss.item()},
    })


embedding()
tied()
chunks()
