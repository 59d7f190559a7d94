"""Writes further cases of this folder, and holds all that were carried over against the figures printed where they come from.

PyTorch differentiates in float64; where a source prints figures, the run is held against these first.
"""
import json
import pathlib

import numpy as np
import torch

from figures import settings

HERE = pathlib.Path(__file__).parent
torch.set_default_dtype(torch.float64)
sigmoid = torch.sigmoid


def plain(tensor):
    return tensor.detach().numpy().tolist()


def near(computed, printed, digits):
    """As close as a print of so many decimals can say."""
    np.testing.assert_allclose(np.asarray(computed), printed, atol=0.51 * 10.0**-digits, rtol=0)


def run(name, what, layer, hidden, step, params, states, x, upstream, digits=0, printed=None, read=None):
    """One layer by a function of (parameters, x, states); printed: the first state of all steps of the first sequence, or of the last."""
    p = {k: torch.tensor(v, dtype=torch.float64, requires_grad=True) for k, v in params.items()}
    s0 = {k: torch.tensor(v, dtype=torch.float64, requires_grad=True) for k, v in states.items()}
    x = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    s, rows = dict(s0), {k: [] for k in states}
    for t in range(x.shape[1]):
        s = step(p, x[:, t], s)
        for k, v in s.items():
            v.retain_grad()
            rows[k].append(v)
    first = next(iter(states))
    output = torch.stack(rows[first], 1)
    loss = (output * torch.tensor(upstream, dtype=torch.float64)).sum()
    case = {"what": what, "network": {"inputs": x.shape[2], "layers": [{**layer, "hidden": hidden}]}}
    dense = {}
    if read:
        more, extra, dense = read(output)
        loss = loss + more
        case |= extra
    loss.backward()
    if printed is not None:
        near(output[0].detach(), printed, digits)
    zero = lambda v: torch.zeros_like(v) if v.grad is None else v.grad
    name_of = lambda k: "0.forward." + k
    case |= {
        "params": {name_of(k): plain(v) for k, v in p.items()} | {k: plain(v) for k, v in dense.items()},
        "state": {name_of(k): plain(v) for k, v in s0.items()}, "input": plain(x),
        "upstream": {"output": upstream, "final": {name_of(k): np.zeros(v.shape).tolist() for k, v in s0.items()}},
        "forward": {name_of(k): plain(torch.stack(v, 1)) for k, v in rows.items()},
        "backward": {name_of(k): plain(torch.stack([zero(r) for r in v], 1)) for k, v in rows.items()},
        "output": plain(output), "finalState": {name_of(k): plain(v) for k, v in s.items()},
        "grads": {name_of(k): plain(zero(v)) for k, v in p.items()} | {k: plain(v.grad) for k, v in dense.items()},
        "stateGrads": {name_of(k): plain(zero(v)) for k, v in s0.items()}, "inputGrads": plain(zero(x)),
    }
    (HERE / f"{name}.json").write_text(json.dumps(case) + "\n")
    return output.detach(), p, x


def lstm(p, x, s):
    a = {g: x @ p["Wx." + g] + s["h"] @ p["Wh." + g] + p["b." + g] for g in "ifgo"}
    c = sigmoid(a["f"]) * s["c"] + sigmoid(a["i"]) * torch.tanh(a["g"])
    return {"h": sigmoid(a["o"]) * torch.tanh(c), "c": c}



