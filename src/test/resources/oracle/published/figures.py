"""Writes the cases of this folder: what people asked or printed elsewhere, with the right figures by NumPy. Each says where from."""
import json
import math
import pathlib

import numpy as np

HERE = pathlib.Path(__file__).parent
SGD = {"name": "sgd", "momentum": 0, "nesterov": False, "as": "pytorch"}


def settings(optimizer=None, rate=1.0, clipping=None, epochs=1, course=None):
    return {
        "optimizer": optimizer or SGD,
        "learningRate": course or {"name": "constant", "rate": rate},
        "clipping": clipping or {"name": "none"},
        "weightDecay": {"coupled": 0, "decoupled": 0, "matricesAlone": False},
        "epochs": epochs,
        "held": [],
        "learnt": [],
        "batches": {"name": "whole"},
        "earlyStopping": {"patience": 0, "delta": 0},
    }


def write(name, what, **case):
    (HERE / f"{name}.json").write_text(json.dumps({"what": what, **case}) + "\n")


def of_gradient(name, what, start, gradient, training, after):
    """One vector whose gradient is given."""
    write(name, what,
          network={"inputs": 1, "layers": [{"equations": "state h\nh' = a + 0 * h", "hidden": len(start)}]},
          params={"0.forward.a": start}, input=[[[0]]], upstream={"output": [[gradient]]}, training=training,
          trained={"after": [{"update": len(after[:i + 1]), "params": {"0.forward.a": list(a)}}
                             for i, a in enumerate(after)]})


def rmsprop_epsilon():
    g = np.array([1e-3, 1e-4, 1e-5])
    after = 1 - 0.001 * g / np.sqrt(0.1 * g ** 2 + 1e-7)
    of_gradient("keras-rmsprop-epsilon", "Keras' RMSprop has epsilon under the root (pytorch/pytorch#23796 has the rest)",
                [1.0] * 3, g.tolist(),
                settings({"name": "rmsprop", "decay": 0.9, "epsilon": 1e-7, "centred": False, "momentum": 0, "as": "keras"},
                         0.001), [after])


def adagrad():
    start, g = np.array([1.0, 2, 3, 4]), np.array([1.0, 6, 7, 2])
    after = start - 0.5 * g / np.sqrt(0.1 + g ** 2 + 1e-7)
    assert np.allclose(after, [0.5233, 1.5007, 2.5005, 3.5061], atol=5e-5), "as Keras' adagrad_test.py prints it"
    of_gradient("keras-adagrad-single-step", "keras-team/keras adagrad_test.py, test_single_step", start.tolist(), g.tolist(),
                settings({"name": "adagrad", "epsilon": 1e-7, "accumulator": 0.1, "as": "keras"}, 0.5), [after])
    s, w, after = np.full(10, 0.3), np.ones(10), []
    g = np.full(10, 0.01)
    s = s + g ** 2
    w = w - 0.2 * g / np.sqrt(s + 1e-6)
    assert np.allclose(w, 0.9963, atol=5e-5)
    of_gradient("keras-adagrad-golden-first", "keras-team/keras adagrad_test.py, test_correctness_with_golden, first row",
                [1.0] * 10, g.tolist(),
                settings({"name": "adagrad", "epsilon": 1e-6, "accumulator": 0.3, "as": "keras"}, 0.2), [w])


def cosine():
    rates = [0.5 * (1 + math.cos(math.pi * e / 5)) / 2 for e in range(5)]
    assert np.allclose(rates, [0.5, 0.45225, 0.32725, 0.17275, 0.04775], atol=5e-6)
    write("pytorch-cosine", "pytorch/pytorch#40971: rate 0.5, T_max 5; open-mmlab/mmcv#519",
          network={"inputs": 1, "layers": [{"equations": "state h\nh' = a + 0 * h", "hidden": 1}]},
          params={"0.forward.a": [0]}, input=[[[0]]],
          training=settings(epochs=5, course={"name": "cosine", "rate": 0.5, "last": 0, "period": 0, "beyond": "stays"}),
          trained={"rates": rates})


def clipnorm():
    """The gradient of a is what is put on the outputs of both steps, that of V what is put on the first."""
    r = 1 / math.sqrt(2)
    write("keras-clipnorm", "keras-team/keras#13575: clipnorm clips each tensor by its own norm",
          network={"inputs": 1, "layers": [{"equations": "state h\nh' = x @ V + a + 0 * h", "hidden": 2}]},
          params={"0.forward.V": [[0, 0]], "0.forward.a": [0, 0]},
          input=[[[1], [0]]], upstream={"output": [[[1, 0], [99, 100]]]},
          training=settings(clipping={"name": "tensor", "limit": 1, "fused": True}),
          trained={"norms": [math.sqrt(20001)],
                   "after": [{"update": 1, "params": {"0.forward.V": [[-1, 0]], "0.forward.a": [-r, -r]}}]})


