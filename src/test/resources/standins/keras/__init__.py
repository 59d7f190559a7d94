"""As much of Keras 3 as Gatescope's programs call, on top of PyTorch, for tests where Keras is not installed.

It keeps to what Keras's documentation says: variables are no tensors, layers know their weights, and RNN has
sequences first and gives the outputs in the order in which they are computed.
"""

import os

import torch

assert os.environ["KERAS_BACKEND"] == "torch"


class config:
    @staticmethod
    def set_floatx(name):
        assert name == "float64"
        torch.set_default_dtype(torch.float64)


class Variable:
    def __init__(self, initializer, dtype=None):
        assert dtype == "float64"
        self.value = torch.nn.Parameter(torch.tensor(initializer, dtype=torch.float64))
        self.shape = tuple(self.value.shape)

    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        def plain(a):
            return a.value if isinstance(a, Variable) else a

        return func(*map(plain, args), **(kwargs or {}))


def _operator(name):
    def apply(self, *others):
        others = [other.value if isinstance(other, Variable) else other for other in others]
        return getattr(self.value, name)(*others)

    return apply


for _word in "add radd sub rsub mul rmul truediv rtruediv pow matmul rmatmul neg lt le gt ge eq ne".split():
    setattr(Variable, "__" + _word + "__", _operator("__" + _word + "__"))

from . import layers, ops
