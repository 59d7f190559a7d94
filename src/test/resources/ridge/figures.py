"""Writes figures.json: read-outs by ridge regression, from the normal equations with numpy.linalg.solve.

The bias is a column of ones beside X, and λ I has a 0 in its place. Each is held against the gradient of the penalised sum of
squares, which has to vanish, and, where no weight differs from 1 and 0, against numpy.linalg.lstsq of the rows with
√λ I below them. Of the networks, NumPy also makes the states.
"""
import json
import pathlib

import numpy as np

HERE = pathlib.Path(__file__).parent
random = np.random.default_rng(20)


def ridge(x, y, weights, penalty, bias):
    ones = np.ones((len(x), 1)) if bias else np.zeros((len(x), 0))
    a = np.hstack([x, ones])
    p = penalty * np.diag([1.0] * x.shape[1] + [0.0] * ones.shape[1])
    d = weights[:, None]
    solved = np.linalg.solve(a.T @ (d * a) + p, a.T @ (d * y))
    gradient = a.T @ (d * (a @ solved - y)) + p @ solved
    assert np.abs(gradient).max() < 1e-9 * max(1, np.abs(y).max() * len(x)), np.abs(gradient).max()
    root = np.sqrt(d)
    other = np.linalg.lstsq(np.vstack([root * a, np.sqrt(p)]),
                            np.vstack([root * y, np.zeros((len(p), y.shape[1]))]), rcond=None)[0]
    assert np.allclose(solved, other, rtol=1e-7, atol=1e-9)
    w = solved[: x.shape[1]]
    return w, solved[x.shape[1]:] if bias else np.zeros((1, y.shape[1]))


def problem(what, rows, width, outputs, penalty, bias=True, weights=None, x=None, offset=0.0):
    x = random.normal(size=(rows, width)) + offset if x is None else x
    y = random.normal(size=(rows, outputs))
    weights = np.ones(rows) if weights is None else np.array(weights)
    w, b = ridge(x, y, weights, penalty, bias)
    return dict(what=what, penalty=penalty, bias=bias, x=x.tolist(), y=y.tolist(), weights=weights.tolist(),
                W=w.tolist(), b=b[0].tolist())


def network(what, both=False, last=False, penalty=1e-2, washout=0, lengths=(7, 5, 6), skipped=(), zero_rows=(), test=0):
    n, t, inputs, hidden, outputs = 3, 7, 2, 4, 2
    keys = ["0.forward", "0.backward"] if both else ["0.forward"]
    p = {}
    for key in keys:
        p[key + ".W"] = random.normal(size=(inputs, hidden))
        p[key + ".U"] = random.normal(size=(hidden, hidden)) * 0.5
        p[key + ".b"] = random.normal(size=(1, hidden))
    x = random.normal(size=(t, n, inputs))
    states = np.zeros((t, n, hidden * len(keys)))
    read = np.zeros((n, hidden * len(keys)))
    for i in range(n):
        computed = [s for s in range(lengths[i]) if [i, s] not in [list(k) for k in skipped]]
        for d, key in enumerate(keys):
            h = np.zeros(hidden)
            part = slice(d * hidden, (d + 1) * hidden)
            for s in computed if d == 0 else reversed(computed):
                h = np.tanh(x[s, i] @ p[key + ".W"] + h @ p[key + ".U"] + p[key + ".b"][0])
                states[s, i, part] = h
            read[i, part] = h
    rows = n if last else t * n
    y = random.normal(size=(rows, outputs))
    mask = np.ones(rows)
    mask[list(zero_rows)] = 0
    weights = mask.copy()
    for row in range(rows):
        i = row % n
        computed = [s for s in range(lengths[i]) if [i, s] not in [list(k) for k in skipped]]
        s = computed[-1] if last else row // n
        if s not in computed or s < washout or i >= n - test:
            weights[row] = 0
    w, b = ridge(read if last else states.reshape(t * n, -1), y, weights, penalty, True)
    return dict(what=what, both=both, last=last, penalty=penalty, washout=washout, lengths=list(lengths),
                skipped=[list(k) for k in skipped], tests=test,
                parameters={k: v.tolist() for k, v in p.items()}, input=x.reshape(t * n, inputs).tolist(),
                targets=y.tolist(), mask=mask[:, None].tolist(), W=w.tolist(), b=b[0].tolist())


spread = random.normal(size=(12, 3)) * np.array([1e-3, 1.0, 1e3])
figures = dict(
    problems=[
        problem("more rows than columns", 20, 4, 3, 1e-6),
        problem("one output", 9, 3, 1, 0.5),
        problem("without a penalty", 9, 3, 2, 0.0),
        problem("without a bias", 9, 3, 2, 1e-3, bias=False),
        problem("wider than there are rows", 4, 9, 2, 1e-1),
        problem("a single row", 1, 3, 2, 1e-2),
        problem("a single number", 1, 1, 1, 2.0, bias=False),
        problem("weights that differ", 8, 3, 2, 1e-1, weights=[1, 0, 0.5, 2, 0, 1, 3, 0.25]),
        problem("a strong penalty", 10, 3, 2, 1e6),
        problem("far from zero", 15, 3, 2, 1e-1, offset=50.0),
        problem("columns of sizes that differ", 12, 3, 2, 1e-6, x=spread),
        problem("a column that never moves", 8, 3, 2, 1e-1,
                x=np.hstack([random.normal(size=(8, 2)), np.full((8, 1), 0.1)])),
    ],
    networks=[
        network("lengths that differ"),
        network("masked, skipped, washed out and tested",
                washout=2, skipped=((0, 3), (1, 4)), zero_rows=(6, 8, 15), test=1),
        network("both ways", both=True, lengths=(7, 4, 1)),
        network("the last step alone", last=True, skipped=((0, 6),)),
        network("the last step alone, both ways, washed out", both=True, last=True, washout=5, lengths=(7, 4, 6)),
    ])
(HERE / "figures.json").write_text(json.dumps(figures, indent=1) + "\n")
