"""Writes the cases of this folder: trainings by PyTorch's optimizers and schedules, and by Keras' as its pages define them.

PyTorch (float64) runs an LSTM that is written out here and differentiates it. Where the settings are PyTorch's, torch.optim
makes the updates; where they are Keras', NumPy makes them, on fused tensors as Keras keeps them: all gates side by side.
"""
import json
import math
import pathlib

import numpy as np
import torch

HERE = pathlib.Path(__file__).parent
torch.set_default_dtype(torch.float64)
N, T, D, H = 2, 4, 2, 3
GATES = "ifgo"
STEMS = ["Wx", "Wh", "b"]


def start(seed, scale=0.6):
    r = np.random.RandomState(seed)
    sizes = {"Wx": (D, H), "Wh": (H, H), "b": (H,)}
    p = {f"0.forward.{s}.{g}": scale * r.randn(*sizes[s]) for s in STEMS for g in GATES}
    p["dense.W"], p["dense.b"] = scale * r.randn(H, 1), scale * r.randn(1)
    return p, r.randn(N, T, D), r.randn(N, T, 1)


def loss_of(p, x, target):
    h, c = (p[k].expand(N, H) if k in p else torch.zeros(N, H) for k in ("0.forward.h", "0.forward.c"))
    ys = []
    for t in range(T):
        a = {g: x[:, t] @ p[f"0.forward.Wx.{g}"] + h @ p[f"0.forward.Wh.{g}"] + p[f"0.forward.b.{g}"] for g in GATES}
        i, f, g, o = torch.sigmoid(a["i"]), torch.sigmoid(a["f"]), torch.tanh(a["g"]), torch.sigmoid(a["o"])
        c = f * c + i * g
        h = o * torch.tanh(c)
        ys.append(h @ p["dense.W"] + p["dense.b"])
    return ((torch.stack(ys, 1) - target) ** 2).mean()


def gradients(values, x, target):
    p = {k: torch.tensor(v, requires_grad=True) for k, v in values.items()}
    loss = loss_of(p, torch.tensor(x), torch.tensor(target))
    loss.backward()
    return loss.item(), {k: v.grad.numpy() for k, v in p.items()}


def norm_of(g):
    return math.sqrt(sum(float((v ** 2).sum()) for v in g.values()))


class Writer:
    def __init__(self, name, settings, seed):
        self.name, self.settings = name, settings
        self.p0, self.x, self.target = start(seed)
        self.losses, self.norms, self.rates, self.after = [], [], [], []

    def note(self, loss, norm, rate, p):
        self.losses.append(loss), self.norms.append(norm), self.rates.append(rate)
        if len(self.losses) in (1, 2, 5, self.settings["epochs"]):
            params = {k: np.asarray(v).tolist() for k, v in p.items()}
            self.after.append({"update": len(self.losses), "params": params})

    def write(self, cell="lstm", state=None, biased=True):
        case = {
            "network": {"inputs": D, "layers": [{"cell": cell, "hidden": H}]},
            "readOut": {"activation": "identity", "outputs": 1, **({} if biased else {"biased": False})},
            "objective": {"loss": "squared_error", "targets": self.target.tolist()},
            "params": {k: v.tolist() for k, v in self.p0.items()},
            **({"state": state} if state else {}),
            "input": self.x.tolist(),
            "training": self.settings,
            "trained": {"losses": self.losses, "norms": self.norms, "rates": self.rates, "after": self.after},
        }
        (HERE / f"{self.name}.json").write_text(json.dumps(case) + "\n")


def settings(optimizer, rate, clipping=None, decay=None, epochs=12):
    return {
        "optimizer": optimizer,
        "learningRate": rate,
        "clipping": clipping or {"name": "none"},
        "weightDecay": {"coupled": 0, "decoupled": 0, "matricesAlone": False, **(decay or {})},
        "epochs": epochs,
        "held": [],
        "learnt": [],
        "batches": {"name": "whole"},
        "earlyStopping": {"patience": 0, "delta": 0},
    }