def loss_on_states():
    w, u, b, losses, after = 0.5, 0.5, 0.0, [], []
    for _ in range(3):
        h1 = math.tanh(w + b)
        h2 = math.tanh(w + u * h1 + b)
        losses.append((h1 - 0.2) ** 2 + (h2 + 0.2) ** 2)
        d2 = 2 * (h2 + 0.2) * (1 - h2 ** 2)
        d1 = (2 * (h1 - 0.2) + u * d2) * (1 - h1 ** 2)
        w, u, b = w - 0.1 * (d1 + d2), u - 0.1 * d2 * h1, b - 0.1 * (d1 + d2)
        after.append({"update": len(losses), "params": {"0.forward.Wx.h": [[w]], "0.forward.Wh.h": [[u]], "0.forward.b.h": [b]}})
    assert np.allclose(losses, [0.7472077688707144, 0.16109648766035597, 0.08012973190415483])
    write("loss-on-the-state-itself", "nicodjimenez/lstm#47: the loss sits on h, nothing is read out",
          network={"inputs": 1, "layers": [{"cell": "rnn-tanh", "hidden": 1}]},
          readOut={"activation": "states"}, objective={"loss": "squared_error", "average": "sum", "targets": [[[0.2], [-0.2]]]},
          params={"0.forward.Wx.h": [[0.5]], "0.forward.Wh.h": [[0.5]], "0.forward.b.h": [0]}, input=[[[1], [1]]],
          training=settings(rate=0.1, epochs=3), trained={"losses": losses, "after": after})


def golden():
    """Five updates with gradients of their own: each step of the sequence is one, as the state does not go on."""
    g = [np.full(10, 0.01)] + [np.arange(0.1, 1.05, 0.1)] * 4
    s, a, w, after = np.zeros(10), np.zeros(10), np.ones(10), []
    for t in g:
        s, a = 0.9 * s + 0.1 * t ** 2, 0.9 * a + 0.1 * t
        w = w - 0.001 * t / np.sqrt(s - a ** 2 + 1e-7)
        after.append({"update": len(after) + 1, "params": {"0.forward.a": w.tolist()}})
    assert np.allclose([x["params"]["0.forward.a"][0] for x in after], [0.9967, 0.9933, 0.9908, 0.9885, 0.9864], atol=5e-5)
    one = {"name": "rmsprop", "decay": 0.9, "epsilon": 1e-7, "centred": True, "momentum": 0, "as": "keras"}
    write("keras-rmsprop-centred-golden", "keras-team/keras rmsprop_test.py, test_correctness_with_golden",
          network={"inputs": 1, "layers": [{"equations": "state h\nh' = a + 0 * h", "hidden": 10}]},
          params={"0.forward.a": [1] * 10}, input=[[[0]] * 5], upstream={"output": [[t.tolist() for t in g]]},
          training={**settings(one, 0.001), "batches": {"name": "chunks", "steps": 1}}, trained={"after": after})


def min_char_rnn():
    """Karpathy's rule on "hello hello hello": an update after each four characters, the state carried on."""
    text, chunk, hidden, rate = "hello hello hello", 4, 5, 0.1
    letters = sorted(set(text))
    size = len(letters)
    r = np.random.RandomState(0)
    p = {"Wxh": r.randn(hidden, size) * 0.1, "Whh": r.randn(hidden, hidden) * 0.1, "Why": r.randn(size, hidden) * 0.1,
         "bh": np.zeros(hidden), "by": np.zeros(size)}
    memory = {k: np.zeros_like(v) for k, v in p.items()}

    def named():
        return {"0.forward.Wx.h": p["Wxh"].T.tolist(), "0.forward.Wh.h": p["Whh"].T.tolist(),
                "0.forward.b.h": p["bh"].tolist(), "dense.W": p["Why"].T.tolist(), "dense.b": p["by"].tolist()}

    start, losses, after = named(), [], []
    one_hot = np.eye(size)[[letters.index(c) for c in text]]
    steps = len(text) - 1
    for _ in range(2):
        before = np.zeros(hidden)
        for first in range(0, steps, chunk):
            h, y, loss = {-1: before}, {}, 0
            for t in range(chunk):
                h[t] = np.tanh(p["Wxh"] @ one_hot[first + t] + p["Whh"] @ h[t - 1] + p["bh"])
                e = np.exp(p["Why"] @ h[t] + p["by"])
                y[t] = e / e.sum()
                loss -= math.log(y[t] @ one_hot[first + t + 1])
            d, onward = {k: np.zeros_like(v) for k, v in p.items()}, np.zeros(hidden)
            for t in reversed(range(chunk)):
                dy = y[t] - one_hot[first + t + 1]
                d["Why"] += np.outer(dy, h[t])
                d["by"] += dy
                raw = (p["Why"].T @ dy + onward) * (1 - h[t] ** 2)
                d["bh"] += raw
                d["Wxh"] += np.outer(raw, one_hot[first + t])
                d["Whh"] += np.outer(raw, h[t - 1])
                onward = p["Whh"].T @ raw
            for k in p:
                g = np.clip(d[k], -5, 5)
                memory[k] += g * g
                p[k] = p[k] - rate * g / np.sqrt(memory[k] + 1e-8)
            before = h[chunk - 1]
            losses.append(loss)
            after.append({"update": len(losses), "params": named()})
    assert np.allclose(losses[:4], [6.42518426874518, 6.541543216109664, 6.480820604417567, 5.853868409307645], rtol=1e-12)
    write("min-char-rnn", "Karpathy's min-char-rnn: an update after each chunk, Adagrad, loss summed, values clipped at 5",
          network={"inputs": size, "layers": [{"cell": "rnn-tanh", "hidden": hidden}]},
          readOut={"activation": "softmax", "outputs": size},
          objective={"loss": "cross_entropy", "average": "sum", "targets": [one_hot[1:].tolist()]},
          params=start, input=[one_hot[:-1].tolist()],
          training={**settings({"name": "adagrad", "epsilon": 1e-8, "accumulator": 0, "as": "keras"}, rate,
                               {"name": "value", "limit": 5}, epochs=2),
                    "batches": {"name": "chunks", "steps": chunk}},
          trained={"losses": losses, "after": after})


if __name__ == "__main__":
    for make in (rmsprop_epsilon, adagrad, cosine, clipnorm, loss_on_states, golden, min_char_rnn):
        make()