def carried_over():
    read = lambda name: json.loads((HERE / f"{name}.json").read_text())
    near(read("gomez-lstm")["output"][0], [[0.53631], [0.77198]], 5)
    near(read("gomez-lstm")["inputGrads"][0][1], [-0.04743, -0.03073], 4)
    near(read("stats-581501-gru")["output"][0][-1], [-0.46279538], 8)
    q = read("statquest-lstm")
    near(np.array(q["output"])[:, -1, 0], [0.0064, 0.9694], 4)
    near([q["forward"]["0.forward.c"][0][0], q["forward"]["0.forward.h"][0][0]], [[-0.2012], [-0.1278]], 4)
    for name in ("gomez-lstm", "cs231n-lstm", "statquest-lstm"):
        case = read(name)
        p = {k.split(".", 2)[2]: torch.tensor(v, dtype=torch.float64, requires_grad=True) for k, v in case["params"].items()}
        s = {k.split(".", 2)[2]: torch.tensor(v, dtype=torch.float64) for k, v in case["state"].items()}
        x, out = torch.tensor(case["input"], dtype=torch.float64), []
        for t in range(x.shape[1]):
            s = lstm(p, x[:, t], s)
            out.append(s["h"])
        out = torch.stack(out, 1)
        (out * torch.tensor(case["upstream"]["output"], dtype=torch.float64)).sum().backward()
        np.testing.assert_allclose(plain(out), case["output"], atol=1e-13)
        if not any(np.any(v) for v in case["upstream"]["final"].values()):
            for k, v in p.items():
                np.testing.assert_allclose(plain(v.grad), case["grads"]["0.forward." + k], atol=1e-12)


def gomez_update():
    """One update of rate 0.1 on half the squared error, which the mask of one half makes."""
    case = json.loads((HERE / "gomez-lstm.json").read_text())
    new = {k: (np.array(v) - 0.1 * np.array(case["grads"][k])).tolist() for k, v in case["params"].items()}
    near(np.ravel(new["0.forward.Wx.g"]), [0.45267, 0.25922], 5)
    near(new["0.forward.b.g"], [0.20364], 5)
    targets = [0.5, 1.25]
    loss = sum(0.5 * (h[0] - t) ** 2 for h, t in zip(case["output"][0], targets))
    (HERE / "gomez-lstm-update.json").write_text(json.dumps({
        "what": "A. Gomez, Backpropogating an LSTM: the update, with the loss on h itself",
        "network": case["network"], "params": case["params"], "input": case["input"], "state": case["state"],
        "readOut": {"activation": "states"},
        "objective": {"loss": "squared_error", "average": "sum", "targets": [[[t] for t in targets]], "mask": [[0.5, 0.5]]},
        "training": settings(rate=0.1), "trained": {"losses": [loss], "after": [{"update": 1, "params": new}]},
    }) + "\n")


def cs231n_captioning():
    """CaptioningRNN.loss of the checks: the image's features make the first state, null (0) does not count, averaged over the batch."""
    N, D, W, H, V, T = 10, 20, 30, 40, 3, 13
    even = lambda *size: torch.linspace(-1.4, 1.3, int(np.prod(size))).reshape(size)
    captions = torch.arange(N * T).reshape(N, T) % V
    embedding, out_w, out_b = even(V, W), even(H, V), even(V)
    for cell, gates, ends, printed in ("rnn-tanh", "h", (-1.5, 0.3), 9.83235591003), ("lstm", "ifog", (-0.5, 1.7), 9.82445935443):
        features = torch.linspace(*ends, N * D).reshape(N, D)
        h0 = features @ even(D, H) + even(H)
        G = len(gates)
        wx, wh, b = even(W, G * H), even(H, G * H), even(G * H)
        h, c, loss = h0, torch.zeros(N, H), 0
        for t in range(T - 1):
            a = embedding[captions[:, t]] @ wx + h @ wh + b
            if cell == "lstm":
                i, f, o, g = a.chunk(4, 1)
                c = sigmoid(f) * c + sigmoid(i) * torch.tanh(g)
                h = sigmoid(o) * torch.tanh(c)
            else:
                h = torch.tanh(a)
            losses = torch.nn.functional.cross_entropy(h @ out_w + out_b, captions[:, t + 1], reduction="none")
            loss = loss + (losses * (captions[:, t + 1] != 0)).sum() / N
        assert abs(loss.item() - printed) < 1e-10, loss
        params = {"embedding.E": plain(embedding), "dense.W": plain(out_w), "dense.b": plain(out_b)}
        for i, g in enumerate(gates):
            at = slice(i * H, (i + 1) * H)
            params |= {f"0.forward.Wx.{g}": plain(wx[:, at]), f"0.forward.Wh.{g}": plain(wh[:, at]), f"0.forward.b.{g}": plain(b[at])}
        state = {"0.forward.h": plain(h0)} | ({"0.forward.c": np.zeros((N, H)).tolist()} if cell == "lstm" else {})
        (HERE / f"cs231n-captioning-{cell}.json").write_text(json.dumps({
            "what": f"CS231n assignment 3, captioning loss of {cell}",
            "network": {"inputs": V, "embedding": W, "layers": [{"cell": cell, "hidden": H}]},
            "readOut": {"activation": "softmax", "outputs": V},
            "objective": {"loss": "cross_entropy", "average": "batch", "classes": captions[:, 1:].tolist(), "mask": (captions[:, 1:] != 0).long().tolist()},
            "params": params, "state": state, "tokens": captions[:, :-1].tolist(),
            "training": settings(rate=0), "trained": {"losses": [loss.item()]},
        }) + "\n")