def pytorch(name, settings, make, schedule=None, clip=None, seed=1):
    """make: from named parameters to an optimizer; schedule: from it to a scheduler."""
    w = Writer("pytorch-" + name, settings, seed)
    p = {k: torch.tensor(v, requires_grad=True) for k, v in w.p0.items()}
    optimizer = make(p)
    scheduler = schedule(optimizer) if schedule else None
    for _ in range(settings["epochs"]):
        optimizer.zero_grad()
        loss = loss_of(p, torch.tensor(w.x), torch.tensor(w.target))
        loss.backward()
        norm = norm_of({k: v.grad for k, v in p.items()})
        if clip:
            clip(p.values())
        rate = optimizer.param_groups[0]["lr"]
        optimizer.step()
        if isinstance(scheduler, torch.optim.lr_scheduler.ReduceLROnPlateau):
            scheduler.step(loss.item())
        elif scheduler:
            scheduler.step()
        w.note(loss.item(), norm, rate, {k: v.detach().numpy() for k, v in p.items()})
    w.write()


def fused(p):
    """As Keras keeps them."""
    out = {s: np.concatenate([p[f"0.forward.{s}.{g}"] for g in GATES], axis=-1) for s in STEMS}
    return {**out, "dense.W": p["dense.W"], "dense.b": p["dense.b"]}


def apart(v):
    p = {f"0.forward.{s}.{g}": part for s in STEMS for g, part in zip(GATES, np.split(v[s], 4, axis=-1))}
    return {**p, "dense.W": v["dense.W"], "dense.b": v["dense.b"]}


def keras(name, settings, step, rate, clip=None, decay=0, on_epoch_end=None, seed=2):
    """step(gradient, memory, rate, count): what is added to a variable; rate(epoch)."""
    w = Writer("keras-" + name, settings, seed)
    v = fused(w.p0)
    memory = {k: {} for k in v}
    for epoch in range(settings["epochs"]):
        loss, g = gradients(apart(v), w.x, w.target)
        norm, lr = norm_of(g), rate(epoch)
        g = fused(g)
        if clip:
            g = clip(g)
        for k in v:
            v[k] = v[k] - lr * decay * v[k]
            v[k] = v[k] + step(g[k], memory[k], lr, epoch + 1)
        if on_epoch_end:
            on_epoch_end(loss)
        w.note(loss, norm, lr, apart(v))
    w.write()


# --- Keras' updates, from its pages

def sgd(momentum=0.0, nesterov=False):
    def step(g, m, lr, t):
        if not momentum:
            return -lr * g
        m["v"] = momentum * m.get("v", np.zeros_like(g)) - lr * g
        return momentum * m["v"] - lr * g if nesterov else m["v"]
    return step


def rmsprop(rho, epsilon, centered, momentum):
    def step(g, m, lr, t):
        zero = np.zeros_like(g)
        m["v"] = rho * m.get("v", zero) + (1 - rho) * g ** 2
        m["a"] = rho * m.get("a", zero) + (1 - rho) * g
        increment = lr * g / np.sqrt(m["v"] - (m["a"] ** 2 if centered else 0) + epsilon)
        if not momentum:
            return -increment
        m["m"] = momentum * m.get("m", zero) + increment
        return -m["m"]
    return step


def adagrad(first, epsilon):
    def step(g, m, lr, t):
        m["s"] = m.get("s", np.full_like(g, first)) + g ** 2
        return -lr * g / np.sqrt(m["s"] + epsilon)
    return step


def adam(b1, b2, epsilon, amsgrad):
    def step(g, m, lr, t):
        zero = np.zeros_like(g)
        alpha = lr * math.sqrt(1 - b2 ** t) / (1 - b1 ** t)
        m["m"] = m.get("m", zero) + (g - m.get("m", zero)) * (1 - b1)
        m["v"] = m.get("v", zero) + (g ** 2 - m.get("v", zero)) * (1 - b2)
        m["h"] = np.maximum(m.get("h", zero), m["v"]) if amsgrad else m["v"]
        return -alpha * m["m"] / (np.sqrt(m["h"]) + epsilon)
    return step


def clipnorm(limit):
    def one(g):
        norm = math.sqrt(float((g ** 2).sum()))
        return g * limit / norm if norm > limit else g
    return lambda g: {k: one(v) for k, v in g.items()}


