"""Holds the cases of Keras' own tests of cells in this folder (lstm_test.py, gru_test.py, bidirectional_test.py) against
NumPy's outputs of the same numbers, and where figures of theirs are given here against these."""
import json
import pathlib

import numpy as np

HERE = pathlib.Path(__file__).parent
sigmoid = lambda a: 1 / (1 + np.exp(-a))


def run(case, key, layer):
    p = {k[len(key) + 1:]: np.array(v) for k, v in case["params"].items() if k.startswith(key + ".")}
    s = {k[len(key) + 1:]: np.array(v) for k, v in case["state"].items() if k.startswith(key + ".")}
    x, out = np.array(case["input"]), [None] * len(case["input"][0])
    pre = lambda g, xt, h: xt @ p["Wx." + g] + h @ p["Wh." + g] + p["b." + g]
    h, c = s["h"], s.get("c")
    steps = range(x.shape[1])
    for t in reversed(steps) if key.endswith("backward") else steps:
        xt = x[:, t]
        if layer["cell"] == "lstm":
            c = sigmoid(pre("f", xt, h)) * c + sigmoid(pre("i", xt, h)) * np.tanh(pre("g", xt, h))
            h = sigmoid(pre("o", xt, h)) * np.tanh(c)
        else:
            r, z = sigmoid(pre("r", xt, h)), sigmoid(pre("z", xt, h))
            if layer["cell"] == "gru":
                n = np.tanh(xt @ p["Wx.n"] + p["b.n"] + r * (h @ p["Wh.n"] + p["bh.n"]))
            else:
                n = np.tanh(pre("n", xt, r * h))
            h = (1 - z) * n + z * h
        out[t] = h
    return np.stack(out, 1)


for name, printed in {
    "keras-gru-initial-state": [],
    "keras-gru-reset-before": [0.51447755],
    "keras-lstm-initial-state": [0.20574439, 0.3558822, 0.64930826, 0.66276],
    "keras-both-ways-lstm": [],
}.items():
    case = json.loads((HERE / (name + ".json")).read_text())
    layer = case["network"]["layers"][0]
    keys = ["0.forward"] + (["0.backward"] if layer.get("bidirectional") else [])
    outputs = [run(case, key, layer) for key in keys]
    np.testing.assert_allclose(np.concatenate(outputs, -1), case["output"], atol=1e-14)
    last = [out[:, -1] if key.endswith("forward") else out[:, 0] for key, out in zip(keys, outputs)]
    for figure in printed:
        assert min(np.abs(l - figure).min() for l in last) < 2e-7, (name, figure)