def hard_sigmoids():
    """Two definitions of one name at the arguments at which they differ, and at PyTorch's bounds."""
    at = [-4, -3.1, -3, -2.9, -2.5, -2, -1, -0.5, 0, 0.5, 1, 2, 2.5, 2.9, 3, 3.1, 4]
    # as torch.nn.functional.hardsigmoid, whose slope is a sixth in float32 alone
    six = lambda a: torch.where((a > -3) & (a < 3), a / 6 + 0.5, (a >= 3).to(a))
    run("keras-hard-sigmoid", "tensorflow/tensorflow#65381: Keras 3 and PyTorch beside Keras 2 and ONNX",
        {"equations": "state h, g\nh' = hard_sigmoid_6(x @ W)\ng' = hard_sigmoid(x @ W)"}, 1,
        lambda p, x, s: {"h": six(x @ p["W"]), "g": torch.clamp(0.2 * (x @ p["W"]) + 0.5, 0, 1)},
        {"W": [[1]]}, {"h": [[0]], "g": [[0]]}, [[[a] for a in at]], [[[1]] * len(at)], 12,
        [[min(1, max(0, a / 6 + 0.5))] for a in at])


def roelants():
    """Bits are added up by a linear RNN: the gradient that explodes, and Rprop from a point where it does."""
    np.random.seed(1)
    bits = np.around(np.random.rand(20, 10))
    x, targets = bits[:, :, None].tolist(), bits.sum(1)
    layer = {"equations": "state s\ns' = x @ u + w * s"}
    step = lambda p, x, s: {"s": x @ p["u"] + p["w"] * s["s"]}

    def read(output):
        losses = (output[:, -1:] - torch.tensor(targets[:, None, None])) ** 2
        return losses.sum() / 20, {
            "readOut": {"activation": "states", "everyStep": False},
            "objective": {"loss": "squared_error", "average": "batch", "targets": targets[:, None, None].tolist()},
            "scored": {"loss": (losses.sum() / 20).item()},
        }, {}

    zero = np.zeros((20, 10, 1)).tolist()
    _, p, _ = run("roelants-gradient", "P. Roelants, How to implement an RNN, part 1: the gradient at 1.2, 1.2", layer, 1, step,
                  {"u": [[1.2]], "w": [1.2]}, {"s": np.zeros((20, 1)).tolist()}, x, zero, read=read)
    near([p["u"].grad.item(), p["w"].grad.item()], [274.595429133218, 1593.24284447919], 10)

    u, w = torch.tensor([[-1.5]], requires_grad=True), torch.tensor([2.0], requires_grad=True)
    rprop = torch.optim.Rprop([u, w], lr=0.001, etas=(0.5, 1.2), step_sizes=(1e-12, 50))
    losses, after = [], []
    for update in range(1, 301):
        rprop.zero_grad()
        s = torch.zeros(20, 1)
        for t in range(10):
            s = torch.tensor(bits[:, t : t + 1]) @ u + w * s
        loss = ((s[:, 0] - torch.tensor(targets)) ** 2).mean()
        loss.backward()
        rprop.step()
        losses.append(loss.item())
        if update in (1, 10, 40, 300):
            after.append({"update": update, "params": {"0.forward.u": plain(u), "0.forward.w": plain(w)}})
    near([u.item(), w.item()], [1, 1], 1)
    (HERE / "roelants-rprop.json").write_text(json.dumps({
        "what": "P. Roelants, How to implement an RNN, part 1: Rprop from -1.5, 2, here by torch.optim.Rprop; nothing is read out",
        "network": {"inputs": 1, "layers": [{**layer, "hidden": 1}]},
        "readOut": {"activation": "states", "everyStep": False},
        "objective": {"loss": "squared_error", "average": "batch", "targets": targets[:, None, None].tolist()},
        "params": {"0.forward.u": [[-1.5]], "0.forward.w": [2]}, "input": x,
        "training": settings({"name": "rprop", "shrink": 0.5, "grow": 1.2, "least": 1e-12, "most": 50}, 0.001, epochs=300),
        "trained": {"losses": losses, "after": after},
    }) + "\n")