def global_clipnorm(limit):
    return lambda g: {k: v * limit / max(limit, norm_of(g)) for k, v in g.items()}


def clipvalue(limit):
    return lambda g: {k: np.clip(v, -limit, limit) for k, v in g.items()}


def cosine_decay(initial, decay_steps, alpha, target=None, warmup=0):
    """With a warm-up the rate goes from initial to target, and down from there."""
    def rate(step):
        if step < warmup:
            return initial + (target - initial) * step / warmup
        top, done = (target if warmup else initial), min(step - warmup, decay_steps) / decay_steps
        return top * ((1 - alpha) * 0.5 * (1 + math.cos(math.pi * done)) + alpha)
    return rate


class KerasPlateau:
    def __init__(self, lr, factor, patience, min_delta, cooldown, min_lr):
        self.lr, self.factor, self.patience = lr, factor, patience
        self.min_delta, self.cooldown, self.min_lr = min_delta, cooldown, min_lr
        self.best, self.wait, self.cooling = math.inf, 0, 0

    def on_epoch_end(self, loss):
        if self.cooling > 0:
            self.cooling -= 1
            self.wait = 0
        if loss < self.best - self.min_delta:
            self.best, self.wait = loss, 0
        elif self.cooling <= 0:
            self.wait += 1
            if self.wait >= self.patience and self.lr > self.min_lr:
                self.lr = max(self.lr * self.factor, self.min_lr)
                self.cooling, self.wait = self.cooldown, 0


def held_and_initial_state():
    """The read-out's weights and the forget gate's input weights stay; both initial states, one row for all, are learnt."""
    held, learnt = ["dense.W", "0.forward.Wx.f"], ["0.forward.c", "0.forward.h"]
    chosen = settings({"name": "sgd", "momentum": 0.5, "nesterov": False, "as": "pytorch"}, constant(0.3),
                      {"name": "norm", "limit": 0.4, "as": "pytorch"}, {"coupled": 0.1, "matricesAlone": True})
    w = Writer("pytorch-held-and-initial-state", {**chosen, "held": held, "learnt": learnt}, 3)
    r = np.random.RandomState(8)
    p = {k: torch.tensor(v, requires_grad=k not in held) for k, v in w.p0.items()}
    for k in learnt:
        p[k] = torch.tensor(r.randn(H), requires_grad=True)
    state = {k: [p[k].tolist()] * N for k in learnt}
    trained = {k: v for k, v in p.items() if v.requires_grad}
    optimizer = torch.optim.SGD([{"params": [v for v in trained.values() if v.dim() == 2], "weight_decay": 0.1},
                                 {"params": [v for v in trained.values() if v.dim() == 1]}], 0.3, 0.5)
    for _ in range(12):
        optimizer.zero_grad()
        loss = loss_of(p, torch.tensor(w.x), torch.tensor(w.target))
        loss.backward()
        norm = norm_of({k: v.grad for k, v in trained.items()})
        torch.nn.utils.clip_grad_norm_(list(trained.values()), 0.4)
        optimizer.step()
        w.note(loss.item(), norm, 0.3, {k: v.detach().numpy() for k, v in p.items()})
    w.write(state=state)


def without_bias():
    """Peter Roelants' kind of net: nothing is added to what is read out; Rprop."""
    w = Writer("pytorch-read-out-without-bias",
               settings({"name": "rprop", "shrink": 0.5, "grow": 1.2, "least": 1e-6, "most": 50}, constant(0.02)), 9)
    del w.p0["dense.b"]
    p = {k: torch.tensor(v, requires_grad=True) for k, v in w.p0.items()}
    optimizer = torch.optim.Rprop(p.values(), 0.02)
    for _ in range(12):
        optimizer.zero_grad()
        loss = loss_of({**p, "dense.b": torch.zeros(1)}, torch.tensor(w.x), torch.tensor(w.target))
        loss.backward()
        norm = norm_of({k: v.grad for k, v in p.items()})
        optimizer.step()
        w.note(loss.item(), norm, 0.02, {k: v.detach().numpy() for k, v in p.items()})
    w.write(biased=False)


