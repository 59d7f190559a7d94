"""LSTM and GRU in NumPy as the study notebooks build them: a cell with forward and backward, one for each time step.

Usage: numpy_rnn.py CELL BATCH HIDDEN STEPS SECONDS
Prints the times of single runs in nanoseconds on one line, and on the next the loss and the gradients' norms.
The numbers that go in are those of bench/java/org/gatescope/bench/Inputs.java.
"""
import sys
import time

import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


class LstmCell:
    """The four gates' weights side by side, in the order i, f, g, o."""

    GATES = "ifgo"

    def __init__(self, Wx, Wh, b):
        self.params = [Wx, Wh, b]
        self.grads = [np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)]
        self.cache = None

    def forward(self, x, h_prev, c_prev):
        Wx, Wh, b = self.params
        H = h_prev.shape[1]
        a = x @ Wx + h_prev @ Wh + b
        i = sigmoid(a[:, :H])
        f = sigmoid(a[:, H : 2 * H])
        g = np.tanh(a[:, 2 * H : 3 * H])
        o = sigmoid(a[:, 3 * H :])
        c = f * c_prev + i * g
        tanh_c = np.tanh(c)
        h = o * tanh_c
        self.cache = (x, h_prev, c_prev, i, f, g, o, tanh_c)
        return h, c

    def backward(self, dh, dc):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, i, f, g, o, tanh_c = self.cache
        do = dh * tanh_c
        dc = dc + dh * o * (1 - tanh_c**2)
        da = np.hstack((
            dc * g * i * (1 - i),
            dc * c_prev * f * (1 - f),
            dc * i * (1 - g**2),
            do * o * (1 - o),
        ))
        self.grads[0][...] = x.T @ da
        self.grads[1][...] = h_prev.T @ da
        self.grads[2][...] = da.sum(axis=0)
        return da @ Wx.T, da @ Wh.T, dc * f


class GruCell:
    """The gates' weights side by side, in the order r, z, n; the reset gate comes after the product."""

    GATES = "rzn"

    def __init__(self, Wx, Wh, b, bh_n):
        self.params = [Wx, Wh, b, bh_n]
        self.grads = [np.zeros_like(p) for p in self.params]
        self.cache = None

    def forward(self, x, h_prev):
        Wx, Wh, b, bh_n = self.params
        H = h_prev.shape[1]
        ax = x @ Wx + b
        ah = h_prev @ Wh
        r = sigmoid(ax[:, :H] + ah[:, :H])
        z = sigmoid(ax[:, H : 2 * H] + ah[:, H : 2 * H])
        m = ah[:, 2 * H :] + bh_n
        n = np.tanh(ax[:, 2 * H :] + r * m)
        h = (1 - z) * n + z * h_prev
        self.cache = (x, h_prev, r, z, m, n)
        return h

    def backward(self, dh):
        Wx, Wh, _, _ = self.params
        x, h_prev, r, z, m, n = self.cache
        dn = dh * (1 - z) * (1 - n**2)
        dr = dn * m * r * (1 - r)
        dz = dh * (h_prev - n) * z * (1 - z)
        dm = dn * r
        dax = np.hstack((dr, dz, dn))
        dah = np.hstack((dr, dz, dm))
        self.grads[0][...] = x.T @ dax
        self.grads[1][...] = h_prev.T @ dah
        self.grads[2][...] = dax.sum(axis=0)
        self.grads[3][...] = dm.sum(axis=0)
        return dax @ Wx.T, dah @ Wh.T + dh * z


def run(cell_class, params, xs, upstream):
    """All steps forward, then backward. Answers the outputs, the summed gradients and the input's."""
    T, N, D = xs.shape
    H = upstream.shape[2]
    cells = [cell_class(*params) for _ in range(T)]
    hs = np.empty((T, N, H))
    state = (np.zeros((N, H)),) * (2 if cell_class is LstmCell else 1)
    for t in range(T):
        out = cells[t].forward(xs[t], *state)
        state = out if isinstance(out, tuple) else (out,)
        hs[t] = state[0]
    dxs = np.empty_like(xs)
    grads = [np.zeros_like(p) for p in params]
    flow = [np.zeros((N, H)) for _ in state]
    for t in reversed(range(T)):
        dxs[t], *flow = cells[t].backward(upstream[t] + flow[0], *flow[1:])
        for total, grad in zip(grads, cells[t].grads):
            total += grad
    return hs, grads, dxs


def sines(rows, columns, scale, number):
    return scale * np.sin(number + 0.7 * np.arange(rows * columns).reshape(rows, columns))


def inputs(cell_class, N, H, T):
    """Parameters are numbered in the order of their names, from 1; then come the input and the upstream gradient."""
    gates = cell_class.GATES
    names = [kind + "." + gate for kind in ("Wx", "Wh", "b") for gate in gates]
    if cell_class is GruCell:
        names.append("bh.n")
    tables = {}
    for number, name in enumerate(sorted(names), 1):
        rows = H if name.startswith("W") else 1
        tables[name] = sines(rows, H, 1 / np.sqrt(H) if rows > 1 else 0.1, number)
    params = [np.hstack([tables[kind + "." + gate] for gate in gates]) for kind in ("Wx", "Wh", "b")]
    if cell_class is GruCell:
        params.append(tables["bh.n"])
    params = [params[0], params[1]] + [p[0] for p in params[2:]]
    xs = sines(T * N, H, 1, len(names) + 1).reshape(T, N, H)
    upstream = sines(T * N, H, 0.1, len(names) + 2).reshape(T, N, H)
    return params, xs, upstream


def main():
    name, N, H, T, seconds = sys.argv[1], *map(int, sys.argv[2:5]), float(sys.argv[5])
    cell_class = {"lstm": LstmCell, "gru": GruCell}[name]
    params, xs, upstream = inputs(cell_class, N, H, T)
    hs, grads, dxs = run(cell_class, params, xs, upstream)  # warms up, too
    times = []
    end = time.perf_counter() + seconds
    while len(times) < 3 or time.perf_counter() < end:
        start = time.perf_counter_ns()
        run(cell_class, params, xs, upstream)
        times.append(time.perf_counter_ns() - start)
    print(*times)
    norm = np.sqrt(sum((g**2).sum() for g in grads))
    print(repr(float((hs * upstream).sum())), repr(float(norm)), repr(float(np.sqrt((dxs**2).sum()))))


main()