def infosys():
    """Its forward pass is right; its gradient, .00034735 .00272708, follows one path element by element."""
    w = torch.tensor([[2.0], [4.0]], requires_grad=True)

    def read(output):
        y = output[:, -1:] @ w
        loss = ((y - 7) ** 2).mean()
        near(y.item(), 5.99720442000804, 12)
        return loss / 2, {
            "readOut": {"activation": "identity", "outputs": 1, "everyStep": False, "biased": False},
            "objective": {"loss": "squared_error", "average": "sum", "targets": [[[7]]], "mask": [[0.5]]},
            "scored": {"outputs": plain(y), "losses": plain(loss[None, None, None])},
        }, {"dense.W": w}

    _, p, _ = run("infosys-backpropagation", "thsis/INFOSYS, Backpropagation on RNN: values as printed, gradients by autograd",
                  {"equations": "state h\nh' = tanh(x @ W + h @ U)"}, 2,
                  lambda p, x, s: {"h": torch.tanh(x @ p["W"] + s["h"] @ p["U"])},
                  {"W": [[2, 1]], "U": [[1, 3], [2, 4]]}, {"h": [[0, 0]]}, [[[0.2], [0.3], [0.4]]], [[[0, 0]] * 3], 8,
                  [[0.37994896, 0.19737532], [0.87975882, 0.97711011], [0.9986059, 0.99999815]], read)
    near(p["W"].grad[0], [-0.00309606, -0.00103879], 8)


def homework():
    """One unit, 1 2 3; the prediction is four times the last state."""
    w = torch.tensor([[4.0]], requires_grad=True)

    def read(output):
        y = output[:, -1:] @ w
        near(y.item(), 3.4827, 4)
        loss = ((y - 4) ** 2).mean()
        return loss, {
            "readOut": {"activation": "identity", "outputs": 1, "everyStep": False, "biased": False},
            "objective": {"loss": "squared_error", "targets": [[[4]]]}, "scored": {"outputs": plain(y), "loss": loss.item()},
        }, {"dense.W": w}

    one = dict(zip("figo", [(0.5, 0.1), (0.6, 0.2), (0.7, 0.3), (0.8, 0.4)]))
    params = {}
    for g in "ifgo":
        params |= {f"Wx.{g}": [[one[g][0]]], f"Wh.{g}": [[one[g][1]]], f"b.{g}": [0]}
    run("homework-lstm", "menna-ibrahimm/LSTM-Notebook: 1, 2, 3, and a guess at 4", {"cell": "lstm"}, 1, lstm, params,
        {"h": [[0]], "c": [[0]]}, [[[1], [2], [3]]], [[[0]] * 3], 4, [[0.2564], [0.6398], [0.8707]], read)


