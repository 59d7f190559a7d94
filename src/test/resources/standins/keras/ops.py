import numpy as np
import torch

from . import Variable


def convert_to_tensor(a, dtype=None):
    assert dtype in (None, "float64")
    a = a.value if isinstance(a, Variable) else a
    return torch.as_tensor(a, dtype=torch.float64) if dtype else torch.as_tensor(a)


def convert_to_numpy(a):
    return np.asarray(convert_to_tensor(a).detach())


def _of_tensors(function):
    return lambda *args: function(*map(convert_to_tensor, args))


def where(asked, a, b):
    return torch.where(asked, convert_to_tensor(a), convert_to_tensor(b))


def transpose(a, axes=None):
    a = convert_to_tensor(a)
    return a.permute(axes) if axes else a.T


def sum(a, axis=None, keepdims=False):
    return a.sum() if axis is None else a.sum(dim=axis, keepdim=keepdims)


def flip(a, axis):
    return a.flip(axis)


def stack(tensors):
    return torch.stack(list(tensors))


def concatenate(tensors, axis):
    return torch.cat(list(tensors), dim=axis)


def zeros(shape):
    return torch.zeros(shape, dtype=torch.float64)


def reshape(a, shape):
    return a.reshape(shape)


def broadcast_to(a, shape):
    return a.expand(shape)


def stop_gradient(a):
    return convert_to_tensor(a).detach()


def gelu(a, approximate=True):
    assert approximate is False
    return torch.nn.functional.gelu(convert_to_tensor(a))


def softmax(a, axis=-1):
    return torch.softmax(a, dim=axis)


def log_softmax(a, axis=-1):
    return torch.log_softmax(a, dim=axis)


matmul = _of_tensors(torch.matmul)
tanh = _of_tensors(torch.tanh)
exp = _of_tensors(torch.exp)
log = _of_tensors(torch.log)
log1p = _of_tensors(torch.log1p)
sqrt = _of_tensors(torch.sqrt)
sin = _of_tensors(torch.sin)
cos = _of_tensors(torch.cos)
arctan = _of_tensors(torch.atan)
abs = _of_tensors(torch.abs)
sign = _of_tensors(torch.sign)
isinf = _of_tensors(torch.isinf)
erf = _of_tensors(torch.erf)
sigmoid = _of_tensors(torch.sigmoid)
relu = _of_tensors(torch.relu)
silu = _of_tensors(torch.nn.functional.silu)
elu = _of_tensors(torch.nn.functional.elu)
maximum = _of_tensors(torch.maximum)
minimum = _of_tensors(torch.minimum)
logaddexp = _of_tensors(torch.logaddexp)