def mini_batches(name, size, chunk, clip):
    """Batches of some sequences in order, or chunks of steps with the state carried on; a plateau counts epochs."""
    count, steps = 5, 7
    r = np.random.RandomState(11)
    x, target = r.randn(count, steps, D), r.randn(count, steps, 1)
    batches = {"name": "chunks", "steps": chunk} if chunk else {"name": "sequences", "size": size, "shuffled": False, "seed": 0}
    chosen = settings({"name": "adam", "beta1": 0.9, "beta2": 0.99, "epsilon": 1e-6, "amsgrad": False, "as": "pytorch"},
                      {"name": "plateau", "rate": 0.3, "factor": 0.5, "patience": 0, "threshold": 0.1, "rest": 0,
                       "least": 0, "as": "pytorch"}, {"name": "norm", "limit": clip, "as": "pytorch"}, epochs=4)
    w = Writer("pytorch-" + name, {**chosen, "batches": batches}, 6)
    w.x, w.target = x, target
    p = {k: torch.tensor(v, requires_grad=True) for k, v in w.p0.items()}
    optimizer = torch.optim.Adam(p.values(), 0.3, (0.9, 0.99), 1e-6)
    plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, "min", 0.5, 0, 0.1)
    parts = ([(slice(0, count), slice(i, i + chunk)) for i in range(0, steps, chunk)] if chunk
             else [(slice(i, i + size), slice(0, steps)) for i in range(0, count, size)])
    for _ in range(4):
        state, losses = None, []
        for rows, columns in parts:
            xs, ts = torch.tensor(x[rows, columns]), torch.tensor(target[rows, columns])
            h, c = state if state and chunk else (torch.zeros(len(xs), H), torch.zeros(len(xs), H))
            ys = []
            for t in range(xs.shape[1]):
                a = {g: xs[:, t] @ p[f"0.forward.Wx.{g}"] + h @ p[f"0.forward.Wh.{g}"] + p[f"0.forward.b.{g}"]
                     for g in GATES}
                c = torch.sigmoid(a["f"]) * c + torch.sigmoid(a["i"]) * torch.tanh(a["g"])
                h = torch.sigmoid(a["o"]) * torch.tanh(c)
                ys.append(h @ p["dense.W"] + p["dense.b"])
            state = h.detach(), c.detach()
            loss = ((torch.stack(ys, 1) - ts) ** 2).mean()
            optimizer.zero_grad()
            loss.backward()
            norm = norm_of({k: v.grad for k, v in p.items()})
            torch.nn.utils.clip_grad_norm_(p.values(), clip)
            optimizer.step()
            losses.append(loss.item())
            w.note(loss.item(), norm, optimizer.param_groups[0]["lr"], {k: v.detach().numpy() for k, v in p.items()})
        plateau.step(sum(losses) / len(losses))
    w.write()


def two_biases(kind, cell, gates):
    """PyTorch's own module, with its bias_ih and bias_hh."""
    torch.manual_seed(5)
    module, linear = kind(D, H, batch_first=True), torch.nn.Linear(H, 1)
    w = Writer("pytorch-" + cell, settings({"name": "sgd", "momentum": 0, "nesterov": False, "as": "pytorch"},
                                           constant(0.5), epochs=20), 4)

    def parameters():
        named = {k: v.detach().numpy().copy() for k, v in module.named_parameters()}
        out = {}
        for i, g in enumerate(gates):
            rows = slice(i * H, (i + 1) * H)
            out["0.forward.Wx." + g] = named["weight_ih_l0"][rows].T
            out["0.forward.Wh." + g] = named["weight_hh_l0"][rows].T
            out["0.forward.b." + g] = named["bias_ih_l0"][rows]
            out["0.forward.bh." + g] = named["bias_hh_l0"][rows]
        out["dense.W"], out["dense.b"] = linear.weight.detach().numpy().T.copy(), linear.bias.detach().numpy().copy()
        return out

    w.p0 = parameters()
    both = list(module.parameters()) + list(linear.parameters())
    optimizer = torch.optim.SGD(both, 0.5)
    for _ in range(20):
        optimizer.zero_grad()
        loss = ((linear(module(torch.tensor(w.x))[0]) - torch.tensor(w.target)) ** 2).mean()
        loss.backward()
        norm = math.sqrt(sum(float((v.grad ** 2).sum()) for v in both))
        optimizer.step()
        w.note(loss.item(), norm, 0.5, parameters())
    w.write(cell=cell)


