"""As much of JAX as Gatescope's programs call, on top of PyTorch, for tests where JAX is not installed.

It keeps to what JAX's documentation says, and refuses what JAX would: gradients of anything but
float64, and a scan whose carry changes its shape, its type or its structure.
"""

import torch

from . import lax, nn, numpy


class _Config:
    @staticmethod
    def update(name, value):
        assert (name, value) == ("jax_enable_x64", True)
        torch.set_default_dtype(torch.float64)


config = _Config()


def _mapped(tree, change):
    if isinstance(tree, dict):
        return {key: _mapped(value, change) for key, value in tree.items()}
    if isinstance(tree, (list, tuple)):
        return type(tree)(_mapped(value, change) for value in tree)
    return change(tree)


def _leaf(value):
    assert isinstance(value, torch.Tensor) and value.dtype == torch.float64, value
    return value.detach().clone().requires_grad_()


def _slope(leaf):
    return torch.zeros_like(leaf) if leaf.grad is None else leaf.grad


def value_and_grad(fun, argnums=0, has_aux=False):
    assert has_aux and isinstance(argnums, tuple)

    def both(*arguments):
        leaves = [
            _mapped(value, _leaf) if place in argnums else value
            for place, value in enumerate(arguments)
        ]
        total, numbers = fun(*leaves)
        assert total.shape == () and total.dtype == torch.float64, total
        if total.requires_grad:
            total.backward()
        slopes = tuple(_mapped(leaves[place], _slope) for place in argnums)
        return (total.detach(), _mapped(numbers, lambda a: a.detach())), slopes

    return both
