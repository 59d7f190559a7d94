"""Writes the cases of this folder: networks with a loss, run forward with NumPy, and every gradient by a complex step.

The derivative of f at x is the imaginary part of f(x + ih) / h with h = 1e-200: exact to the last digits, with no
difference of nearby numbers (Squire and Trapp 1998). No backward pass is written down anywhere. What has corners takes the
branch of the real part.
"""
import json
import pathlib

import numpy as np

H = 1e-200
HERE = pathlib.Path(__file__).parent
EQUATIONS = "state h\nh' = tanh(x @ W + h @ U + b)"


def where(condition, a, b):
    return np.where(np.real(condition), a, b)


def softmax(z):
    e = np.exp(z - np.max(np.real(z), axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


LOSSES = {
    "squared_error": lambda y, t: np.mean((y - t) ** 2, axis=-1),
    "absolute_error": lambda y, t: np.mean(where(np.real(y) < np.real(t), t - y, y - t), axis=-1),
    "hinge": lambda y, t: np.mean(where(np.real(1 - t * y) > 0, 1 - t * y, 0 * y), axis=-1),
    "cross_entropy": lambda y, t: -np.sum(t * np.log(y), axis=-1),
}
ACTIVATIONS = {
    "identity": lambda z: z,
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "softmax": softmax,
}


class Net:
    """A tanh layer in one direction or both, and what is read out of it."""

    def __init__(self, inputs, hidden, both, read_out, objective, mask, targets):
        self.inputs, self.hidden, self.both = inputs, hidden, both
        self.read_out, self.objective, self.mask, self.targets = read_out, objective, mask, targets

    def directions(self):
        return ["0.forward", "0.backward"] if self.both else ["0.forward"]

    def forward(self, p):
        """p holds everything that a gradient is asked for, by name; "add …" is added to a quantity."""
        n, t, _ = p["input"].shape
        h, output, states = {}, [], []
        for key in self.directions():
            state = p["state " + key + ".h"]
            rows = [None] * t
            for step in range(t) if key.endswith("forward") else reversed(range(t)):
                a = p["input"][:, step] @ p[key + ".W"] + state @ p[key + ".U"] + p[key + ".b"]
                state = np.tanh(a) + p["add " + key + ".h"][:, step]
                rows[step] = state
            h[key] = np.stack(rows, axis=1)
            states.append((key, state))
            output.append(h[key])
        out = np.concatenate(output, axis=2)
        read = out if self.read_out["everyStep"] else np.concatenate(
            [h[key][:, [-1 if key.endswith("forward") else 0]] for key in self.directions()], axis=2)
        if self.read_out["activation"] == "states":
            y = read
        else:
            y = ACTIVATIONS[self.read_out["activation"]](read @ p["dense.W"] + p["dense.b"])
        losses = LOSSES[self.objective["loss"]](y, self.targets)
        divisor = {"batch and time": self.mask.sum(), "batch": n, "sum": 1}[self.objective["average"]]
        loss = np.sum(losses * self.mask) / divisor
        whole = loss + np.sum(out * self.upstream) + sum(np.sum(s * self.final[k + ".h"]) for k, s in states)
        return whole, loss, losses, y, out, h

    def parameters(self, random):
        p = {}
        for key in self.directions():
            p[key + ".W"] = random.normal(0, 0.7, (self.inputs, self.hidden))
            p[key + ".U"] = random.normal(0, 0.7, (self.hidden, self.hidden))
            p[key + ".b"] = random.normal(0, 0.3, self.hidden)
        if self.read_out["activation"] != "states":
            width = self.hidden * len(self.directions())
            p["dense.W"] = random.normal(0, 0.8, (width, self.read_out["outputs"]))
            p["dense.b"] = random.normal(0, 0.3, self.read_out["outputs"])
        return p

    def gradient(self, p, name):
        gradient = np.zeros(p[name].shape)
        for place in np.ndindex(*p[name].shape):
            changed = {key: value.astype(complex) for key, value in p.items()}
            changed[name][place] += 1j * H
            gradient[place] = np.imag(self.forward(changed)[0]) / H
        return gradient

    def case(self, random, p, x, name):
        n, t, _ = x.shape
        p = dict(p)
        names = list(p)
        p["input"] = x
        for key in self.directions():
            p["state " + key + ".h"] = random.normal(0, 0.5, (n, self.hidden))
            p["add " + key + ".h"] = np.zeros((n, t, self.hidden))
        width = self.hidden * len(self.directions())
        self.upstream = random.normal(0, 1, (n, t, width))
        self.final = {key + ".h": random.normal(0, 1, (n, self.hidden)) for key in self.directions()}
        _, loss, losses, y, out, h = self.forward(p)
        counted = np.where(self.mask != 0, losses, 0)
        layer = {"equations": EQUATIONS, "hidden": self.hidden, "bidirectional": self.both}
        case = {
            "network": {"inputs": self.inputs, "layers": [layer]},
            "readOut": self.read_out,
            "objective": {**self.objective, "targets": self.targets.tolist(), "mask": self.mask.tolist()},
            "params": {key: p[key].tolist() for key in names},
            "state": {key + ".h": p["state " + key + ".h"].tolist() for key in self.directions()},
            "input": x.tolist(),
            "upstream": {"output": self.upstream.tolist(), "final": {k: v.tolist() for k, v in self.final.items()}},
            "forward": {key + ".h": h[key].tolist() for key in self.directions()},
            "output": out.tolist(),
            "scored": {"outputs": y.tolist(), "losses": counted[..., None].tolist(), "loss": float(loss)},
            "backward": {key + ".h": self.gradient(p, "add " + key + ".h").tolist() for key in self.directions()},
            "grads": {key: self.gradient(p, key).tolist() for key in names},
            "stateGrads": {key + ".h": self.gradient(p, "state " + key + ".h").tolist() for key in self.directions()},
            "inputGrads": self.gradient(p, "input").tolist(),
        }
        (HERE / (name + ".json")).write_text(json.dumps(case) + "\n")


def runs():
    random = np.random.default_rng(11)
    mask = np.array([[1, 1, 0, 1], [1, 0.5, 1, 1.0]])
    for loss, activation, outputs in [("absolute_error", "identity", 3), ("hinge", "identity", 2),
                                      ("absolute_error", "softmax", 3), ("hinge", "sigmoid", 2)]:
        targets = random.normal(0, 1, (2, 4, outputs))
        targets = np.sign(targets) if loss == "hinge" else np.abs(targets)
        read_out = {"activation": activation, "outputs": outputs, "everyStep": True}
        net = Net(3, 2, True, read_out, {"loss": loss, "average": "batch and time"}, mask, targets)
        net.case(random, net.parameters(random), random.normal(0, 1, (2, 4, 3)), loss.replace("_", "-") + "-" + activation)
    for loss in LOSSES:
        if loss == "cross_entropy":
            continue
        for every, average in [(True, "batch and time"), (False, "batch")]:
            rows = 4 if every else 1
            targets = random.normal(0, 0.5, (2, rows, 4))
            targets = np.sign(targets) if loss == "hinge" else targets
            read_out = {"activation": "states", "everyStep": every}
            net = Net(3, 2, True, read_out, {"loss": loss, "average": average}, mask[:, :rows], targets)
            name = "states-" + loss.replace("_", "-") + ("" if every else "-last-step")
            net.case(random, net.parameters(random), random.normal(0, 1, (2, 4, 3)), name)
    # the loss sits on the state itself, as in github.com/nicodjimenez/lstm
    net = Net(1, 1, False, {"activation": "states", "everyStep": True}, {"loss": "squared_error", "average": "sum"},
              np.ones((1, 2)), np.array([[[0.2], [-0.2]]]))
    p = {"0.forward.W": np.array([[0.5]]), "0.forward.U": np.array([[0.5]]), "0.forward.b": np.array([0.0])}
    net.case(Zeros(), p, np.ones((1, 2, 1)), "states-one-unit")


class Zeros:
    """Nothing is put on outputs and states."""

    def normal(self, mean, sigma, shape):
        return np.zeros(shape)


def training():
    """Tokens in, a softmax out, mean absolute error over batch and time, plain descent."""
    random = np.random.default_rng(12)
    tokens, wanted = random.integers(0, 3, (2, 4)), random.integers(0, 3, (2, 4))
    one = np.eye(3)
    read_out = {"activation": "softmax", "outputs": 3, "everyStep": True}
    net = Net(3, 4, False, read_out, {"loss": "absolute_error", "average": "batch and time"}, np.ones((2, 4)), one[wanted])
    net.upstream = np.zeros((2, 4, 4))
    net.final = {"0.forward.h": np.zeros((2, 4))}
    parameters = net.parameters(random)
    start = {key: value.tolist() for key, value in parameters.items()}
    losses, norms = [], []
    for _ in range(6):
        p = dict(parameters)
        p["input"] = one[tokens]
        p["state 0.forward.h"] = np.zeros((2, 4))
        p["add 0.forward.h"] = np.zeros((2, 4, 4))
        losses.append(float(net.forward(p)[1]))
        gradients = {key: net.gradient(p, key) for key in parameters}
        norms.append(float(np.sqrt(sum(np.sum(g ** 2) for g in gradients.values()))))
        parameters = {key: value - 0.5 * gradients[key] for key, value in parameters.items()}
    case = {"equations": EQUATIONS, "hidden": 4, "vocabulary": 3, "loss": "absolute_error", "optimizer": "sgd",
            "settings": {"lr": 0.5}, "clipNorm": None, "epochs": 6, "tokens": tokens.tolist(), "targets": wanted.tolist(),
            "start": start, "end": {key: value.tolist() for key, value in parameters.items()},
            "losses": losses, "gradientNorms": norms}
    (HERE / "train-absolute-error.json").write_text(json.dumps(case) + "\n")


runs()
training()