def constant(rate):
    return {"name": "constant", "rate": rate}


def main():
    optim, schedules = torch.optim, torch.optim.lr_scheduler
    pytorch("rmsprop-centred-momentum",
            settings({"name": "rmsprop", "decay": 0.9, "epsilon": 1e-3, "centred": True, "momentum": 0.8, "as": "pytorch"},
                     {"name": "exponential", "rate": 0.02, "factor": 0.9, "every": 1}),
            lambda p: optim.RMSprop(p.values(), 0.02, 0.9, 1e-3, 0, 0.8, True),
            lambda o: schedules.ExponentialLR(o, 0.9))
    pytorch("adagrad-accumulator",
            settings({"name": "adagrad", "epsilon": 1e-2, "accumulator": 0.1, "as": "pytorch"}, constant(0.3)),
            lambda p: optim.Adagrad(p.values(), 0.3, initial_accumulator_value=0.1, eps=1e-2))
    pytorch("adam-amsgrad-decay",
            settings({"name": "adam", "beta1": 0.8, "beta2": 0.9, "epsilon": 1e-2, "amsgrad": True, "as": "pytorch"},
                     {"name": "cosine", "rate": 0.1, "last": 0.01, "period": 5, "beyond": "rises"},
                     decay={"coupled": 0.05}),
            lambda p: optim.Adam(p.values(), 0.1, (0.8, 0.9), 1e-2, 0.05, True),
            lambda o: schedules.CosineAnnealingLR(o, 5, 0.01))
    matrices = {"decoupled": 0.3, "matricesAlone": True}
    pytorch("adamw-matrices-alone",
            settings({"name": "adam", "beta1": 0.9, "beta2": 0.99, "epsilon": 1e-8, "amsgrad": False, "as": "pytorch"},
                     {"name": "cosine", "rate": 0.1, "last": 0.01, "period": 5, "beyond": "restarts"}, decay=matrices),
            lambda p: optim.AdamW([{"params": [v for v in p.values() if v.dim() == 2], "weight_decay": 0.3},
                                   {"params": [v for v in p.values() if v.dim() == 1], "weight_decay": 0}],
                                  0.1, (0.9, 0.99), 1e-8),
            lambda o: schedules.CosineAnnealingWarmRestarts(o, 5, 1, 0.01))
    pytorch("rprop", settings({"name": "rprop", "shrink": 0.4, "grow": 1.3, "least": 0.01, "most": 0.2}, constant(0.05)),
            lambda p: optim.Rprop(p.values(), 0.05, (0.4, 1.3), (0.01, 0.2)))
    pytorch("nesterov-clipped-warm-up",
            settings({"name": "sgd", "momentum": 0.7, "nesterov": True, "as": "pytorch"},
                     {"name": "warm-up", "epochs": 4, "share": 0.25,
                      "then": {"name": "cosine", "rate": 0.4, "last": 0, "period": 8, "beyond": "stays"}},
                     {"name": "norm", "limit": 0.3, "as": "pytorch"}, {"coupled": 0.02}),
            lambda p: optim.SGD(p.values(), 0.4, 0.7, 0, 0.02, True),
            lambda o: schedules.SequentialLR(o, [schedules.LinearLR(o, 0.25, 1, 4),
                                                 schedules.CosineAnnealingLR(o, 8)], [4]),
            lambda p: torch.nn.utils.clip_grad_norm_(p, 0.3))
    pytorch("plateau",
            settings({"name": "sgd", "momentum": 0, "nesterov": False, "as": "pytorch"},
                     {"name": "plateau", "rate": 1.5, "factor": 0.5, "patience": 1, "threshold": 0.2, "rest": 2,
                      "least": 0.2, "as": "pytorch"}, epochs=30),
            lambda p: optim.SGD(p.values(), 1.5),
            lambda o: schedules.ReduceLROnPlateau(o, "min", 0.5, 1, 0.2, "rel", 2, 0.2))

    exponential = {"name": "exponential", "rate": 0.2, "factor": 0.5, "every": 4}
    for nesterov in (False, True):
        keras("nesterov" if nesterov else "momentum",
              settings({"name": "sgd", "momentum": 0.8, "nesterov": nesterov, "as": "keras"}, exponential),
              sgd(0.8, nesterov), lambda epoch: 0.2 * 0.5 ** (epoch / 4))
    for centred, momentum in ((False, 0), (True, 0), (False, 0.8), (True, 0.8)):
        keras("rmsprop" + "-centred" * centred + "-momentum" * (momentum > 0),
              settings({"name": "rmsprop", "decay": 0.9, "epsilon": 1e-3, "centred": centred, "momentum": momentum,
                        "as": "keras"}, {"name": "steps", "rate": 0.02, "every": 5, "factor": 0.1}),
              rmsprop(0.9, 1e-3, centred, momentum), lambda epoch: 0.02 * 0.1 ** (epoch // 5))
    keras("adagrad", settings({"name": "adagrad", "epsilon": 1e-2, "accumulator": 0.1, "as": "keras"}, constant(0.3)),
          adagrad(0.1, 1e-2), lambda epoch: 0.3)
    keras("adam", settings({"name": "adam", "beta1": 0.8, "beta2": 0.9, "epsilon": 1e-2, "amsgrad": False, "as": "keras"},
                           {"name": "cosine", "rate": 0.1, "last": 0.02, "period": 7, "beyond": "stays"}),
          adam(0.8, 0.9, 1e-2, False), cosine_decay(0.1, 7, 0.2))
    keras("adam-amsgrad-warm-up",
          settings({"name": "adam", "beta1": 0.8, "beta2": 0.9, "epsilon": 1e-2, "amsgrad": True, "as": "keras"},
                   {"name": "warm-up", "epochs": 3, "share": 0.1,
                    "then": {"name": "cosine", "rate": 0.1, "last": 0, "period": 6, "beyond": "stays"}}),
          adam(0.8, 0.9, 1e-2, True), cosine_decay(0.01, 6, 0, 0.1, 3))
    keras("clipnorm-decay",
          settings({"name": "sgd", "momentum": 0, "nesterov": False, "as": "keras"}, constant(0.5),
                   {"name": "tensor", "limit": 0.2, "fused": True}, {"decoupled": 0.1}),
          sgd(), lambda epoch: 0.5, clipnorm(0.2), 0.1)
    keras("global-clipnorm",
          settings({"name": "sgd", "momentum": 0, "nesterov": False, "as": "keras"}, constant(0.5),
                   {"name": "norm", "limit": 0.3, "as": "keras"}),
          sgd(), lambda epoch: 0.5, global_clipnorm(0.3))
    keras("clipvalue",
          settings({"name": "sgd", "momentum": 0, "nesterov": False, "as": "keras"}, constant(0.5),
                   {"name": "value", "limit": 0.05}),
          sgd(), lambda epoch: 0.5, clipvalue(0.05))
    plateau = KerasPlateau(1.5, 0.5, 2, 0.05, 2, 0.2)
    keras("plateau",
          settings({"name": "sgd", "momentum": 0, "nesterov": False, "as": "keras"},
                   {"name": "plateau", "rate": 1.5, "factor": 0.5, "patience": 2, "threshold": 0.05, "rest": 2,
                    "least": 0.2, "as": "keras"}, epochs=30),
          sgd(), lambda epoch: plateau.lr, on_epoch_end=plateau.on_epoch_end)
    held_and_initial_state()
    without_bias()
    mini_batches("mini-batches", 2, 0, 0.5)
    mini_batches("chunks", 0, 3, 0.5)
    two_biases(torch.nn.RNN, "rnn-tanh-two-biases", "h")
    two_biases(torch.nn.LSTM, "lstm-two-biases", "ifgo")
    two_biases(torch.nn.GRU, "gru-two-biases", "rzn")


main()
