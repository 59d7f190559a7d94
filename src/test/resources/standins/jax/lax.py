import torch

erf = torch.erf


def stop_gradient(a):
    return a.detach()


def _at(tree, t):
    return tuple(_at(part, t) for part in tree) if isinstance(tree, tuple) else tree[t]


def _like(tree):
    return [(part.shape, part.dtype) for part in tree]


def scan(f, init, xs, reverse=False):
    length = len(xs[0] if isinstance(xs, tuple) else xs)
    carry, ys = init, [None] * length
    for t in reversed(range(length)) if reverse else range(length):
        after, ys[t] = f(carry, _at(xs, t))
        assert type(after) is type(carry) and _like(after) == _like(carry), "carry changes"
        carry = after
    if length == 0:
        return carry, torch.zeros((0,) + tuple(init[0].shape), dtype=torch.float64)
    return carry, torch.stack(ys)