def peephole():
    """All weights ones, one-hot inputs; the peepholes of i and f see a state of 0."""
    H, N = 5, 4
    ones = {}
    for g in "ifgo":
        ones |= {f"Wx.{g}": np.ones((4, H)).tolist(), f"Wh.{g}": np.ones((H, H)).tolist(), f"b.{g}": [float(g == "f")] * H}
    ones |= {f"p.{g}": [1] * H for g in "ifo"}

    def step(p, x, s):
        a = {g: x @ p["Wx." + g] + s["h"] @ p["Wh." + g] + p["b." + g] for g in "ifgo"}
        c = sigmoid(a["f"] + p["p.f"] * s["c"]) * s["c"] + sigmoid(a["i"] + p["p.i"] * s["c"]) * torch.tanh(a["g"])
        return {"h": sigmoid(a["o"] + p["p.o"] * c) * torch.tanh(c), "c": c}

    x = np.eye(4)[[1, 2, 3, 3]][:, None].tolist()
    run("addons-peephole", "tensorflow/addons, peephole_lstm_cell_test.py: .417551 in every unit", {"cell": "lstm-peephole"}, H, step, ones,
        {"h": np.zeros((N, H)).tolist(), "c": np.zeros((N, H)).tolist()}, x, np.ones((N, 1, H)).tolist(), 6, [[0.417551] * H])


def echo_state():
    """A recurrent matrix of .5 scaled to a norm of .9 is .3 throughout."""
    run("addons-echo-state", "tensorflow/addons, esn_cell_test.py, test_base_esn: 2.77, 4.77, 6.77", {"equations": "state h\nh' = x @ Win + h @ W + b"}, 3,
        lambda p, x, s: {"h": x @ p["Win"] + s["h"] @ p["W"] + p["b"]},
        {"Win": np.full((4, 3), 0.5).tolist(), "W": np.full((3, 3), 0.3).tolist(), "b": [0.5] * 3}, {"h": np.full((3, 3), 0.3).tolist()},
        [[[float(v)] * 4] for v in (1, 2, 3)], np.ones((3, 1, 3)).tolist(), 2, [[2.77] * 3])


def exploding():
    """A weight of 2 over 50 steps, and of ½, exactly."""
    for name, w in ("statquest-exploding", 2.0), ("statquest-vanishing", 0.5):
        up = [[[0.0]] * 49 + [[1.0]]]
        run(name, "StatQuest: the gradient of the first of 50 inputs at the last output", {"equations": "state h\nh' = x @ U + h @ W"}, 1,
            lambda p, x, s: {"h": x @ p["U"] + s["h"] @ p["W"]}, {"U": [[1]], "W": [[w]]}, {"h": [[0]]}, [[[1.0]] + [[0.0]] * 49], up)
        case = json.loads((HERE / f"{name}.json").read_text())
        assert case["inputGrads"][0][0][0] == w**49


def antisymmetric():
    """h + ε tanh((W − Wᵀ) h + V x + b), as the table of columns has it."""
    run("antisymmetric", "MartinuzziFrancesco/RecurrentLayers.jl#62: W - W.T is one matrix",
        {"equations": "state h\nh' = h + 0.1 * tanh(h @ (W - W.T) + x @ V + b)"}, 2,
        lambda p, x, s: {"h": s["h"] + 0.1 * torch.tanh(s["h"] @ (p["W"] - p["W"].T) + x @ p["V"] + p["b"])},
        {"W": [[0, 1], [0.5, 0]], "V": [[1, -1]], "b": [0.1, 0.2]}, {"h": [[0, 0]]}, [[[1], [2]]], [[[1, -1], [0.5, 2]]], 14,
        [[0.08004990217606298, -0.0664036770267849], [0.17728230617938312, -0.1606536991610127]])


if __name__ == "__main__":
    for make in (carried_over, gomez_update, cs231n_captioning, hard_sigmoids, roelants, infosys, homework, peephole, echo_state, exploding, antisymmetric):
        make()
